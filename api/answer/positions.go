package answer

import (
	"slices"

	"seelex/legislation"
)

// Position is a jurisdiction's answer to a topic in a period, with what it cites and
// where it comes from.
type Position struct {
	ID           string                       `json:"id"`
	Jurisdiction string                       `json:"jurisdiction"`
	Topic        string                       `json:"topic"`
	From         legislation.Date             `json:"from"`
	To           legislation.Date             `json:"to"`
	Status       legislation.Status           `json:"status"`
	Values       map[string]legislation.Value `json:"values"`
	Summary      string                       `json:"summary"`
	Citations    []Citation                   `json:"citations"`
	Sources      []legislation.Source         `json:"sources"`
	Confidence   legislation.Confidence       `json:"confidence"`
	URL          string                       `json:"url"`
}

// Citation is a provision that a position rests on.
type Citation struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	URL   string `json:"url"`
}

// PositionsRequest asks for positions; empty lists mean all, a zero day all periods.
type PositionsRequest struct {
	Topics, Jurisdictions []string
	On                    legislation.Day
	Window
}

// PositionsRequest reads the parameters of /positions.
func (p *Params) PositionsRequest() PositionsRequest {
	return PositionsRequest{p.Topics("topic"), p.Jurisdictions("jurisdiction"), p.OptionalDay("on"), p.Window()}
}

// Positions lists positions by jurisdiction, topic and start.
func (s *Service) Positions(r PositionsRequest) Page[Position] {
	var found []*legislation.Position
	for _, p := range s.Catalog().Positions {
		if has(r.Topics, p.Topic) && has(r.Jurisdictions, p.Jurisdiction) && (r.On == 0 || p.Valid().Contains(r.On)) {
			found = append(found, p)
		}
	}
	cut := page(found, r.Window)
	out := Page[Position]{Total: cut.Total, Limit: cut.Limit, Offset: cut.Offset, Items: make([]Position, len(cut.Items))}
	on := r.On
	if on == 0 {
		on = s.Today()
	}
	for i, p := range cut.Items {
		out.Items[i] = s.position(p, on)
	}
	return out
}

func (s *Service) position(p *legislation.Position, on legislation.Day) Position {
	url := "/compare?topic=" + p.Topic + "&jurisdictions=" + p.Jurisdiction
	if !p.Valid().Contains(s.Today()) {
		url += "&on=" + p.From.First().String()
	}
	return Position{ID: string(p.ID()), Jurisdiction: p.Jurisdiction, Topic: p.Topic, From: p.From, To: p.To, Status: p.Valid().Status(on),
		Values: p.Values, Summary: p.Summary, Citations: s.citations(p.Citations, p.Valid().Nearest(on)),
		Sources: s.Catalog().Sources(p.Jurisdiction, p.Sources), Confidence: p.Confidence, URL: url}
}

func (s *Service) citations(ids []legislation.ID, on legislation.Day) []Citation {
	out := make([]Citation, 0, len(ids))
	for _, id := range ids {
		day := on
		if at := id.At(); at != "" {
			if d, err := legislation.ParseDate(at); err == nil && d.First() > day {
				day = d.First()
			}
		}
		out = append(out, Citation{ID: string(id.Base()), Label: s.Label(id.Base()), URL: s.lawURL(id.Base(), day)})
	}
	return out
}

// Label names a provision for people: "Criminal Code, Art. 246a(1)".
func (s *Service) Label(id legislation.ID) string {
	label := id.Label()
	i, err := s.Catalog().Instrument(id.Instrument())
	switch {
	case err != nil:
		return string(id)
	case label == "":
		return i.TitleEn
	}
	return i.TitleEn + ", " + label
}

func has(list []string, value string) bool {
	return len(list) == 0 || slices.Contains(list, value)
}
