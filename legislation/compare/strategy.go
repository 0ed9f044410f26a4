package compare

import (
	"cmp"
	"slices"

	"seelex/legislation"
)

// Strategy is a strategy or action plan with what it undertakes.
type Strategy struct {
	InstrumentLink
	Type         string                 `json:"type"`
	Jurisdiction Party                  `json:"jurisdiction"`
	From         legislation.Date       `json:"from"` // when it applied: in force, else the later of adoption and planned start
	To           legislation.Date       `json:"to"`   // its end, else the end planned
	Planned      *legislation.Period    `json:"planned"`
	Adopted      legislation.Date       `json:"adopted"`
	Draft        bool                   `json:"draft"`  // prepared, not known to have been adopted
	Beside       bool                   `json:"beside"` // not on drug policy as a whole, or not for the whole territory
	Summary      string                 `json:"summary"`
	Responsible  string                 `json:"responsible"`
	Predecessors []InstrumentLink       `json:"predecessors"`
	Successor    *InstrumentLink        `json:"successor"`
	Implements   []InstrumentLink       `json:"implements"`
	Sections     []Section              `json:"sections"`
	Sources      []legislation.Source   `json:"sources"`
	Confidence   legislation.Confidence `json:"confidence"`
}

// Section is an aim or commitment of a strategy, or an account of what became of it.
type Section struct {
	Citation   Citation               `json:"citation"`
	Heading    string                 `json:"heading"`
	Text       string                 `json:"text"` // own words
	Themes     []Reason               `json:"themes"`
	Account    bool                   `json:"account"` // tells how it was made or carried out, undertakes nothing
	Sources    []legislation.Source   `json:"sources"`
	Confidence legislation.Confidence `json:"confidence"`
}

// About reports whether the section is about the theme.
func (s Section) About(theme string) bool {
	return slices.ContainsFunc(s.Themes, func(r Reason) bool { return r.Theme == theme })
}

// StrategiesRequest asks for the strategies of jurisdictions.
type StrategiesRequest struct {
	Jurisdictions []string        // none means all
	On            legislation.Day // 0 is Today
	Today         legislation.Day // 0 is the clock's day, UTC
}

// Strategies are all strategies and action plans, by jurisdiction.
type Strategies struct {
	On      legislation.Day  `json:"on"`
	Themes  []Theme          `json:"themes"`
	Columns []StrategyColumn `json:"columns"`
}

// StrategyColumn is what one jurisdiction has.
type StrategyColumn struct {
	Jurisdiction Party         `json:"jurisdiction"`
	Strategies   []StrategyOn  `json:"strategies"` // by start; those without dates last
	Gaps         []StrategyGap `json:"gaps"`       // up to the day, in which no strategy on drugs as a whole is known
}

// StrategyOn is a strategy as it stands on the day.
type StrategyOn struct {
	*Strategy
	Status StrategyStatus `json:"status"`
}

// StrategyStatus says how a strategy stands to a day.
type StrategyStatus string

// The statuses: those of any period, and two more.
const (
	StrategyInForce StrategyStatus = StrategyStatus(legislation.InForce)
	StrategyEnded   StrategyStatus = StrategyStatus(legislation.Ended)
	StrategyNotYet  StrategyStatus = StrategyStatus(legislation.NotYet)
	StrategyDraft   StrategyStatus = "draft"
	StrategyUndated StrategyStatus = "not-dated"
)

// StrategyGap is a time without a strategy.
type StrategyGap struct {
	From  legislation.Day `json:"from"`
	To    legislation.Day `json:"to"` // null while it lasts
	After legislation.ID  `json:"after"`
	Next  legislation.ID  `json:"next,omitempty"`
	Words string          `json:"words"`
}

// Theme returns the column's sections about a theme with the strategies they are of.
func (c StrategyColumn) Theme(theme string) (out []Section) {
	for _, s := range c.Strategies {
		for _, section := range s.Sections {
			if section.About(theme) {
				out = append(out, section)
			}
		}
	}
	return out
}

// Strategies answers the request from the survey.
func (s *Survey) Strategies(r StrategiesRequest) (Strategies, error) {
	on := r.On
	if on == 0 {
		on = todayOr(r.Today)
	}
	parties, err := partiesOf(s.catalog, r.Jurisdictions)
	if err != nil {
		return Strategies{}, err
	}
	out := Strategies{On: on, Themes: s.themes, Columns: []StrategyColumn{}}
	for _, party := range parties {
		column := StrategyColumn{Jurisdiction: party, Strategies: []StrategyOn{}}
		for _, strategy := range s.strategies {
			if strategy.Jurisdiction == party {
				column.Strategies = append(column.Strategies, StrategyOn{strategy, strategy.status(on)})
			}
		}
		column.Gaps = strategyGaps(column.Strategies, on)
		out.Columns = append(out.Columns, column)
	}
	return out, nil
}

