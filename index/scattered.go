package index

import "slices"

// seeds bounds the labels that a word may be part of to make one think of them.
const seeds = 200

// takeScattered recognises a concept by a label of three words or more that stand in any
// order, or by one of four of which one is missing: "sobe za sigurnu konzumaciju droga"
// for "soba za sigurnu uporabu droga".
func (k *knowledge) takeScattered(u *understood, taken []bool) {
	var best label
	var from string
	hits, rivals := 0, false
	for _, code := range u.langs {
		var free []uint32 // terms, in the order of the query, so that every answer is the same
		unknown := 0
		for i, w := range u.words {
			terms := u.memo.terms(code, w.text)
			if taken[i] || len(terms) != 1 {
				continue
			}
			if term := k.terms.number(code, terms[0]); term == noTerm {
				unknown++
			} else if !slices.Contains(free, term) {
				free = append(free, term)
			}
		}
		if len(free)+unknown < 3 {
			continue
		}
		for _, term := range free {
			places := k.labelsWith(term)
			if len(places) > seeds {
				continue
			}
			for _, at := range places {
				l := k.label(at)
				n := 0
				for _, t := range l.terms {
					if slices.Contains(free, t) {
						n++
					}
				}
				if n < 3 || n < len(l.terms)-1 || n < len(l.terms) && n < hits {
					continue
				}
				switch {
				case n > hits || n == hits && n == len(l.terms) && len(best.terms) > n:
					best, from, hits, rivals = l, code, n, false
				case n == hits && len(l.terms) == len(best.terms) && l.concept != best.concept:
					rivals = true
				}
			}
		}
	}
	if hits == 0 || rivals {
		return
	}
	var words []word
	for i, w := range u.words {
		if terms := u.memo.terms(from, w.text); !taken[i] && len(terms) == 1 && slices.Contains(best.terms, k.terms.number(from, terms[0])) {
			words = append(words, w)
		}
	}
	k.takeConcept(u, span{start: words[0].start, end: words[len(words)-1].end, values: []int{best.concept}}, words, taken)
}

// takePairs recognises concepts of two words that stand the other way round than in
// the label, or have the name of a jurisdiction between them: cannabis Greece medical.
func (k *knowledge) takePairs(u *understood, taken []bool) {
	var free []int
	for i, w := range u.words {
		if !taken[i] && slices.ContainsFunc(u.langs, func(code string) bool { return len(u.memo.terms(code, w.text)) > 0 }) {
			free = append(free, i)
		}
	}
	for n := 1; n < len(free); n++ {
		first, second := u.words[free[n-1]], u.words[free[n]]
		values := k.pair(u, first, second)
		if len(values) == 0 {
			values = k.pair(u, second, first)
		}
		if len(values) > 0 {
			k.takeConcept(u, span{start: first.start, end: second.end, values: values}, []word{first, second}, taken)
		}
	}
}

// between is how many words may stand between the two of a label.
const between = 3

// takeApart recognises concepts of two words that stand apart, the other of which may be
// part of another concept: to buy oneself off (otkupiti), of a sentence named before.
func (k *knowledge) takeApart(u *understood, taken []bool) {
	for i, w := range u.words {
		if taken[i] || u.isLittle(w) || k.isGeneral(u, w) {
			continue
		}
		if values := k.pairedWith(u, i); len(values) == 1 && !u.widens(k.catalog.Concepts[values[0]].ID) {
			k.takeConcept(u, span{start: w.start, end: w.end, values: values}, []word{w}, taken)
		}
	}
}

// pairedWith are the concepts of which a word and one near it make a label, the nearest first.
func (k *knowledge) pairedWith(u *understood, at int) []int {
	for gap := 1; gap <= between+1; gap++ {
		for _, other := range [2]int{at - gap, at + gap} {
			if other < 0 || other >= len(u.words) || u.isLittle(u.words[other]) || k.isGeneral(u, u.words[other]) || u.isAnyDrug(u.words[other]) {
				continue
			}
			one, two := u.words[min(at, other)], u.words[max(at, other)]
			if values := k.pair(u, one, two); len(values) > 0 {
				return values
			}
			if values := k.pair(u, two, one); len(values) > 0 {
				return values
			}
		}
	}
	return nil
}

// inLabel reports whether a label has the word, in a language that the query seems to be in.
func (k *knowledge) inLabel(u *understood, w word) bool {
	codes := u.memo.guess()
	if len(codes) > sure {
		codes = u.langs
	}
	return slices.ContainsFunc(codes, func(code string) bool {
		return slices.ContainsFunc(u.memo.terms(code, w.text), func(term string) bool { return k.terms.number(code, term) != noTerm })
	})
}

// isAnyDrug reports whether a word is taken for drugs of any kind: it is beside everything.
func (u *understood) isAnyDrug(w word) bool {
	return slices.ContainsFunc(u.units, func(un unit) bool {
		return slices.Equal(un.concepts, []string{"narcotic-drug"}) && slices.ContainsFunc(un.words, func(x word) bool { return x.start == w.start })
	})
}

// pair are the concepts with a label of two words, in this order.
func (k *knowledge) pair(u *understood, first, second word) (concepts []int) {
	for _, code := range u.langs {
		a, b := u.memo.terms(code, first.text), u.memo.terms(code, second.text)
		if len(a) != 1 || len(b) != 1 {
			continue
		}
		for _, book := range [2]*phrasebook{k.concepts, k.typed} {
			for _, v := range book.pair(code, a[0], b[0]) {
				if !slices.Contains(concepts, int(v)) {
					concepts = append(concepts, int(v))
				}
			}
		}
	}
	return concepts
}
