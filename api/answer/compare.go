package answer

import (
	"context"
	"math"
	"strconv"
	"strings"

	"seelex/legislation"
	"seelex/legislation/compare"
)

// Comparison is a matrix: one block for each topic.
type Comparison struct {
	compare.Block                 // the first topic's block, as most requests ask for one
	Blocks        []compare.Block `json:"blocks,omitempty"` // all blocks, when several topics were asked for
}

// AppendJSON appends the comparison as encoding/json writes it, at a fraction of the cost.
func (c *Comparison) AppendJSON(to []byte) ([]byte, error) {
	to, err := c.Block.AppendJSON(to)
	if len(c.Blocks) == 0 || err != nil {
		return to, err
	}
	before := `,"blocks":[`
	to = to[:len(to)-1] // the block's }
	for i := range c.Blocks {
		to = append(to, before...)
		if to, err = c.Blocks[i].AppendJSON(to); err != nil {
			return to, err
		}
		before = ","
	}
	return append(to, "]}"...), nil
}

// Free gives the comparison's space to later ones. Nothing of it may be used any more.
func (c *Comparison) Free() {
	if len(c.Blocks) == 0 {
		c.Block.Free() // otherwise it is the first of the blocks
	}
	for i := range c.Blocks {
		c.Blocks[i].Free()
	}
}

// CompareRequest reads the parameters of /compare.
func (p *Params) CompareRequest() compare.Request {
	r := compare.Request{Topics: p.Topics("topic"), Jurisdictions: p.Jurisdictions("jurisdictions"), On: p.Day("on"),
		Against: p.OptionalDay("against"), Sort: p.Text("sort", 64), Descending: p.one("order", []string{"asc", "desc"}, "asc") == "desc", Today: p.today}
	if len(r.Topics) == 0 {
		p.fail(&legislation.Error{Message: "is missing", Want: "one topic or more, such as personal-possession; /topics lists them"}, "topic")
	}
	return r
}

// Compare sets jurisdictions side by side on topics.
func (s *Service) Compare(ctx context.Context, r compare.Request) (*Comparison, error) {
	survey, err := s.surveyNow()
	if err != nil {
		return nil, err
	}
	blocks, err := compare.Matrix(ctx, s.Catalog(), survey, r)
	if err != nil {
		return nil, err
	}
	out := &Comparison{Block: blocks[0]}
	if len(blocks) > 1 {
		out.Blocks = blocks
	}
	return out, nil
}

// ChangesRequest reads the parameters of /changes.
func (p *Params) ChangesRequest() compare.ChangesRequest {
	r := compare.ChangesRequest{Topics: p.Topics("topic"), Jurisdictions: p.Jurisdictions("jurisdiction"), From: p.OptionalDay("from"),
		To: p.Day("to"), LawOnly: p.Bool("law_only", false), Today: p.today}
	if r.From == 0 {
		p.fail(&legislation.Error{Message: "is missing", Want: "the earlier day, such as 2008-06-01"}, "from")
	}
	return r
}

// Changes says what changed between two days.
func (s *Service) Changes(ctx context.Context, r compare.ChangesRequest) (compare.Changes, error) {
	survey, err := s.surveyNow()
	if err != nil {
		return compare.Changes{}, err
	}
	return compare.ChangesBetween(ctx, s.Catalog(), survey, r)
}

// TimelineRequest reads the parameters of /timeline.
func (p *Params) TimelineRequest() compare.TimelineRequest {
	w := p.Window()
	r := compare.TimelineRequest{Jurisdictions: p.Jurisdictions("jurisdiction"), Topics: p.Topics("topic"),
		Directions: p.OneOf("direction", legislation.Directions), From: p.bound("from", legislation.Date.First), To: p.bound("to", legislation.Date.Last),
		Limit: w.Limit, Offset: w.Offset}
	for _, kind := range p.OneOf("kind", eventKinds()) {
		r.Kinds = append(r.Kinds, compare.EventKind(kind))
	}
	return r
}

// bound reads an end of a time that is asked for, which may be a year or a month.
func (p *Params) bound(name string, end func(legislation.Date) legislation.Day) legislation.Day {
	d := p.Date(name)
	if d.IsZero() {
		return 0
	}
	return end(d)
}

