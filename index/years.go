package index

import (
	"regexp"

	"seelex/legislation"
)

// years are a year, or the first and the last of a plan: a strategy is called by them.
var years = regexp.MustCompile(`^((?:19|20)\d\d)(?:\pP((?:19|20)?\d\d))?$`)

func isYears(words []word) bool { return len(words) == 1 && years.MatchString(words[0].text) }

// days are a time that a query names.
type days struct{ first, last legislation.Day }

// times are those that a query names by their years: who does asks for the law of then.
func (u *understood) times() (out []days) {
	for _, w := range u.words {
		named := years.FindStringSubmatch(w.text)
		if named == nil {
			continue
		}
		first, last := named[1], named[1]
		switch len(named[2]) {
		case 4:
			last = named[2]
		case 2:
			last = first[:2] + named[2]
		}
		from, err1 := legislation.ParseDate(first)
		to, err2 := legislation.ParseDate(last)
		if err1 == nil && err2 == nil && first <= last {
			out = append(out, days{from.First(), to.Last()})
		}
	}
	return out
}

// isNamed reports whether a document stood at one of the times that the query names.
func (m *matcher) isNamed(k key) bool {
	for _, t := range m.times {
		if k.from <= t.last && t.first <= k.to {
			return true
		}
	}
	return false
}
