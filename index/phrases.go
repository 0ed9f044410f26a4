package index

import (
	"slices"

	"seelex/index/lang"
)

// withPhrases are the documents in whose passages all phrases stand.
func (c *curated) withPhrases(phrases []string) map[uint32]bool {
	all := c.withPhrase(phrases[0])
	for _, phrase := range phrases[1:] {
		these := c.withPhrase(phrase)
		for d := range all {
			if !these[d] {
				delete(all, d)
			}
		}
	}
	return all
}

// withPhrase are the documents in which a word stands, or several beside each other, in
// any form of any language that they may be of.
func (c *curated) withPhrase(phrase string) map[uint32]bool {
	out := map[uint32]bool{}
	for _, code := range families(phrase) {
		terms := lang.Terms(code, phrase)
		if len(terms) == 0 {
			continue
		}
		wanted := make([]uint32, 0, len(terms))
		for _, t := range distinctPlaces(lang.Tokens(code, []byte(phrase))) {
			wanted = append(wanted, trait(inPassage, code, string(t.Term)))
		}
		for _, class := range []byte{inHeadTrait, inBodyTrait} {
			for _, p := range c.having(trait(class, code, terms[0])) {
				if !out[p.doc] && (len(wanted) == 1 || c.says(p.doc, wanted)) {
					out[p.doc] = true
				}
			}
		}
	}
	return out
}

// says reports whether terms stand beside each other in a passage of a document.
func (c *curated) says(doc uint32, terms []uint32) bool {
	return slices.ContainsFunc(c.passages.at(doc), func(p uint32) bool { return marks{words: c.words.at(p)}.say(terms) })
}

func (m marks) say(terms []uint32) bool {
	words, end := make([]uint32, 0, len(m.words)/3), uint32(0)
	for i := 0; i < len(m.words); i += 3 {
		if m.words[i+1] >= end { // of a compound number the whole
			words = append(words, m.words[i])
			end = m.words[i+2]
		}
	}
	for at := 0; at+len(terms) <= len(words); at++ {
		if slices.Equal(words[at:at+len(terms)], terms) {
			return true
		}
	}
	return false
}
