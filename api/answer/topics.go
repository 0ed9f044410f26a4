package answer

import "seelex/legislation"

// Topic is a topic with what is known of it.
type Topic struct {
	legislation.Topic
	URL           string    `json:"url"`
	Jurisdictions int       `json:"jurisdictions"` // that answer it today
	Concepts      []Concept `json:"concepts,omitempty"`
}

// Concept is an entry of the thesaurus.
type Concept struct {
	legislation.Concept
	Label string `json:"label"`
}

// Topics lists the topics of the codebook.
func (s *Service) Topics(w Window) Page[Topic] {
	c := s.Catalog()
	items := make([]Topic, len(c.Topics))
	for i := range c.Topics {
		items[i] = s.topic(&c.Topics[i])
	}
	return page(items, w)
}

// Topic answers one topic, with the thesaurus entries that belong to it.
func (s *Service) Topic(id string) (*Topic, error) {
	t, err := s.Catalog().Topic(id)
	if err != nil {
		return nil, err
	}
	out := s.topic(t)
	for _, c := range s.Catalog().Concepts {
		for _, topic := range c.Topics {
			if topic == id {
				out.Concepts = append(out.Concepts, Concept{c, c.Label()})
			}
		}
	}
	return &out, nil
}

func (s *Service) topic(t *legislation.Topic) Topic {
	out := Topic{Topic: *t, URL: "/topics/" + t.ID}
	for _, j := range s.Catalog().Jurisdictions {
		if s.Catalog().Position(j.Code, t.ID, s.Today()) != nil {
			out.Jurisdictions++
		}
	}
	return out
}

// Concept answers one entry of the thesaurus.
func (s *Service) Concept(id string) (*Concept, error) {
	if c, ok := s.Catalog().Concept(id); ok {
		return &Concept{*c, c.Label()}, nil
	}
	var known []string
	for _, c := range s.Catalog().Concepts {
		known = append(known, c.ID)
	}
	return nil, &legislation.Error{Code: legislation.NotFound, Field: "concept", Value: id, Message: "is not a concept of the thesaurus", Nearest: legislation.Nearest(id, known)}
}
