package ui

import "seelex/legislation"

// conceptPage is an entry of the thesaurus: the address that SKOS gives it.
type conceptPage struct {
	Frame
	Crumbs  []Crumb
	Concept conceptLine
	Topics  []Link
}

func (s *Site) concept(r *request) (any, error) {
	c, err := s.service.Concept(r.http.Param("id"))
	if err != nil {
		return nil, err
	}
	page := &conceptPage{Frame: Frame{Title: c.Label, Description: c.Definition, Section: "topics", Canonical: "/concepts/" + c.ID},
		Crumbs: []Crumb{{"Topics", "/topics", ""}, {Label: c.Label}}, Concept: concept(*c)}
	for _, id := range c.Topics {
		label := legislation.CodeWords(id)
		if t, err := s.service.Topic(id); err == nil {
			label = t.Label
		}
		page.Topics = append(page.Topics, Link{Label: label, URL: "/topics/" + id})
	}
	return page, nil
}