func (s *Strategy) valid() legislation.Period { return legislation.Period{From: s.From, To: s.To} }

func (s *Strategy) status(on legislation.Day) StrategyStatus {
	switch {
	case s.Draft:
		return StrategyDraft
	case s.From.IsZero() && s.To.IsZero():
		return StrategyUndated
	}
	return StrategyStatus(s.valid().Status(on))
}

// strategyGaps are the times up to the day for which no strategy on drugs as a whole
// is known after the first one. Where a jurisdiction has action plans only, these
// count; a document without an end lasts until the next one begins.
func strategyGaps(all []StrategyOn, on legislation.Day) []StrategyGap {
	gaps := []StrategyGap{}
	whole := wholeStrategies(all)
	var last *Strategy
	var covered legislation.Day // the last day with a strategy
	for _, s := range whole {
		if s.From.First() > on {
			break
		}
		if last != nil && covered != legislation.DayMax && s.From.First() > covered.Next() {
			gap := StrategyGap{From: covered.Next(), To: s.From.First().Prev(), After: last.ID, Next: s.ID}
			gap.Words = "No strategy is known from " + gap.From.Date().Words() + " to " + gap.To.Date().Words() + "."
			gaps = append(gaps, gap)
		}
		if end := s.To.Last(); last == nil || end > covered || covered == legislation.DayMax {
			last, covered = s, end
		}
	}
	if last != nil && covered < on {
		gap := StrategyGap{From: covered.Next(), After: last.ID, Words: "No strategy is known since " + covered.Next().Date().Words() + "."}
		gaps = append(gaps, gap)
	}
	return gaps
}

func wholeStrategies(all []StrategyOn) []*Strategy {
	var strategies, plans []*Strategy
	for _, s := range all {
		switch {
		case s.Draft || s.Beside || s.From.IsZero():
		case s.Type == "strategy":
			strategies = append(strategies, s.Strategy)
		default:
			plans = append(plans, s.Strategy)
		}
	}
	if len(strategies) == 0 {
		return plans
	}
	return strategies
}

// strategies reads the strategies of the catalog with their sections.
func strategies(catalog *legislation.Catalog, sections map[string][]*legislation.Provision, c *classifier) []*Strategy {
	var out []*Strategy
	for _, i := range catalog.Instruments {
		if !i.IsStrategy() {
			continue
		}
		j, err := catalog.Jurisdiction(i.ID.Jurisdiction())
		if err != nil {
			continue
		}
		period := i.Meant()
		s := &Strategy{InstrumentLink: *link(catalog, i.ID), Type: i.Type, Jurisdiction: Party{j.Code, j.Name, j.Parent}, From: period.From, To: period.To,
			Planned: i.Period, Adopted: i.Adopted, Draft: i.Draft, Beside: slices.Contains(c.Beside, i.ID),
			Summary: i.Summary, Responsible: i.Responsible, Predecessors: []InstrumentLink{}, Implements: []InstrumentLink{}, Sections: []Section{},
			Sources: catalog.Sources(j.Code, i.Sources), Confidence: i.Confidence}
		for p := range catalog.Predecessors(i.ID) {
			s.Predecessors = append(s.Predecessors, *link(catalog, p.ID))
		}
		if i.ReplacedBy != "" {
			s.Successor = link(catalog, i.ReplacedBy)
		}
		for _, id := range i.Implements {
			s.Implements = append(s.Implements, *link(catalog, id))
		}
		for _, p := range sections[i.ID.Key()] {
			s.Sections = append(s.Sections, section(catalog, c, s.Title, p))
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b *Strategy) int {
		return cmp.Or(rankBool(a.From.IsZero())-rankBool(b.From.IsZero()), cmp.Compare(a.From.First(), b.From.First()), cmp.Compare(a.To.Last(), b.To.Last()))
	})
	return out
}

// section reads the last version of a strategy's provision: strategies are replaced,
// not amended, and a later row corrects an earlier one.
func section(catalog *legislation.Catalog, c *classifier, title string, p *legislation.Provision) Section {
	v := p.Versions[len(p.Versions)-1]
	citation := Citation{ID: p.ID, Short: p.ID.Label(), Heading: v.Heading["en"], URL: "/law/" + string(p.ID), InForce: v.Ended.IsZero()}
	citation.Label = title + ", " + citation.Short
	return Section{Citation: citation, Heading: v.Heading["en"], Text: v.Digest, Themes: c.themes(v), Account: slices.Contains(c.Accounts, p.ID),
		Sources: catalog.Sources(p.ID.Jurisdiction(), v.Sources), Confidence: v.Confidence}
}
