package text

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"seelex/legislation/official/structure"
)

// edge is how many lines at the top and at the bottom of a page may be header or footer.
const edge = 3

// numberLine is a line that holds the number of a page and no more: "12", "- 12 -", "12 / 80".
var numberLine = regexp.MustCompile(`^[ \t\-–—|]*(\d{1,4})(?: ?/ ?\d{1,4})?[ \t\-–—|]*$`)

// pages splits a text at form feeds or, without any, behind the lines that number its pages.
func pages(s string) [][]string {
	if strings.Contains(s, "\f") {
		var out [][]string
		for p := range strings.SplitSeq(s, "\f") {
			out = append(out, strings.Split(p, "\n"))
		}
		return out
	}
	lines := strings.Split(s, "\n")
	var ends []int
	next := 0
	for i, l := range lines {
		m := numberLine.FindStringSubmatch(l)
		if m == nil {
			continue
		}
		if n, _ := strconv.Atoi(m[1]); len(ends) == 0 && n <= 3 || n == next {
			ends = append(ends, i+1)
			next = n + 1
		}
	}
	if len(ends) < 5 || len(lines)/len(ends) < 20 {
		return [][]string{lines}
	}
	var out [][]string
	from := 0
	for _, end := range append(ends, len(lines)) {
		out = append(out, lines[from:end])
		from = end
	}
	return out
}

// withoutFurniture takes out what stands at the edges of many pages: headers, footers, page numbers. It says what it took.
func withoutFurniture(pages [][]string, src *structure.Source) [][]string {
	if len(pages) < 4 {
		return pages
	}
	counts := map[string]int{}
	for _, p := range pages {
		for _, i := range edges(p) {
			counts[masked(p[i])]++
		}
	}
	removed := map[string]int{}
	for n, p := range pages {
		at := edges(p)
		var kept []string
		for i, l := range p {
			m := masked(l)
			if slices.Contains(at, i) && counts[m] >= max(3, len(pages)/4) && mayRepeat(l, m) {
				removed[m]++
				continue
			}
			kept = append(kept, l)
		}
		pages[n] = kept
	}
	src.WarnRemoved(removed)
	return pages
}

// mayRepeat keeps labels, which stand at the top of some pages, and sentences from being taken for headers.
func mayRepeat(line, mask string) bool {
	if numberLine.MatchString(line) {
		return true
	}
	return strings.ContainsFunc(mask, unicode.IsLetter) && !strings.ContainsRune(".;:,", rune(mask[len(mask)-1])) && !structure.StartsPart(strings.TrimSpace(line), false)
}

// edges are the indexes of the first and the last lines of a page that hold anything.
func edges(page []string) []int {
	var at []int
	for i := 0; i < len(page) && len(at) < edge; i++ {
		if strings.TrimSpace(page[i]) != "" {
			at = append(at, i)
		}
	}
	for i, n := len(page)-1, 0; i >= 0 && n < edge && !slices.Contains(at, i); i-- {
		if strings.TrimSpace(page[i]) != "" {
			at = append(at, i)
			n++
		}
	}
	return at
}

var digitRun = regexp.MustCompile(`\d+`)

// masked is a line with its numbers masked and its blanks made one.
func masked(l string) string {
	return digitRun.ReplaceAllString(strings.Join(strings.Fields(l), " "), "#")
}
