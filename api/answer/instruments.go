package answer

import (
	"slices"

	"seelex/legislation"
)

// InstrumentItem is an instrument in a list.
type InstrumentItem struct {
	ID           string                 `json:"id"`
	Jurisdiction string                 `json:"jurisdiction"`
	Type         string                 `json:"type"`
	TitleEn      string                 `json:"title_en"`
	Title        legislation.Text       `json:"title"`
	Abbreviation string                 `json:"abbreviation,omitempty"`
	Number       string                 `json:"number,omitempty"`
	Adopted      legislation.Date       `json:"adopted"`
	InForce      legislation.Date       `json:"in_force"`
	Ended        legislation.Date       `json:"ended"`
	Period       *legislation.Period    `json:"period,omitempty"`
	Draft        bool                   `json:"draft,omitempty"` // prepared, and not known to have been adopted
	Status       legislation.Status     `json:"status"`
	Confidence   legislation.Confidence `json:"confidence"`
	Imported     bool                   `json:"imported,omitempty"`
	URL          string                 `json:"url"`
}

// Instrument is an instrument with its relations and what is known of its
// provisions.
type Instrument struct {
	legislation.Instrument
	On            legislation.Day      `json:"on"`
	Status        legislation.Status   `json:"status"`
	Jurisdiction  Ref                  `json:"jurisdiction"`
	URL           string               `json:"url"`
	OfficialURL   string               `json:"official_url,omitempty"` // where the text is published
	Topics        []string             `json:"topics"`
	Replaces      []Ref                `json:"replaces"`
	ReplacedBy    *Ref                 `json:"replaced_by"`
	Implements    []Ref                `json:"implements"`
	ImplementedBy []Ref                `json:"implemented_by"`
	Ratifications []Ratification       `json:"ratifications,omitempty"`
	Reforms       []Reform             `json:"reforms"`
	Provisions    []ProvisionItem      `json:"provisions"`
	Contents      []ContentLine        `json:"contents"` // of the official text
	Sources       []legislation.Source `json:"sources"`
}

// ProvisionItem is a provision in the list of its instrument.
type ProvisionItem struct {
	ID         string                 `json:"id"`
	Label      string                 `json:"label"`
	Heading    legislation.Text       `json:"heading"`
	Topics     []string               `json:"topics"`
	InForce    legislation.Date       `json:"in_force"`
	Ended      legislation.Date       `json:"ended"`
	Status     legislation.Status     `json:"status"`
	Versions   int                    `json:"versions"`
	Confidence legislation.Confidence `json:"confidence"`
	URL        string                 `json:"url"`
}

// InstrumentsRequest asks for instruments; empty lists mean all, a zero day those of
// all times.
type InstrumentsRequest struct {
	Jurisdictions, Types, Topics []string
	On                           legislation.Day
	Window
}

// InstrumentsRequest reads the parameters of /instruments.
func (p *Params) InstrumentsRequest() InstrumentsRequest {
	return InstrumentsRequest{p.Jurisdictions("jurisdiction"), p.OneOf("type", legislation.InstrumentTypes), p.Topics("topic"), p.OptionalDay("on"), p.Window()}
}

// Instruments lists instruments by id. With a day, only those in force on it.
func (s *Service) Instruments(r InstrumentsRequest) (Page[InstrumentItem], error) {
	links, err := s.linksNow()
	if err != nil {
		return Page[InstrumentItem]{}, err
	}
	var found []*legislation.Instrument
	for _, i := range s.Catalog().Instruments {
		if has(r.Jurisdictions, i.ID.Jurisdiction()) && has(r.Types, i.Type) && (r.On == 0 || i.Valid().Contains(r.On)) &&
			(len(r.Topics) == 0 || slices.ContainsFunc(links.topics[i.ID], func(t string) bool { return has(r.Topics, t) })) {
			found = append(found, i)
		}
	}
	cut := page(found, r.Window)
	out := Page[InstrumentItem]{Total: cut.Total, Limit: cut.Limit, Offset: cut.Offset, Items: make([]InstrumentItem, len(cut.Items))}
	on := r.On
	if on == 0 {
		on = s.Today()
	}
	for i, instrument := range cut.Items {
		out.Items[i] = s.instrumentItem(instrument, on)
	}
	return out, nil
}

