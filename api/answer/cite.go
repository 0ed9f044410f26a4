package answer

import (
	"seelex/index"
	"seelex/legislation"
	"seelex/legislation/cite"
)

// CiteRequest asks for a written citation.
type CiteRequest struct {
	ID    legislation.ID
	Style string
	On    legislation.Day
	Base  string // address of the site, before the path
}

// CiteRequest reads the parameters of /cite/{id}.
func (p *Params) CiteRequest(id legislation.ID, base string) CiteRequest {
	r := CiteRequest{ID: id, Style: p.Text("style", 64), On: p.Day("on"), Base: base}
	if r.Style == "" {
		r.Style = "native"
	}
	return r
}

// Cite writes a citation of an instrument or of anything below it that is known.
func (s *Service) Cite(r CiteRequest) (cite.Citation, error) {
	q := cite.Request{Style: r.Style, On: r.On, Base: r.Base, Accessed: s.Today()}
	if _, err := cite.StyleOf(r.Style); err != nil {
		return cite.Citation{}, err
	}
	var err error
	if r.ID, err = lookup(r.ID); err != nil {
		return cite.Citation{}, err
	}
	if r.ID.IsInstrument() {
		i, err := s.Catalog().Instrument(r.ID)
		if err != nil {
			return cite.Citation{}, err
		}
		q.ID = i.ID
		return cite.Write(s.Catalog(), q)
	}
	at, known := s.store.Find(r.ID)
	if !known {
		return cite.Citation{}, s.unknown(r.ID)
	}
	q.ID = at
	if p, err := s.store.Provision(at); err == nil {
		q.Provision = p // an article of which only paragraphs have rows has none
	}
	return cite.Write(s.Catalog(), q)
}

// Resolved is a typed citation and what it names.
type Resolved struct {
	cite.Result
	ID  *legislation.ID `json:"id"`  // null when nothing or several fit
	URL string          `json:"url"` // "" where the id is null
}

// Resolve reads a citation that someone typed.
func (s *Service) Resolve(query string, on legislation.Day) (*Resolved, error) {
	out := &Resolved{Result: s.index.Reader().Read(query, on)}
	if out.Candidates == nil {
		out.Candidates = []cite.Candidate{}
	}
	if out.NotUnderstood == nil {
		out.NotUnderstood = []string{}
	}
	if id := out.Result.ID; id != "" {
		out.ID, out.URL = &id, s.lawURL(id, on)
	}
	return out, nil
}

// Found is a citation in a text.
type Found struct {
	cite.Span
	URL string `json:"url"`
}

// FindCitations finds the citations in a pasted text.
func (s *Service) FindCitations(text string, on legislation.Day) ([]Found, error) {
	spans := s.index.Reader().FindAll(text, on)
	out := make([]Found, len(spans))
	for i, span := range spans {
		out[i] = Found{Span: span}
		if span.Result.ID != "" {
			out[i].URL = s.lawURL(span.Result.ID, on)
		}
	}
	return out, nil
}

// Suggest offers what a person may be typing.
func (s *Service) Suggest(text string) []index.Suggestion { return s.index.Suggest(text, s.Today()) }

// Concepts lists thesaurus entries with a label that has the text in it; all without
// one.
func (s *Service) Concepts(text string, w Window) Page[Concept] {
	var found []Concept
	for _, c := range s.Catalog().Concepts {
		if text == "" || index.LabelHas(&c, text) {
			found = append(found, Concept{c, c.Label()})
		}
	}
	return page(found, w)
}
