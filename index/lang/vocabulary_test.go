package lang

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestVocabulary holds every language to its word lists in testdata: the words of a line of meet.txt are found by each
// other, the words of a line of apart.txt are not.
func TestVocabulary(t *testing.T) {
	for _, l := range All() {
		t.Run(l.Code, func(t *testing.T) {
			pairs := 0
			for _, words := range vocabulary(t, l.Code, "meet.txt") {
				first := term(t, l, words[0])
				for _, w := range words[1:] {
					pairs++
					if got := term(t, l, w); got != first {
						t.Errorf("%s (%s) does not meet %s (%s)", w, got, words[0], first)
					}
				}
			}
			for _, words := range vocabulary(t, l.Code, "apart.txt") {
				for i, a := range words {
					for _, b := range words[i+1:] {
						pairs++
						if term(t, l, a) == term(t, l, b) {
							t.Errorf("%s and %s are both %s, want them apart", a, b, term(t, l, a))
						}
					}
				}
			}
			if pairs < 200 {
				t.Errorf("the vocabulary has %d pairs, want at least 200", pairs)
			}
		})
	}
}

// term returns the only term of a word.
func term(t *testing.T, l Language, word string) string {
	t.Helper()
	terms := Terms(l.Code, word)
	if len(terms) != 1 {
		t.Errorf("%s has the terms %q, want one", word, terms)
		return word
	}
	return terms[0]
}

// vocabulary reads the lines of a word list; # begins a comment.
func vocabulary(t *testing.T, code, file string) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(code, "testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	var lines [][]string
	for line := range strings.Lines(string(data)) {
		if words := strings.Fields(line); len(words) > 1 && !strings.HasPrefix(words[0], "#") {
			lines = append(lines, words)
		}
	}
	return lines
}
