package lint

import "testing"

func TestIDs(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "- id: rs/strategy-2009-2013", "- id: rs/Strategy-2009-2013", `rs/Strategy-2009-2013 | id: "rs/Strategy-2009-2013" has a character that ids do not have: S`},
		{serbia, "- id: rs/strategy-2009-2013", "- id: hr/strategy-2009-2013", `hr/strategy-2009-2013 | id: "hr/strategy-2009-2013" is not of the jurisdiction of this file; want an id that starts with rs/`},
		{serbia, "- id: rs/strategy-2009-2013", "- id: rs/strategy-2008-2013", `? rs/strategy-2008-2013 | id: "rs/strategy-2008-2013" has the year 2008, which is that of no date of the instrument`},
		{serbia, "- id: rs/strategy-2009-2013", "- id: rs/strategy-2009-2013/sec-1", `rs/strategy-2009-2013/sec-1 | id: "rs/strategy-2009-2013/sec-1" is the id of a provision`},
		{serbia, "/sec-1", "/1", `rs/strategy-2014-2021/1 | id: "1" is not a segment of an id`},
		{serbia, "/sec-1", "/section-1", `rs/strategy-2014-2021/section-1 | id: "section-1" starts with a kind that does not stand right below an instrument; want one of art, sec`},
		{serbia, "/sec-1", "/sec", `rs/strategy-2014-2021/sec | id: "sec" is not a segment of an id`},
		{serbia, "- id: rs/strategy-2014-2021/sec-1", "- id: rs/criminal-code", `rs/criminal-code | `},
		{serbia, "- id: rs/strategy-2014-2021/sec-1", "- id: rs/strategy-2014-2012/sec-1", `rs/strategy-2014-2012/sec-1 | id: "rs/strategy-2014-2012" is not an instrument of the corpus; want the id of an instrument; did you mean rs/strategy-2014-2021`},
		{moved, "to: rs/criminal-code", "to: rs/criminal-cod", `rs/penal-code | to: "rs/criminal-cod" leads to no instrument or provision of the corpus; want an id that is there; did you mean rs/criminal-code`},
		{moved, "from: rs/penal-code", "from: rs/criminal-code/art-246a", `rs/criminal-code/art-246a | from: "rs/criminal-code/art-246a" is still the id of a record`},
		{moved, "reason: translated in another way", "reason: ''", `rs/penal-code | reason: is empty`},
	})
}

func TestVersions(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "  ended: 2009-09-10\n  sources", "  ended: 2009-09-11\n  sources", `rs/criminal-code/art-246a/par-1@2006-01-01 | ended: "2009-09-11" lets this period (2006-01-01 to 2009-09-11) overlap that of rs/criminal-code/art-246a/par-1 (from 2009-09-11); want 2009-09-10 as ended`},
		{serbia, "  ended: 2009-09-10\n  sources", "  ended: 2009-09-08\n  sources", `? rs/criminal-code/art-246a/par-1@2006-01-01 | ended: "2009-09-08" leaves 2 days without a rule before rs/criminal-code/art-246a/par-1`},
		{serbia, "  in_force: 2006-01-01\n  ended: 2009-09-10", "  in_force: 2006-01-02\n  ended: 2009-09-10", `rs/criminal-code/art-246a/par-1@2006-01-01 | id: "rs/criminal-code/art-246a/par-1@2006-01-01" has another date behind @ than in_force 2006-01-02; want rs/criminal-code/art-246a/par-1@2006-01-02`},
		{serbia, "  in_force: 2006-01-01\n  ended: 2009-09-10", "  in_force: null\n  ended: 2009-09-10", `rs/criminal-code/art-246a/par-1@2006-01-01 | in_force: is not given, though the id has 2006-01-01 behind @`},
		{serbia, "- id: rs/strategy-2014-2021/sec-1\n", "- id: rs/strategy-2014-2021/sec-1@\n", `rs/strategy-2014-2021/sec-1@ | id: "rs/strategy-2014-2021/sec-1@" has no date behind @`},
		{serbia, "- id: rs/criminal-code/art-246a/par-1\n", "- id: rs/criminal-code/art-246a/par-1@2009-09-11\n", `rs/criminal-code/art-246a/par-1@2009-09-11 | ended: is not given, though @ marks an earlier version`},
		{serbia, "  in_force: 2015\n  ended: 2021\n  sources", "  in_force: 2014\n  ended: 2021\n  sources", `rs/strategy-2014-2021/sec-1 | in_force: "2014" is before rs/strategy-2014-2021 came into force on 2015`},
		{serbia, "  in_force: 2015\n  ended: 2021\n  sources", "  in_force: 2015\n  ended: null\n  sources", `rs/strategy-2014-2021/sec-1 | ended: is not given, though rs/strategy-2014-2021 ended on 2021; want 2021 or earlier`},
		{serbia, "  in_force: 2015\n  ended: 2021\n  sources", "  in_force: 2015\n  ended: 2022\n  sources", `rs/strategy-2014-2021/sec-1 | ended: "2022" is after rs/strategy-2014-2021 ended on 2021`},
	})
	r := lint(t, small(t, edit{file: serbia, old: "- id: rs/strategy-2014-2021/sec-1\n", new: "- id: rs/criminal-code/art-246A/par-1\n"}))
	if !says(r, `rs/criminal-code/art-246A/par-1 | id: "rs/criminal-code/art-246A/par-1" differs only in capitals from rs/criminal-code/art-246a/par-1`) {
		t.Errorf("ids that differ only in capitals pass: %v", r.Findings)
	}
	r = lint(t, small(t, edit{file: serbia, old: "- id: rs/strategy-2009-2013\n", new: "- id: rs/strategy-2014-2021\n"}))
	if !says(r, `rs/strategy-2014-2021 | id: "rs/strategy-2014-2021" is the id of two instruments`) {
		t.Errorf("an id that two instruments have passes: %v", r.Findings)
	}
	r = lint(t, small(t, edit{file: serbia, old: "art-246a/par-1@2006-01-01\n", new: "art-246a/par-1\n"}))
	if !says(r, `rs/criminal-code/art-246a/par-1 | id: "rs/criminal-code/art-246a/par-1" is the id of two rows`) ||
		!says(r, `rs/criminal-code/art-246a/par-1 | id: "rs/criminal-code/art-246a/par-1" has no @, though rs/criminal-code/art-246a/par-1 is later`) {
		t.Errorf("an earlier version without @ passes: %v", r.Findings)
	}
}

