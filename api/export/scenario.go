package export

import (
	"seelex/api/export/table"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// Scenario makes a file of what each jurisdiction's law has for a case.
func Scenario(s compare.Scenario, catalog *legislation.Catalog, r Request) *File {
	r.On = s.Case.On
	f := list("Scenario", "scenario-"+s.Case.Conduct+"-"+s.Case.Substance, catalog, r, s, nameColumn, text("class_words", "Class", 18), text("penalty_words", "Range", 34),
		text("waiver_words", "Waiver", 34), text("authority", "Authority", 28), text("rule_words", "Rule", 38), several("why", "Why", 60),
		several("silent", "What the data does not say", 30), text("summary", "Summary", 60),
		citationsColumn, confidenceColumn, sourcesColumn)
	f.beside(codeColumn, addressesColumn, several("open", "Alternatives open", 60), several("depends", "Alternatives that depend", 60), boolean("known", "Known"), text("topic", "Topic", 22), text("class", "Code of the class", 18),
		text("rule", "Code of the rule", 20), text("waiver", "Code of the waiver", 12), boolean("prison_possible", "Prison possible"), number("prison_min", "Prison from", "months"),
		number("prison_max", "Prison to", "months; life imprisonment has no number"), boolean("fine_possible", "Fine possible"), number("fine_min", "Fine from", ""), number("fine_max", "Fine to", ""),
		text("fine_unit", "Unit of the fine", 10), number("fine_min_eur", "Fine from, EUR", "at the legally fixed rate, where there is one"), number("fine_max_eur", "Fine to, EUR", ""),
		boolean("basic_only", "Basic case only"))
	f.Title, f.Question = "Scenario", capitalised(s.Words)
	measures := table.Table{Name: "Alternatives", Columns: []table.Column{nameColumn, text("verdict", "Verdict", 10), text("stage", "Stage", 13), text("kind", "Kind", 22),
		text("name", "Name in the law", 30), text("condition", "Condition", 50), number("max_penalty_months", "Offences up to", "months"), boolean("consent_needed", "Consent needed"),
		text("only_for", "Only for", 12), text("why", "Why", 50), several("citations", "Citation", 34), several("citation_addresses", "Address", 44), codeColumn}}
	rules := table.Table{Name: "Provisions", Columns: []table.Column{nameColumn, several("citations", "Provision", 34), text("digest", "Digest (own words)", 80), several("speaks_of", "Speaks of", 14),
		several("citation_addresses", "Address", 44), codeColumn}}
	for _, o := range s.Outcomes {
		f.addOutcome(o)
		f.addAlternatives(&measures, o)
		for _, p := range o.Provisions {
			rules.Add(o.Jurisdiction.Name, cited{p.Citation}, p.Digest, p.Speaks, f.addresses(cited{p.Citation}), o.Jurisdiction.Code)
		}
		if topic, err := catalog.Topic(o.Topic); err == nil && len(f.codebook) == 0 {
			f.codebook = append(f.codebook, topic)
		}
	}
	f.behind = []sheet{{Table: measures, pinned: 1, wide: true}, {Table: rules, pinned: 1, wide: true}}
	f.body = parts(
		part{heading: "At a glance", lead: s.Notice, rows: &f.data, empty: "No jurisdiction was asked for.",
			columns: []shown{{"jurisdiction_name", 14}, {"class_words", 16}, {"penalty_words", 24}, {"waiver_words", 26}, {"authority", 20}, {"confidence", 11}}},
		part{heading: "Jurisdiction by jurisdiction", rows: &f.data, groups: []string{"jurisdiction_name"}, records: true, notes: []string{"citations", "sources"},
			columns: []shown{{name: "rule_words"}, {name: "why"}, {name: "class_words"}, {name: "penalty_words"}, {name: "waiver_words"}, {name: "open"}, {name: "depends"}, {name: "authority"},
				{name: "silent"}, {name: "summary"}, {name: "confidence"}}})
	return f
}

func (f *File) addOutcome(o compare.Outcome) {
	var why, open, depends []string
	for _, finding := range o.Why {
		why = append(why, finding.Words)
	}
	for _, a := range o.Alternatives {
		switch a.Verdict {
		case compare.Open:
			open = append(open, a.Words)
		case compare.Depends:
			depends = append(depends, a.Words+" ("+a.Why+")")
		}
	}
	class, penalty := o.ClassWords, o.Penalty.Words
	if class == "" {
		class = notKnown
	}
	if penalty == "" {
		penalty = notKnown
	}
	var prison, fine Bounds
	if p := o.Penalty.Prison; p != nil {
		prison = BoundsOf(legislation.Value{Type: legislation.Imprison, Prison: *p})
	}
	if m := o.Penalty.Fine; m != nil {
		fine = BoundsOf(legislation.Value{Type: legislation.Fine, Money: *m})
	}
	code := o.Jurisdiction.Code
	f.data.Add(o.Jurisdiction.Name, class, penalty, o.Waiver.Words, o.Authority, o.Rule.Words, why, o.Silent, o.Summary,
		cited(o.Citations), string(o.Confidence), f.sources.add(code, o.Sources), code, f.addresses(o.Citations), open, depends, o.Known, o.Topic, o.Class, o.Rule.Code, o.Waiver.Code,
		o.Penalty.PrisonPossible, prison.Min, prison.Max, o.Penalty.FinePossible, fine.Min, fine.Max, fine.Unit, fine.MinEUR, fine.MaxEUR, o.Penalty.BasicOnly)
}

func (f *File) addAlternatives(t *table.Table, o compare.Outcome) {
	for _, a := range o.Alternatives {
		var of cited
		if a.Citation != nil {
			of = cited{*a.Citation}
		}
		t.Add(o.Jurisdiction.Name, a.Verdict, a.Stage, a.Kind, a.Name, a.Condition, a.MaxPenaltyMonths, a.ConsentNeeded, a.OnlyFor, a.Why, of, f.addresses(of), o.Jurisdiction.Code)
	}
}
