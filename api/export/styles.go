package export

import (
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"

	"seelex/legislation"
)

// Looks that no mark of a cell asks for.
const (
	caption mark = iota + 100
	head
	single // one line, not wrapped
)

// degrees are the degrees of confidence, best first.
var degrees = legislation.Confidences

// The colours of the hand-outs and workbooks: ink, a shaded header, a rule, what is
// not known, and what changed. Each text keeps a contrast of 4.5 to 1 or more.
const (
	ink   = "1F2933"
	shade = "E4E9F0"
	rule  = "B8C2CC"
	grey  = "5B6773"
	warm  = "FFF1D6"
)

func newStyles(book *excelize.File) (map[mark]int, error) {
	border := []excelize.Border{{Type: "bottom", Color: rule, Style: 1}, {Type: "right", Color: rule, Style: 1}}
	text := excelize.Alignment{WrapText: true, Vertical: "top"}
	plain := func(f excelize.Font) *excelize.Style {
		f.Family, f.Size = "Calibri", 10
		if f.Color == "" {
			f.Color = ink
		}
		return &excelize.Style{Font: &f, Alignment: &text, Border: border}
	}
	filled := func(s *excelize.Style, colour string) *excelize.Style {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
		return s
	}
	looks := map[mark]*excelize.Style{
		unmarked: plain(excelize.Font{}),
		strong:   plain(excelize.Font{Bold: true}),
		faint:    plain(excelize.Font{Italic: true, Color: grey}),
		changed:  filled(plain(excelize.Font{}), warm),
		head:     filled(plain(excelize.Font{Bold: true}), shade),
		caption:  {Font: &excelize.Font{Bold: true, Size: 14, Family: "Calibri", Color: ink}, Alignment: &excelize.Alignment{Vertical: "center"}},
	}
	out := make(map[mark]int, len(looks))
	oneLine := plain(excelize.Font{})
	oneLine.Alignment = &excelize.Alignment{Vertical: "top"}
	looks[single] = oneLine
	for _, look := range slices.Sorted(maps.Keys(looks)) { // the same numbers every time: the same file
		id, err := book.NewStyle(looks[look])
		if err != nil {
			return nil, err
		}
		out[look] = id
	}
	return out, nil
}
