package structure

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Conversions that lose the lines of print leave headings inside the text: that of the next article behind the last
// sentence of the one before, or that of an article before its first paragraph. What most articles of a text have in
// that place is a heading; one alone would be a guess.

// minRunIn is how many articles must show the same before it counts as the way of the text.
const minRunIn = 10

// splitRunIn gives headings that run into the text a block of their own.
func (r *recogniser) splitRunIn() {
	if behind := r.runIns(r.tailHeading); len(behind)*2 > r.unquotedArticles() {
		r.cutBlocks(behind)
	}
	if before := r.runIns(r.leadHeading); len(before)*4 > r.unquotedArticles() {
		r.cutBlocks(before)
	}
}

func (r *recogniser) unquotedArticles() int {
	n := 0
	for k := range r.marks {
		if m := &r.marks[k]; m.kind == Article && !m.quoted {
			n++
		}
	}
	return max(n, minRunIn*2)
}

// runIns lists where the articles' text and headings are to be parted.
func (r *recogniser) runIns(find func(k int) (cut, bool)) []cut {
	var cuts []cut
	for k := range r.marks {
		if m := &r.marks[k]; m.kind == Article && !m.quoted {
			if c, ok := find(k); ok {
				cuts = append(cuts, c)
			}
		}
	}
	return cuts
}

var sentenceEnd = regexp.MustCompile(`[.!?][”"“»]? +(\p{Lu})`)

// tailHeading finds the heading of article k behind the last sentence of the block before it.
func (r *recogniser) tailHeading(k int) (cut, bool) {
	i := r.marks[k].block - 1
	if i < 1 || r.isMark(i, k) && r.marks[k-1].body >= len(r.blocks[i].Text) || r.blocks[i].Level > 0 || r.blocks[i].Strong || r.blocks[i].Kind != "" {
		return cut{}, false
	}
	t := r.blocks[i].Text
	last, _ := utf8.DecodeLastRuneInString(t)
	ends := sentenceEnd.FindAllStringSubmatchIndex(t, -1)
	if len(ends) == 0 || strings.ContainsRune(".;:,!?–-", last) {
		return cut{}, false
	}
	at := ends[len(ends)-1][2]
	tail := t[at:]
	if _, isItem := parseMarker(tail); isItem || len(tail) > 400 || strings.Contains(tail, "; ") {
		return cut{}, false
	}
	return cut{block: i, at: at}, true
}

// leadHeading finds the heading of article k before the first numbered paragraph on the same line.
func (r *recogniser) leadHeading(k int) (cut, bool) {
	m := &r.marks[k]
	i := m.block + 1
	if m.body < len(r.blocks[m.block].Text) || i >= r.next(k) || r.blocks[i].Level > 0 || r.blocks[i].Strong || r.blocks[i].Kind != "" {
		return cut{}, false
	}
	t := r.blocks[i].Text
	at := strings.Index(t, " (1) ")
	first, _ := utf8.DecodeRuneInString(t)
	if at < 4 || at > 250 || !unicode.IsUpper(first) || strings.ContainsAny(t[:at], ".:;!?") || strings.HasSuffix(t[:at], ",") || refersBefore(t[:at]) {
		return cut{}, false
	}
	return cut{block: i, at: at + 1}, true
}

// cutBlocks parts blocks, marks what becomes a heading as standing out, and finds the marks anew. Before a tail that
// begins with a division in capitals, such as "GLAVA DRUGA KAZNENA DJELA Ubojstvo", that is parted from the heading.
func (r *recogniser) cutBlocks(cuts []cut) {
	var blocks []Block
	n := 0
	for i, b := range r.blocks {
		if i == r.translationFrom {
			r.translationFrom = len(blocks)
		}
		if n == len(cuts) || cuts[n].block != i {
			blocks = append(blocks, b)
			continue
		}
		before, behind := strings.TrimSpace(b.Text[:cuts[n].at]), b.Text[cuts[n].at:]
		n++
		if strings.HasPrefix(behind, "(1) ") {
			blocks = append(blocks, Block{Text: before, Strong: true}, Block{Text: behind})
			continue
		}
		blocks = append(blocks, Block{Text: before})
		if at := capitalsEnd(behind); at > 0 {
			blocks = append(blocks, Block{Text: strings.TrimSpace(behind[:at]), Strong: true})
			behind = behind[at:]
		}
		blocks = append(blocks, Block{Text: behind, Strong: true})
	}
	if r.translationFrom == len(r.blocks) {
		r.translationFrom = len(blocks)
	}
	r.reread(blocks)
}

// capitalsEnd is where the words in capitals end that a text begins with, 0 where it begins with fewer than two or
// has nothing else.
func capitalsEnd(s string) int {
	words, at := 0, 0
	for at < len(s) {
		word, _, _ := strings.Cut(s[at:], " ")
		if word != "" && !upperWords(word) && strings.IndexFunc(word, unicode.IsLetter) >= 0 {
			break
		}
		if len([]rune(word)) == 1 && words > 0 && at+len(word) < len(s) { // "U SLUČAJU", and the "O" of "O čemu"
			if next, _, _ := strings.Cut(s[at+len(word)+1:], " "); !upperWords(next) {
				break
			}
		}
		words++
		at += len(word) + 1
	}
	if words < 2 || at >= len(s) {
		return 0
	}
	return at
}
