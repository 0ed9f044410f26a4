package index

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"seelex/index/lang"
	"seelex/index/lang/fold"
	"seelex/legislation"
)

// vocabulary holds the words of the curated corpus and of the thesaurus as they are
// written, to find what a misspelt word may mean.
type vocabulary struct {
	words     []spelling // short keys first
	keys      textList   // of the words: without diacritics in Latin letters
	spellings textList   // the commonest
	others    textList   // the commonest in Greek or Cyrillic letters, "" without any
	begun     []uint32   // length → the words with keys of that length, or a shorter one, are before this number
}

// spelling is what is known of a word.
type spelling struct {
	count   int32   // how often it stands
	letters uint32  // see lettersOf
	langs   tongues // in which it is written
}

// ofLength are the words with keys of a length: from the first number to before the second.
func (v *vocabulary) ofLength(n int) (from, to uint32) {
	if n < 1 || n >= len(v.begun) {
		return 0, 0
	}
	return v.begun[n-1], v.begun[n]
}

// tongues is a set of languages, by their places in lang.All.
type tongues uint16

func tonguesOf(codes ...string) (set tongues) {
	for i, l := range lang.All() {
		if slices.Contains(codes, l.Code) {
			set |= 1 << i
		}
	}
	return set
}

// lettersOf are the letters of a key, a bit each. Keys that are an edit apart differ in
// at most two, so that most words need not be compared.
func lettersOf(key string) (set uint32) {
	for i := range len(key) {
		set |= 1 << (key[i] & 31)
	}
	return set
}

func newVocabulary(c *legislation.Catalog, source Source) *vocabulary {
	counts := map[string]map[string]int{} // key → spelling → times
	langs := map[string]tongues{}
	sets := map[string]tongues{}
	add := func(tag, text string, times int) {
		set, known := sets[tag]
		if !known {
			if l, ok := lang.Find(tag); ok {
				set = tonguesOf(l.Code)
			}
			sets[tag] = set
		}
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }) {
			if utf8.RuneCountInString(word) < 4 {
				continue
			}
			word = strings.ToLower(word)
			key := string(fold.Plain.Append(nil, []byte(word)))
			if counts[key] == nil {
				counts[key] = map[string]int{}
			}
			counts[key][word] += times
			langs[key] |= set
		}
	}
	texts := func(t legislation.Text) {
		for tag, text := range t {
			add(tag, text, 3)
		}
	}
	for _, concept := range c.Concepts {
		for tag, labels := range concept.Labels {
			for _, label := range labels {
				add(tag, label, 5)
			}
		}
	}
	for _, i := range c.Instruments {
		add("en", i.TitleEn, 3)
		texts(i.Title)
	}
	for _, p := range c.Positions {
		add("en", p.Summary, 1)
	}
	_ = source.Provisions(func(p *legislation.Provision) error { // a spelling less is no error
		for _, v := range p.Versions {
			texts(v.Heading)
			add("en", v.Digest, 1)
			for tag, terms := range v.Terms {
				for _, term := range terms {
					add(tag, term, 3)
				}
			}
		}
		return nil
	})
	v := new(vocabulary)
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
	for _, key := range keys {
		commonest, most := commonestOf(counts[key], func(string) bool { return true })
		foreign, _ := commonestOf(counts[key], func(word string) bool { return !isLatin(word) })
		for len(v.begun) < len(key) {
			v.begun = append(v.begun, uint32(len(v.words)))
		}
		v.words = append(v.words, spelling{int32(most), lettersOf(key), langs[key]})
		v.keys.add(key)
		v.spellings.add(commonest)
		v.others.add(foreign)
	}
	v.begun = append(v.begun, uint32(len(v.words)))
	return v
}

// commonestOf is the commonest of spellings that will do, and how often it stands.
func commonestOf(counts map[string]int, do func(word string) bool) (commonest string, most int) {
	for word, n := range counts {
		if do(word) && (n > most || n == most && word < commonest) {
			commonest, most = word, n
		}
	}
	return commonest, most
}

