package index

import (
	"math"

	"seelex/index/lang"
)

// Weights of the ways in which an official text can answer a unit of the query.
const (
	headBoost      = 2.5 // in headings
	bodyBoost      = 1.0
	conceptHead    = 1.6 // by its concept, in any language
	conceptBody    = 0.7
	transliterated = 0.6 // a word of Latin letters read as Greek or Cyrillic

	// mostUnits is the share of the units of a query that an official text must answer: it
	// is more than among digests, since long texts have any word.
	mostUnits = 0.6
)

// textQuery is what is asked of the official texts.
type textQuery struct {
	clauses []clause // the units and phrases of the query
	need    int      // how many of them a text must answer
	not     []clause // for the words and phrases of understood.not
}

// clause matches texts in one of several ways.
type clause []allOf

// allOf matches texts that have a leaf of each of its groups.
type allOf [][]leaf

// leaf is a term in a field.
type leaf struct {
	fieldTerm
	weight float64
	head   bool // the field holds headings
}

// textQuery is the query as far as official texts can answer it.
func (s *state) textQuery(u *understood) *textQuery {
	q := &textQuery{}
	add := func(c clause) {
		if len(c) > 0 {
			q.clauses = append(q.clauses, c)
		}
	}
	for _, un := range u.units {
		if !un.place && !un.optional {
			add(s.unitClause(u, un))
		}
	}
	for _, phrase := range u.phrases {
		add(phraseClause(phrase))
	}
	for _, not := range u.not {
		q.not = append(q.not, phraseClause(not))
	}
	q.need = min(1, len(q.clauses))
	if !u.any() {
		q.need = int(math.Ceil(mostUnits * float64(len(q.clauses))))
	}
	return q
}

// unitClause matches a unit by its words as typed and by its concepts. It is empty for
// words that carry no meaning.
func (s *state) unitClause(u *understood, un unit) (c clause) {
	var words allOf
	for _, w := range un.sought() {
		if forms := s.wordLeaves(u, w.text); len(forms) > 0 {
			words = append(words, forms)
		}
	}
	switch {
	case len(un.concepts) > 0 && len(words) > 0:
		c = append(c, words)
	default:
		for _, forms := range words {
			c = append(c, allOf{forms})
		}
	}
	for _, id := range un.concepts {
		c = append(c, allOf{{newLeaf(fieldConceptHead, id, conceptHead, true), newLeaf(fieldConcept, id, conceptBody, false)}})
	}
	return c
}

// wordLeaves are the forms of a word in every language that it may be of and texts are in.
func (s *state) wordLeaves(u *understood, text string) (forms []leaf) {
	for _, code := range u.langs {
		if !s.textLangs[code] {
			continue
		}
		for _, term := range u.memo.terms(code, text) {
			weight := 1.0
			if l, _ := lang.Find(code); l.Script() != "Latn" && isLatin(text) {
				weight = transliterated
			}
			forms = append(forms, termLeaves(code, term, weight)...)
		}
	}
	return forms
}

// phraseClause matches all words of a phrase in one language; that they stand beside
// each other is checked on the text of the hits.
func phraseClause(phrase string) (c clause) {
	for _, code := range families(phrase) {
		var words allOf
		for _, term := range lang.Terms(code, phrase) {
			words = append(words, termLeaves(code, term, 1))
		}
		if len(words) > 0 {
			c = append(c, words)
		}
	}
	return c
}

func termLeaves(code, term string, weight float64) []leaf {
	return []leaf{newLeaf(head+code, term, weight*headBoost, true), newLeaf(body+code, term, weight*bodyBoost, false)}
}

func newLeaf(field, term string, weight float64, head bool) leaf {
	return leaf{fieldTerm{field, term}, weight, head}
}

func isLatin(s string) bool {
	for _, r := range s {
		if r > 0x24F {
			return false
		}
	}
	return true
}