func says(r Report, want string) bool {
	for _, f := range r.Findings {
		if len(line(f)) >= len(want) && line(f)[:len(want)] == want {
			return true
		}
	}
	return false
}

func TestInstruments(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "type: code", "type: law", `rs/criminal-code | type: "law" is not a value of this field; want one of code, act`},
		{serbia, "  in_force: 2009\n  ended: 2013", "  in_force: 2009\n  ended: 2008", `rs/strategy-2009-2013 | ended: "2008" is before `},
		{treaties, "adopted: 1988-12-20", "adopted: 1991", `int/convention-1988 | in_force: "1990-11-11" is before the adoption on 1991`},
		{serbia, "date: 2005-10-06", "date: 2005-09-06", `? rs/criminal-code | gazette[0].date: "2005-09-06" is before the adoption on 2005-09-29`},
		{serbia, "ref: 85/2005", "ref: 85/2006", `? rs/criminal-code | gazette[0].date: "2005-10-06" is not of the year of the issue 85/2006`},
		{serbia, "ref: 85/2005, date: 2005-10-06", "ref: 85/2101", `? rs/criminal-code | gazette[0].ref: "85/2101" is of a year that is still to come`},
		{serbia, "ref: 85/2005, date: 2005-10-06", "ref: 85/1995", `? rs/criminal-code | gazette[0].ref: "85/1995" is of a year before the adoption on 2005-09-29`},
		{serbia, "ref: 85/2005, date: 2005-10-06", "date: 2015-10-06", `? rs/criminal-code | gazette[0].date: "2015-10-06" is more than a year after in_force 2006-01-01`},
		{serbia, "{ref: 72/2009, in_force: 2009-09-11,", "{ref: 72/2009, in_force: 1999-09-11,", `rs/criminal-code | amendments[0].in_force: "1999-09-11" is before the instrument was adopted on 2005-09-29`},
		{serbia, "replaced_by: rs/strategy-2014-2021", "replaced_by: rs/strategy-2014-2020", `rs/strategy-2009-2013 | replaced_by: "rs/strategy-2014-2020" is not an instrument of the corpus; want the id of an instrument; did you mean rs/strategy-2014-2021`},
		{serbia, "replaced_by: rs/strategy-2014-2021", "replaced_by: rs/strategy-2009-2013", `rs/strategy-2009-2013 | replaced_by: "rs/strategy-2009-2013" leads back to this instrument`},
		{serbia, "  ended: 2013\n", "  ended: null\n", `? rs/strategy-2009-2013 | ended: is not given, though the instrument is replaced by rs/strategy-2014-2021`},
		{serbia, "  ended: 2013\n", "  ended: 2017\n", `? rs/strategy-2009-2013 | replaced_by: "rs/strategy-2014-2021" is in force from 2015, more than a year before this one ends on 2017`},
		{serbia, "period: {from: 2009, to: 2013}", "period: {from: 2009, to: 2003}", `rs/strategy-2009-2013 | period.to: "2003" is before period.from 2009`},
		{serbia, "implements: [int/convention-1988]", "implements: [int/convention-1998]", `rs/criminal-code | implements[0]: "int/convention-1998" leads to no instrument or provision of the corpus; want an id that is there; did you mean int/convention-1988?`},
		{serbia, "type: code\n", "type: code\n  period: {from: 2006}\n", `? rs/criminal-code | period: "from 2006" is given for an instrument of type code`},
		{serbia, "implements: [int/convention-1988]", "implements: [int/convention-1988, int/convention-1988]", `rs/criminal-code | implements[1]: "int/convention-1988" is named twice`},
		{serbia, "implements: [int/convention-1988]", "implements: [rs/criminal-code/art-246a]", `rs/criminal-code | implements[0]: "rs/criminal-code/art-246a" is of the same instrument`},
		{serbia, "what: own use becomes an offence of its own}]", "what: own use becomes an offence of its own}, {in_force: 2012}]", `rs/criminal-code | amendments[1]: says neither which act nor what it changed`},
		{serbia, "url: null", "url: www.gazette.rs", `rs/criminal-code | url: "www.gazette.rs" is not an address on the web`},
		{serbia, "url: null", "url: 'https://gazette.rs/a b'", `rs/criminal-code | url: "https://gazette.rs/a b" is not an address that a browser can open`},
		{serbia, "url: null", "url: https://localhost/", `rs/criminal-code | url: "https://localhost/" has no name of a site`},
	})
}

