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

// weights are what ranking counts; they were fitted to the judged queries and hold on
// queries that were kept apart.
type weights struct {
	// How well a unit of the query is answered, by the best of the ways in which it is.
	typedInHead, typedInBody float64 // the words as typed: in a heading or term of art, in a digest or text
	meantInHead, meantInBody float64 // its concept, in any language
	ownTopic, furtherTopic   float64 // the document is of a topic of its concept, the first or another
	answersTopic             float64 // it is the position on the concept's first topic
	touchesTopic             float64 // or on another
	topical                  float64 // added: what is answered stands in a document of the concept's topic
	// What a unit weighs.
	plain float64 // factor: a word that is no concept of the thesaurus
	rare  float64 // exponent of how much its rarity counts
	// What a hit's circumstances count for.
	notInForce  float64 // factor: law that is not in force on the day asked about
	ownLanguage float64 // the query is in a language of the jurisdiction
	namedPlace  float64 // the query names the jurisdiction
	bleve       float64 // bleve's own score, as a share of the best hit's
	instrument  float64 // the hit is a whole instrument
	position    float64 // the hit is a position
	titled      float64 // the hit is an instrument whose title has all words of the query
}

var weigh = weights{
	typedInHead: 1.13, typedInBody: 0.75, meantInHead: 0.64, meantInBody: 0.525,
	ownTopic: 0.38, furtherTopic: 0.2, answersTopic: 0.8, touchesTopic: 0.4, topical: 0.15,
	plain: 0.54, rare: 0.88,
	notInForce: 0.6, ownLanguage: 0.16, namedPlace: 1.172, bleve: 0.12, titled: 0.3,
}

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
	own     []way // topics of its concepts: the first of each
	further []way
	topics  map[string]float64 // of its concepts, and what a position on them is worth
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
		score := weigh.bleve * h.Score / hits[0].Score
		if i < firstHits {
			score += s.worth(query, t.docs[h.ID], t, k) + weigh.kind(k)
			if k.kind == kindInstrument && titled(query, t.docs[h.ID], t) {
				score += weigh.titled
			}
			if native[k.id.Jurisdiction()] {
				score += weigh.ownLanguage
			}
			if slices.ContainsFunc(u.places, func(p Place) bool { return p.Code == k.id.Jurisdiction() }) {
				score += weigh.namedPlace
			}
			if k.status(u.request.On) != legislation.InForce {
				score *= weigh.notInForce
			}
			if u.cited != nil {
				score += u.cited.scores[h.ID]
			}
		}
		out = append(out, ranked{k, score})
	}
	first := out[:min(len(out), firstHits)]
	slices.SortStableFunc(first, func(a, b ranked) int {
		if a.score != b.score {
			return cmp.Compare(b.score, a.score)
		}
		return strings.Compare(a.key.id.Key(), b.key.id.Key())
	})
	inLegalOrder(first)
	return out
}

// nearly is how far apart the scores of two paragraphs may be to say the same.
const nearly = 0.1

// inLegalOrder puts paragraphs of one article that answer about equally well in the order of the
// law, in the places that they have.
func inLegalOrder(hits []ranked) {
	places := map[legislation.ID][]int{}
	for i, h := range hits {
		if h.key.kind == kindProvision && len(h.key.id.Segments()) > 1 {
			article := h.key.id.Parent()
			places[article] = append(places[article], i)
		}
	}
	for _, at := range places {
		for from := 0; from < len(at); {
			to := from + 1
			for to < len(at) && hits[at[from]].score-hits[at[to]].score <= nearly*hits[at[from]].score {
				to++
			}
			group := make([]ranked, 0, to-from)
			for _, i := range at[from:to] {
				group = append(group, hits[i])
			}
			slices.SortFunc(group, func(a, b ranked) int { return strings.Compare(a.key.id.Key(), b.key.id.Key()) })
			for j, i := range at[from:to] {
				hits[i].key = group[j].key
			}
			from = to
		}
	}
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
		w := wanted{topics: map[string]float64{}}
		common := 0
		for _, word := range un.words {
			ways := wordWays(u, word)
			if len(ways) == 0 || un.optional {
				continue
			}
			w.words = append(w.words, ways)
			for _, way := range ways {
				common = max(common, t.count[way.hash])
			}
		}
		for _, id := range un.concepts {
			w.meant = append(w.meant, way{trait(conceptInHead, "", id), weigh.meantInHead}, way{trait(conceptInBody, "", id), weigh.meantInBody})
			common = max(common, t.count[trait(conceptInBody, "", id)])
			if c, ok := s.catalog.Concept(id); ok {
				w.addTopics(c)
			}
		}
		if len(w.words) == 0 && len(w.meant) == 0 {
			continue
		}
		w.weight = math.Pow(t.rarity(common), weigh.rare) * math.Sqrt(float64(max(1, len(w.words))))
		if len(un.concepts) == 0 {
			w.weight *= weigh.plain
		}
		out = append(out, w)
	}
	return out
}

func wordWays(u *understood, w word) []way {
	var ways []way
	for _, code := range u.langs {
		for _, term := range u.memo.terms(code, w.text) {
			ways = append(ways, way{trait(inHeadTrait, code, term), weigh.typedInHead}, way{trait(inBodyTrait, code, term), weigh.typedInBody})
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
	typed := 0.0
	for _, ways := range w.words {
		word := 0.0
		for _, way := range ways {
			if way.worth > word && t.has(list, way.hash) {
				word = way.worth
			}
		}
		typed += word
	}
	if n := len(w.words); n > 0 {
		typed /= float64(n)
		best = typed
	}
	for _, way := range w.meant {
		if way.worth > best && t.has(list, way.hash) {
			best = way.worth
		}
	}
	best = max(best, topicWorth(w.own, weigh.ownTopic, list, t), topicWorth(w.further, weigh.furtherTopic, list, t))
	if best > 0 && topicWorth(w.own, 1, list, t) > 0 {
		best += weigh.topical
	}
	if k.kind == kindPosition {
		best = max(best, w.topics[string(k.id)[strings.LastIndexByte(string(k.id), '/')+1:]])
	}
	return best
}

func topicWorth(topics []way, worth float64, list []uint32, t *traits) float64 {
	for _, way := range topics {
		if t.has(list, way.hash) {
			return worth
		}
	}
	return 0
}

func (w *wanted) addTopics(c *legislation.Concept) {
	for i, topic := range c.Topics {
		hash := way{hash: trait(ofTopic, "", topic)}
		if i == 0 {
			w.own = append(w.own, hash)
			w.topics[topic] = max(w.topics[topic], weigh.answersTopic)
		} else {
			w.further = append(w.further, hash)
			w.topics[topic] = max(w.topics[topic], weigh.touchesTopic)
		}
	}
}

func (w *weights) kind(k key) float64 {
	switch k.kind {
	case kindInstrument:
		return w.instrument
	case kindPosition:
		return w.position
	}
	return 0
}

// titled reports whether all words of a query of at least three stand in a title.
func titled(query []wanted, list []uint32, t *traits) bool {
	words := 0
	for _, w := range query {
		for _, ways := range w.words {
			words++
			if !slices.ContainsFunc(ways, func(x way) bool { return x.worth == weigh.typedInHead && t.has(list, x.hash) }) {
				return false
			}
		}
	}
	return words >= 3
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