// longKey is from how many letters on a word counts as long.
const longKey = 7

// near returns the words that a misspelt one most likely means, best first: of the
// languages that the query may be written in, and long ones of any, since these are often
// of Greek or Latin origin and nearly the same in all.
func (v *vocabulary) near(word string, langs, able tongues) []string {
	key := string(fold.Plain.Append(nil, []byte(strings.ToLower(word))))
	if len(key) < 4 || len(key) > 40 {
		return nil
	}
	reach := 1
	if len(key) > longKey {
		reach = 2
	}
	type found struct {
		spelling
		key, word, other string
		cost             int
	}
	var all []found
	foreign := func(s spelling) int {
		if s.langs&langs == 0 {
			return 1
		}
		return 0
	}
	letters := lettersOf(key)
	for length := len(key) - reach; length <= len(key)+reach; length++ {
		from, to := v.ofLength(length)
		for n := from; n < to; n++ {
			s := v.words[n]
			if s.langs&able == 0 || s.langs&langs == 0 && len(key) < longKey || bits.OnesCount32(letters^s.letters) > 2*reach {
				continue
			}
			known := v.keys.at(n)
			if cost := edits(key, known, reach); cost <= reach {
				if known[0] != key[0] {
					cost++ // people seldom mistake the first letter
				}
				all = append(all, found{s, known, v.spellings.at(n), v.others.at(n), cost})
			}
		}
	}
	if len(all) == 0 && len(key) >= dropped {
		from, to := v.ofLength(len(key) + 2)
		for n := from; n < to; n++ {
			if s, known := v.words[n], v.keys.at(n); s.langs&langs != 0 && lacksLetters(key, known) {
				all = append(all, found{s, known, v.spellings.at(n), v.others.at(n), 2})
			}
		}
	}
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(a.cost-b.cost, foreign(a.spelling)-foreign(b.spelling), int(b.count-a.count), strings.Compare(a.word, b.word))
	})
	var out []string
	for _, f := range all {
		if len(out) == 3 || f.cost > all[0].cost+1 {
			break
		}
		switch { // in the letters that are typed: others would make the query one of more languages
		case isLatin(word) && !isLatin(f.word):
			f.word = f.key
		case !isLatin(word) && f.other == "":
			continue
		case !isLatin(word):
			f.word = f.other
		}
		out = append(out, f.word)
	}
	return out
}

// dropped is from how many letters on a word may lack two: upoeba is upotreba.
const dropped = 6

// lacksLetters reports whether a key has the letters of another in their order, the first two
// and the last among them.
func lacksLetters(key, whole string) bool {
	if key[:2] != whole[:2] || key[len(key)-1] != whole[len(whole)-1] {
		return false
	}
	at := 0
	for i := range len(whole) {
		if at < len(key) && key[at] == whole[i] {
			at++
		}
	}
	return at == len(key)
}

// maxEdited bounds the keys that are compared, in bytes.
const maxEdited = 48