func TestSourcesAndConfidence(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "sources: [S1, S2]", "sources: [S1, S3]", `rs/criminal-code/art-246a/par-1 | sources[1]: "S3" is not a source of this file; want an id from the list of sources at the end of the file; did you mean S1, S2?`},
		{serbia, "sources: [S1, S2]", "sources: [S1, S1]", `rs/criminal-code/art-246a/par-1 | sources[1]: "S1" is named twice`},
		{serbia, "sources: [S1, S2]", "sources: []", `rs/criminal-code/art-246a/par-1 | sources: names none, though the confidence is primary`},
		{serbia, "confidence: primary\n- id: rs/strategy", "confidence: sure\n- id: rs/strategy", `rs/criminal-code | confidence: "sure" is not a degree of confidence`},
		{serbia, "confidence: primary\n- id: rs/strategy", "confidence: unverified\n- id: rs/strategy", `? rs/criminal-code | confidence: "unverified" goes with sources that were read`},
		{serbia, "date: 2015, kind: intergovernmental}", "date: 2015, kind: website}", `source S2 | kind: "website" is not a value of this field; want one of official`},
		{serbia, `url: "https://www.euda.europa.eu/", date: 2015`, `url: null`, `? source S2 | url: is missing, and so is the date: nobody can find the source by its title alone`},
		{serbia, "open_questions", "  S9: {title: Unread, date: 2015, kind: press}\nopen_questions", `? source S9 | "S9" is named by no row`},
		{serbia, "open_questions: [How", "  S9: {title: Country report, publisher: EUDA, url: \"https://www.euda.europa.eu/\", kind: press}\nopen_questions: [What S9 means. How", `? source S9 | "S9" is the same source as S2`},
	})
	for kind, want := range map[string]string{
		"press":             `? rs/criminal-code | confidence: "primary" rests on no official source: all are of kind press`,
		"general-knowledge": `rs/criminal-code | confidence: "primary" rests on general knowledge only`,
	} {
		if r := lint(t, small(t, edit{file: serbia, old: "kind: official", new: "kind: " + kind})); !says(r, want) {
			t.Errorf("want %s, got %v", want, r.Findings)
		}
	}
}

