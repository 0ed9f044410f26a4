package structure

import "strings"

// splitPaths gives every division of a line "Partea I | Titlul II - … | Capitolul I - …" a block of its own. Such lines
// repeat the place of the article below them: what the line before has named already is left out. A copy that forgets
// to clear the innermost names prints the section of the chapter before under a new one; that is kept as text.
func (r *recogniser) splitPaths() {
	blocks := r.src.Blocks
	c := classifier{lang: "ro"}
	any := false
	for i := range blocks {
		if path := c.path(&blocks[i]); len(path) > 1 {
			any = true
			break
		}
	}
	if !any {
		r.blocks = append([]Block(nil), blocks...)
		return
	}
	var last []string
	leftOver := 0
	for i := range blocks {
		path := c.path(&blocks[i])
		if path == nil {
			r.blocks = append(r.blocks, blocks[i])
			continue
		}
		same := 0
		for same < len(path) && same < len(last) && path[same] == last[same] {
			same++
		}
		for n := same; n < len(path); n++ {
			b := blocks[i]
			b.Text, b.Strong = path[n], true
			if n > same && n < len(last) && path[n] == last[n] {
				b.Kind, b.Strong = Text, false
				if leftOver++; leftOver == 1 {
					r.warnf("path", len(r.blocks), "%q is printed again under %q, a part that it does not belong to: here and wherever that is so it was kept as text", clipped(path[n]), clipped(path[n-1]))
				}
			}
			r.blocks = append(r.blocks, b)
		}
		last = path
	}
}

// path splits a line into the divisions that it names; nil where it is none.
func (c classifier) path(b *Block) []string {
	if b.Kind != "" || len(b.Text) > 1000 {
		return nil
	}
	path := strings.Split(b.Text, " | ")
	for n := range path {
		path[n] = strings.TrimSpace(path[n])
		m, ok := c.classify(0, &Block{Text: path[n], Strong: len(path) > 1})
		if !ok || m.kind == Article || m.kind == Paragraph {
			return nil
		}
	}
	return path
}

// clipped shortens a line for a warning.
func clipped(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return s
}
