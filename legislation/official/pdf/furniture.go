package pdf

import (
	"math"
	"sort"
	"strings"
	"unicode"

	"seelex/legislation/official/structure"
)

// edge is how many lines at the top and at the bottom of a page may be header or footer.
const edge = 4

type printed struct {
	pattern string
	y       int // in steps of 4 points
}

// removeFurniture takes out what is printed at one place of many pages: headers, footers, page numbers. It says what
// it took.
func removeFurniture(pages [][]line, src *structure.Source) [][]line {
	counts := map[printed]int{}
	total := map[string]int{}
	for _, page := range pages {
		for _, l := range page {
			total[key(l).pattern]++
		}
		for _, i := range edges(page) {
			counts[key(page[i])]++
		}
	}
	limit := max(3, len(pages)/8)
	removed := map[string]int{}
	for n, page := range pages {
		drop := map[int]bool{}
		for _, i := range edges(page) {
			p := key(page[i])
			near := counts[p] + counts[printed{p.pattern, p.y - 1}] + counts[printed{p.pattern, p.y + 1}]
			// Notes such as "*Official Gazette, no. 5/2009" stand below many articles, and at times at the foot of a page.
			if near >= limit && near*3 >= total[p.pattern] && mayRepeat(p.pattern, near, len(pages)) {
				drop[i] = true
				removed[p.pattern]++
			}
		}
		if len(drop) == 0 {
			continue
		}
		kept := page[:0]
		for i, l := range page {
			if !drop[i] {
				kept = append(kept, l)
			}
		}
		pages[n] = kept
	}
	src.WarnRemoved(removed)
	return pages
}

// mayRepeat keeps the labels of articles, which stand at the top of some pages, from being taken for headers.
//
// Short words count only if they stand on half of the pages: the last word of a paragraph may end many of them.
func mayRepeat(pattern string, n, pages int) bool {
	letters := 0
	for _, r := range pattern {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 0 {
		return strings.Contains(pattern, "#")
	}
	if letters <= 14 && n*2 < pages {
		return false
	}
	return !strings.Contains(pattern, "#") || letters > 14 || strings.Count(pattern, "#") > 1 && letters < 6
}

// edges returns the indexes of the highest and lowest lines of a page.
func edges(page []line) []int {
	idx := make([]int, len(page))
	for i := range idx {
		idx[i] = i
	}
	if len(page) <= 2*edge {
		return idx
	}
	sort.SliceStable(idx, func(a, b int) bool { return page[idx[a]].base > page[idx[b]].base })
	return append(idx[:edge:edge], idx[len(idx)-edge:]...)
}

// key is a line with its numbers masked, and its height on the page.
func key(l line) printed {
	var b strings.Builder
	digit := false
	for _, r := range l.text {
		if unicode.IsDigit(r) {
			if !digit {
				b.WriteByte('#')
			}
			digit = true
			continue
		}
		digit = false
		b.WriteRune(r)
	}
	return printed{b.String(), int(math.Round(l.base / 4))}
}
