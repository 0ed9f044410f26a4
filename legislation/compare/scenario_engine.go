package compare

import (
	"slices"
	"strings"

	"seelex/legislation"
)

// engine works out one jurisdiction's outcome.
type engine struct {
	cells
	c    Case
	out  Outcome
	main *legislation.Position // answers the conduct's topic
}

func (e *engine) run() error {
	e.out.Topic = conductTopics[e.c.Conduct]
	positions := e.catalog.PositionsOf(e.out.Jurisdiction.Code, e.out.Topic)
	if e.main = covering(positions, e.c.On); e.main == nil {
		e.out.Gap = gap(positions, e.c.On)
		e.out.Rule = Finding{"unknown", e.out.Gap.Words}
		e.out.Waiver = Finding{"unknown", "The data does not say."}
		e.out.Silent = append(e.out.Silent, e.out.Gap.Words)
		return nil
	}
	e.out.Known, e.out.Summary = true, e.main.Summary
	if err := e.use(e.main); err != nil {
		return err
	}
	e.classAndPenalty()
	if err := e.quantity(); err != nil {
		return err
	}
	e.circumstances()
	e.waiver()
	if err := e.alternatives(); err != nil {
		return err
	}
	e.authority()
	e.out.Penalty.Words = e.out.Penalty.words()
	return e.texts()
}

// use adds a position's citations and sources to the outcome; the outcome is as
// certain as the weakest position it uses.
func (e *engine) use(p *legislation.Position) error {
	citations, err := e.citations(p.Citations, e.c.On)
	if err != nil {
		return err
	}
	for _, c := range citations {
		if !slices.ContainsFunc(e.out.Citations, func(have Citation) bool { return have.URL == c.URL }) {
			e.out.Citations = append(e.out.Citations, c)
		}
	}
	for _, s := range e.catalog.Sources(p.Jurisdiction, p.Sources) {
		if !slices.Contains(e.out.Sources, s) {
			e.out.Sources = append(e.out.Sources, s)
		}
	}
	if slices.Index(legislation.Confidences, p.Confidence) > slices.Index(legislation.Confidences, e.out.Confidence) {
		e.out.Confidence = p.Confidence
	}
	return nil
}

func (e *engine) position(topic string) *legislation.Position {
	return e.catalog.Position(e.out.Jurisdiction.Code, topic, e.c.On)
}

func (e *engine) because(code, words string) { e.out.Why = append(e.out.Why, Finding{code, words}) }

func (e *engine) silent(words string) { e.out.Silent = append(e.out.Silent, words) }

// classAndPenalty takes the class and the range from the position, as if no amount
// were known.
func (e *engine) classAndPenalty() {
	values := e.main.Values
	e.out.Rule = Finding{"basic", "The rule for " + conductWords[e.c.Conduct] + "."}
	if class, ok := values["offence_class"]; ok {
		e.class(class.Text)
	} else if e.out.Topic == "supply-trafficking" {
		e.out.ClassWords = "not coded: the codebook asks for the range of supply offences only"
	} else {
		e.silent("The data does not say what class of offence this is.")
	}
	e.out.Penalty = Penalty{PrisonPossible: boolOf(values, "prison_possible"), FinePossible: boolOf(values, "fine_possible"), Fine: fineOf(values, "fine"),
		BasicOnly: isTrue(values, "varies_by_drug")}
	switch e.out.Topic {
	case "supply-trafficking":
		e.supply()
	default:
		e.out.Penalty.Prison = prisonOf(values, "prison")
	}
	if words := values["own_use_rule"].Text; words != "" {
		e.because("own-use-rule", "On growing for oneself: "+sentence(words))
	}
	if e.out.Penalty.BasicOnly {
		e.because("varies-by-drug", variesByDrug)
	}
}

const variesByDrug = "The law differs by drug. The range is that of the data's basic case; the summary says which drugs that is."

// sentence ends words of the data with one full stop.
func sentence(words string) string { return strings.TrimSuffix(words, ".") + "." }

func (e *engine) class(code string) {
	e.out.Class, e.out.ClassWords = code, legislation.CodeWords(code)
}