func TestPositions(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "  to: 2009-09-10\n", "  to: 2010\n", `position personal-possession from 2006-01-01 | to: "2010" lets this period (2006-01-01 to 2010) overlap that of the position personal-possession from 2009-09-11 (from 2009-09-11); want 2009-09-10 as to`},
		{serbia, "  to: 2020\n", "  to: 2009\n", `position alternatives-to-prison from 2010 | to: "2009" is before from 2010`},
		{serbia, "citations: [rs/criminal-code/art-246a/par-1]", "citations: [rs/criminal-code/art-246/par-1]", `position personal-possession from 2009-09-11 | citations[0]: "rs/criminal-code/art-246/par-1" leads to no instrument or provision of the corpus; want an id that is there; did you mean rs/criminal-code/art-246a/par-1`},
		{serbia, "citations: [rs/criminal-code/art-246a/par-1]", "citations: [rs/criminal-code/art-246a/par-1@2006-01-01]", `position personal-possession from 2009-09-11 | citations[0]: "rs/criminal-code/art-246a/par-1@2006-01-01" was not in force (2006-01-01 to 2009-09-10) in the position's period (from 2009-09-11); want the version of that time, rs/criminal-code/art-246a/par-1`},
		{serbia, "citations: [rs/criminal-code/art-246a/par-1@2006-01-01]", "citations: [rs/strategy-2014-2021/sec-1]", `position personal-possession from 2006-01-01 | citations[0]: "rs/strategy-2014-2021/sec-1" was not in force (2015 to 2021)`},
		{serbia, "citations: [rs/criminal-code/art-246a/par-1@2006-01-01]", "citations: [rs/strategy-2014-2021]", `? position personal-possession from 2006-01-01 | citations[0]: "rs/strategy-2014-2021" was not in force (2015 to 2021)`},
		{serbia, "citations: [rs/criminal-code/art-246a/par-1]", "citations: []", `? position personal-possession from 2009-09-11 | citations: is empty, though the official text was read`},
		{serbia, "citation: rs/criminal-code/art-246a}", "citation: rs/criminal-code/art-999}", `position alternatives-to-prison from 2010 | values.measures[0].citation: "rs/criminal-code/art-999" leads to no instrument`},
		{serbia, "citations: [rs/criminal-code/art-246a/par-1]", "citations: [rs/criminal-code, rs/criminal-code]", `position personal-possession from 2009-09-11 | citations[1]: "rs/criminal-code" is cited twice`},
		{serbia, "from: 2010\n  values", "values", `? position quantity-thresholds | from: is missing`},
		{serbia, "values: {offence_class: criminal}", "values: {}", `? position personal-possession from 2006-01-01 | values: is empty`},
		{serbia, "max: 36}\n    prison_possible: true\n    fine: {min: 10000, max: 100000, currency: RSD}\n  summary_en: Holding for own use is a crime.",
			"max: 3}\n    prison_possible: true\n    fine: {min: 10000, max: 100000, currency: RSD}\n  summary_en: Up to three years for own use.",
			`? position personal-possession from 2009-09-11 | values.prison: "3" is the number of years in the summary, and counts months here; want 36`},
		{serbia, "prison_possible: true", "prison_possible: false", `position personal-possession from 2009-09-11 | values.prison_possible: "false" contradicts the range up to 3 years in prison`},
		{serbia, "currency: RSD}", "currency: DIN}", `position personal-possession from 2009-09-11 | values.fine.currency: "DIN" is not a currency; want a code of ISO 4217`},
		{serbia, "currency: RSD}", "currency: HRK}", `position personal-possession from 2009-09-11 | values.fine.currency: "HRK" was never legal tender in Serbia`},
		{serbia, "{min: 10000, max: 100000, currency: RSD}", "{min: null, max: null, currency: RSD}", `? position personal-possession from 2009-09-11 | values.fine: "RSD" names neither a minimum nor a maximum`},
		{serbia, "since: 2009", "since: 2022", `position alternatives-to-prison from 2010 | values.since: "2022" is after the position's period 2010 to 2020`},
		{serbia, "effect: small quantity", "effect: ''", `position quantity-thresholds from 2010 | values.thresholds[0].effect: is empty`},
		{serbia, "effect: small quantity", "effect: small quantity, rule: small, drugs: [heroin], to: 10", `? position quantity-thresholds from 2010 | values.thresholds[0].quantity: "1" is none of the bounds`},
		{serbia, "effect: small quantity", "effect: small quantity, rule: small, drugs: [heroin], from: 1, below: 0.5", `position quantity-thresholds from 2010 | values.thresholds[0].from: "1" is more than the upper bound 0.5`},
		{serbia, "effect: small quantity", "effect: small quantity, rule: small, drugs: [heroin], to: 1, below: 2", `position quantity-thresholds from 2010 | values.thresholds[0].below: "2" stands beside to 1`},
		{serbia, "effect: small quantity", "effect: small quantity, rule: small, drugs: [heroin], to: 1, topic: possession", `position quantity-thresholds from 2010 | values.thresholds[0].topic: "possession" is not a topic of the codebook`},
		{serbia, "methods: [listing]", "methods: [listing, listing]", `position quantity-thresholds from 2010 | values.methods[1]: "listing" is named twice`},
		{serbia, "max_penalty_months: 36", "max_penalty_months: 0", `position alternatives-to-prison from 2010 | values.measures[0].max_penalty_months: "0" is not a length of imprisonment`},
	})
}

