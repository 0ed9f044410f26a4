package ui

import (
	"html/template"
	"slices"
	"strings"

	"seelex/legislation"
	"seelex/legislation/compare"
	"seelex/ui/chart/rangebars"
	"seelex/ui/chart/svg"
)

// scenarioPage is a case and what each jurisdiction's law has for it.
type scenarioPage struct {
	Frame
	Notice   Notice
	Form     scenarioForm
	Asked    bool
	Words    string
	Examples []Link
	Classes  []Tile
	Figure   *Figure
	Outcomes []outcomeCard
	Exports  []Link
	Sources  []Source
}

// scenarioForm asks for the case.
type scenarioForm struct {
	Conduct, Substance, Unit   Select
	Amount, On                 string
	Repeated, Dependent, Minor Checks
	Jurisdictions              Checks
	JurisdictionsOpen          bool
}

// outcomeCard is one jurisdiction's answer.
type outcomeCard struct {
	ID           string
	Jurisdiction Jurisdiction
	Known        bool
	Gap          string
	Class        string
	Penalty      string
	BasicOnly    bool
	Waiver       string
	WaiverCode   string
	Rule         string
	Why          []string
	Alternatives []alternativeLine
	Closed       []alternativeLine
	Authority    string
	Silent       []string
	Summary      string
	Provisions   []ruleLine
	Cites        []Link
	Confidence   string
	Marks        Marks
	Compare      string
}

type alternativeLine struct {
	Words, Verdict, Why string
	Cite                *Link
}

type ruleLine struct{ Label, URL, Digest string }

// conductNames are the conducts as the form names them.
var conductNames = map[string]string{"use": "Use", "possession": "Possession for own use", "cultivation": "Growing plants for own use", "giving": "Giving to a friend, no payment",
	"small-sale": "Sale of a small amount", "trafficking": "Trafficking"}

var scenarioExamples = []Link{
	{"3 g of cannabis, first time, today", "/scenario?conduct=possession&substance=cannabis&amount=3&unit=g", ""},
	{"The same in 2008", "/scenario?conduct=possession&substance=cannabis&amount=3&unit=g&on=2008-01-01", ""},
	{"Two cannabis plants", "/scenario?conduct=cultivation&substance=cannabis&amount=2&unit=plants", ""},
	{"A dependent person with 1 g of heroin, again", "/scenario?conduct=possession&substance=heroin&amount=1&unit=g&repeated=true&dependent=true", ""},
	{"A minor gives a friend a joint", "/scenario?conduct=giving&substance=cannabis&amount=0.5&unit=g&minor=true", ""},
}

func (s *Site) scenario(r *request) (any, error) {
	ask := r.Case()
	if err := r.Err(); err != nil {
		return nil, err
	}
	here := newAddress(r.http.Request.URL, "jurisdictions")
	page := &scenarioPage{Frame: Frame{Title: "Scenario", Section: "scenario", Canonical: here.String(), LawOn: ask.On.Date().Words(),
		Description: "One case, every jurisdiction: which rule applies and why, the range of punishment, whether it may be waived, and the alternatives open."},
		Notice: Notice{Kind: "warn", Title: "Not legal advice", Text: compare.ScenarioNotice}, Asked: here.values.Has("conduct"), Form: s.scenarioForm(ask, here.values.Get("amount")), Examples: scenarioExamples}
	if !page.Asked {
		return page, nil
	}
	found, err := s.service.Scenario(r.context(), ask)
	if err != nil {
		return nil, err
	}
	page.Words = unbroken(capital(found.Words), ask)
	page.Title = "Scenario: " + found.Words
	notes := &footnotes{}
	for _, o := range found.Outcomes {
		page.Outcomes = append(page.Outcomes, s.outcomeCard(o, ask, notes))
	}
	page.Classes = classTiles(found.Outcomes)
	if f, ok := scenarioFigure(found, here); ok {
		f.Marks = allMarks(notes)
		page.Figure = &f
		if file, err := r.download(ask.On, f); file != nil || err != nil {
			return file, err
		}
	}
	page.Sources, page.Exports = notes.List, exports("scenario", here)
	return page, nil
}

func (s *Site) scenarioForm(c compare.Case, amount string) scenarioForm {
	yes := func(name, label string, is bool) Checks {
		return Checks{Label: label, Name: name, Type: "radio", Options: []Option{{Value: "false", Label: noWords[name], Selected: !is}, {Value: "true", Label: yesWords[name], Selected: is}}}
	}
	f := scenarioForm{Amount: amount, On: c.On.String(), Repeated: yes("repeated", "How often", c.Repeated), Dependent: yes("dependent", "Dependence", c.Dependent), Minor: yes("minor", "Age", c.Minor),
		Conduct: Select{ID: "conduct", Name: "conduct", Label: "What was done"}, Substance: Select{ID: "substance", Name: "substance", Label: "Substance"}, Unit: Select{ID: "unit", Name: "unit", Label: "Unit"},
		Jurisdictions: s.jurisdictionChecks("jurisdictions", c.Jurisdictions), JurisdictionsOpen: len(c.Jurisdictions) > 0}
	f.Jurisdictions.Options = slices.DeleteFunc(f.Jurisdictions.Options, func(o Option) bool { return o.Value == "INT" || o.Value == "EU" })
	for _, code := range compare.Conducts {
		f.Conduct.Options = append(f.Conduct.Options, Option{Value: code, Label: conductNames[code], Selected: code == c.Conduct})
	}
	for _, code := range compare.Substances {
		label := capital(legislation.CodeWords(code))
		if code == "other" {
			label = "Another controlled drug"
		}
		f.Substance.Options = append(f.Substance.Options, Option{Value: code, Label: label, Selected: code == c.Substance})
	}
	for _, code := range compare.Units {
		f.Unit.Options = append(f.Unit.Options, Option{Value: code, Label: code, Selected: code == c.Unit})
	}
	return f
}

