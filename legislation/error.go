package legislation

import (
	"fmt"
	"strings"
)

// Code is the kind of an [Error]; the edge of the program turns it into an HTTP
// status or an exit code.
type Code string

// The kinds of errors.
const (
	Invalid     Code = "invalid"     // what was asked is not well formed
	NotFound    Code = "not-found"   // nothing is known under that name
	Gone        Code = "gone"        // it was published once and has been withdrawn
	Conflict    Code = "conflict"    // it contradicts what is there
	Unavailable Code = "unavailable" // it cannot be answered just now
)

// Error is an error that a person may see: which record and field, which value,
// what is wrong with it and what would be right.
type Error struct {
	Code    Code
	Record  string   // the record it is about, for example an id
	Field   string   // the field or parameter
	Value   string   // the value as given
	Message string   // what is wrong, as the rest of a sentence that starts with the value
	Want    string   // what would be right
	Nearest []string // known values near to the given one, best first
}

func (e *Error) Error() string {
	var b strings.Builder
	if e.Record != "" {
		b.WriteString(e.Record + ": ")
	}
	if e.Field != "" {
		b.WriteString(e.Field + ": ")
	}
	if e.Value != "" {
		fmt.Fprintf(&b, "%q ", clip(e.Value, 120))
	}
	b.WriteString(e.Message)
	if e.Want != "" {
		b.WriteString("; want " + e.Want)
	}
	if len(e.Nearest) > 0 {
		b.WriteString("; did you mean " + strings.Join(e.Nearest, ", ") + "?")
	}
	return b.String()
}

func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}

// Nearest returns up to three of the known values that are near to the given one
// in spelling, best first. How far is still near depends on the part in which they differ: of
// two long ids a whole number may not.
func Nearest(given string, known []string) []string {
	type near struct {
		value string
		cost  int
	}
	given = strings.ToLower(clip(given, 64))
	var best []near
	for _, k := range known {
		lower := strings.ToLower(k)
		cost := distance(given, lower)
		for part := range strings.FieldsFuncSeq(lower, func(r rune) bool { return r == '-' || r == '_' || r == '/' }) {
			cost = min(cost, 1+distance(given, part))
		}
		if strings.Contains(lower, given) && given != "" {
			cost = min(cost, 1)
		}
		if cost > tolerance(given, lower) {
			continue
		}
		at := len(best)
		for at > 0 && best[at-1].cost > cost {
			at--
		}
		best = append(best[:at], append([]near{{k, cost}}, best[at:]...)...)
		if len(best) > 3 {
			best = best[:3]
		}
	}
	out := make([]string, len(best))
	for i, n := range best {
		out[i] = n.value
	}
	return out
}

// tolerance is how many letters may be wrong: one of very few, else two, or a third of what is
// not alike in the beginning.
func tolerance(given, known string) int {
	alike := 0
	for alike < min(len(given), len(known)) && given[alike] == known[alike] {
		alike++
	}
	if len(given) <= 3 {
		return 1
	}
	return max(2, (len(given)-alike)/3)
}

// distance is the Levenshtein distance of two short texts.
func distance(a, b string) int {
	ra, rb := []rune(a), []rune(b)
	row := make([]int, len(rb)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range ra {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range rb {
			cost := diagonal
			if x != y {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(rb)]
}
