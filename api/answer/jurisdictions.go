package answer

import "seelex/legislation"

// JurisdictionItem is a jurisdiction in a list.
type JurisdictionItem struct {
	Code        string           `json:"code"`
	Name        string           `json:"name"`
	NativeNames legislation.Text `json:"native_names"`
	Languages   []string         `json:"languages"`
	Parent      string           `json:"parent,omitempty"`
	EUStatus    string           `json:"eu_status"`
	Instruments int              `json:"instruments"`
	Strategies  int              `json:"strategies"`
	Topics      int              `json:"topics"` // topics answered today
	URL         string           `json:"url"`
	LegalSystem string           `json:"legal_system"`
}

// Jurisdiction is all that is known of a legal order beside its law.
type Jurisdiction struct {
	legislation.Jurisdiction
	On            legislation.Day                `json:"on"`
	URL           string                         `json:"url"`
	Parts         []Ref                          `json:"parts,omitempty"` // entities of this state
	Topics        []TopicCoverage                `json:"topics"`
	Instruments   []InstrumentItem               `json:"instruments"`
	Reforms       []Reform                       `json:"reforms"`
	Ratifications []Ratification                 `json:"ratifications"`
	Practice      []Figure                       `json:"practice"`
	Sources       []legislation.Source           `json:"sources"`
	OpenQuestions []string                       `json:"open_questions"`
	Confidence    map[legislation.Confidence]int `json:"confidence"` // positions of the day by confidence
}

// TopicCoverage says how a jurisdiction answers a topic on a day; Position is nil
// where nothing is known.
type TopicCoverage struct {
	Topic     string           `json:"topic"`
	Label     string           `json:"label"`
	Position  *Position        `json:"position"`
	Periods   int              `json:"periods"`    // positions known over time
	KnownFrom legislation.Date `json:"known_from"` // start of the earliest
}

// Reform is a dated event with its sources.
type Reform struct {
	legislation.Reform
	Sources []legislation.Source `json:"sources"`
	URL     string               `json:"url,omitempty"`
}

// Ratification is a step to be bound by a treaty, with its sources.
type Ratification struct {
	legislation.Ratification
	Treaty  string               `json:"treaty"`
	Sources []legislation.Source `json:"sources"`
	URL     string               `json:"url"`
}

// Figure is a number on how the law is applied, with its sources.
type Figure struct {
	legislation.Figure
	Sources []legislation.Source `json:"sources"`
}

// Jurisdictions lists all legal orders.
func (s *Service) Jurisdictions(w Window) Page[JurisdictionItem] {
	c, today := s.Catalog(), s.Today()
	items := make([]JurisdictionItem, 0, len(c.Jurisdictions))
	for _, j := range c.Jurisdictions {
		item := JurisdictionItem{Code: j.Code, Name: j.Name, NativeNames: j.NativeNames, Languages: j.Languages, Parent: j.Parent,
			EUStatus: j.EUStatus, LegalSystem: j.LegalSystem, URL: "/jurisdictions/" + j.Code}
		for _, i := range c.InstrumentsOf(j.Code) {
			item.Instruments++
			if i.IsStrategy() {
				item.Strategies++
			}
		}
		for _, t := range c.Topics {
			if c.Position(j.Code, t.ID, today) != nil {
				item.Topics++
			}
		}
		items = append(items, item)
	}
	return page(items, w)
}

// Jurisdiction answers what is known of one legal order, as of a day.
func (s *Service) Jurisdiction(code string, on legislation.Day) (*Jurisdiction, error) {
	c := s.Catalog()
	j, err := c.Jurisdiction(code)
	if err != nil {
		return nil, err
	}
	out := &Jurisdiction{Jurisdiction: *j, On: on, URL: "/jurisdictions/" + j.Code, OpenQuestions: c.Questions(j.Code),
		Sources: c.AllSources(j.Code), Confidence: map[legislation.Confidence]int{},
		Topics: []TopicCoverage{}, Instruments: []InstrumentItem{}, Reforms: []Reform{}, Ratifications: []Ratification{}, Practice: []Figure{}}
	for _, part := range c.Jurisdictions {
		if part.Parent == j.Code {
			out.Parts = append(out.Parts, Ref{part.Code, part.Name, "/jurisdictions/" + part.Code})
		}
	}
	for _, t := range c.Topics {
		coverage := s.coverage(j.Code, &t, on)
		if coverage.Position != nil {
			out.Confidence[coverage.Position.Confidence]++
		}
		out.Topics = append(out.Topics, coverage)
	}
	for _, i := range c.InstrumentsOf(j.Code) {
		out.Instruments = append(out.Instruments, s.instrumentItem(i, on))
	}
	for _, r := range c.Reforms {
		if r.Jurisdiction == j.Code {
			out.Reforms = append(out.Reforms, s.reform(r))
		}
	}
	for _, r := range c.Ratifications {
		if r.Jurisdiction == j.Code {
			out.Ratifications = append(out.Ratifications, s.ratification(r))
		}
	}
	for _, f := range c.Practice {
		if f.Jurisdiction == j.Code {
			out.Practice = append(out.Practice, Figure{f, c.Sources(j.Code, f.Sources)})
		}
	}
	return out, nil
}

func (s *Service) coverage(code string, t *legislation.Topic, on legislation.Day) TopicCoverage {
	c := s.Catalog()
	known := c.PositionsOf(code, t.ID)
	out := TopicCoverage{Topic: t.ID, Label: t.Label, Periods: len(known)}
	if len(known) > 0 {
		out.KnownFrom = known[0].From
	}
	if p := c.Position(code, t.ID, on); p != nil {
		answer := s.position(p, on)
		out.Position = &answer
	}
	return out
}

func (s *Service) reform(r legislation.Reform) Reform {
	out := Reform{Reform: r, Sources: s.Catalog().Sources(r.Jurisdiction, r.Sources)}
	if r.Instrument != "" {
		out.URL = "/law/" + string(r.Instrument)
	}
	return out
}

func (s *Service) ratification(r legislation.Ratification) Ratification {
	out := Ratification{Ratification: r, Treaty: string(r.Instrument), URL: "/law/" + string(r.Instrument),
		Sources: s.Catalog().Sources(r.Instrument.Jurisdiction(), r.Sources)}
	if i, err := s.Catalog().Instrument(r.Instrument); err == nil {
		out.Treaty = i.TitleEn
	}
	return out
}
