// Package stem holds what the light stemmers share: sets of endings of which the longest fitting one is taken off.
package stem

import (
	"fmt"
	"strings"
)

// Endings is a set of endings, kept as a trie read from the end of the word. Words and endings are keys in small ASCII
// letters. Once built it is safe for concurrent use.
type Endings struct {
	nodes []node
}

type node struct {
	next  [26]uint16 // 0: no such letter
	ends  bool
	least int    // letters that must remain before the ending
	put   string // what is written in the ending's place
}

// NewEndings returns an empty set.
func NewEndings() *Endings { return &Endings{nodes: make([]node, 1)} }

// Add adds endings, separated by white space, that are taken off when at least least letters remain. "oscu>ost" puts
// ost in the place of oscu. An ending added again replaces the first. It returns e.
func (e *Endings) Add(least int, endings string) *Endings {
	for entry := range strings.FieldsSeq(endings) {
		ending, put, _ := strings.Cut(entry, ">")
		at := 0
		for i := len(ending) - 1; i >= 0; i-- {
			c := ending[i] - 'a'
			if c > 25 || len(put) > len(ending) {
				panic(fmt.Sprintf("stem: ending %q: want small ASCII letters and no longer replacement", entry))
			}
			if e.nodes[at].next[c] == 0 {
				e.nodes = append(e.nodes, node{})
				e.nodes[at].next[c] = uint16(len(e.nodes) - 1)
			}
			at = int(e.nodes[at].next[c])
		}
		e.nodes[at].ends, e.nodes[at].least, e.nodes[at].put = true, least, put
	}
	return e
}

// Product adds every combination of a first and a second part, each list separated by white space; "-" is the empty part.
func (e *Endings) Product(least int, first, second string) *Endings {
	for a := range strings.FieldsSeq(first) {
		for b := range strings.FieldsSeq(second) {
			if both := strings.ReplaceAll(a+b, "-", ""); both != "" {
				e.Add(least, both)
			}
		}
	}
	return e
}

// Strip takes off the longest ending that leaves enough letters, and never fewer than keep, those put in the place of the
// ending among them. It changes word in place.
func (e *Endings) Strip(word []byte, keep int) []byte {
	at, cut, put := 0, -1, ""
	for i := len(word) - 1; i >= 0; i-- {
		c := word[i] - 'a'
		if c > 25 || e.nodes[at].next[c] == 0 {
			break
		}
		at = int(e.nodes[at].next[c])
		if n := &e.nodes[at]; n.ends && i >= n.least && i+len(n.put) >= keep {
			cut, put = i, n.put
		}
	}
	if cut < 0 {
		return word
	}
	return append(word[:cut], put...)
}

// Kept is a list of beginnings of words that must not lose a letter to an ending: osnov in "osnova, osnove" is the
// word itself though -ov is an ending elsewhere.
type Kept struct {
	byFirst [26][]string
}

// NewKept reads beginnings separated by white space.
func NewKept(beginnings string) *Kept {
	k := new(Kept)
	for b := range strings.FieldsSeq(beginnings) {
		k.byFirst[b[0]-'a'] = append(k.byFirst[b[0]-'a'], b)
	}
	return k
}

// Len returns the length of the longest listed beginning of word, 0 if there is none.
func (k *Kept) Len(word []byte) int {
	longest := 0
	if len(word) == 0 || word[0]-'a' > 25 {
		return 0
	}
	for _, b := range k.byFirst[word[0]-'a'] {
		if len(b) > longest && len(b) <= len(word) && string(word[:len(b)]) == b {
			longest = len(b)
		}
	}
	return longest
}
