package pdf

import (
	"regexp"
	"strconv"
	"strings"

	"seelex/legislation/official/structure"
)

// noteSign is a number alone behind the end of a sentence: no law ends a paragraph so, but a copy that sets the numbers of
// its footnotes as large as the text.
var noteSign = regexp.MustCompile(`[.,] (\d{1,3})$`)

// minNoteSigns is from how many on such numbers are taken for those of footnotes.
const minNoteSigns = 8

// removeNoteSigns takes the numbers of footnotes out of the ends of paragraphs, and reports it: "… ten years. 38" is no
// part of a penalty. They are told by rising through the whole text; where any does not, all are kept.
func removeNoteSigns(blocks []structure.Block, src *structure.Source) {
	var at []int
	first, last := "", 0
	for i := range blocks {
		m := noteSign.FindStringSubmatch(blocks[i].Text)
		if m == nil {
			continue
		}
		n, _ := strconv.Atoi(m[1]) // at most three digits
		if n <= last {
			return
		}
		if first == "" {
			first = m[1]
		}
		at, last = append(at, i), n
	}
	if len(at) < minNoteSigns {
		return
	}
	for _, i := range at {
		t := blocks[i].Text
		blocks[i].Text = t[:strings.LastIndexByte(t, ' ')]
	}
	src.Warnf("footnotes", "the numbers of %d footnotes, %s to %d, were taken out of the ends of paragraphs", len(at), first, last)
}
