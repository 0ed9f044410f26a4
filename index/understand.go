package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"seelex/index/lang"
	"seelex/legislation"
)

// understood is a query with what its words mean.
type understood struct {
	typed
	request Request
	langs   []string // families that the words may be of, by their script
	written []string // families that the query seems to be written in
	units   []unit
	places  []Place
	expand  []Expanded
	unread  []Filter // filters with a value that is not known: read as words
	marks   *marker
	memo    *memo
	cited   *cited
	valid   []word // ask for law that is in force
	anyUnit bool   // one unit of the query is enough, since hardly anything matches more
}

// unit is one thing that the query asks for: a word, or the words of a concept.
type unit struct {
	words    []word
	concepts []string // ids, widened to all languages
	place    bool     // the name of a jurisdiction
	optional bool     // carries no meaning of its own
	aside    bool     // its words are set aside: only its concepts are looked for
}

// sought are the words of a unit that are looked for.
func (un *unit) sought() []word {
	if un.aside {
		return nil
	}
	return un.words
}

// understand reads the text of a request: filters join the request's own, names of
// jurisdictions and concepts are recognised, the rest are words.
func (k *knowledge) understand(r Request) *understood {
	return k.meaning(r, parse(r.Text))
}

// respell understands a query again with other words in the place of its own.
func (k *knowledge) respell(r Request, u *understood, text string) *understood {
	q := parse(text)
	q.phrases, q.not, q.filters, q.ignored = u.phrases, u.not, u.filters, u.ignored
	return k.meaning(r, q)
}

func (k *knowledge) meaning(r Request, q typed) *understood {
	u := &understood{typed: q, request: r}
	written := u.filters
	u.filters = nil
	for _, f := range written {
		if k.apply(&u.request, f) {
			u.filters = append(u.filters, f)
		} else {
			u.unread = append(u.unread, f)
			start := len(u.text) + 1
			u.text += " " + f.Value
			u.words = append(u.words, word{text: f.Value, start: start, end: len(u.text)})
		}
	}
	u.langs = families(u.text + " " + strings.Join(u.phrases, " "))
	u.memo = newMemo(&u.typed)
	taken := make([]bool, len(u.words))
	spans := findAll(u.memo, u.langs, k.concepts, k.typed)
	places := u.placesIn(k)
	for _, s := range spans {
		if words := u.covered(s); len(words) > 1 {
			k.takeConcept(u, s, words, taken)
		}
	}
	for _, s := range places {
		k.takePlace(u, s, taken)
	}
	k.takeScattered(u, taken)
	k.takePairs(u, taken)
	for _, s := range spans {
		if words := u.covered(s); len(words) != 1 || !u.isLittle(words[0]) {
			k.takeConcept(u, s, words, taken)
		}
	}
	for i, w := range u.words {
		if !taken[i] && !u.isLittle(w) && !k.inLabel(u, w) {
			if concepts := k.variantOf(w.text); len(concepts) > 0 && len(concepts) <= 2 {
				k.takeConcept(u, span{start: w.start, end: w.end, values: concepts}, []word{w}, taken)
			}
		}
	}
	k.takeApart(u, taken)
	for i, w := range u.words {
		if !taken[i] {
			u.units = append(u.units, unit{words: []word{w}})
		}
	}
	slices.SortStableFunc(u.units, func(a, b unit) int { return a.words[0].start - b.words[0].start })
	k.takeAside(u)
	k.takeTogether(u)
	k.takeHowMuch(u)
	return u
}

// isLittle reports whether a word is a function word of the language that the query seems to
// be in: there it is no concept of another one.
func (u *understood) isLittle(w word) bool {
	guess := u.memo.guess()
	return len(guess) <= sure && u.meaningless(w, guess)
}

// apply puts a filter that was written in the text into the request.
func (k *knowledge) apply(r *Request, f Filter) bool {
	switch f.Field {
	case "jurisdiction":
		j, err := k.catalog.Jurisdiction(f.Value)
		if err != nil {
			return false
		}
		r.Jurisdictions = append(slices.Clip(r.Jurisdictions), j.Code)
	case "topic":
		if _, err := k.catalog.Topic(f.Value); err != nil {
			return false
		}
		r.Topics = append(slices.Clip(r.Topics), f.Value)
	case "type":
		if !slices.Contains(legislation.InstrumentTypes, f.Value) {
			return false
		}
		r.Types = append(slices.Clip(r.Types), f.Value)
	case "kind":
		if !slices.Contains(Kinds, f.Value) {
			return false
		}
		r.Kinds = append(slices.Clip(r.Kinds), f.Value)
	case "confidence":
		if !slices.Contains(legislation.Confidences, legislation.Confidence(f.Value)) {
			return false
		}
		r.Confidences = append(slices.Clip(r.Confidences), f.Value)
	case "lang":
		if _, ok := lang.Find(f.Value); !ok {
			return false
		}
		r.Langs = append(slices.Clip(r.Langs), f.Value)
	case "on":
		d, err := legislation.ParseDay(f.Value)
		if err != nil {
			return false
		}
		r.On = d
	}
	return true
}

