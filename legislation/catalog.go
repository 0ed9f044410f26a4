package legislation

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// Catalog is everything but the provisions, arranged for reading: what a knowledge
// base of one generation carries in memory. It is never changed once built.
type Catalog struct {
	Jurisdictions []Jurisdiction // states by name, entities behind their state, EU and INT last
	Topics        []Topic        // as in the codebook
	Concepts      []Concept      // as in the thesaurus
	Instruments   []*Instrument  // by id as lawyers count
	Positions     []*Position    // by jurisdiction, topic and start
	Reforms       []Reform       // by date
	Practice      []Figure       // by jurisdiction, measure and year
	Ratifications []Ratification // by date
	Counts        Counts

	questions      map[string][]string
	sources        map[string]map[string]Source
	instrument     map[string]*Instrument
	concept        map[string]*Concept
	moved          map[string]Moved
	positions      map[[2]string][]*Position
	byJurisdiction map[string][]*Instrument
}

// NewCatalog arranges a corpus.
func NewCatalog(c *Corpus) *Catalog {
	k := &Catalog{Topics: c.Topics, Concepts: c.Concepts, Counts: c.Count(),
		questions: map[string][]string{}, sources: map[string]map[string]Source{}, instrument: map[string]*Instrument{},
		concept: map[string]*Concept{}, moved: map[string]Moved{}, positions: map[[2]string][]*Position{},
		byJurisdiction: map[string][]*Instrument{}}
	for i := range c.Concepts {
		k.concept[c.Concepts[i].ID] = &c.Concepts[i]
	}
	for _, m := range c.Moved {
		k.moved[m.From.Key()] = m
	}
	for i := range c.Sheets {
		k.addSheet(&c.Sheets[i])
	}
	k.order()
	return k
}

func (k *Catalog) addSheet(s *Sheet) {
	if code := s.Jurisdiction.Code; code != "" { // a sheet without one only carries rows
		k.Jurisdictions = append(k.Jurisdictions, s.Jurisdiction)
		k.questions[code] = s.OpenQuestions
		byID := make(map[string]Source, len(s.Sources))
		for _, source := range s.Sources {
			byID[source.ID] = source
		}
		k.sources[code] = byID
	}
	for i := range s.Instruments {
		k.Instruments = append(k.Instruments, &s.Instruments[i])
	}
	for i := range s.Positions {
		k.Positions = append(k.Positions, &s.Positions[i])
	}
	k.Reforms = append(k.Reforms, s.Reforms...)
	k.Practice = append(k.Practice, s.Practice...)
	k.Ratifications = append(k.Ratifications, s.Ratifications...)
}

func (k *Catalog) order() {
	names := map[string]string{}
	for _, j := range k.Jurisdictions {
		names[j.Code] = j.Name
	}
	rank := func(j Jurisdiction) string {
		switch {
		case j.Code == "EU":
			return "\U0010FFFE"
		case j.Code == "INT":
			return "\U0010FFFF"
		case j.Parent != "":
			return names[j.Parent] + "\x00" + j.Name
		}
		return j.Name
	}
	slices.SortFunc(k.Jurisdictions, func(a, b Jurisdiction) int { return strings.Compare(rank(a), rank(b)) })

	keys := make(map[*Instrument]string, len(k.Instruments))
	for _, i := range k.Instruments {
		keys[i] = i.ID.Key()
	}
	slices.SortFunc(k.Instruments, func(a, b *Instrument) int { return strings.Compare(keys[a], keys[b]) })
	for _, i := range k.Instruments {
		k.instrument[keys[i]] = i
		k.byJurisdiction[i.ID.Jurisdiction()] = append(k.byJurisdiction[i.ID.Jurisdiction()], i)
	}
	slices.SortStableFunc(k.Positions, func(a, b *Position) int {
		return cmp.Or(strings.Compare(a.Jurisdiction, b.Jurisdiction), strings.Compare(a.Topic, b.Topic), cmp.Compare(a.From.First(), b.From.First()))
	})
	for _, p := range k.Positions {
		key := [2]string{p.Jurisdiction, p.Topic}
		k.positions[key] = append(k.positions[key], p)
	}
	slices.SortStableFunc(k.Reforms, func(a, b Reform) int {
		return cmp.Or(cmp.Compare(a.Date.First(), b.Date.First()), strings.Compare(a.Jurisdiction, b.Jurisdiction))
	})
	slices.SortStableFunc(k.Practice, func(a, b Figure) int {
		return cmp.Or(strings.Compare(a.Jurisdiction, b.Jurisdiction), strings.Compare(a.Measure, b.Measure), strings.Compare(a.Year, b.Year))
	})
	slices.SortStableFunc(k.Ratifications, func(a, b Ratification) int {
		return cmp.Or(cmp.Compare(a.Date.First(), b.Date.First()), strings.Compare(a.Jurisdiction, b.Jurisdiction))
	})
}

