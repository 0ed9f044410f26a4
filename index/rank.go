package index

import (
	"math"
	"slices"

	"seelex/legislation"
)

// weighting is what ranking counts; they were fitted to the judged queries and hold on
// queries that were kept apart.
type weighting struct {
	// How well a unit of the query is answered, by the best of the ways in which it is.
	typedInHead, typedInBody float64 // the words as typed: in a heading or term of art, in a digest or text
	meantInHead, meantInBody float64 // its concept, in any language
	ofType                   float64 // the document is an instrument of the type that is asked for
	ownTopic, furtherTopic   float64 // the document is of a topic of its concept, the first or another
	answersTopic             float64 // it is the position on the concept's first topic
	touchesTopic             float64 // or on another
	namesTopic               float64 // or on the topic that is called by the concept
	answersAsked, namesAsked float64 // these where the query is a question, whose answer positions give
	headVaries, bodyVaries   float64 // shares of these that depend on how strongly the word stands there
	meantVaries              float64 // and the concept
	rule                     float64 // or the position on the concept's first topic rests on it
	ruleVaries               float64 // share of these that depends on how early the position cites it
	agree                    float64 // share of the lesser of words and topic that is added to the better
	topical                  float64 // added: what is answered stands in a document of the concept's topic
	// What a unit weighs.
	plain   float64 // factor: a word that is no concept of the thesaurus
	rare    float64 // exponent of how much its rarity counts
	general float64 // factor: a word that stands in every law
	ofWhom  float64 // factor: who it is about, beside the name of a topic
	ofWhat  float64 // factor: the substance of which something is asked
	// What a hit's circumstances count for.
	notInForce  float64 // factor: law that is not in force on the day asked about
	ownLanguage float64 // the query is in a language of the jurisdiction
	spelling    float64 // share of that which depends on how its law spells the query
	namedPlace  float64 // the query names the jurisdiction
	namedPart   float64 // or the country that it is part of
	setsNone    float64 // factor: the query asks for a penalty, and such instruments set none
	text        float64 // the best official text; others by their scores beside its
	position    float64 // the hit is a position
	titled      float64 // the hit is an instrument whose title has all words of the query
}

var weights = weighting{
	typedInHead: 1.81, typedInBody: 1.393, meantInHead: 0.945, meantInBody: 0.662,
	headVaries: 0.385, bodyVaries: 0.716, meantVaries: 0.28,
	ofType: 0.189, ownTopic: 0.32, furtherTopic: 0.471, answersTopic: 0.761, touchesTopic: 0.811, namesTopic: 0.44, answersAsked: 0.932, namesAsked: 2.466, rule: 0.68, ruleVaries: 0.225, agree: 0.209, topical: 0.155,
	plain: 0.397, rare: 0.882, general: 0.213, ofWhom: 0.174, ofWhat: 0.6,
	notInForce: 0.705, ownLanguage: 0.259, spelling: 0.5, namedPlace: 1.426, namedPart: 1, setsNone: 0.6, text: 0.9, position: -0.036, titled: 0.248,
}

// ranked is a hit with its final score.
type ranked struct {
	key   key
	doc   int // place in curated.docs; -1 for an official text
	score float64
}

// way is a trait that answers a unit, and how well.
type way struct {
	trait   uint32
	worth   float64
	varies  float64 // share of the worth that is as the trait's strength in the document
	own     bool    // it is a term of headings, or the first topic of a concept
	answers bool    // it is the position on that topic
}

// at is how well it answers in a document.
func (w *way) at(p posting) float64 { return w.worth * (1 - w.varies + w.varies*float64(p.strength)) }

// wanted is a unit of the query, ready to be weighed against documents.
type wanted struct {
	words  [][]way // per word of the unit
	meant  []way   // its concepts
	topics []way   // and their topics
	weight float64
}

// types are the concepts of the thesaurus that are types of instruments: who asks for
// strategies wants the documents themselves before what is said of them.
var types = map[string]string{"national-strategy": "strategy", "action-plan": "action-plan"}