var (
	noWords  = map[string]string{"repeated": "first time", "dependent": "not dependent", "minor": "adult"}
	yesWords = map[string]string{"repeated": "repeated", "dependent": "dependent", "minor": "under 18"}
)

func (s *Site) outcomeCard(o compare.Outcome, ask compare.Case, notes *footnotes) outcomeCard {
	c := outcomeCard{ID: "in-" + strings.ToLower(o.Jurisdiction.Code), Jurisdiction: s.jurisdictionLink(o.Jurisdiction.Code), Known: o.Known, Class: capital(o.ClassWords), Penalty: o.Penalty.Words,
		BasicOnly: o.Penalty.BasicOnly, Waiver: o.Waiver.Words, WaiverCode: o.Waiver.Code, Rule: o.Rule.Words, Authority: o.Authority, Silent: o.Silent, Summary: daysInWords(o.Summary),
		Confidence: string(o.Confidence), Marks: together(notes.marks(o.Jurisdiction.Code, o.Sources)), Compare: compareURL(o.Topic, o.Jurisdiction.Code, ask.On)}
	if o.Gap != nil {
		c.Gap = o.Gap.Words
	}
	if c.Class == "" {
		c.Class = "The data does not say"
	}
	for _, why := range o.Why {
		c.Why = append(c.Why, why.Words)
	}
	for _, a := range o.Alternatives {
		line := alternativeLine{Words: a.Words, Verdict: a.Verdict, Why: a.Why}
		if a.Citation != nil {
			line.Cite = &Link{Label: a.Citation.Short, URL: a.Citation.URL}
		}
		if a.Verdict == compare.Closed {
			c.Closed = append(c.Closed, line)
		} else {
			c.Alternatives = append(c.Alternatives, line)
		}
	}
	for _, p := range o.Provisions {
		c.Provisions = append(c.Provisions, ruleLine{p.Citation.Label, p.Citation.URL, p.Digest})
	}
	c.Cites = citedLinks(o.Citations)
	return c
}

// unbroken keeps the amount of a case and its unit on one line.
func unbroken(words string, c compare.Case) string {
	amount := legislation.Amount(c.Amount)
	return strings.Replace(words, amount+" "+c.Unit, amount+"\u00a0"+c.Unit, 1)
}

// classTiles count how the jurisdictions class the case.
func classTiles(all []compare.Outcome) (tiles []Tile) {
	counts := map[string]int{}
	var order []string
	for _, o := range all {
		class := o.ClassWords
		if class == "" {
			class = "the data does not say"
		}
		if counts[class] == 0 {
			order = append(order, class)
		}
		counts[class]++
	}
	slices.SortStableFunc(order, func(a, b string) int { return counts[b] - counts[a] })
	for _, class := range order {
		tiles = append(tiles, Tile{Value: count(counts[class]), Label: class})
	}
	return tiles
}

// scenarioFigure sets the ranges of imprisonment on one scale.
func scenarioFigure(found compare.Scenario, here address) (Figure, bool) {
	chart := rangebars.Chart{Heading: svg.Heading{ID: "scenario-bars", Title: "Range of imprisonment in the case", Desc: "Horizontal bars on one scale of years; each jurisdiction's card says the same in words."}, Offences: []string{"prison"}}
	table := &Table{ID: "scenario-table", Caption: "What each jurisdiction has for the case", Cards: true, Columns: []Column{{Label: "Jurisdiction"}, {Label: "Class"}, {Label: "Penalty"}, {Label: "Waiver"}}}
	known := false
	for _, o := range found.Outcomes {
		href := "#in-" + strings.ToLower(o.Jurisdiction.Code)
		b := rangebars.Bar{}
		switch {
		case o.Penalty.Prison != nil:
			b.State, b.Min, b.Max, b.Label, known = rangebars.Prison, months(o.Penalty.Prison.Min), months(o.Penalty.Prison.Max), o.Penalty.Prison.Words(), true
		case o.Penalty.PrisonPossible != nil && !*o.Penalty.PrisonPossible:
			b.State, known = rangebars.None, true
		}
		chart.Rows = append(chart.Rows, rangebars.Row{Name: o.Jurisdiction.Name, Href: href, Bars: []rangebars.Bar{b}})
		table.Rows = append(table.Rows, []Field{{Text: o.Jurisdiction.Name, URL: href}, {Text: capital(orGap(o.ClassWords))}, {Text: orGap(o.Penalty.Words)}, {Text: orGap(o.Waiver.Words)}})
	}
	return Figure{ID: "scenario-ranges", Title: "Range of imprisonment", Subtitle: capital(found.Words), Table: table,
		Caption: rangebars.HowToRead + " What the statutes provide on " + found.Case.On.Date().Words() + " for the rule that fits, not what courts impose. The cards below say why, with citations and sources."}.drawn(here, func(as func(svg.Heading) svg.Heading) template.HTML {
		c := chart
		c.Heading = as(c.Heading)
		return rangebars.Draw(c)
	}), known
}

func orGap(words string) string {
	if words == "" {
		return "the data does not say"
	}
	return words
}