// placesIn finds the names of jurisdictions.
func (u *understood) placesIn(k *knowledge) []span {
	guess := u.memo.guess()
	if len(guess) > sure {
		guess = u.langs
	}
	return longest(slices.Concat(findAll(u.memo, u.langs, k.places), findAll(u.memo, guess, k.called)))
}

// covered are the words that a span covers.
func (u *understood) covered(s span) (words []word) {
	for _, w := range u.words {
		if w.start < s.end && s.start < w.end {
			words = append(words, w)
		}
	}
	return words
}

// free reports whether there are words and none of them is taken.
func (u *understood) free(words []word, taken []bool) bool {
	for i, w := range u.words {
		if taken[i] && slices.ContainsFunc(words, func(x word) bool { return x.start == w.start }) {
			return false
		}
	}
	return len(words) > 0
}

func (u *understood) mark(words []word, taken []bool) {
	for i, w := range u.words {
		taken[i] = taken[i] || slices.ContainsFunc(words, func(x word) bool { return x.start == w.start })
	}
}

func (k *knowledge) takeConcept(u *understood, s span, words []word, taken []bool) {
	if !u.free(words, taken) {
		return
	}
	un := unit{words: words}
	for _, v := range s.values {
		if concept := &k.catalog.Concepts[v]; k.widen(u, concept, s.text(u.text)) {
			un.concepts = append(un.concepts, concept.ID)
		}
	}
	if len(un.concepts) == 0 {
		return // plain words after all
	}
	u.mark(words, taken)
	u.units = append(u.units, un)
}

// widens reports whether a query is widened by a concept, or would be had the reader not
// switched it off.
func (u *understood) widens(concept string) bool {
	return slices.ContainsFunc(u.expand, func(e Expanded) bool { return e.Concept == concept })
}

// widen adds a concept that was recognised by a text, unless there are too many; it
// reports whether the query is to be widened by it.
func (k *knowledge) widen(u *understood, c *legislation.Concept, text string) bool {
	off := !u.request.Expand || slices.Contains(u.request.Without, c.ID)
	if !u.widens(c.ID) {
		if len(u.expand) >= MaxConcepts {
			return false
		}
		u.expand = append(u.expand, Expanded{Concept: c.ID, Label: c.Label(), Text: text, Terms: c.Labels, Off: off, terms: k.labelsJSON(c)})
	}
	return !off
}

// labelsJSON is the JSON of a concept's labels, of which there are a hundred.
func (k *knowledge) labelsJSON(c *legislation.Concept) string {
	if known, ok := k.encoded.Load(c); ok {
		return known.(string)
	}
	made := string(appendTerms(nil, c.Labels))
	k.encoded.Store(c, made)
	return made
}

func (k *knowledge) takePlace(u *understood, s span, taken []bool) {
	words := u.covered(s)
	if !u.free(words, taken) {
		return
	}
	for _, v := range s.values {
		j := k.catalog.Jurisdictions[v]
		if !slices.ContainsFunc(u.places, func(p Place) bool { return p.Code == j.Code }) {
			u.places = append(u.places, Place{j.Code, j.Name, s.text(u.text)})
		}
	}
	u.mark(words, taken)
	u.units = append(u.units, unit{words: words, place: true})
}

// families are the languages that a text may be of, by the scripts of its letters.
// Latin letters may stand for any script, since Greek and Cyrillic are typed in them too.
func families(text string) []string {
	latin, greek, cyrillic := false, false, false
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			latin = latin || unicode.IsLetter(r)
		case unicode.Is(unicode.Latin, r):
			latin = true
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic = true
		case unicode.Is(unicode.Greek, r):
			greek = true
		}
	}
	any := latin || !greek && !cyrillic
	all := lang.All()
	codes := make([]string, 0, len(all))
	for i := range all {
		l := &all[i]
		if any || greek && slices.Contains(l.Scripts, "Grek") || cyrillic && slices.Contains(l.Scripts, "Cyrl") {
			codes = append(codes, l.Code)
		}
	}
	return codes
}