func TestEventsAndFigures(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "direction: softer", "direction: milder", `reform of 2009-09-11: Own use becomes an offence of its own | direction: "milder" is not a value of this field; want one of softer, harsher, neutral`},
		{serbia, "instrument: rs/criminal-code, direction", "instrument: rs/criminal-law, direction", `reform of 2009-09-11: Own use becomes an offence of its own | instrument: "rs/criminal-law" leads to no instrument`},
		{serbia, "{date: 2009-09-11, title_en", "{date: 2001, title_en", `? reform of 2001: Own use becomes an offence of its own | date: "2001" is before rs/criminal-code was adopted on 2005-09-29`},
		{serbia, "year: 2014", "year: 14", `practice 14: convictions for possession | year: "14" is not a year`},
		{serbia, "year: 2014", "year: 2041", `? practice 2041: convictions for possession | year: "2041" is after the figure's latest source, of 2015`},
		{serbia, "value: 2345", "value: 2.345", `practice 2014: convictions for possession | value: "2.345" is no whole number of persons`},
		{serbia, "value: 2345, unit: persons", "value: 234, unit: per cent", `practice 2014: convictions for possession | value: "234" is more than 100 per cent`},
		{serbia, "value: 2345", "value: -1", `practice 2014: convictions for possession | value: "-1" is below zero`},
		{serbia, "value: 2345, unit: persons", "value: 23, unit: percent", `? practice 2014: convictions for possession | unit: "percent" is another way to write per cent`},
		{serbia, "practice:\n", "practice:\n- {year: 2014, measure: convictions for possession, value: 2346, unit: persons, sources: [S2], confidence: secondary}\n", `practice 2014: convictions for possession | "practice 2014: convictions for possession (persons)" is entered twice, first as entry 1`},
		{treaties, "instrument: int/convention-1988", "instrument: rs/criminal-code", `ratification of rs/criminal-code by RS | `},
		{treaties, "jurisdiction: RS", "jurisdiction: SR", `ratification of int/convention-1988 by SR | jurisdiction: "SR" is not a jurisdiction of the corpus`},
		{treaties, "date: 2001-03-12", "date: 1978-03-12", `ratification of int/convention-1988 by RS | date: "1978-03-12" is before the treaty was adopted on 1988-12-20`},
		{treaties, "manner: succession", "manner: signing", `ratification of int/convention-1988 by RS | manner: "signing" is not a value of this field`},
	})
}

func TestJurisdictions(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "currency: RSD\n", "currency: dinar\n", `jurisdiction RS | currency: "dinar" is not a currency`},
		{serbia, "eu_status: candidate (since 2012-03-01)", "eu_status: applicant", `jurisdiction RS | eu_status: "applicant" is not a status of this form; want member, candidate, potential-candidate or none`},
		{serbia, "eu_status: candidate (since 2012-03-01)", "eu_status: candidate (since 2012-30-01)", `jurisdiction RS | eu_status: "2012-30-01" has a month over 12`},
		{treaties, "languages: [en]", "languages: []", `jurisdiction INT | languages: is empty`},
	})
	for _, e := range []edit{
		{serbia, "parent: null", "parent: YU", `jurisdiction RS | parent: "YU" is not a jurisdiction of the corpus`},
		{serbia, "[sr-Latn, sr-Cyrl]\n", "[sr-latn, sr-Cyrl]\n", `jurisdiction RS | languages[0]: "sr-latn" is not the usual way to write this tag; want sr-Latn`},
		{serbia, "code: RS", "code: SRB", `jurisdiction SRB | code: "SRB" is not the code of a jurisdiction`},
		{serbia, "code: RS", "code: HR", `the whole file | jurisdiction.code: "HR" does not go with the name of the file; want jurisdictions/hr.yaml as the name of the file`},
	} {
		if r := lint(t, small(t, e)); !says(r, e.want) {
			t.Errorf("want %s, got %v", e.want, r.Findings)
		}
	}
}
