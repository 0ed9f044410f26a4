package legislation

import "slices"

// Threshold is an amount of a substance and what the law ties to it, as the source
// says it, and, where the source is plain enough, the same in fields that a machine
// can apply to an amount.
type Threshold struct {
	Substance string `json:"substance"`
	Quantity  string `json:"quantity"` // a number, or words where the source gives no number
	Unit      string `json:"unit"`
	Effect    string `json:"effect"`

	Rule   string   `json:"rule,omitempty"`          // one of ThresholdRules; "" where the words cannot be applied
	Drugs  []string `json:"drugs,omitempty"`         // the substances of ThresholdDrugs that it is about
	From   *float64 `json:"from,omitempty"`          // in the unit: it holds from this amount on
	To     *float64 `json:"to,omitempty"`            // up to this amount, the amount included
	Below  *float64 `json:"below,omitempty"`         // below this amount
	Topic  string   `json:"topic,omitempty"`         // one of ThresholdTopics; "" for personal-possession
	First  bool     `json:"first_offence,omitempty"` // for a first offence only
	Prison *Prison  `json:"prison,omitempty"`        // the range within the bound, where the row gives one
	Fine   *Money   `json:"fine,omitempty"`          // the fine within it
	Beyond string   `json:"beyond,omitempty"`        // the class of the offence beyond the bound, where the row gives one
}

// The rules that thresholds apply, the substances they name, the topics whose answer
// they divide and the classes beyond.
var (
	ThresholdRules  = []string{"personal", "small", "minor-case", "presumed-supply", "not-a-drug"}
	ThresholdDrugs  = []string{"any", "cannabis", "cannabis-resin", "cannabis-plants", "heroin", "cocaine", "amphetamine", "ecstasy", "opium", "opium-poppy-plants", "coca-plants"}
	ThresholdTopics = []string{"personal-possession", "cultivation", "supply-trafficking"}
	thresholdClass  = []string{"criminal", "misdemeanour", "administrative"}
)

// About reports whether the threshold can be applied to an amount of the drug.
func (t Threshold) About(drug string) bool {
	return t.Rule != "" && (slices.Contains(t.Drugs, drug) || slices.Contains(t.Drugs, "any"))
}

// Holds reports whether the amount, in the threshold's unit, meets it.
func (t Threshold) Holds(amount float64) bool {
	return (t.From == nil || amount >= *t.From) && (t.To == nil || amount <= *t.To) && (t.Below == nil || amount < *t.Below)
}

func (v Variable) threshold(raw any) (t Threshold, err error) {
	m, ok := raw.(map[string]any)
	if !ok {
		return t, v.bad(raw, "is not a threshold", "{substance, quantity, unit, effect}")
	}
	if err := known(v, m, "substance", "quantity", "unit", "effect", "rule", "drugs", "from", "to", "below", "topic", "first_offence",
		"prison", "fine", "beyond"); err != nil {
		return t, err
	}
	t = Threshold{Substance: str(m["substance"]), Quantity: str(m["quantity"]), Unit: str(m["unit"]), Effect: str(m["effect"]),
		Rule: str(m["rule"]), Topic: str(m["topic"]), Beyond: str(m["beyond"])}
	if err := v.bounds(m, &t); err != nil {
		return t, err
	}
	return t, v.consequence(m, &t)
}

func (v Variable) bounds(m map[string]any, t *Threshold) (err error) {
	if t.Rule != "" && !slices.Contains(ThresholdRules, t.Rule) {
		return v.notOneOf(t.Rule, "rule of a threshold", ThresholdRules)
	}
	if m["drugs"] != nil {
		for _, item := range items(m["drugs"]) {
			drug := str(item)
			if !slices.Contains(ThresholdDrugs, drug) {
				return v.notOneOf(drug, "drug of a threshold", ThresholdDrugs)
			}
			t.Drugs = append(t.Drugs, drug)
		}
	}
	if t.From, err = v.amount(m["from"]); err != nil {
		return err
	}
	if t.To, err = v.amount(m["to"]); err != nil {
		return err
	}
	if t.Below, err = v.amount(m["below"]); err != nil {
		return err
	}
	bounded := t.From != nil || t.To != nil || t.Below != nil
	if t.Rule != "" && (!bounded || t.Drugs == nil) {
		return v.bad(t.Rule, "is a rule without a bound or without drugs", "drugs and one of from, to and below beside the rule")
	}
	if t.Rule == "" && (bounded || t.Drugs != nil) {
		return v.bad(t.Substance, "has a bound or drugs without a rule", "a rule beside them")
	}
	return nil
}

func (v Variable) consequence(m map[string]any, t *Threshold) error {
	if m["first_offence"] != nil {
		first, ok := m["first_offence"].(bool)
		if !ok {
			return v.bad(m["first_offence"], "does not say whether it is for a first offence", "true or false")
		}
		t.First = first
	}
	if m["prison"] != nil {
		prison, err := v.prison(m["prison"])
		if err != nil {
			return err
		}
		t.Prison = &prison
	}
	if m["fine"] != nil {
		fine, err := v.money(m["fine"])
		if err != nil {
			return err
		}
		t.Fine = &fine
	}
	if t.Beyond != "" && !slices.Contains(thresholdClass, t.Beyond) {
		return v.notOneOf(t.Beyond, "class of an offence", thresholdClass)
	}
	return nil
}