func (s *Service) instrumentItem(i *legislation.Instrument, on legislation.Day) InstrumentItem {
	return InstrumentItem{ID: string(i.ID), Jurisdiction: i.ID.Jurisdiction(), Type: i.Type, TitleEn: i.TitleEn, Title: i.Title,
		Abbreviation: i.Abbreviation, Number: i.Number, Adopted: i.Adopted, InForce: i.InForce, Ended: i.Ended, Period: i.Period, Draft: i.Draft,
		Status: i.Valid().Status(on), Confidence: i.Confidence, Imported: i.Imported, URL: s.lawURL(i.ID, on)}
}

// Instrument answers one instrument, as of a day.
func (s *Service) Instrument(id legislation.ID, on legislation.Day) (*Instrument, error) {
	id, err := lookup(id)
	if err != nil {
		return nil, err
	}
	c := s.Catalog()
	i, err := c.Instrument(id)
	if above := id.Instrument(); err != nil && above != id {
		if _, known := c.Instrument(above); known == nil {
			return nil, &legislation.Error{Code: legislation.NotFound, Field: "id", Value: string(id), Message: "is below an instrument",
				Want: string(above) + "; what is below it is among the provisions"}
		}
	}
	if err != nil {
		return nil, err
	}
	links, err := s.linksNow()
	if err != nil {
		return nil, err
	}
	j, err := c.Jurisdiction(i.ID.Jurisdiction())
	if err != nil {
		return nil, err
	}
	out := &Instrument{Instrument: *i, On: on, Status: i.Valid().Status(on), URL: s.lawURL(i.ID, on), OfficialURL: i.URL,
		Jurisdiction: Ref{j.Code, j.Name, "/jurisdictions/" + j.Code}, Topics: orEmpty(links.topics[i.ID]),
		Replaces: []Ref{}, Implements: s.refs(i.Implements), ImplementedBy: s.refs(links.implementedBy[i.ID.Key()]),
		Sources: c.Sources(j.Code, i.Sources), Reforms: []Reform{}, Provisions: []ProvisionItem{}}
	for before := range c.Predecessors(i.ID) {
		out.Replaces = append(out.Replaces, s.ref(before.ID))
	}
	if i.ReplacedBy != "" {
		after := s.ref(i.ReplacedBy)
		out.ReplacedBy = &after
	}
	for _, r := range c.Ratifications {
		if r.Instrument == i.ID {
			out.Ratifications = append(out.Ratifications, s.ratification(r))
		}
	}
	for _, r := range c.Reforms {
		if r.Instrument == i.ID {
			out.Reforms = append(out.Reforms, s.reform(r))
		}
	}
	below, err := s.store.Below(i.ID)
	if err != nil {
		return nil, err
	}
	for _, p := range below {
		out.Provisions = append(out.Provisions, s.provisionItem(p, on))
	}
	out.Contents, err = s.contents(i, on)
	return out, err
}

func (s *Service) provisionItem(p *legislation.Provision, on legislation.Day) ProvisionItem {
	v := p.Versions[legislation.Pick(p.Versions, legislation.Version.Valid, on)]
	return ProvisionItem{ID: string(p.ID), Label: p.ID.Label(), Heading: v.Heading, Topics: v.Topics, InForce: v.InForce, Ended: v.Ended,
		Status: s.Catalog().Valid(p.ID, v).Status(on), Versions: len(p.Versions), Confidence: v.Confidence, URL: s.lawURL(p.ID, on)}
}

func (s *Service) refs(ids []legislation.ID) []Ref {
	out := make([]Ref, 0, len(ids))
	for _, id := range ids {
		out = append(out, s.ref(id))
	}
	return out
}

func (s *Service) ref(id legislation.ID) Ref {
	return Ref{string(id), s.Label(id), "/law/" + string(id)}
}
