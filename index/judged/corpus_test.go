package judged

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

// What the set must hold at least, so that a figure for a kind or language means something.
const (
	minQueries     = 220
	minPerLanguage = 10
)

var minPerKind = map[Kind]int{
	Native: 100, Inflected: 20, Transcribed: 20, CrossLingual: 40, Citation: 25,
	Misspelt: 15, Strategy: 15, History: 15, Place: 10, Meeting: 21,
}

func queries(t *testing.T) []Query {
	t.Helper()
	all, err := ReadDir(os.DirFS("../testdata"), "queries")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTheSetCoversEveryLanguageAndKind(t *testing.T) {
	all := queries(t)
	perLang, perKind := map[string]int{}, map[Kind]int{}
	for _, q := range all {
		perLang[q.Lang]++
		perKind[q.Kind]++
	}
	if len(all) < minQueries {
		t.Errorf("%d queries, want at least %d", len(all), minQueries)
	}
	for _, lang := range Languages {
		if perLang[lang] < minPerLanguage {
			t.Errorf("lang %s has %d queries, want at least %d", lang, perLang[lang], minPerLanguage)
		}
	}
	for _, kind := range Kinds {
		if perKind[kind] < minPerKind[kind] {
			t.Errorf("kind %s has %d queries, want at least %d", kind, perKind[kind], minPerKind[kind])
		}
	}
}

// TestEveryJudgementCanBeEarned holds the queries against the corpus: each id
// exists, has a row of its own that it is earned by, passes the query's
// filters, and one that is exactly right on a date was in force on it.
func TestEveryJudgementCanBeEarned(t *testing.T) {
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	records := recordsOf(c)
	for _, q := range queries(t) {
		if !slices.Contains(slices.Collect(maps.Values(q.Grades)), Exact) {
			t.Errorf("%s:%d: query %q has no id graded 3: what would be exactly right?", q.File, q.Line, q.Text)
		}
		earning := map[string][]record{}
		for id, r := range records {
			if judged, ok := q.covering(id); ok {
				earning[judged] = append(earning[judged], r)
			}
		}
		for id, grade := range q.Grades {
			if why := whyNot(q, id, grade, earning[id]); why != "" {
				t.Errorf("%s:%d: query %q: %s", q.File, q.Line, q.Text, why)
			}
		}
	}
}

// record is what the tests need to know of an indexed id, over all its versions.
type record struct {
	jurisdiction, instrumentType string
	topics                       []string
	confidence                   []string
	periods                      []legislation.Period
}

func recordsOf(c *legislation.Corpus) map[string]record {
	records := map[string]record{}
	types := map[legislation.ID]string{}
	add := func(id legislation.ID, topics []string, confidence legislation.Confidence, p legislation.Period) {
		r := records[string(id.Base())]
		r.jurisdiction, r.instrumentType = id.Jurisdiction(), types[id.Instrument()]
		r.topics = append(r.topics, topics...)
		r.confidence = append(r.confidence, string(confidence))
		r.periods = append(r.periods, p)
		records[string(id.Base())] = r
	}
	for _, s := range c.Sheets {
		for _, i := range s.Instruments {
			types[i.ID] = i.Type
			add(i.ID, nil, i.Confidence, legislation.Period{From: i.InForce, To: i.Ended})
		}
		for _, row := range s.Provisions {
			add(row.ID, row.Topics, row.Confidence, row.Valid())
		}
		for _, p := range s.Positions {
			add(p.ID(), []string{p.Topic}, p.Confidence, p.Valid())
		}
	}
	return records
}

// whyNot says what is wrong with the judgement of an id that the given records
// can earn; "" if nothing is.
func whyNot(q Query, id string, grade Grade, rs []record) string {
	if len(rs) == 0 {
		return id + " is not in the corpus, or all that stands below it is judged by itself: correct the id or leave it out"
	}
	passes := func(want []string, have func(record) []string) bool {
		return len(want) == 0 || slices.ContainsFunc(rs, func(r record) bool {
			return slices.ContainsFunc(have(r), func(v string) bool { return slices.Contains(want, v) })
		})
	}
	f := q.Filters
	switch {
	case !passes(f.Jurisdictions, func(r record) []string { return []string{r.jurisdiction} }):
		return id + " does not pass the filter jurisdiction: " + strings.Join(f.Jurisdictions, ", ")
	case !passes(f.Topics, func(r record) []string { return r.topics }):
		return id + " does not pass the filter topic: " + strings.Join(f.Topics, ", ")
	case !passes(f.Types, func(r record) []string { return []string{r.instrumentType} }):
		return id + " does not pass the filter type: " + strings.Join(f.Types, ", ")
	case !passes(f.Confidence, func(r record) []string { return r.confidence }):
		return id + " does not pass the filter confidence: " + strings.Join(f.Confidence, ", ")
	}
	if f.On == "" || grade < Exact {
		return ""
	}
	on, err := legislation.ParseDay(f.On)
	if err != nil {
		return err.Error()
	}
	for _, r := range rs {
		for _, p := range r.periods {
			if p.Contains(on) {
				return ""
			}
		}
	}
	return id + " is graded 3 but was not in force on " + f.On + ": grade it 2 or less, or ask about another day"
}
