package index

import (
	"slices"
	"strings"
	"unicode"

	"seelex/legislation"
	"seelex/legislation/cite"
)

// Scores of what a query cites; words score below 10.
const (
	citedScore     = 100.0
	candidateScore = 50.0
	besideScore    = 10.0 // the rest of an article of which a paragraph is cited
)

// WithoutCitation stands in [Request.Without] for a query that is words, though it could be
// read as a citation.
const WithoutCitation = "citation"

// cited is what a query cites: keys of documents with the scores that they get.
type cited struct {
	result cite.Result
	scores map[string]float64
	direct map[string]bool
}

// maxCited bounds the documents of one citation.
const maxCited = 60

// citedBy reads the query as a citation; nil when it is none.
func (x *Index) citedBy(s *state, u *understood) (*cited, error) {
	if u.text == "" || slices.Contains(u.request.Without, WithoutCitation) {
		return nil, nil
	}
	r := s.reader().Read(u.text, u.request.On)
	if !r.Is() {
		return nil, nil
	}
	c := &cited{result: r, scores: map[string]float64{}, direct: map[string]bool{}}
	if r.ID != "" {
		if err := x.addCited(s, u, c, r.ID, citedScore); err != nil {
			return nil, err
		}
		for key := range c.scores {
			c.direct[key] = true
		}
		if article := r.ID.Parent(); article != "" && !article.IsInstrument() {
			return c, x.addCited(s, u, c, article, besideScore)
		}
		return c, nil
	}
	for i, candidate := range r.Candidates {
		if err := x.addCited(s, u, c, candidate.ID, candidateScore-float64(i)); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// addCited gives a score to the documents of an id: the instrument's, or those of the
// provisions at and below it, each in the version of the day.
func (x *Index) addCited(s *state, u *understood, c *cited, id legislation.ID, score float64) error {
	add := func(k key) {
		if _, known := c.scores[k.String()]; !known && len(c.scores) < maxCited {
			c.scores[k.String()] = score - 0.001*float64(len(c.scores))
		}
	}
	if id.IsInstrument() {
		i, err := s.catalog.Instrument(id)
		if err != nil {
			return err
		}
		add(keyOf(kindInstrument, i.ID, 0, i.Valid()))
		return nil
	}
	below, err := x.source.Below(id)
	if err != nil {
		return err
	}
	if i, err := s.catalog.Instrument(id.Instrument()); err == nil && len(i.Expressions) > 0 {
		keys, err := x.citedTexts(i, id, u.request.On)
		if err != nil {
			return err
		}
		defer func() { // behind what is curated
			for _, k := range keys {
				add(k)
			}
		}()
	}
	for _, p := range below {
		i := legislation.Pick(p.Versions, legislation.Version.Valid, u.request.On)
		add(keyOf(kindProvision, p.ID, i, s.catalog.Valid(p.ID, p.Versions[i])))
	}
	return nil
}

// laws are the laws that alone are looked for: those that a query names which is a citation
// and nothing else, whether one place fits it or several, or a part of it is not there. A title
// without any number may as well be words; an id may not.
func (c *cited) laws() (laws []legislation.ID) {
	if c == nil || c.result.Aside {
		return nil
	}
	if id := c.result.ID; id != "" && strings.Contains(c.result.Query, string(id)) {
		return []legislation.ID{id.Instrument()}
	}
	if !strings.ContainsFunc(c.result.Query, unicode.IsDigit) {
		return nil
	}
	if c.result.ID != "" {
		return []legislation.ID{c.result.ID.Instrument()}
	}
	for _, candidate := range c.result.Candidates {
		if law := candidate.ID.Instrument(); !slices.Contains(laws, law) {
			laws = append(laws, law)
		}
	}
	return laws
}

// answer says what was understood as a citation.
func (c *cited) answer(on, today legislation.Day) *Citation {
	if c == nil {
		return nil
	}
	if on == today {
		on = 0
	}
	out := &Citation{ID: string(c.result.ID), Label: c.result.Label, NotUnderstood: c.result.NotUnderstood}
	if c.result.ID != "" {
		out.URL = lawURL(c.result.ID, on)
		return out
	}
	for _, candidate := range c.result.Candidates {
		out.Candidates = append(out.Candidates, Candidate{string(candidate.ID), candidate.Label, candidate.Jurisdiction, lawURL(candidate.ID, on)})
	}
	return out
}
