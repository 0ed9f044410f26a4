package compare

import (
	"context"

	"seelex/legislation"
)

// ScenarioNotice goes with every answer.
const ScenarioNotice = "A research illustration made from coded data, not legal advice. It says what the data says, and where the data does not say it says so."

// Scenario is what each jurisdiction's law, as far as the data knows it, has for one
// case.
type Scenario struct {
	Notice   string    `json:"notice"`
	Case     Case      `json:"case"`
	Words    string    `json:"words"` // the case in one line
	Outcomes []Outcome `json:"outcomes"`
}

// Outcome is one jurisdiction's answer to the case.
type Outcome struct {
	Jurisdiction Party                  `json:"jurisdiction"`
	Known        bool                   `json:"known"` // false: the data has no position for the day, see Gap
	Gap          *Gap                   `json:"gap,omitempty"`
	Topic        string                 `json:"topic"` // the topic whose position answers
	Rule         Finding                `json:"rule"`  // which rule applies
	Why          []Finding              `json:"why"`   // what led there and what to mind
	Class        string                 `json:"class"` // code of offence_class, "" where the data does not say
	ClassWords   string                 `json:"class_words"`
	Penalty      Penalty                `json:"penalty"`
	Waiver       Finding                `json:"waiver"` // none, may, must, not-needed or unknown
	Alternatives []Alternative          `json:"alternatives"`
	Authority    string                 `json:"authority"` // who decides, "" where the data does not say
	Provisions   []RuleText             `json:"provisions"`
	Silent       []string               `json:"silent"` // what the data does not say
	Summary      string                 `json:"summary"`
	Citations    []Citation             `json:"citations"`
	Sources      []legislation.Source   `json:"sources"`
	Confidence   legislation.Confidence `json:"confidence,omitempty"` // the weakest of the positions used
}

// Finding is a step of the reasoning: a code for machines and words for people.
type Finding struct {
	Code  string `json:"code"`
	Words string `json:"words"`
}

// Penalty is the range that the data gives for the rule.
type Penalty struct {
	Prison         *legislation.Prison `json:"prison"`
	PrisonPossible *bool               `json:"prison_possible"`
	Fine           *legislation.Money  `json:"fine"`
	FinePossible   *bool               `json:"fine_possible"`
	BasicOnly      bool                `json:"basic_only"` // the law differs by drug: the range is that of the data's basic case
	Words          string              `json:"words"`
}

// RuleText is a provision behind the answer, in the corpus's own words.
type RuleText struct {
	Citation Citation `json:"citation"`
	Digest   string   `json:"digest"`
	Speaks   []string `json:"speaks_of"` // dependent, minor: of whom it speaks that the case names
}

// Answer works the case out for each jurisdiction: for those named, or for all but
// treaties and Union law, which punish nobody. One engine serves all of them; what
// differs between them is data. It ends with the context.
func Answer(ctx context.Context, catalog *legislation.Catalog, provisions Provisions, c Case) (Scenario, error) {
	if err := c.check(); err != nil {
		return Scenario{}, err
	}
	parties, err := partiesOf(catalog, c.Jurisdictions)
	if err != nil {
		return Scenario{}, err
	}
	out := Scenario{Notice: ScenarioNotice, Case: c, Words: c.Words(), Outcomes: []Outcome{}}
	for _, party := range parties {
		if err := ctx.Err(); err != nil {
			return Scenario{}, err
		}
		if len(c.Jurisdictions) == 0 && party.rank() < 2 {
			continue
		}
		e := engine{cells: cells{catalog: catalog, provisions: provisions, today: c.Today}, c: c,
			out: Outcome{Jurisdiction: party, Why: []Finding{}, Alternatives: []Alternative{}, Provisions: []RuleText{}, Silent: []string{},
				Citations: []Citation{}, Sources: []legislation.Source{}}}
		if err := e.run(); err != nil {
			return Scenario{}, err
		}
		out.Outcomes = append(out.Outcomes, e.out)
	}
	return out, nil
}
