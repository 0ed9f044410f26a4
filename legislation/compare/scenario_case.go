package compare

import (
	"math"
	"slices"
	"strings"

	"seelex/legislation"
)

// Case is what a scenario asks about.
type Case struct {
	Conduct       string          `json:"conduct"`   // one of Conducts
	Substance     string          `json:"substance"` // one of Substances; "" is other
	Amount        float64         `json:"amount"`    // 0: not said
	Unit          string          `json:"unit"`      // one of Units; "" is g, of cultivation plants
	Repeated      bool            `json:"repeated"`
	Dependent     bool            `json:"dependent"`
	Minor         bool            `json:"minor"` // under 18
	On            legislation.Day `json:"on"`    // 0 is Today
	Jurisdictions []string        `json:"-"`
	Today         legislation.Day `json:"-"` // 0 is the clock's day, UTC
}

// What a case can be about.
var (
	Conducts   = []string{"use", "possession", "cultivation", "giving", "small-sale", "trafficking"}
	Substances = []string{"cannabis", "cannabis-resin", "heroin", "cocaine", "amphetamine", "ecstasy", "opium", "other"}
	Units      = []string{"g", "mg", "kg", "plants", "tablets", "pieces", "ml"}
)

// conductTopics are the topics whose positions answer a conduct.
var conductTopics = map[string]string{"use": "drug-use", "possession": "personal-possession", "cultivation": "cultivation",
	"giving": "supply-trafficking", "small-sale": "supply-trafficking", "trafficking": "supply-trafficking"}

var conductWords = map[string]string{"use": "use", "possession": "possession for own use", "cultivation": "growing",
	"giving": "giving to a friend without payment", "small-sale": "sale of a small amount", "trafficking": "trafficking"}

// plantOf names the plant from which a substance comes, as thresholds name it.
var plantOf = map[string]string{"cannabis": "cannabis-plants", "cannabis-resin": "cannabis-plants", "opium": "opium-poppy-plants",
	"heroin": "opium-poppy-plants", "cocaine": "coca-plants"}

func (c *Case) check() error {
	c.Today = todayOr(c.Today)
	if c.On == 0 {
		c.On = c.Today
	}
	if c.Substance == "" {
		c.Substance = "other"
	}
	if c.Unit == "" {
		c.Unit = "g"
		if c.Conduct == "cultivation" {
			c.Unit = "plants"
		}
	}
	if err := oneOf("conduct", c.Conduct, Conducts); err != nil {
		return err
	}
	if err := oneOf("substance", c.Substance, Substances); err != nil {
		return err
	}
	if err := oneOf("unit", c.Unit, Units); err != nil {
		return err
	}
	if math.IsNaN(c.Amount) || c.Amount < 0 || c.Amount > 1e9 {
		return &legislation.Error{Code: legislation.Invalid, Field: "amount", Message: "is not an amount", Want: "a number from 0 to 1000000000"}
	}
	return nil
}

// Words says the case in one line.
func (c Case) Words() string {
	var b strings.Builder
	b.WriteString(conductWords[c.Conduct] + ": ")
	if c.Amount > 0 {
		b.WriteString(c.amountWords() + " of ")
	}
	substance := legislation.CodeWords(c.Substance)
	if c.Substance == "other" {
		substance = "another controlled drug"
	}
	b.WriteString(substance)
	for _, mark := range []struct {
		is      bool
		yes, no string
	}{{c.Repeated, "repeated", "first time"}, {c.Dependent, "dependent person", "not dependent"}, {c.Minor, "under 18", "adult"}} {
		b.WriteString(", ")
		if mark.is {
			b.WriteString(mark.yes)
		} else {
			b.WriteString(mark.no)
		}
	}
	b.WriteString(", on " + c.On.Date().Words())
	return b.String()
}

func (c Case) amountWords() string { return legislation.Amount(c.Amount) + " " + c.Unit }

// measure is the case's amount in one of the units that thresholds have.
func (c Case) measure() (amount float64, unit string) {
	switch c.Unit {
	case "kg":
		return c.Amount * 1000, "g"
	case "mg":
		return c.Amount / 1000, "g"
	}
	return c.Amount, c.Unit
}

// drug is the substance as thresholds name it.
func (c Case) drug() string {
	if plant := plantOf[c.Substance]; c.Unit == "plants" && plant != "" {
		return plant
	}
	return c.Substance
}

// unitOf reads the unit of a threshold, which may say more: "g (gross, any purity)",
// "rooted plants".
func unitOf(words string) string {
	known := map[string]string{"g": "g", "plants": "plants", "tablets": "tablets", "piece": "pieces", "pieces": "pieces", "cm3": "ml", "ml": "ml"}
	for word := range strings.FieldsSeq(words) {
		if unit := known[word]; unit != "" {
			return unit
		}
	}
	return ""
}

// applicable are the thresholds that can be applied to the case.
func (c Case) applicable(all []legislation.Threshold) []legislation.Threshold {
	return c.limits(all, conductTopics[c.Conduct])
}

// limits are the thresholds on the case's drug, in its unit, that divide a topic's
// answer; those that name the drug go before those for any.
func (c Case) limits(all []legislation.Threshold, topic string) []legislation.Threshold {
	_, unit := c.measure()
	var named, general []legislation.Threshold
	for _, t := range all {
		of := t.Topic
		if of == "" {
			of = "personal-possession"
		}
		switch {
		case of != topic || unitOf(t.Unit) != unit || !t.About(c.drug()):
		case slices.Contains(t.Drugs, c.drug()):
			named = append(named, t)
		default:
			general = append(general, t)
		}
	}
	if named != nil {
		return named
	}
	return general
}
