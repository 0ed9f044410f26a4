package answer

import (
	"errors"
	"strings"

	"seelex/legislation"
)

// Provision is a provision as of a day: its version of that day, what stands above,
// below and beside it, and what rests on it. An article of which only paragraphs have
// rows of their own has no Version and shows its Children.
type Provision struct {
	ID            string             `json:"id"`
	Label         string             `json:"label"`
	On            legislation.Day    `json:"on"`
	Status        legislation.Status `json:"status"`
	Jurisdiction  Ref                `json:"jurisdiction"`
	Instrument    InstrumentItem     `json:"instrument"`
	Parents       []Ref              `json:"parents"` // from the instrument down
	Version       *Version           `json:"version"` // the one of the day, or the nearest one when none is in force
	Versions      []VersionItem      `json:"versions"`
	Texts         []OfficialText     `json:"texts"`    // the official text of the day, one for each language
	Wordings      []WordingItem      `json:"wordings"` // all wordings of the official text
	Children      []Provision        `json:"children"`
	Previous      *Ref               `json:"previous"`
	Next          *Ref               `json:"next"`
	CitedBy       []CitedBy          `json:"cited_by"`
	ImplementedBy []Ref              `json:"implemented_by"`
	URL           string             `json:"url"`
	ReplacedBy    *Ref               `json:"replaced_by"`
}

// Version is the content of a provision in one period.
type Version struct {
	InForce    legislation.Date       `json:"in_force"`
	Ended      legislation.Date       `json:"ended"`
	Heading    legislation.Text       `json:"heading"`
	Digest     string                 `json:"digest"`
	Terms      map[string][]string    `json:"terms"`
	Topics     []string               `json:"topics"`
	Implements []Ref                  `json:"implements"`
	Sources    []legislation.Source   `json:"sources"`
	Confidence legislation.Confidence `json:"confidence"`
}

// VersionItem is a version in the list of its provision.
type VersionItem struct {
	InForce    legislation.Date       `json:"in_force"`
	Ended      legislation.Date       `json:"ended"`
	Status     legislation.Status     `json:"status"`
	Confidence legislation.Confidence `json:"confidence"`
	Digest     string                 `json:"digest"`
	Shown      bool                   `json:"shown"` // the version of the day
	URL        string                 `json:"url"`
}

// CitedBy is a position that rests on a provision.
type CitedBy struct {
	Jurisdiction string           `json:"jurisdiction"`
	Topic        string           `json:"topic"`
	Label        string           `json:"label"`
	From         legislation.Date `json:"from"`
	To           legislation.Date `json:"to"`
	URL          string           `json:"url"`
}

// Versions are all versions of one provision.
type Versions struct {
	ID       string        `json:"id"`
	Label    string        `json:"label"`
	Versions []VersionItem `json:"versions"`
	Wordings []WordingItem `json:"wordings"` // of the official text
}

// Provision answers one provision, as of a day.
func (s *Service) Provision(id legislation.ID, on legislation.Day) (*Provision, error) {
	id, err := lookup(id)
	if err != nil {
		return nil, err
	}
	below, err := s.store.Below(id)
	if err != nil {
		return nil, err
	}
	at, known := s.store.Find(id)
	if !known {
		return nil, s.unknown(id)
	}
	links, err := s.linksNow()
	if err != nil {
		return nil, err
	}
	id = at
	out, err := s.provision(id, on, links)
	if err != nil {
		return nil, err
	}
	if len(below) > 0 && below[0].ID == id {
		s.fill(out, below[0], on)
		below = below[1:]
	}
	for _, p := range below {
		child, err := s.provision(p.ID, on, links)
		if err != nil {
			return nil, err
		}
		s.fill(child, p, on)
		if child.Texts, child.Wordings, err = s.texts(p.ID, on); err != nil {
			return nil, err
		}
		out.Children = append(out.Children, *child)
	}
	switch {
	case out.Version == nil && len(out.Children) == 0:
		out.Status = out.Instrument.Status
	case out.Version == nil:
		out.Status = statusOf(out.Children)
	}
	if out.Texts, out.Wordings, err = s.texts(id, on); err != nil {
		return nil, err
	}
	if found, err := s.beside(out, id, on); found || err != nil {
		return out, err
	}
	return out, s.neighbours(out, id, on)
}

