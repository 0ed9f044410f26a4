package index

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search"

	"seelex/index/lang"
	"seelex/legislation"
)

// How well a unit of the query is answered, by the best of the ways in which it is.
const (
	typedInHead  = 1.0  // the words as typed, in a heading or term of art
	typedInBody  = 0.6  // in a digest, summary or text
	meantInHead  = 0.8  // its concept, in any language, in a heading or term of art
	meantInBody  = 0.42 // in a digest, summary or text
	meantByTopic = 0.25 // the document is of a topic of its concept
	partly       = 0.5  // of what some of a concept's words as typed would be worth
	answersTopic = 0.8  // a position on the concept's own topic
	touchesTopic = 0.5  // a position on a further topic of the concept
)

// What a hit's circumstances count for.
const (
	notInForce  = 0.6  // factor: law that is not in force on the day asked about
	ownLanguage = 0.16 // the query is in a language of the jurisdiction
	namedPlace  = 0.6  // the query names the jurisdiction
	bleveShare  = 0.12 // bleve's own score, as a share of the best hit's
)

// ranked is a hit with its final score.
type ranked struct {
	key   key
	score float64
}

// way is a trait that answers a unit, and how well.
type way struct {
	hash  uint32
	worth float64
}

// wanted is a unit of the query, ready to be weighed against documents.
type wanted struct {
	words   [][]way // per word of the unit
	meant   []way
	weight  float64
	topics  []string // of its concepts, for positions: the first of each is its own
	further []string
}

// rank weighs the first hits and orders them; those further down keep bleve's order,
// so that pages do not overlap.
func (s *state) rank(u *understood, hits search.DocumentMatchCollection) []ranked {
	t := s.traits()
	query := s.wanted(u, t)
	native := s.nativeTo(u)
	out := make([]ranked, 0, len(hits))
	for i, h := range hits {
		k, ok := parseKey(h.ID)
		if !ok {
			continue
		}
		score := bleveShare * h.Score / hits[0].Score
		if i < firstHits {
			score += s.worth(query, t.docs[h.ID], t, k)
			if native[k.id.Jurisdiction()] {
				score += ownLanguage
			}
			if slices.ContainsFunc(u.places, func(p Place) bool { return p.Code == k.id.Jurisdiction() }) {
				score += namedPlace
			}
			if k.status(u.request.On) != legislation.InForce {
				score *= notInForce
			}
			if u.cited != nil {
				score += u.cited.scores[h.ID]
			}
		}
		out = append(out, ranked{k, score})
	}
	first := out[:min(len(out), firstHits)]
	slices.SortStableFunc(first, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.key.id.Key(), b.key.id.Key()))
	})
	return out
}

// cut is the page of the hits that was asked for.
func (s *state) cut(u *understood, all []ranked) []ranked {
	from := min(u.request.Offset, len(all))
	return all[from:min(from+u.request.Limit, len(all))]
}

// wanted prepares the units. A unit weighs by how rare its rarest answer is: what
// stands everywhere tells little.
func (s *state) wanted(u *understood, t *traits) []wanted {
	var out []wanted
	for _, un := range u.units {
		if un.place {
			continue
		}
		var w wanted
		common := 0
		for _, word := range un.words {
			ways := wordWays(word, u.langs)
			if len(ways) == 0 || un.optional {
				continue
			}
			w.words = append(w.words, ways)
			for _, way := range ways {
				common = max(common, t.count[way.hash])
			}
		}
		for _, id := range un.concepts {
			w.meant = append(w.meant, way{trait(conceptInHead, "", id), meantInHead}, way{trait(conceptInBody, "", id), meantInBody})
			common = max(common, t.count[trait(conceptInBody, "", id)])
			if c, ok := s.catalog.Concept(id); ok {
				for i, topic := range c.Topics {
					w.meant = append(w.meant, way{trait(ofTopic, "", topic), meantByTopic})
					if i == 0 {
						w.topics = append(w.topics, topic)
					} else {
						w.further = append(w.further, topic)
					}
				}
			}
		}
		if len(w.words) == 0 && len(w.meant) == 0 {
			continue
		}
		w.weight = t.rarity(common) * math.Sqrt(float64(max(1, len(w.words))))
		out = append(out, w)
	}
	return out
}

func wordWays(w word, codes []string) []way {
	var ways []way
	texts := append([]string{w.text}, w.spellings...)
	for i, text := range texts {
		factor := 1.0
		if i > 0 {
			factor = misspelt
		}
		for _, code := range codes {
			for _, term := range lang.Terms(code, text) {
				ways = append(ways, way{trait(inHead, code, term), factor * typedInHead}, way{trait(inBody, code, term), factor * typedInBody})
			}
		}
	}
	return ways
}

// worth is how much of the query a document answers, from 0 to 1.
func (s *state) worth(query []wanted, list []uint32, t *traits, k key) float64 {
	if list == nil || len(query) == 0 {
		return 0
	}
	sum, whole := 0.0, 0.0
	for _, w := range query {
		whole += w.weight
		sum += w.weight * w.answered(list, t, k)
	}
	return sum / whole
}

func (w *wanted) answered(list []uint32, t *traits, k key) float64 {
	best := 0.0
	typed, matched := 0.0, 0
	for _, ways := range w.words {
		word := 0.0
		for _, way := range ways {
			if way.worth > word && t.has(list, way.hash) {
				word = way.worth
			}
		}
		if word > 0 {
			matched++
		}
		typed += word
	}
	if n := len(w.words); n > 0 {
		typed /= float64(n)
		if matched < n {
			typed *= partly
		}
		best = typed
	}
	for _, way := range w.meant {
		if way.worth > best && t.has(list, way.hash) {
			best = way.worth
		}
	}
	if k.kind == kindPosition {
		topic := string(k.id)[strings.LastIndexByte(string(k.id), '/')+1:]
		switch {
		case slices.Contains(w.topics, topic):
			best = max(best, answersTopic)
		case slices.Contains(w.further, topic):
			best = max(best, touchesTopic)
		}
	}
	return best
}

// nativeTo are the jurisdictions in whose languages the query is written; none for
// English, and none when that cannot be told.
func (s *state) nativeTo(u *understood) map[string]bool {
	out := map[string]bool{}
	for _, code := range u.written {
		for _, j := range s.catalog.Jurisdictions {
			for _, tag := range j.Languages {
				if l, ok := lang.Find(tag); ok && l.Code == code && code != "en" {
					out[j.Code] = true
				}
			}
		}
	}
	return out
}