func eventKinds() []string {
	out := make([]string, len(compare.EventKinds))
	for i, k := range compare.EventKinds {
		out[i] = string(k)
	}
	return out
}

// Timeline lists dated events in order.
func (s *Service) Timeline(r compare.TimelineRequest) (compare.Timeline, error) {
	survey, err := s.surveyNow()
	if err != nil {
		return compare.Timeline{}, err
	}
	return survey.Timeline(r)
}

// StrategiesRequest reads the parameters of /strategies.
func (p *Params) StrategiesRequest() compare.StrategiesRequest {
	return compare.StrategiesRequest{Jurisdictions: p.Jurisdictions("jurisdiction"), On: p.Day("on"), Today: p.today}
}

// Strategies lists the strategies and action plans of jurisdictions.
func (s *Service) Strategies(r compare.StrategiesRequest) (compare.Strategies, error) {
	survey, err := s.surveyNow()
	if err != nil {
		return compare.Strategies{}, err
	}
	return survey.Strategies(r)
}

// Case reads the parameters of /scenario.
func (p *Params) Case() compare.Case {
	return compare.Case{Conduct: p.one("conduct", compare.Conducts, "possession"), Substance: p.one("substance", compare.Substances, "cannabis"),
		Amount: p.amount("amount"), Unit: p.one("unit", compare.Units, ""), Repeated: p.Bool("repeated", false), Dependent: p.Bool("dependent", false),
		Minor: p.Bool("minor", false), On: p.Day("on"), Jurisdictions: p.Jurisdictions("jurisdictions"), Today: p.today}
}

func (p *Params) one(name string, known []string, without string) string {
	values := p.OneOf(name, known)
	switch len(values) {
	case 0:
		return without
	case 1:
		return values[0]
	}
	p.fail(&legislation.Error{Value: strings.Join(values, ","), Message: "are several values", Want: "one of them"}, name)
	return ""
}

// amount reads a number from 0 up, with a point or a comma for its fraction.
func (p *Params) amount(name string) float64 {
	s := p.Text(name, 32)
	if s == "" {
		return 0
	}
	n, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || n < 0 || n > 1e9 || math.IsNaN(n) {
		p.fail(&legislation.Error{Value: s, Message: "is not an amount", Want: "a number from 0 up, such as 2.5"}, name)
		return 0
	}
	return n
}

// Scenario says which rule a case would meet in each jurisdiction.
func (s *Service) Scenario(ctx context.Context, c compare.Case) (compare.Scenario, error) {
	survey, err := s.surveyNow()
	if err != nil {
		return compare.Scenario{}, err
	}
	return compare.Answer(ctx, s.Catalog(), survey, c)
}

// PracticeRequest reads the parameters of /practice.
func (p *Params) PracticeRequest() compare.PracticeRequest {
	return compare.PracticeRequest{Jurisdictions: p.Jurisdictions("jurisdiction"), Query: p.Text("q", 200), From: p.number("from", 0, 1900, 2199), To: p.number("to", 0, 1900, 2199)}
}

// Practice gathers the figures on how the law is applied.
func (s *Service) Practice(r compare.PracticeRequest) (compare.Practice, error) {
	return compare.PracticeOf(s.Catalog(), r)
}

// ShadingRequest reads the parameters of /map.
func (p *Params) ShadingRequest() compare.ShadingRequest {
	r := compare.ShadingRequest{Variable: p.Text("variable", 64), On: p.Day("on"), Today: p.today}
	switch topics := p.Topics("topic"); len(topics) {
	case 0:
		p.fail(&legislation.Error{Message: "is missing", Want: "a topic, such as decriminalisation; /topics lists them"}, "topic")
	case 1:
		r.Topic = topics[0]
	default:
		p.fail(&legislation.Error{Value: strings.Join(topics, ","), Message: "are several topics", Want: "one of them"}, "topic")
	}
	return r
}

// Shading classes the jurisdictions by a variable, for a map.
func (s *Service) Shading(r compare.ShadingRequest) (compare.Shading, error) {
	return compare.ShadingOf(s.Catalog(), r)
}

// Coverage says how surely each jurisdiction answers each topic on a day.
func (s *Service) Coverage(on legislation.Day) (compare.Coverage, error) {
	return compare.CoverageOn(s.Catalog(), on)
}
