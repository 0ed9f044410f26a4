package compare

import (
	"strings"

	"seelex/legislation"
)

// quantity applies what the data knows of amounts to the case.
func (e *engine) quantity() error {
	p := e.position("quantity-thresholds")
	var all []legislation.Threshold
	if p != nil {
		all = p.Values["thresholds"].Thresholds
	}
	if e.c.Amount > 0 {
		e.elsewhere(all)
	}
	applicable := e.c.applicable(all)
	if len(applicable) == 0 || e.c.Amount == 0 {
		e.noFigure(applicable)
		return nil
	}
	if err := e.use(p); err != nil {
		return err
	}
	for _, t := range applicable {
		if t.First && e.c.Repeated {
			e.because("first-only", "There is a milder rule for a first offence only: "+t.Words()+".")
			continue
		}
		if err := e.apply(t); err != nil {
			return err
		}
	}
	return nil
}

// noFigure says how the law tells a personal quantity where no figure of the data
// can be applied.
func (e *engine) noFigure(applicable []legislation.Threshold) {
	for _, t := range applicable {
		e.because("threshold", "An amount was not given. The data has this limit: "+t.Words()+".")
	}
	if e.out.Topic != "personal-possession" || len(applicable) > 0 {
		return
	}
	switch e.main.Values["quantity_rule"].Text {
	case "none":
		e.because("no-quantity-rule", "The law draws no line by amount.")
	case "undefined-small-quantity":
		e.out.Rule = Finding{"undefined-small-quantity", "The rule for a small quantity, which the law does not put in figures."}
		e.because("undefined-small-quantity", "The class is that of a first, simple case of a small quantity, the range that of the basic case. Whether "+
			e.heldAmount()+" is small is for prosecutor and court; the summary says what the data knows of more.")
	case "statutory-threshold", "guideline-threshold":
		e.out.Rule = Finding{"no-figure", "The rule within an amount that is fixed; for this substance and unit the data has no figure."}
		e.silent("The data does not say from which amount of this substance the rule changes.")
	default:
		e.silent("The data does not say how a personal quantity is told from more.")
	}
}

// elsewhere names limits on the same drug that divide another topic's answer.
func (e *engine) elsewhere(all []legislation.Threshold) {
	for _, topic := range legislation.ThresholdTopics {
		if topic == e.out.Topic {
			continue
		}
		for _, t := range e.c.limits(all, topic) {
			e.because("limit-elsewhere", "On "+topicWords[topic]+" the data has this limit: "+t.Words()+".")
		}
	}
}

var topicWords = map[string]string{"personal-possession": "possession", "cultivation": "growing", "supply-trafficking": "supply"}

func (e *engine) heldAmount() string {
	if e.c.Amount == 0 {
		return "an amount"
	}
	return e.c.amountWords()
}

// apply draws the consequence of one threshold.
func (e *engine) apply(t legislation.Threshold) error {
	amount, _ := e.c.measure()
	holds := t.Holds(amount)
	code, how := "threshold-not-met", " is over the limit ("
	switch {
	case holds && t.From != nil:
		code, how = "threshold-met", " is at or over the limit ("
	case holds:
		code, how = "threshold-met", " is within the limit ("
	case t.From != nil:
		how = " is under the limit ("
	}
	e.because(code, "The amount of "+e.c.amountWords()+how+t.Words()+").")
	switch t.Rule {
	case "presumed-supply":
		if holds {
			return e.presume()
		}
	case "personal":
		if holds {
			e.out.Rule = Finding{"personal", "The amount is held to be for own use."}
			e.ownGrowing()
		} else {
			e.out.Rule = Finding{"over-personal", "The amount is over what is held to be for own use; whether it is supply is for the court."}
		}
	case "minor-case":
		if holds {
			e.milder("minor-case", "Treated as a minor case.", t)
		} else {
			e.out.Rule = Finding{"basic", "Over the amount that the data knows to be treated as a minor case: the basic rule."}
		}
	case "small":
		e.small(t, holds)
	}
	return nil
}

// ownGrowing: the range of a position on cultivation is not that for own use, which
// it tells in words.
func (e *engine) ownGrowing() {
	if words := e.main.Values["own_use_rule"].Text; e.out.Topic == "cultivation" && words != "" {
		e.out.Penalty = Penalty{}
		e.silent("The data codes no range for growing for own use; it tells it in words: " + sentence(words))
	}
}

