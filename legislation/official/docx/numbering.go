package docx

import (
	"context"
	"encoding/xml"
	"strconv"
	"strings"
)

// numbering renders the automatic numbers of lists: Word stores "(1)" of a numbered paragraph as a rule, not as text.
type numbering struct {
	abstract map[string]map[int]levelRule // by abstract id and level
	of       map[string]string            // abstract id by list id
	counts   map[string][]int             // per list id
}

type levelRule struct {
	format string // decimal, lowerLetter, lowerRoman, upperRoman, bullet
	text   string // "(%1)", "%1.%2."
	start  int
}

const (
	maxLevels = 9
	maxLabel  = 255 // bytes; Word takes no longer one
)

func (n *numbering) read(d *xml.Decoder) error {
	n.abstract, n.of, n.counts = map[string]map[int]levelRule{}, map[string]string{}, map[string][]int{}
	abstract, num, level := "", "", 0
	set := func(f func(*levelRule)) {
		if m := n.abstract[abstract]; m != nil {
			r := m[level]
			f(&r)
			m[level] = r
		}
	}
	return tokens(context.Background(), d, 64, func(t xml.StartElement) {
		switch t.Name.Local {
		case "abstractNum":
			abstract, num = attr(t, "abstractNumId"), ""
			n.abstract[abstract] = map[int]levelRule{}
		case "lvl":
			level = min(max(0, atoi(attr(t, "ilvl"))), maxLevels-1)
			set(func(r *levelRule) { r.start = 1 })
		case "start":
			set(func(r *levelRule) { r.start = atoi(attr(t, "val")) })
		case "numFmt":
			set(func(r *levelRule) { r.format = attr(t, "val") })
		case "lvlText":
			if text := attr(t, "val"); len(text) <= maxLabel {
				set(func(r *levelRule) { r.text = text })
			}
		case "num":
			num, abstract = attr(t, "numId"), ""
		case "abstractNumId":
			if num != "" {
				n.of[num] = attr(t, "val")
			}
		}
	}, nil, nil)
}

// next counts a paragraph of a list and returns its number as printed; empty for bullets and unknown lists.
func (n *numbering) next(list string, level int) string {
	rules := n.abstract[n.of[list]]
	if rules == nil || level < 0 || level >= maxLevels {
		return ""
	}
	counts := n.counts[list]
	if counts == nil {
		counts = make([]int, maxLevels)
		for i := range counts {
			counts[i] = rules[i].start - 1
		}
		n.counts[list] = counts
	}
	counts[level]++
	for i := level + 1; i < maxLevels; i++ {
		counts[i] = rules[i].start - 1
	}
	rule := rules[level]
	if rule.format == "bullet" || rule.format == "none" || rule.text == "" {
		return ""
	}
	out := rule.text
	for i := 0; i <= level; i++ {
		out = strings.ReplaceAll(out, "%"+strconv.Itoa(i+1), render(max(1, counts[i]), rules[i].format))
	}
	return out
}

func render(v int, format string) string {
	switch format {
	case "lowerLetter":
		return strings.Repeat(string(rune('a'+(v-1)%26)), 1+(v-1)/26%4)
	case "upperLetter":
		return strings.Repeat(string(rune('A'+(v-1)%26)), 1+(v-1)/26%4)
	case "lowerRoman":
		return strings.ToLower(roman(v))
	case "upperRoman":
		return roman(v)
	}
	return strconv.Itoa(v)
}

func roman(v int) string {
	if v > 3999 {
		return strconv.Itoa(v)
	}
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, x := range values {
		for v >= x {
			b.WriteString(signs[i])
			v -= x
		}
	}
	return b.String()
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1e6 {
		return 0
	}
	return n
}