// wanted prepares the units. A unit weighs by how rare its rarest answer is: what
// stands everywhere tells little.
func (s *state) wanted(u *understood) []wanted {
	var out []wanted
	asked, ofSubstance, penalty := s.askedOf(u), s.asksOfSubstance(u), s.knowledge().asksPenalty(u)
	plans := slices.ContainsFunc(u.units, func(un unit) bool {
		return slices.ContainsFunc(un.concepts, func(id string) bool { return types[id] != "" })
	})
	for _, un := range u.units {
		if un.place || un.optional {
			continue
		}
		w := wanted{}
		common := 0
		for _, word := range un.sought() {
			ways, most := s.waysOf(u, word)
			if len(ways) > 0 || !s.silent(u, word) {
				w.words = append(w.words, ways)
			}
			common = max(common, most)
		}
		for _, id := range un.concepts {
			common = max(common, len(s.curated.having(trait(conceptInBody, "", id))))
			if c, ok := s.catalog.Concept(id); ok {
				w.addConcept(c, asked)
				w.addTopics(topicsAsked(c, ofSubstance, penalty), asked)
			}
		}
		if len(w.words) == 0 && len(w.meant) == 0 {
			continue
		}
		w.weight = math.Pow(s.curated.rarity(common), weights.rare) * math.Sqrt(float64(max(1, len(w.words))))
		if len(un.concepts) == 0 && !(plans && isYears(un.words)) {
			w.weight *= weights.plain
		}
		if len(w.words) > 0 && !slices.ContainsFunc(un.words, func(x word) bool { return !s.knowledge().isGeneral(u, x) }) {
			w.weight *= weights.general
		}
		if ofSubstance && s.onlyASubstance(un) {
			w.weight *= weights.ofWhat
		}
		if s.onlySaysOfWhom(u, un) {
			w.weight *= weights.ofWhom
		}
		out = append(out, w)
	}
	return out
}

// unknown reports whether no document has a word or the concept of a unit.
func (w *wanted) unknown() bool {
	return len(w.meant) == 0 && !slices.ContainsFunc(w.words, func(ways []way) bool { return len(ways) > 0 })
}

// people are the concepts of whom drug law is about, and of what. Beside the name of a
// topic they tell little: the decriminalisation of the user is asked for as
// decriminalisation is.
var people = []string{"drug-user", "dependent-person", "narcotic-drug"}

// circumstances are the concepts of places and people that the law of every topic names:
// beside what is asked of them, their topics tell nothing.
var circumstances = []string{"school", "prison-facility", "minor-person", "drug-user"}

// decriminalised is what decriminalisation is of, wherever it is asked for.
var decriminalised = []string{"possession", "personal-use", "possession-for-personal-use"}

// onlySaysOfWhom reports whether a unit names such people only, and another one a topic.
func (s *state) onlySaysOfWhom(u *understood, un unit) bool {
	known := people
	if slices.ContainsFunc(u.units, func(un unit) bool { return slices.Equal(un.concepts, []string{"decriminalisation"}) }) {
		known = slices.Concat(people, decriminalised)
	}
	if len(un.concepts) == 0 || slices.ContainsFunc(un.concepts, func(id string) bool { return !slices.Contains(known, id) }) {
		return false
	}
	return slices.ContainsFunc(u.units, func(other unit) bool {
		return slices.ContainsFunc(other.concepts, func(id string) bool { return len(s.curated.having(trait(namesTopic, "", id))) > 0 })
	})
}

// isSubstance reports whether a concept is a substance, or the word for all of them: by
// itself it asks how it is classified.
func isSubstance(c *legislation.Concept) bool {
	return len(c.Topics) > 0 && c.Topics[0] == "scheduling"
}

// topicsAsked are the topics of a concept that a query asks for: of a substance of which
// something else is asked none, and where its penalty is, not how it is classified.
func topicsAsked(c *legislation.Concept, ofSubstance, penalty bool) []string {
	switch {
	case slices.Contains(circumstances, c.ID) || ofSubstance && isSubstance(c):
		return nil
	case penalty && isSubstance(c):
		return c.Topics[1:]
	}
	return c.Topics
}

// asksOfSubstance reports whether a query says what it asks of a substance: then the
// topic is what the other words say, and not how the substance is classified.
func (s *state) asksOfSubstance(u *understood) bool {
	return slices.ContainsFunc(u.units, func(un unit) bool {
		return slices.ContainsFunc(un.concepts, func(id string) bool {
			c, ok := s.catalog.Concept(id)
			return ok && len(c.Topics) > 0 && !isSubstance(c)
		})
	})
}

