package fold

import "fmt"

// Rules rewrite letter groups of a key. At each place the longest group wins; what was written is not looked at again.
// It is safe for concurrent use.
type Rules struct {
	byFirst [128][]rule // longest first
}

type rule struct{ from, to string }

// NewRules takes pairs: from, to, from, to. A replacement is never longer than what it replaces, so that rewriting
// needs no memory; a pair that breaks this is a mistake of the program and panics.
func NewRules(pairs ...string) *Rules {
	if len(pairs)%2 != 0 {
		panic("fold: rules come in pairs")
	}
	rs := new(Rules)
	for i := 0; i < len(pairs); i += 2 {
		r := rule{pairs[i], pairs[i+1]}
		if r.from == "" || r.from[0] >= 128 || len(r.to) > len(r.from) {
			panic(fmt.Sprintf("fold: rule %q > %q: want a replacement no longer than the letters it replaces", r.from, r.to))
		}
		bucket := rs.byFirst[r.from[0]]
		at := len(bucket)
		for at > 0 && len(bucket[at-1].from) < len(r.from) {
			at--
		}
		bucket = append(bucket, rule{})
		copy(bucket[at+1:], bucket[at:])
		bucket[at] = r
		rs.byFirst[r.from[0]] = bucket
	}
	return rs
}

// Apply rewrites key in place and returns its shortened self.
func (rs *Rules) Apply(key []byte) []byte {
	w := 0
next:
	for i := 0; i < len(key); {
		if c := key[i]; c < 128 {
			for _, r := range rs.byFirst[c] {
				if end := i + len(r.from); end <= len(key) && string(key[i:end]) == r.from {
					w += copy(key[w:], r.to)
					i = end
					continue next
				}
			}
		}
		key[w] = key[i]
		w++
		i++
	}
	return key[:w]
}
