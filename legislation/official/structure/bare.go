package structure

import (
	"slices"
	"strings"
)

// joinBare joins a block that holds the number or letter of a paragraph or point and no more, "(1)" in a cell or a
// heading of its own, to the block below, which is its text.
func joinBare(blocks []Block) []Block {
	if !slices.ContainsFunc(blocks, bare) {
		return blocks
	}
	out := make([]Block, 0, len(blocks))
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if bare(b) && i+1 < len(blocks) && blocks[i+1].Kind == "" && !StartsItem(strings.TrimSpace(blocks[i+1].Text)) && !StartsPart(strings.TrimSpace(blocks[i+1].Text), true) {
			i++
			b = Block{Text: strings.TrimSpace(b.Text) + " " + blocks[i].Text}
		}
		out = append(out, b)
	}
	return out
}

// bare says that a block is a marker in brackets, whole or half; "12." may be the number of a page.
func bare(b Block) bool {
	if len(b.Text) > 16 || b.Kind != "" || !strings.HasSuffix(strings.TrimSpace(b.Text), ")") {
		return false
	}
	t := strings.TrimSpace(b.Text)
	m, ok := parseMarker(t)
	return ok && m.size == len(t)
}