// onlyASubstance reports whether a unit names a substance and nothing else.
func (s *state) onlyASubstance(un unit) bool {
	return len(un.concepts) > 0 && !slices.ContainsFunc(un.concepts, func(id string) bool { return !s.knowledge().isSubstance(id) })
}

// waysOf are the terms that a word may be, as far as the corpus has them, and how many
// documents have the commonest.
func (s *state) waysOf(u *understood, w word) (ways []way, most int) {
	whole := slices.ContainsFunc(u.langs, func(code string) bool {
		terms := u.memo.terms(code, w.text)
		return len(terms) > 1 && s.curated.knows(code, terms[0])
	})
	for _, code := range u.langs {
		terms := u.memo.terms(code, w.text)
		if whole && len(terms) > 1 {
			terms = terms[:1] // of 2020-2024 not what only ends or begins in 2024
		}
		for _, term := range terms {
			for _, way := range [2]way{
				{trait: trait(inHeadTrait, code, term), worth: weights.typedInHead, varies: weights.headVaries, own: true},
				{trait: trait(inBodyTrait, code, term), worth: weights.typedInBody, varies: weights.bodyVaries}} {
				if n := len(s.curated.having(way.trait)); n > 0 {
					ways = append(ways, way)
					most = max(most, n)
				}
			}
		}
	}
	return ways, most
}

// silent reports whether a word carries no meaning in any language that it may be of.
func (s *state) silent(u *understood, w word) bool {
	return !slices.ContainsFunc(u.langs, func(code string) bool { return len(u.memo.terms(code, w.text)) > 0 })
}

func (w *wanted) addConcept(c *legislation.Concept, asked []string) {
	w.meant = append(w.meant,
		way{trait: trait(conceptInHead, "", c.ID), worth: weights.meantInHead, varies: weights.meantVaries},
		way{trait: trait(conceptInBody, "", c.ID), worth: weights.meantInBody, varies: weights.meantVaries})
	if kind := types[c.ID]; kind != "" {
		w.meant = append(w.meant, way{trait: trait(ofType, "", kind), worth: weights.ofType})
		return
	}
	w.meant = append(w.meant, way{trait: trait(namesTopic, "", c.ID), worth: weights.namesTopic, answers: true})
	for _, jurisdiction := range asked {
		w.meant = append(w.meant, way{trait: trait(namesTopic, jurisdiction, c.ID), worth: weights.namesAsked, answers: true})
	}
}

func (w *wanted) addTopics(topics, asked []string) {
	for i, topic := range topics {
		of, on := way{trait: trait(ofTopic, "", topic), worth: weights.furtherTopic}, way{trait: trait(onTopic, "", topic), worth: weights.touchesTopic}
		if i == 0 {
			of.worth, of.own, on.worth, on.own, on.answers = weights.ownTopic, true, weights.answersTopic, true, false
			for _, jurisdiction := range asked {
				w.topics = append(w.topics, way{trait: trait(onTopic, jurisdiction, topic), worth: weights.answersAsked, own: true, answers: jurisdiction != ""})
			}
			w.topics = append(w.topics, way{trait: trait(ruleOf, "", topic), worth: weights.rule, varies: weights.ruleVaries})
		}
		w.topics = append(w.topics, of, on)
	}
}

// nearly is how far apart the scores of two paragraphs may be to say the same.
const nearly = 0.1

// inLegalOrder puts paragraphs of one article that answer about equally well in the order of the
// law, in the places that they have.
func (c *curated) inLegalOrder(hits []scored) {
	var space [firstHits]uint64
	all := space[:0] // an article and the place of one of its hits, together
	for i, h := range hits {
		if article := c.docs[h.doc].article; article >= 0 {
			all = append(all, uint64(article)<<32|uint64(i))
		}
	}
	slices.Sort(all)
	place := func(n int) *scored { return &hits[uint32(all[n])] }
	var docs [firstHits]uint32
	for from := 0; from < len(all); {
		to, group := from+1, append(docs[:0], place(from).doc)
		for to < len(all) && all[to]>>32 == all[from]>>32 && place(from).score-place(to).score <= nearly*place(from).score {
			group = append(group, place(to).doc)
			to++
		}
		slices.Sort(group)
		for i, doc := range group {
			place(from + i).doc = doc
		}
		from = to
	}
}
