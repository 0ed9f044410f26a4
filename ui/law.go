package ui

import (
	"net/http"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
)

// law answers the permanent addresses: an instrument or one of its provisions, as of a
// day. An id that was renamed, or written with other capitals, leads to the id as it is
// published.
func (s *Site) law(r *request) (any, error) {
	id := legislation.ID(strings.Trim(r.http.Param("id"), "/"))
	if at, err := legislation.ParseDate(id.At()); err == nil && id.At() != "" { // as the corpus names a version
		return nil, &moved{to: answer.LawURL(id.Base(), at.First(), 0), status: http.StatusMovedPermanently}
	}
	if to, ok := s.service.Moved(id); ok {
		return nil, s.movedLaw(r, to)
	}
	if err := id.Valid(); err != nil {
		// Capitals in the first two parts are no mistake that a reader should have to mend.
		lower := legislation.ID(strings.ToLower(string(id)))
		if lower.Valid() != nil {
			return nil, notAnID(err)
		}
		id = lower
	}
	if id.IsInstrument() {
		i, err := s.service.Instrument(id, r.on)
		if err != nil {
			return nil, err
		}
		if string(i.ID) != asked(r) {
			return nil, s.movedLaw(r, i.ID)
		}
		m := instrumentMetadata(i, r.base)
		if other, err := negotiate(r.http, m); other != nil || err != nil {
			return other, err
		}
		page, err := s.instrumentPage(i, r)
		if err != nil {
			return nil, err
		}
		page.Meta = &m
		return page, nil
	}
	p, err := s.service.Provision(id, r.on)
	if err != nil {
		return nil, err
	}
	if p.ID != asked(r) {
		return nil, s.movedLaw(r, legislation.ID(p.ID))
	}
	m := provisionMetadata(p, r.base)
	if other, err := negotiate(r.http, m); other != nil || err != nil {
		return other, err
	}
	page, err := s.provisionPage(p, r)
	if err != nil {
		return nil, err
	}
	page.Meta = &m
	return page, nil
}

func asked(r *request) string { return strings.TrimPrefix(r.http.Param("id"), "/") }

// movedLaw leads to another id, with the parameters that were given.
func (s *Site) movedLaw(r *request, to legislation.ID) error {
	u := "/law/" + string(to)
	if q := r.http.Request.URL.RawQuery; q != "" {
		u += "?" + q
	}
	return &moved{to: u, status: 301}
}

// notAnID answers what can be no id as something that is not there: it came as an
// address, not as a parameter.
func notAnID(err error) error {
	if e, ok := err.(*legislation.Error); ok {
		e.Code = legislation.NotFound
	}
	return err
}

// refValues are references to instruments or provisions.
func refValues(refs []answer.Ref) (out []Value) {
	for _, ref := range refs {
		out = append(out, Value{Text: ref.Title, URL: ref.URL})
	}
	return out
}

// firstDay is the first day that a date form offers for something that began on a date.
func firstDay(d legislation.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.First().String()
}
