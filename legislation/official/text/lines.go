package text

import (
	"slices"
	"strings"
	"unicode/utf8"

	"seelex/legislation/official/structure"
)

// Lines makes a block of every line. A line that goes on with the sentence of the line right above it is joined to it:
// the file was wrapped. What pages repeat at their edges is taken out and reported to src.
func Lines(s string, src *structure.Source) []structure.Block {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	var lines []string
	for _, page := range withoutFurniture(pages(s), src) {
		lines = append(lines, page...)
	}
	return joined(lines, wrapWidth(lines))
}

// joined makes blocks of lines that were wrapped at so many letters, 0 where they were not.
func joined(lines []string, width int) []structure.Block {
	blocks := make([]structure.Block, 0, len(lines))
	above := "" // the line right above as it is printed
	for _, raw := range lines {
		line := strings.TrimSpace(strings.ReplaceAll(raw, "**", ""))
		if n := len(blocks); line != "" && n > 0 && above != "" && indent(raw) <= indent(above)+1 && goesOn(&blocks[n-1], above, line, width) {
			blocks[n-1].Text = Join(blocks[n-1].Text, line)
		} else if line != "" {
			blocks = append(blocks, structure.Block{Text: line})
		}
		above = strings.TrimRight(raw, " \t")
	}
	return blocks
}

func indent(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }

// goesOn says that a line belongs to the block above it: it begins with a small letter, or the line above was full and
// this one begins nothing of its own.
func goesOn(b *structure.Block, above, line string, width int) bool {
	if Continues(b.Text, line) {
		return true
	}
	return len(b.Text) <= MaxParagraph && full(above, line, width) && !structure.IsLabel(b.Text) && !structure.BeginsBelow(b.Text, line)
}

// full says that the first word of a line had no place in the line above.
func full(above, line string, width int) bool {
	word, _, _ := strings.Cut(line, " ")
	return width > 0 && utf8.RuneCountInString(above)+1+utf8.RuneCountInString(word) > width
}

// wrapWidth is the width at which the lines of a text were wrapped, 0 where they were not: hardly a line is longer, and
// many would be if they took one more word.
func wrapWidth(lines []string) int {
	var lengths []int
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			lengths = append(lengths, utf8.RuneCountInString(strings.TrimRight(l, " \t")))
		}
	}
	if len(lengths) < 20 {
		return 0
	}
	slices.Sort(lengths)
	width := lengths[len(lengths)*99/100]
	if width < 40 || width > 130 || lengths[len(lengths)-1] > 2*width {
		return 0
	}
	wrapped, pairs := 0, 0
	for i := 1; i < len(lines); i++ {
		above, line := strings.TrimRight(lines[i-1], " \t"), strings.TrimSpace(lines[i])
		if strings.TrimSpace(above) == "" || line == "" {
			continue
		}
		pairs++
		if full(above, line, width) {
			wrapped++
		}
	}
	if pairs < 10 || wrapped*10 < pairs*3 {
		return 0
	}
	return width
}
