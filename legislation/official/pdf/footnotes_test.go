package pdf

import (
	"fmt"
	"strings"
	"testing"

	"seelex/legislation/official/structure"
)

// TestNoteSigns: numbers that rise through the text behind its sentences are those of footnotes; a list that the law
// itself numbers, a few of them, or numbers that fall, are text.
func TestNoteSigns(t *testing.T) {
	rising := []int{6, 12, 14, 17, 29, 33, 34, 38}
	for _, c := range []struct {
		name    string
		numbers []int
		removed bool
	}{
		{"they rise", rising, true},
		{"one falls", append(append([]int{}, rising...), 20), false},
		{"they are few", rising[:7], false},
	} {
		var blocks []structure.Block
		for _, n := range c.numbers {
			blocks = append(blocks, structure.Block{Text: fmt.Sprintf("Ќе се казни со затвор до десет години. %d", n)}, structure.Block{Text: "членовите 124, 125 и 127"})
		}
		src := &structure.Source{}
		removeNoteSigns(blocks, src)
		if got := strings.HasSuffix(blocks[0].Text, "години."); got != c.removed || len(src.Warnings) > 0 != c.removed {
			t.Errorf("%s: %q, warnings %v", c.name, blocks[0].Text, src.Warnings)
		}
		if blocks[1].Text != "членовите 124, 125 и 127" {
			t.Errorf("%s: the law's own numbers became %q", c.name, blocks[1].Text)
		}
	}
}