// edits counts the letters to insert, drop, change or swap to get from a to b, as far as the
// limit.
func edits(a, b string, limit int) int {
	var rows [3][maxEdited + 1]int8 // costs are small, and clearing rows is what costs
	previous, row, next := rows[0][:], rows[1][:], rows[2][:]
	for j := range len(b) + 1 {
		row[j] = int8(j)
	}
	for i := 1; i <= len(a); i++ {
		next[0] = int8(i)
		best := int8(i)
		for j := 1; j <= len(b); j++ {
			change := row[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			cost := min(change, row[j]+1, next[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cost = min(cost, previous[j-2]+1)
			}
			next[j] = cost
			best = min(best, cost)
		}
		if int(best) > limit {
			return limit + 1
		}
		previous, row, next = row, next, previous
	}
	return int(row[len(b)])
}

// maxCorrected bounds the words of a query that are looked up in the vocabulary.
const maxCorrected = 4

// correct spells the words of a query that the law does not know as the law would;
// it returns "" when there are none, or nothing is near.
func (s *held) correct(u *understood) string {
	var b strings.Builder
	changed, corrected := false, 0
	guess := u.spokenIn()
	langs := tonguesOf(guess...)
	switch slavic := tonguesOf("bg", "mk", "sh", "sl"); {
	case len(guess) == 0:
		langs = ^tongues(0)
	case langs&slavic != 0:
		langs |= slavic // these borrow from each other, and so do their speakers
	}
	for _, w := range u.words {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		word := w.text
		if corrected < maxCorrected && !u.recognised(w) && !s.knows(u, w.text) && !s.knowledge().isGeneral(u, w) && !s.knowledge().inLabel(u, w) && !u.meaningless(w, guess) {
			corrected++
			if near := s.vocabulary().near(strings.TrimFunc(w.text, func(r rune) bool { return !unicode.IsLetter(r) }), langs, tonguesOf(possible(w.text)...)); len(near) > 0 && !strings.EqualFold(near[0], w.text) {
				word, changed = near[0], true
			}
		}
		b.WriteString(word)
	}
	if !changed {
		return ""
	}
	return b.String()
}

// possible are the languages that may have a word, by its letters.
func possible(word string) (codes []string) {
	for _, l := range lang.All() {
		if lang.Possible(l.Code, word) {
			codes = append(codes, l.Code)
		}
	}
	return codes
}

// recognised reports whether a word is the name of a jurisdiction or of a concept, or
// part of one, and so needs no other spelling.
func (u *understood) recognised(w word) bool {
	return slices.ContainsFunc(u.units, func(un unit) bool {
		return (un.place || un.aside || un.optional || len(un.concepts) > 0) && slices.ContainsFunc(un.words, func(x word) bool { return x.start == w.start })
	})
}

// meant reads words that are part of a label of the thesaurus as what the label stands
// for; it reports whether there were any. It helps a query that finds nothing.
func (s *state) meant(u *understood) (any bool) {
	for i, un := range u.units {
		if len(un.words) != 1 || len(un.concepts) > 0 || un.place || un.aside {
			continue
		}
		for _, v := range s.knowledge().partOf(u, u.langs, un.words[0].text) {
			if c := &s.catalog.Concepts[v]; !u.widens(c.ID) && s.knowledge().widen(u, c, un.words[0].text) {
				u.units[i].concepts = append(u.units[i].concepts, c.ID)
				any = true
			}
		}
	}
	return any
}

// readParts reads words that no document has, but a label of the thesaurus, as what the label
// stands for, in a query without any concept: igle, of the exchange of needles. Beside a
// concept they are rather its circumstances.
func (s *held) readParts(u *understood) {
	if len(u.expand) > 0 {
		return
	}
	for i := range u.units {
		un := &u.units[i]
		if len(un.words) != 1 || len(un.concepts) > 0 || un.place || un.aside || s.knows(u, un.words[0].text) {
			continue
		}
		for _, v := range s.knowledge().partOf(u, u.spokenIn(), un.words[0].text) {
			if c := &s.catalog.Concepts[v]; s.knowledge().widen(u, c, un.words[0].text) {
				un.concepts = append(un.concepts, c.ID)
			}
		}
	}
}

// knows reports whether the index has the word, in any language that it may be of;
// words with digits are never misspelt.
func (s *held) knows(u *understood, word string) bool {
	if strings.ContainsFunc(word, unicode.IsDigit) {
		return true
	}
	for _, code := range u.langs {
		terms := u.memo.terms(code, word)
		if len(terms) == 0 {
			continue
		}
		for _, term := range terms {
			if s.curated.knows(code, term) || s.textLangs[code] && (s.holds(head+code, term) || s.holds(body+code, term)) {
				return true
			}
		}
	}
	return false
}

// holds reports whether an official text has a term.
func (s *held) holds(field, term string) bool {
	return slices.ContainsFunc(s.segments, func(g *segment) bool {
		p, err := g.postings(fieldTerm{field, term}) // a spelling less is no error
		return err == nil && !p.docs.IsEmpty() && (g.gone == nil || p.docs.AndCardinality(g.gone) < p.docs.GetCardinality())
	})
}