// Jurisdiction returns the legal order with that code, in any case of letters.
func (k *Catalog) Jurisdiction(code string) (*Jurisdiction, error) {
	for i := range k.Jurisdictions {
		if strings.EqualFold(k.Jurisdictions[i].Code, code) {
			return &k.Jurisdictions[i], nil
		}
	}
	var known, names []string
	for _, j := range k.Jurisdictions {
		known, names = append(known, j.Code), append(names, j.Name)
	}
	near := Nearest(code, known)
	if len(near) == 0 || len(code) > len("BA-BIH") {
		for _, name := range Nearest(code, names) {
			near = append(near, known[slices.Index(names, name)])
		}
	}
	return nil, &Error{Code: NotFound, Field: "jurisdiction", Value: code, Message: "is not a jurisdiction of the knowledge base",
		Want: "one of " + strings.Join(known, ", "), Nearest: near}
}

// Topic returns the topic with that id.
func (k *Catalog) Topic(id string) (*Topic, error) {
	for i := range k.Topics {
		if k.Topics[i].ID == id {
			return &k.Topics[i], nil
		}
	}
	var known, labels []string
	for i := range k.Topics {
		known, labels = append(known, k.Topics[i].ID), append(labels, k.Topics[i].Label)
	}
	near := Nearest(id, known)
	for _, label := range Nearest(id, labels) { // as the pages call it
		if of := known[slices.Index(labels, label)]; len(near) == 0 || len(near) < 3 && !slices.Contains(near, of) {
			near = append(near, of)
		}
	}
	return nil, &Error{Code: NotFound, Field: "topic", Value: id, Message: "is not a topic of the codebook",
		Want: "one of " + strings.Join(known, ", "), Nearest: near}
}

// Instrument returns the instrument with that id, in any case of letters.
func (k *Catalog) Instrument(id ID) (*Instrument, error) {
	if i, ok := k.instrument[id.Key()]; ok {
		return i, nil
	}
	var known []string
	for _, i := range k.byJurisdiction[id.Jurisdiction()] {
		known = append(known, string(i.ID))
	}
	return nil, &Error{Code: NotFound, Field: "id", Value: string(id), Message: "is not an instrument of the knowledge base",
		Nearest: Nearest(string(id), known)}
}

// Valid is the time in which a version of a provision applies as a part of its instrument.
func (k *Catalog) Valid(id ID, v Version) Period {
	if i, ok := k.instrument[id.Instrument().Key()]; ok {
		return v.Within(i)
	}
	return v.Valid()
}

// InstrumentsOf returns a jurisdiction's instruments, by id.
func (k *Catalog) InstrumentsOf(jurisdiction string) []*Instrument {
	return k.byJurisdiction[strings.ToUpper(jurisdiction)]
}

// Predecessors yields the instruments that the given one replaced.
func (k *Catalog) Predecessors(id ID) iter.Seq[*Instrument] {
	return func(yield func(*Instrument) bool) {
		for _, i := range k.byJurisdiction[id.Jurisdiction()] {
			if i.ReplacedBy != "" && strings.EqualFold(string(i.ReplacedBy), string(id)) && !yield(i) {
				return
			}
		}
	}
}

// PositionsOf returns a jurisdiction's positions on a topic, by start.
func (k *Catalog) PositionsOf(jurisdiction, topic string) []*Position {
	return k.positions[[2]string{jurisdiction, topic}]
}

// Position returns the position that holds on the day, nil where none is known.
func (k *Catalog) Position(jurisdiction, topic string, on Day) *Position {
	for _, p := range k.PositionsOf(jurisdiction, topic) {
		if p.Valid().Contains(on) {
			return p
		}
	}
	return nil
}

// Sources resolves the ids of a row's sources in its jurisdiction's file.
func (k *Catalog) Sources(jurisdiction string, ids []string) []Source {
	out := make([]Source, 0, len(ids))
	for _, id := range ids {
		if s, ok := k.sources[jurisdiction][id]; ok {
			out = append(out, s)
		}
	}
	return out
}

// AllSources returns every source of a jurisdiction's file, as numbered.
func (k *Catalog) AllSources(jurisdiction string) []Source {
	out := make([]Source, 0, len(k.sources[jurisdiction]))
	for _, s := range k.sources[jurisdiction] {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b Source) int { return strings.Compare(ID(a.ID).Key(), ID(b.ID).Key()) })
	return out
}

// Questions returns what could not be established for a jurisdiction.
func (k *Catalog) Questions(jurisdiction string) []string { return k.questions[jurisdiction] }

// Concept returns the thesaurus entry with that id.
func (k *Catalog) Concept(id string) (*Concept, bool) {
	c, ok := k.concept[id]
	return c, ok
}

// Moved says whether, and where to, a published id has moved: that of the id or of
// the nearest id above it.
func (k *Catalog) Moved(id ID) (Moved, bool) {
	for at := id; at != ""; at = at.Parent() {
		if m, ok := k.moved[at.Key()]; ok {
			if m.To != "" {
				m.To += id[len(at):]
			}
			return m, true
		}
	}
	return Moved{}, false
}
