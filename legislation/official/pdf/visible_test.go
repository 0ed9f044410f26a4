package pdf

import "testing"

func TestVisible(t *testing.T) {
	left, right := line{text: "left page", left: 70, right: 350, base: 500}, line{text: "right page", left: 490, right: 770, base: 500}
	for _, c := range []struct {
		name  string
		shown box
		want  int
	}{
		{"the half of a sheet", box{left: 0, right: 420, top: 595, bottom: 0}, 1},
		{"the whole sheet", box{left: 0, right: 842, top: 595, bottom: 0}, 2},
		{"a page that does not say", box{}, 2},
		{"a box that shows nothing", box{left: 900, right: 901, top: 1, bottom: 0}, 2},
	} {
		p := &pageText{shown: c.shown}
		if got := p.visible([]line{left, right}); len(got) != c.want || p.hidden != 2-c.want {
			t.Errorf("%s: %d lines are shown and %d hidden, want %d shown", c.name, len(got), p.hidden, c.want)
		}
	}
}