// provision is what can be said of any id, whether or not it has a row.
func (s *Service) provision(id legislation.ID, on legislation.Day, l *links) (*Provision, error) {
	c := s.Catalog()
	instrument, err := c.Instrument(id.Instrument())
	if err != nil {
		return nil, err
	}
	j, err := c.Jurisdiction(id.Jurisdiction())
	if err != nil {
		return nil, err
	}
	out := &Provision{ID: string(id), Label: id.Label(), On: on, Jurisdiction: Ref{j.Code, j.Name, "/jurisdictions/" + j.Code},
		Instrument: s.instrumentItem(instrument, on), Versions: []VersionItem{}, Texts: []OfficialText{}, Wordings: []WordingItem{}, Children: []Provision{}, CitedBy: []CitedBy{},
		ImplementedBy: s.refs(l.implementedBy[id.Key()]), URL: s.lawURL(id, on)}
	for at := id.Parent(); at != "" && !at.IsInstrument(); at = at.Parent() {
		out.Parents = append([]Ref{{string(at), at.Label(), s.lawURL(at, on)}}, out.Parents...)
	}
	out.Parents = append([]Ref{{string(instrument.ID), instrument.TitleEn, s.lawURL(instrument.ID, on)}}, out.Parents...)
	if instrument.ReplacedBy != "" {
		ref := s.ref(instrument.ReplacedBy)
		out.ReplacedBy = &ref
	}
	for _, p := range l.citedBy[id.Key()] {
		out.CitedBy = append(out.CitedBy, s.citedBy(p))
	}
	return out, nil
}

func (s *Service) citedBy(p *legislation.Position) CitedBy {
	out := CitedBy{Jurisdiction: p.Jurisdiction, Topic: p.Topic, From: p.From, To: p.To, Label: p.Topic, URL: s.position(p, s.Today()).URL}
	if t, err := s.Catalog().Topic(p.Topic); err == nil {
		out.Label = t.Label
	}
	return out
}

// fill adds what a row says.
func (s *Service) fill(out *Provision, p *legislation.Provision, on legislation.Day) {
	shown := legislation.Pick(p.Versions, legislation.Version.Valid, on)
	v := p.Versions[shown]
	out.Status = s.Catalog().Valid(p.ID, v).Status(on)
	out.Version = &Version{InForce: v.InForce, Ended: v.Ended, Heading: v.Heading, Digest: v.Digest, Terms: v.Terms, Topics: v.Topics,
		Implements: s.refs(v.Implements), Sources: s.Catalog().Sources(p.ID.Jurisdiction(), v.Sources), Confidence: v.Confidence}
	out.Versions = s.versionItems(p, on, shown)
}

func (s *Service) versionItems(p *legislation.Provision, on legislation.Day, shown int) []VersionItem {
	items := make([]VersionItem, len(p.Versions))
	for i, v := range p.Versions {
		valid := s.Catalog().Valid(p.ID, v)
		items[i] = VersionItem{InForce: v.InForce, Ended: v.Ended, Status: valid.Status(on), Confidence: v.Confidence, Digest: v.Digest,
			Shown: i == shown, URL: s.lawURL(p.ID, valid.Nearest(s.Today()))}
	}
	return items
}

// statusOf is the status of an article by its paragraphs: in force while one of them
// is.
func statusOf(children []Provision) legislation.Status {
	status := legislation.Ended
	for _, c := range children {
		if c.Status == legislation.InForce {
			return c.Status
		}
		if c.Status == legislation.NotYet || c.Status == legislation.Drafted {
			status = c.Status
		}
	}
	return status
}