// supply chooses among the ranges of supply.
func (e *engine) supply() {
	values := e.main.Values
	e.out.Penalty.Prison = prisonOf(values, "basic_prison")
	minor := prisonOf(values, "minor_supply_prison")
	switch e.c.Conduct {
	case "small-sale":
		e.smallSale(minor)
	case "giving":
		e.because("giving-is-supply", "The codebook has no variable for giving without payment: the basic range of supply is shown; the summary says where giving is treated more mildly.")
		if minor != nil {
			e.because("minor-supply", "There is a lighter range for minor supply: "+minor.Words()+".")
		}
		if p := e.position("facilitating-use"); p != nil && prisonOf(p.Values, "prison") != nil {
			e.because("facilitating", "Enabling another person's use is an offence of its own: "+prisonOf(p.Values, "prison").Words()+".")
		}
	case "trafficking":
		if aggravated := prisonOf(values, "aggravated_prison"); aggravated != nil {
			e.because("aggravated", "In aggravated cases: "+aggravated.Words()+".")
		}
		if border := prisonOf(values, "cross_border_prison"); border != nil {
			e.because("cross-border", "Across a border: "+border.Words()+".")
		}
	}
}

// smallSale takes the lighter range for supply on a small scale, where there is one
// and the data does not tie it to dependence.
func (e *engine) smallSale(minor *legislation.Prison) {
	basic := wordsOfPrison(e.out.Penalty.Prison)
	alternatives := e.position("alternatives-to-prison")
	switch {
	case minor == nil:
		e.because("no-minor-supply", "The data knows no lighter range for supply on a small scale: the basic range is shown.")
	case !e.c.Dependent && alternatives != nil && isTrue(alternatives.Values, "user_dealer_mitigation"):
		e.because("minor-supply", "There is a lighter range, "+minor.Words()+", and a lower penalty for dependent persons who deal; for others the basic range is shown. The summary says what else opens the lighter one.")
	default:
		e.out.Rule = Finding{"minor-supply", "The lighter range for supply on a small scale."}
		e.out.Penalty.Prison = minor
		e.because("minor-supply", "The lighter range has conditions of its own; the summary and the provisions say which. The basic range is "+basic+".")
	}
}

// circumstances says what repetition, dependence and youth change, as far as the
// position knows.
func (e *engine) circumstances() {
	mind := func(is bool, variable, code, who string) {
		if !is {
			return
		}
		value, known := e.main.Values[variable]
		switch {
		case !known:
			e.silent("The data does not say whether the law differs for " + who + ".")
		case value.Bool:
			e.because(code, "The law differs for "+who+": the summary and the provisions say how; the range shown is that of the basic case.")
		default:
			e.because(code+"-not", "The law makes no difference for "+who+".")
		}
	}
	mind(e.c.Repeated, "varies_by_recidivism", "repetition", "repeated acts")
	if e.out.Topic == "supply-trafficking" && e.c.Dependent {
		e.dependentDealer()
	} else {
		mind(e.c.Dependent, "varies_by_addiction", "dependence", "dependent persons")
	}
	if e.c.Minor {
		e.because("minor", "The class and the range are those that the data gives for adults; the measures and provisions that speak of minors are marked.")
	}
	if status := e.position("decriminalisation"); e.c.Conduct == "possession" && status != nil {
		if code := status.Values["status"].Text; code != "" {
			e.because("status", "Own-use possession is held to be "+legislation.CodeWords(code)+scopeWords(status)+".")
		}
	}
}

func scopeWords(p *legislation.Position) string {
	if scope := p.Values["scope"].Text; scope != "" {
		return " (" + strings.TrimSuffix(scope, ".") + ")"
	}
	return ""
}

func (e *engine) dependentDealer() {
	p := e.position("alternatives-to-prison")
	if p == nil {
		e.silent("The data does not say whether a dependent person who deals is punished more mildly.")
		return
	}
	switch value, known := p.Values["user_dealer_mitigation"]; {
	case !known:
		e.silent("The data does not say whether a dependent person who deals is punished more mildly.")
	case value.Bool:
		e.because("user-dealer", "The law has a lower penalty for a dependent person who deals.")
	default:
		e.because("user-dealer-not", "The law has no lower penalty for a dependent person who deals.")
	}
}

