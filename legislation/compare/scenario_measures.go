package compare

import (
	"fmt"
	"slices"

	"seelex/legislation"
)

// Alternative is a measure that may stand in place of prison, and whether it is open
// in the case.
type Alternative struct {
	legislation.Measure
	Words    string    `json:"words"`
	Verdict  string    `json:"verdict"` // open, depends or closed
	Why      string    `json:"why"`
	Citation *Citation `json:"citation"`
}

// The verdicts on an alternative.
const (
	Open    = "open"    // nothing that the data knows stands against it
	Depends = "depends" // on something that the case does not say
	Closed  = "closed"
)

// alternatives judges the measures of the jurisdiction. Where no prison threatens,
// only measures before a charge are of use.
func (e *engine) alternatives() error {
	if slices.Contains(unpunished, e.out.Class) {
		return nil
	}
	p := e.position("alternatives-to-prison")
	if p == nil {
		e.silent("The data does not say which alternatives to prison are open.")
		return nil
	}
	noPrison := e.out.Penalty.PrisonPossible != nil && !*e.out.Penalty.PrisonPossible
	measures := p.Values["measures"].Measures
	if measures == nil {
		e.silent("The data lists no alternatives to prison for this day.")
	}
	for _, m := range measures {
		if noPrison && m.Stage != "pre-charge" {
			continue
		}
		alternative := Alternative{Measure: m, Words: m.Words()}
		alternative.Verdict, alternative.Why = e.judge(m)
		if m.Citation != "" {
			citation, err := e.citation(m.Citation, e.c.On)
			if err != nil {
				return err
			}
			alternative.Citation = &citation
		}
		e.out.Alternatives = append(e.out.Alternatives, alternative)
	}
	if noPrison {
		e.because("no-prison", "There is no prison to replace; only measures before a charge are listed.")
	}
	if len(e.out.Alternatives) > 0 {
		return e.use(p)
	}
	return nil
}

// judge says whether a measure is open: first for whom it is, then how grave the
// offence may be.
func (e *engine) judge(m legislation.Measure) (verdict, why string) {
	switch {
	case (m.OnlyFor == "dependent" || m.Kind == "compulsory-treatment") && !e.c.Dependent:
		return Closed, "For dependent persons only."
	case m.OnlyFor == "minor" && !e.c.Minor:
		return Closed, "For persons under 18 only."
	case m.OnlyFor == "young" && !e.c.Minor:
		return Depends, "For minors and young adults only."
	case m.MaxPenaltyMonths == nil:
		return Open, "No limit by penalty is in the data."
	}
	limit := legislation.Months{N: *m.MaxPenaltyMonths}
	prison := e.out.Penalty.Prison
	if prison == nil {
		return Depends, "The limit is " + limit.Words() + "; the data has no range to hold against it."
	}
	if prison.Max != nil && !limit.Less(*prison.Max) {
		return Open, fmt.Sprintf("The range reaches %s, the limit is %s.", prison.Max.Words(), limit.Words())
	}
	if m.Stage == "sentence" || m.Stage == "execution" {
		return e.judgeSentence(limit, prison)
	}
	return Closed, fmt.Sprintf("The offence can bring %s, the limit is %s.", upperWords(prison), limit.Words())
}

// judgeSentence: once there is a sentence, the limit is as a rule that of the term
// imposed, which the case does not say.
func (e *engine) judgeSentence(limit legislation.Months, prison *legislation.Prison) (verdict, why string) {
	if prison.Min != nil && limit.Less(*prison.Min) {
		return Depends, fmt.Sprintf("The range begins at %s, over the limit of %s: only if the sentence is mitigated below it.", prison.Min.Words(), limit.Words())
	}
	return Depends, fmt.Sprintf("The limit is %s; the condition says whether it counts the sentence imposed or the offence.", limit.Words())
}

func upperWords(p *legislation.Prison) string {
	if p.Max == nil {
		return "more than " + p.Min.Words()
	}
	return p.Max.Words()
}
