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
	json       [2]string                    // itself, before the citations and behind them
}

// Citation points to the provision, in the version that the row rests on.
type Citation struct {
	ID      legislation.ID `json:"id"`
	Label   string         `json:"label"`   // "Criminal Code, Art. 246a(1)"
	Short   string         `json:"short"`   // "Art. 246a(1)"; of an instrument its title
	Heading string         `json:"heading"` // English, "" where none is known
	URL     string         `json:"url"`     // with ?on= unless the day asked about is today and the version in force
	InForce bool           `json:"in_force"`
	json    string         // itself, up to the end of the URL's path
}

// cell is a position as of a day. What does not depend on the day is shared with
// other cells, and must not be changed.
func (c *cells) cell(p *legislation.Position, on legislation.Day) (*Cell, error) {
	row, err := c.prepared().row(c, p)
	if err != nil {
		return nil, err
	}
	s := c.spaceOf()
	if cap(s.cells) == len(s.cells) {
		s.cells = make([]Cell, 0, 1)
	}
	s.cells = append(s.cells, row.Cell)
	cell := &s.cells[len(s.cells)-1]
	from, to := len(s.citations), len(s.citations)+len(row.cited)
	if cap(s.citations) < to {
		s.citations = make([]Citation, 0, len(row.cited))
		from, to = 0, len(row.cited)
	}
	cell.Citations = s.citations[from:from:to]
	for _, cited := range row.cited {
		cell.Citations = addCitation(cell.Citations, cited.on(on, c))
	}
	s.citations = s.citations[:from+len(cell.Citations)]
	return cell, nil
}

// row is a position with what it cites.
type row struct {
	Cell  // without citations
	cited []*cited
}

func (c *cells) row(p *legislation.Position) (*row, error) {
	cell, err := cellOf(c.catalog, p)
	if err != nil {
		return nil, err
	}
	out := &row{Cell: *cell}
	for _, id := range p.Citations {
		cited, err := c.prepared().cited(c, id)
		if err != nil {
			return nil, err
		}
		out.cited = append(out.cited, cited)
	}
	return out, nil
}

// cellOf is a position without its citations.
func cellOf(catalog *legislation.Catalog, p *legislation.Position) (*Cell, error) {
	cell := &Cell{From: p.From, To: p.To, Values: p.Values, Words: make(map[string]string, len(p.Values)), Summary: p.Summary,
		Citations: []Citation{}, Sources: catalog.Sources(p.Jurisdiction, p.Sources), Confidence: p.Confidence}
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
	return cell, cell.encode()
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

// citations resolves the ids.
func (c *cells) citations(ids []legislation.ID, on legislation.Day) ([]Citation, error) {
	out := make([]Citation, 0, len(ids))
	for _, id := range ids {
		citation, err := c.citation(id, on)
		if err != nil {
			return nil, err
		}
		out = addCitation(out, citation)
	}
	return out, nil
}

// addCitation adds a citation: two rows of one provision that come to the same version
// on the day are one.
func addCitation(to []Citation, citation Citation) []Citation {
	for i := range to {
		if to[i].URL == citation.URL {
			return to
		}
	}
	return append(to, citation)
}

// citation resolves a row's id. An id with "@date" names that version; one without
// means the version that stood on the day.
func (c *cells) citation(id legislation.ID, on legislation.Day) (Citation, error) {
	found, err := c.prepared().cited(c, id)
	if err != nil {
		return Citation{}, err
	}
	return found.on(on, c), nil
}

// cited is what an id in a row names: an instrument, or a provision in its versions.
type cited struct {
	Citation // of the instrument, or of the provision where it has no version of its own
	valid    legislation.Period
	dated    bool // the instrument has a period
	versions []wording
	fixed    bool // the id names its only version
}

// wording is a version as it is cited.
type wording struct {
	Citation
	valid legislation.Period
}

func (c *cells) resolve(id legislation.ID) (*cited, error) {
	base := id.Base()
	out := &cited{Citation: Citation{ID: base, Short: base.Label(), URL: "/law/" + string(base)}}
	instrument, err := c.catalog.Instrument(base.Instrument())
	title := string(base.Instrument())
	if err == nil {
		title = instrument.TitleEn
	}
	if base.IsInstrument() {
		out.Label, out.Short = title, title
		if out.dated = err == nil; out.dated {
			out.valid = instrument.Valid()
		}
		return out, out.encode()
	}
	out.Label = title + ", " + out.Short
	provision, err := c.provisions.Provision(base)
	if isNotFound(err) {
		return out, out.encode()
	}
	if err != nil {
		return nil, err
	}
	for _, v := range provision.Versions {
		w := wording{out.Citation, c.catalog.Valid(base, v)}
		w.Heading = v.Heading["en"]
		if err := w.encode(); err != nil {
			return nil, err
		}
		if id.At() != "" && v.InForce.String() == id.At() {
			out.versions, out.fixed = []wording{w}, true
			break
		}
		out.versions = append(out.versions, w)
	}
	return out, out.encode()
}

// on is the citation as of a day.
func (c *cited) on(on legislation.Day, asked *cells) Citation {
	if len(c.versions) == 0 {
		// An instrument; or an article above its rows, or one known from an official text
		// only: it has no version of its own, so the day stands for it.
		out := c.Citation
		out.InForce = c.dated && c.valid.Contains(on)
		if on != asked.today {
			out.URL = asked.join(out.URL, asked.onDay(on))
		}
		return out
	}
	version := &c.versions[0]
	if !c.fixed {
		version = &c.versions[legislation.Pick(c.versions, func(w wording) legislation.Period { return w.valid }, on)]
	}
	out := version.Citation
	out.InForce = version.valid.Contains(on)
	if on != asked.today || !out.InForce {
		out.URL = asked.join(out.URL, asked.onDay(dayIn(version.valid, on)))
	}
	return out
}

// onDay ends an address; nearly all of one request end in the same day.
func (c *cells) onDay(day legislation.Day) string {
	if c.lastDay != day || c.lastEnd == "" {
		c.lastDay, c.lastEnd = day, "?on="+day.String()
	}
	return c.lastEnd
}

// join joins two texts.
func (c *cells) join(a, b string) string {
	urls := &c.spaceOf().urls
	from := urls.Len()
	if urls.Cap()-from < len(a)+len(b) {
		urls.Reset() // what was made stays with whoever has it
		urls.Grow(len(a) + len(b))
		from = 0
	}
	urls.WriteString(a)
	urls.WriteString(b)
	return urls.String()[from:]
}

// dayIn is a day of the period: the one asked about where it falls in it, else the
// first, or the last where the first is not known.
func dayIn(p legislation.Period, on legislation.Day) legislation.Day {
	switch {
	case p.From.IsZero() || !p.Begun(on):
		return p.Nearest(on)
	case p.Contains(on):
		return on
	}
	return p.From.First()
}

func isNotFound(err error) bool {
	var e *legislation.Error
	return errors.As(err, &e) && e.Code == legislation.NotFound
}