// unpunished are the classes that bring no punishment.
var unpunished = []string{"not-an-offence", "prohibited-without-sanction"}

func (e *engine) waiver() {
	if slices.Contains(unpunished, e.out.Class) {
		e.out.Waiver = Finding{"not-needed", "There is no punishment to waive."}
		return
	}
	if e.out.Rule.Code == "presumed-supply" || e.out.Rule.Code == "over-small-quantity" && e.out.Class != e.main.Values["offence_class"].Text {
		e.out.Waiver = Finding{"unknown", "What the data says of waivers is for the rule within the limit."}
		return
	}
	switch e.main.Values["exemption"].Text {
	case "none":
		e.out.Waiver = Finding{"none", "No rule lets prosecutor or court refrain from punishing on the ground of own use."}
	case "discretionary":
		e.out.Waiver = Finding{"may", "Prosecutor or court may refrain from punishing."}
	case "mandatory":
		e.out.Waiver = Finding{"must", "Prosecutor or court must refrain from punishing where the conditions are met."}
	default:
		e.out.Waiver = Finding{"unknown", "The data does not say whether punishment may or must be waived."}
		e.silent(e.out.Waiver.Words)
		return
	}
	if e.c.Repeated && isTrue(e.main.Values, "varies_by_recidivism") {
		e.out.Waiver.Words += " Repetition may close this: see the summary."
	}
	if e.c.Dependent && isTrue(e.main.Values, "varies_by_addiction") {
		e.out.Waiver.Words += " For dependent persons a rule of its own may apply: see the provisions."
	}
}

func (e *engine) authority() {
	if e.out.Authority = e.main.Values["deciding_authority"].Text; e.out.Authority == "" {
		e.silent("The data does not say who decides.")
	}
	if p := e.out.Penalty; p.Prison == nil && p.Fine == nil && !slices.Contains(unpunished, e.out.Class) && !isFalse(e.main.Values, "prison_possible") {
		e.silent("The data gives no range for this rule.")
	}
}

// texts shows the provisions behind the position that stood on the day, and marks
// those that speak of the persons whom the case names.
func (e *engine) texts() error {
	for _, c := range e.out.Citations {
		if !c.InForce || c.ID.IsInstrument() {
			continue
		}
		p, err := e.provisions.Provision(c.ID)
		if isNotFound(err) {
			continue
		}
		if err != nil {
			return err
		}
		if len(p.Versions) == 0 {
			continue
		}
		v := p.Versions[legislation.Pick(p.Versions, legislation.Version.Valid, e.c.On)]
		e.out.Provisions = append(e.out.Provisions, RuleText{Citation: c, Digest: v.Digest, Speaks: e.speaksOf(v.Digest)})
	}
	ofMinors := slices.ContainsFunc(e.out.Provisions, func(r RuleText) bool { return slices.Contains(r.Speaks, "minor") }) ||
		slices.ContainsFunc(e.out.Alternatives, func(a Alternative) bool { return a.OnlyFor == "minor" || a.OnlyFor == "young" })
	if e.c.Minor && !ofMinors {
		e.silent("The data does not say what holds for persons under 18.")
	}
	return nil
}

// speaksOf tells by the thesaurus whether a digest is about dependent persons or
// minors, where the case is.
func (e *engine) speaksOf(digest string) []string {
	out := []string{}
	if !e.c.Dependent && !e.c.Minor {
		return out
	}
	digest = strings.ToLower(digest)
	for _, about := range []struct {
		is            bool
		code, concept string
		words         []string
	}{{e.c.Dependent, "dependent", "dependent-person", []string{"dependent", "dependence", "addicted", "addiction"}},
		{e.c.Minor, "minor", "juvenile-sanctions", []string{"minors", "juvenile", "juveniles", "under 18"}}} {
		if !about.is {
			continue
		}
		words := about.words
		if concept, ok := e.catalog.Concept(about.concept); ok {
			words = append(words, concept.Labels["en"]...)
		}
		if slices.ContainsFunc(words, func(w string) bool { return hasWord(digest, strings.ToLower(w)) }) {
			out = append(out, about.code)
		}
	}
	return out
}