// milder takes the threshold's own range; where it names a fine and no prison, the
// fine is all.
func (e *engine) milder(code, words string, t legislation.Threshold) {
	e.out.Rule = Finding{code, words}
	if t.Prison == nil && t.Fine == nil {
		return
	}
	e.out.Penalty.Prison, e.out.Penalty.BasicOnly = t.Prison, false
	e.out.Penalty.Fine = t.Fine
	if possible := t.Prison != nil; e.out.Penalty.PrisonPossible != nil {
		e.out.Penalty.PrisonPossible = &possible
	}
}

func (e *engine) small(t legislation.Threshold, holds bool) {
	minor := prisonOf(e.main.Values, "minor_supply_prison")
	switch {
	case holds && e.out.Topic == "supply-trafficking" && minor != nil:
		e.out.Rule = Finding{"small-quantity", "The rule for supply of a small quantity."}
		e.out.Penalty.Prison = minor
	case holds:
		e.milder("small-quantity", "The rule for a small quantity.", t)
	case t.Beyond != "":
		e.out.Rule = Finding{"over-small-quantity", "The amount is over the small quantity."}
		e.class(t.Beyond)
		// The position codes the small quantity; for more the data has words only.
		e.out.Penalty = Penalty{}
		e.silent("The data codes no range over the small quantity; the summary tells it in words.")
	case e.out.Topic == "supply-trafficking":
		e.out.Rule = Finding{"over-small-quantity", "The amount is over the small quantity: the basic range of supply."}
		e.out.Penalty.Prison = prisonOf(e.main.Values, "basic_prison")
	default:
		e.out.Rule = Finding{"over-small-quantity", "The amount is over the small quantity: the basic rule."}
	}
}

// presume turns holding or growing into supply until the contrary is shown.
func (e *engine) presume() error {
	e.out.Rule = Finding{"presumed-supply", "From this amount on the law holds the drug to be meant for supply, unless the contrary is shown."}
	e.because("if-rebutted", "If the contrary is shown: "+sentence(e.out.Penalty.words()))
	supply := e.position("supply-trafficking")
	if supply == nil {
		e.out.Penalty = Penalty{}
		e.silent("The data has no range of supply for this day.")
		return nil
	}
	e.out.Penalty = Penalty{Prison: prisonOf(supply.Values, "basic_prison"), Fine: fineOf(supply.Values, "fine"),
		BasicOnly: isTrue(supply.Values, "varies_by_drug")}
	if e.out.Penalty.BasicOnly {
		e.because("varies-by-drug", variesByDrug)
	}
	return e.use(supply)
}

// words says the penalty: the ends that are known, and that an end is not.
func (p Penalty) words() string {
	var parts []string
	switch {
	case p.PrisonPossible != nil && !*p.PrisonPossible:
		parts = append(parts, "no prison")
	case p.Prison != nil:
		parts = append(parts, "prison: "+p.Prison.Words())
	case p.PrisonPossible != nil:
		parts = append(parts, "prison is possible, its length is not in the data")
	}
	switch {
	case p.Fine != nil:
		fine := "fine: " + p.Fine.Words()
		if euro, ok := InEuro(legislation.Value{Type: legislation.Fine, Money: *p.Fine}); ok {
			fine += " (" + euro.Words + ")"
		}
		parts = append(parts, fine)
	case p.FinePossible != nil && *p.FinePossible:
		parts = append(parts, "a fine is possible, its amount is not in the data")
	case p.FinePossible != nil:
		parts = append(parts, "no fine")
	}
	if parts == nil {
		return "not in the data"
	}
	return strings.Join(parts, "; ")
}

func wordsOfPrison(p *legislation.Prison) string {
	if p == nil {
		return "not in the data"
	}
	return p.Words()
}

// prisonOf is a range of which at least one end is known.
func prisonOf(values map[string]legislation.Value, name string) *legislation.Prison {
	value, ok := values[name]
	if !ok || value.Prison.Min == nil && value.Prison.Max == nil {
		return nil
	}
	return &value.Prison
}

func fineOf(values map[string]legislation.Value, name string) *legislation.Money {
	value, ok := values[name]
	if !ok || value.Money.Min == nil && value.Money.Max == nil {
		return nil
	}
	return &value.Money
}

func boolOf(values map[string]legislation.Value, name string) *bool {
	if value, ok := values[name]; ok {
		return &value.Bool
	}
	return nil
}

func isTrue(values map[string]legislation.Value, name string) bool {
	b := boolOf(values, name)
	return b != nil && *b
}

func isFalse(values map[string]legislation.Value, name string) bool {
	b := boolOf(values, name)
	return b != nil && !*b
}
