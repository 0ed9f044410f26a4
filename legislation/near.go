package legislation

import (
	"slices"
	"strings"
	"unicode"
)

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

// Misspelt returns the known name that a name can only be a slip of: in other letters of case, with
// other signs or a number, its letters in another order, cut short or lengthened, one letter wrong, or two of a
// long one. It is "" where the name resembles none: unlike [Nearest], this does not guess.
func Misspelt(given string, known []string) string {
	word := ""
	if words := strings.FieldsFunc(given, func(r rune) bool { return !unicode.IsLetter(r) }); len(words) > 1 {
		word = strings.ToLower(words[0]) // on_date
	}
	given = lettersOf(clip(given, 64))
	best, meant := 3, ""
	for _, name := range known {
		letters := lettersOf(name)
		cost := distance(given, letters)
		switch short := min(len(given), len(letters)); {
		case cost == 0:
		case word == name, short >= 4 && (strings.HasPrefix(given, letters) || strings.HasPrefix(letters, given)), short >= 4 && sorted(given) == sorted(letters):
			cost = min(cost, 2)
		case len(letters) < 4, cost > 2, cost == 2 && len(letters) < 8:
			continue
		}
		if cost < best {
			best, meant = cost, name
		}
	}
	return meant
}

// lettersOf are the letters of a name, small.
func lettersOf(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

func sorted(s string) string {
	letters := []rune(s)
	slices.Sort(letters)
	return string(letters)
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
