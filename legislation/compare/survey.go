package compare

import (
	"slices"

	"seelex/legislation"
)

// Walker reads all provisions once.
type Walker interface {
	Provisions(do func(*legislation.Provision) error) error
}

// Survey holds what is worked out from all curated provisions of one generation of
// the knowledge base, so that no request reads them all: the topics of every
// instrument, the strategies and the events. It keeps the provisions too (their texts
// of some 2 MB) and serves them as [Provisions], with no read from disk. What it says is
// never changed once made, and it may be shared.
type Survey struct {
	catalog    *legislation.Catalog
	provisions map[string]*legislation.Provision
	topics     map[string][]dated // by instrument key
	themes     []Theme
	strategies []*Strategy
	events     []Event
	prepared   prepared
}

// dated are the topics that something says from a date on.
type dated struct {
	from   legislation.Date
	topics []string
}

// NewSurvey reads all provisions and works the survey out.
func NewSurvey(catalog *legislation.Catalog, provisions Walker) (*Survey, error) {
	s := &Survey{catalog: catalog, provisions: map[string]*legislation.Provision{}, topics: map[string][]dated{}}
	themes, err := newClassifier(catalog)
	if err != nil {
		return nil, err
	}
	sections := map[string][]*legislation.Provision{}
	err = provisions.Provisions(func(p *legislation.Provision) error {
		s.provisions[p.ID.Key()] = p
		key := p.ID.Instrument().Key()
		for _, v := range p.Versions {
			s.topics[key] = append(s.topics[key], dated{v.InForce, v.Topics})
		}
		if instrument, err := catalog.Instrument(p.ID.Instrument()); err == nil && instrument.IsStrategy() {
			sections[key] = append(sections[key], p)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, p := range catalog.Positions {
		for _, id := range instruments(p) {
			s.topics[id.Key()] = append(s.topics[id.Key()], dated{p.From, []string{p.Topic}})
		}
	}
	for _, theme := range themes.Themes {
		s.themes = append(s.themes, Theme{theme.ID, theme.Label})
	}
	s.themes = append(s.themes, Theme{Other, "Other"})
	s.strategies = strategies(catalog, sections, themes)
	s.events = s.collect()
	return s, nil
}

// Provision returns a curated provision from memory.
func (s *Survey) Provision(id legislation.ID) (*legislation.Provision, error) {
	if p, ok := s.provisions[id.Key()]; ok {
		return p, nil
	}
	return nil, &legislation.Error{Code: legislation.NotFound, Field: "id", Value: string(id), Message: "is not a curated provision of the knowledge base"}
}

// topicsOf are the topics that the instrument's provisions, and the positions that
// cite it, take up on the date; where none begins then, all that it ever deals with.
// They come in the order of the codebook.
func (s *Survey) topicsOf(instrument legislation.ID, date legislation.Date) []string {
	var then, ever []string
	for _, d := range s.topics[instrument.Key()] {
		ever = append(ever, d.topics...)
		if !date.IsZero() && !d.from.IsZero() && d.from.First() <= date.Last() && date.First() <= d.from.Last() {
			then = append(then, d.topics...)
		}
	}
	if len(then) == 0 {
		then = ever
	}
	out := []string{}
	for _, topic := range s.catalog.Topics {
		if slices.Contains(then, topic.ID) {
			out = append(out, topic.ID)
		}
	}
	return out
}
