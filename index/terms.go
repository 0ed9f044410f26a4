package index

import (
	"maps"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"seelex/index/lang"
	"seelex/legislation"
)

// knowledge is what a generation knows of words: the thesaurus and the names of the
// jurisdictions, ready to be recognised.
type knowledge struct {
	catalog  *legislation.Catalog
	concepts *phrasebook                   // values are places in catalog.Concepts
	typed    *phrasebook                   // the same for hidden labels, which only queries have
	places   *phrasebook                   // values are places in catalog.Jurisdictions
	singles  map[int][]single              // labels of one word, by the length of their key
	labels   []label                       // of the thesaurus
	parts    map[string]map[string][]int32 // language → term → places in labels that have it
	general  map[uint32]bool               // terms that stand in every law
	rests    map[legislation.ID][]rest     // provisions on which positions rest
}

func newKnowledge(c *legislation.Catalog) *knowledge {
	k := &knowledge{catalog: c, concepts: newPhrasebook(), typed: newPhrasebook(), places: newPhrasebook(), singles: map[int][]single{}, parts: map[string]map[string][]int32{},
		general: newGeneral(), rests: map[legislation.ID][]rest{}}
	for i, concept := range c.Concepts {
		for _, tag := range slices.Sorted(maps.Keys(concept.Labels)) {
			l, known := lang.Find(tag)
			for _, label := range concept.Labels[tag] {
				k.addSingle(label, i)
				if known {
					tokens := lang.Tokens(l.Code, []byte(label))
					k.concepts.addAnalysed(l.Code, label, tokens, i)
					k.addParts(l.Code, tokens, i)
				}
			}
		}
	}
	for i, concept := range c.Concepts {
		for _, tag := range slices.Sorted(maps.Keys(concept.Hidden)) {
			for _, label := range concept.Hidden[tag] {
				k.addSingle(label, i)
				k.typed.add(tag, label, i)
			}
		}
	}
	for i, j := range c.Jurisdictions {
		k.addPlace(i, j)
	}
	for _, p := range c.Positions {
		for i, id := range p.Citations {
			k.rests[id.Base()] = append(k.rests[id.Base()], rest{p.Topic, p.Valid(), full / uint8(i+1)})
		}
	}
	return k
}

// rest says that a position on a topic rests on a provision: the one that it cites first
// is the rule itself, those behind it are what else counts.
type rest struct {
	topic    string
	period   legislation.Period
	strength uint8
}

// restOn are the topics on which positions rest on a provision, or on one that it is part
// of, during a period.
func (k *knowledge) restOn(id legislation.ID, during legislation.Period) map[string]uint8 {
	out := map[string]uint8{}
	for at := id; at != ""; at = at.Parent() {
		if at.IsInstrument() && at != id {
			break
		}
		for _, r := range k.rests[at] {
			if r.period.Overlaps(during) {
				out[r.topic] = max(out[r.topic], r.strength)
			}
		}
	}
	return out
}

// single is a label of one word, by its key without diacritics in Latin letters.
type single struct {
	key     string
	concept int
}

// variants are words of at least this many letters of which another spelling, one
// letter apart, is recognised: прекурзор and прекурсор, supstanca and substanca.
const variantLetters = 7

func (k *knowledge) addSingle(label string, concept int) {
	if strings.ContainsAny(label, " -") {
		return
	}
	key := foldText(label)
	if len(key) >= variantLetters && len(key) <= maxEdited {
		k.singles[len(key)] = append(k.singles[len(key)], single{key, concept})
	}
}

// label is a label of the thesaurus: its different terms, and the place of its concept
// in the catalog.
type label struct {
	terms   []string
	concept int
}

// addParts remembers which words a label has.
func (k *knowledge) addParts(code string, tokens analysis.TokenStream, concept int) {
	parts := k.parts[code]
	if parts == nil {
		parts = map[string][]int32{}
		k.parts[code] = parts
	}
	l := label{make([]string, 0, len(tokens)), concept}
	for _, t := range tokens {
		if term := string(t.Term); !slices.Contains(l.terms, term) {
			l.terms = append(l.terms, term)
			parts[term] = append(parts[term], int32(len(k.labels)))
		}
	}
	k.labels = append(k.labels, l)
}

// partOf are the concepts of which the word is part of a label, when they are few.
func (k *knowledge) partOf(u *understood, word string) []int {
	var out []int
	for _, code := range u.langs {
		for _, term := range u.memo.terms(code, word) {
			for _, at := range k.parts[code][term] {
				if concept := k.labels[at].concept; !slices.Contains(out, concept) {
					out = append(out, concept)
				}
			}
		}
	}
	if len(out) > 3 {
		return nil
	}
	return out
}

// variantOf are the concepts with a label of which the word is another spelling.
func (k *knowledge) variantOf(word string) []int {
	key := foldText(word)
	if len(key) < variantLetters || len(key) > maxEdited-1 {
		return nil
	}
	var out []int
	for n := len(key) - 1; n <= len(key)+1; n++ {
		for _, s := range k.singles[n] {
			if s.key[0] == key[0] && !slices.Contains(out, s.concept) && edits(key, s.key, 1) <= 1 {
				out = append(out, s.concept)
			}
		}
	}
	return out
}

// adjectives are what English calls the law and the people of a jurisdiction.
var adjectives = map[string][]string{
	"AL": {"Albanian"}, "BA": {"Bosnian", "Bosnia"}, "BA-SRP": {"RS entity"}, "BG": {"Bulgarian"}, "HR": {"Croatian"}, "CY": {"Cypriot"},
	"GR": {"Greek"}, "XK": {"Kosovar"}, "MD": {"Moldovan"}, "ME": {"Montenegrin"}, "MK": {"Macedonian", "Macedonia"}, "RO": {"Romanian"},
	"RS": {"Serbian"}, "SI": {"Slovenian", "Slovene"}, "TR": {"Turkish", "Turkey"}, "EU": {"European Union"},
}

// addPlace makes the names of a jurisdiction known in every language of the region:
// its own from the corpus, the others' from the Unicode locale data.
func (k *knowledge) addPlace(i int, j legislation.Jurisdiction) {
	k.places.add("en", j.Name, i)
	for tag, name := range j.NativeNames {
		k.places.add(tag, name, i)
	}
	for _, name := range adjectives[j.Code] {
		k.places.add("en", name, i)
	}
	region, err := language.ParseRegion(j.Code)
	if err != nil || !region.IsCountry() && j.Code != "XK" {
		return
	}
	for _, l := range lang.All() {
		for _, tag := range l.Tags {
			if namer := display.Regions(language.Make(tag)); namer != nil {
				if name := namer.Name(region); name != "" {
					k.places.add(tag, name, i)
				}
			}
		}
	}
}
