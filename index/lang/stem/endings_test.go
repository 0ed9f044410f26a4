package stem

import "testing"

func TestStripTakesTheLongestEndingThatLeavesAWord(t *testing.T) {
	endings := NewEndings().Add(3, "a om ama oscu>ost").Add(4, "ovanje").Product(3, "i -", "h m")
	for _, c := range []struct {
		word string
		keep int
		want string
	}{
		{"kazna", 0, "kazn"}, {"kaznama", 0, "kazn"}, {"kaznama", 6, "kaznam"}, {"kaznama", 7, "kaznama"},
		{"zlatom", 0, "zlat"}, {"dom", 0, "dom"}, {"oma", 0, "oma"}, {"ovisnoscu", 0, "ovisnost"}, {"kupovanje", 0, "kupovanje"},
		{"trgovanje", 0, "trgovanje"}, {"imenovanje", 0, "imen"}, {"kaznih", 0, "kazn"}, {"kazn", 0, "kazn"}, {"246a", 0, "246"},
		{"sustava", 6, "sustav"}, {"", 0, ""},
	} {
		if got := string(endings.Strip([]byte(c.word), c.keep)); got != c.want {
			t.Errorf("%s, %d letters kept: %s, want %s", c.word, c.keep, got, c.want)
		}
	}
}

func TestKeptIsTheLongestListedBeginning(t *testing.T) {
	kept := NewKept("osnov osnovn sud")
	for word, want := range map[string]int{"osnova": 5, "osnovna": 6, "sud": 3, "su": 0, "": 0, "ž": 0} {
		if got := kept.Len([]byte(word)); got != want {
			t.Errorf("%q: %d letters kept, want %d", word, got, want)
		}
	}
}