// neighbours finds what stands before and after on the same level of the same
// instrument, among what has rows.
func (s *Service) neighbours(out *Provision, id legislation.ID, on legislation.Day) error {
	all, err := s.store.Below(id.Instrument())
	if err != nil {
		return err
	}
	depth := len(id.Segments())
	var last legislation.ID
	found := false
	for _, p := range all {
		at := p.ID
		for len(at.Segments()) > depth {
			at = at.Parent()
		}
		if at == last || len(at.Segments()) == 0 {
			continue
		}
		switch {
		case at == id:
			found = true
			if last != "" {
				out.Previous = &Ref{string(last), last.Label(), s.lawURL(last, on)}
			}
		case found:
			out.Next = &Ref{string(at), at.Label(), s.lawURL(at, on)}
			return nil
		}
		last = at
	}
	return nil
}

// Versions lists the versions of one provision.
func (s *Service) Versions(id legislation.ID, on legislation.Day) (*Versions, error) {
	p, err := s.row(id)
	if err != nil {
		return nil, err
	}
	_, wordings, err := s.texts(p.ID, on)
	return &Versions{string(p.ID), s.Label(p.ID), s.versionItems(p, on, legislation.Pick(p.Versions, legislation.Version.Valid, on)), wordings}, err
}

func (s *Service) row(id legislation.ID) (*legislation.Provision, error) {
	id, err := lookup(id)
	if err != nil {
		return nil, err
	}
	p, err := s.store.Provision(id)
	if at, found := s.store.Find(id); err != nil && found && s.imported(at) {
		return &legislation.Provision{ID: at, Versions: []legislation.Version{}}, nil
	}
	var known *legislation.Error
	if errors.As(err, &known) && known.Code == legislation.NotFound {
		return nil, s.unknown(id)
	}
	return p, err
}

// lookup is an id as it is looked up: the case of its letters does not matter.
func lookup(id legislation.ID) (legislation.ID, error) {
	if at := len(id.Instrument()); at <= len(id) {
		id = legislation.ID(strings.ToLower(string(id[:at]))) + id[at:]
	}
	if at, err := legislation.ParseDate(id.At()); err == nil && id.At() != "" {
		return id, &legislation.Error{Code: legislation.Invalid, Field: "id", Value: string(id), Message: "is a version, which has the address of its provision and a day",
			Want: string(id.Base()) + " with on=" + at.First().String()}
	}
	return id, id.Valid()
}

// unknown explains an id that names nothing: withdrawn, mistyped, or of an
// instrument that is not known either.
func (s *Service) unknown(id legislation.ID) error {
	if m, ok := s.Catalog().Moved(id); ok {
		gone := &legislation.Error{Code: legislation.Gone, Field: "id", Value: string(id), Message: "has been withdrawn: " + m.Reason}
		if m.To != "" {
			gone.Message, gone.Nearest = "has a new id: "+string(m.To), []string{string(m.To)}
		}
		return gone
	}
	if _, err := s.Catalog().Instrument(id.Instrument()); err != nil {
		return err
	}
	if id.IsInstrument() {
		return &legislation.Error{Code: legislation.NotFound, Field: "id", Value: string(id), Message: "is an instrument, not a provision",
			Want: "an id below it, such as " + string(id) + "/art-1; the instrument itself is among the instruments"}
	}
	below, err := s.store.Below(id.Instrument())
	if err != nil {
		return err
	}
	known := make([]string, len(below))
	for i, p := range below {
		known[i] = string(p.ID)
	}
	return &legislation.Error{Code: legislation.NotFound, Field: "id", Value: string(id), Message: "is not a provision of the knowledge base",
		Want: "one of those that " + string(id.Instrument()) + " lists", Nearest: legislation.Nearest(string(id), known)}
}

// Moved gives the id that a renamed one has now.
func (s *Service) Moved(id legislation.ID) (to legislation.ID, ok bool) {
	m, ok := s.Catalog().Moved(id)
	return m.To, ok && m.To != ""
}
