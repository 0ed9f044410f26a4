package compare

import (
	"errors"
	"strings"

	"seelex/legislation"
)

// Cell is a position as a comparison shows it.
type Cell struct {
	From       legislation.Date             `json:"from"`
	To         legislation.Date             `json:"to"`
	Values     map[string]legislation.Value `json:"values"`         // by variable; what is not known is absent
	Words      map[string]string            `json:"words"`          // the same as people say it; "none" for the range of a penalty that is not possible
	Euro       map[string]Euro              `json:"euro,omitempty"` // fines of currencies with a legally fixed rate
	Summary    string                       `json:"summary"`
	Citations  []Citation                   `json:"citations"`
	Sources    []legislation.Source         `json:"sources"`
	Confidence legislation.Confidence       `json:"confidence"`
}

// Citation points to the provision, in the version that the row rests on.
type Citation struct {
	ID      legislation.ID `json:"id"`
	Label   string         `json:"label"`   // "Criminal Code, Art. 246a(1)"
	Short   string         `json:"short"`   // "Art. 246a(1)"; of an instrument its title
	Heading string         `json:"heading"` // English, "" where none is known
	URL     string         `json:"url"`     // with ?on= unless the day asked about is today and the version in force
	InForce bool           `json:"in_force"`
}

func (c *cells) cell(p *legislation.Position, on legislation.Day) (*Cell, error) {
	citations, err := c.citations(p.Citations, on)
	if err != nil {
		return nil, err
	}
	cell := &Cell{From: p.From, To: p.To, Values: p.Values, Words: make(map[string]string, len(p.Values)), Summary: p.Summary,
		Citations: citations, Sources: c.catalog.Sources(p.Jurisdiction, p.Sources), Confidence: p.Confidence}
	for name, value := range p.Values {
		cell.Words[name] = value.Words()
		if penalty, ok := strings.CutSuffix(name, possible); ok && excluded(p.Values, penalty) {
			cell.Words[penalty] = none
		}
		if euro, ok := InEuro(value); ok {
			if cell.Euro == nil {
				cell.Euro = map[string]Euro{}
			}
			cell.Euro[name] = euro
		}
	}
	return cell, nil
}

// A penalty that is not possible (prison_possible: false) has no range; that is not
// the same as a range that is not known.
const (
	possible = "_possible"
	none     = "none"
)

func excluded(values map[string]legislation.Value, penalty string) bool {
	_, ranged := values[penalty]
	return !ranged && isFalse(values, penalty+possible)
}

// citations resolves the ids; two rows of one provision that come to the same
// version on the day are one citation.
func (c *cells) citations(ids []legislation.ID, on legislation.Day) ([]Citation, error) {
	out := make([]Citation, 0, len(ids))
	seen := make(map[string]bool, len(ids))
	for _, id := range ids {
		citation, err := c.citation(id, on)
		if err != nil {
			return nil, err
		}
		if !seen[citation.URL] {
			seen[citation.URL] = true
			out = append(out, citation)
		}
	}
	return out, nil
}

// citation resolves a row's id. An id with "@date" names that version; one without
// means the version that stood on the day.
func (c *cells) citation(id legislation.ID, on legislation.Day) (Citation, error) {
	base := id.Base()
	out := Citation{ID: base, Short: base.Label(), URL: "/law/" + string(base)}
	instrument, err := c.catalog.Instrument(base.Instrument())
	title := string(base.Instrument())
	if err == nil {
		title = instrument.TitleEn
	}
	if base.IsInstrument() {
		out.Label, out.Short, out.InForce = title, title, instrument != nil && instrument.Valid().Contains(on)
		if on != c.today {
			out.URL += "?on=" + on.String()
		}
		return out, nil
	}
	out.Label = title + ", " + out.Short
	provision, err := c.provisions.Provision(base)
	if isNotFound(err) || err == nil && len(provision.Versions) == 0 {
		// An article above its rows, or one known from an official text only: it has
		// no version of its own, so the day stands for it.
		if on != c.today {
			out.URL += "?on=" + on.String()
		}
		return out, nil
	}
	if err != nil {
		return Citation{}, err
	}
	version := cited(provision.Versions, id.At(), on)
	valid := version.Valid()
	out.Heading, out.InForce = version.Heading["en"], valid.Contains(on)
	if on != c.today || !valid.Contains(on) {
		out.URL += "?on=" + dayIn(valid, on).String()
	}
	return out, nil
}

// cited finds the version that a citation means.
func cited(versions []legislation.Version, at string, on legislation.Day) legislation.Version {
	if at != "" {
		for _, v := range versions {
			if v.InForce.String() == at {
				return v
			}
		}
	}
	return versions[legislation.Pick(versions, legislation.Version.Valid, on)]
}

// dayIn is a day of the period: the one asked about where it falls in it, else the
// first, or the last where the first is not known.
func dayIn(p legislation.Period, on legislation.Day) legislation.Day {
	switch {
	case p.Contains(on):
		return on
	case p.From.IsZero():
		return p.To.Last()
	}
	return p.From.First()
}

func isNotFound(err error) bool {
	var e *legislation.Error
	return errors.As(err, &e) && e.Code == legislation.NotFound
}
