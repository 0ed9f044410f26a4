package api_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Each line is an address of the contract and the fields that clients rely on.
func TestContract(t *testing.T) {
	for address, fields := range map[string]string{
		"/jurisdictions":                                       "total limit offset items.0.code items.0.name items.0.native_names items.0.languages items.0.eu_status items.0.instruments items.0.url",
		"/jurisdictions/rs":                                    "code name on topics.0.topic topics.0.position.values instruments.0.id reforms.0.sources.0.url ratifications.0.treaty sources.0.kind open_questions confidence",
		"/topics":                                              "total items.0.id items.0.label items.0.question items.0.variables.0.name items.0.variables.0.type",
		"/topics/decriminalisation":                            "id label question variables jurisdictions concepts.0.labels.en url",
		"/instruments?type=strategy":                           "total items.0.id items.0.type items.0.title_en items.0.status items.0.confidence items.0.url",
		"/instruments/rs/criminal-code":                        "id type title title_en abbreviation gazette.0.ref amendments.0.ref in_force ended status replaces replaced_by implements provisions.0.id provisions.0.label sources.0.id confidence",
		"/provisions/rs/criminal-code/art-246a":                "id label on status jurisdiction.id instrument.id parents.0.id children.0.version.digest children.0.versions.0.in_force url",
		"/provisions/rs/criminal-code/art-246a/par-1":          "version.in_force version.ended version.heading version.digest version.terms version.topics version.sources.0.title version.confidence cited_by.0.topic next previous",
		"/provisions/rs/criminal-code/art-246a/par-1/versions": "id label versions.0.in_force versions.0.ended versions.0.status versions.0.shown versions.0.url",
		"/positions?topic=personal-possession&jurisdiction=RS": "total items.0.id items.0.from items.0.to items.0.values items.0.summary items.1.citations.0.label items.1.sources.0.id items.0.confidence",
		"/search?q=small+quantity&jurisdiction=RS,HR": "query.text query.citation query.expanded.0.concept query.expanded.0.label query.expanded.0.terms query.suggestion total took_ms " +
			"hits.0.id hits.0.kind hits.0.jurisdiction hits.0.instrument.id hits.0.instrument.title hits.0.label hits.0.heading hits.0.snippet hits.0.lang hits.0.topics hits.0.in_force hits.0.ended hits.0.confidence hits.0.score hits.0.url " +
			"facets.jurisdiction.0.value facets.jurisdiction.0.count facets.topic.0.value facets.type facets.lang facets.confidence.0.count",
		"/compare?topic=personal-possession&jurisdictions=RS&on=2024-01-01&against=2008-01-01": "topic.id topic.label topic.question topic.variables.0.name on against columns.0.jurisdiction.code columns.0.jurisdiction.name " +
			"columns.0.position.from columns.0.position.to columns.0.position.values columns.0.position.summary columns.0.position.citations.0.id columns.0.position.citations.0.label columns.0.position.citations.0.url " +
			"columns.0.position.sources.0.id columns.0.position.confidence columns.0.against.values columns.0.changes.0.variable columns.0.changes.0.before columns.0.changes.0.after",
		"/stats": "jurisdictions instruments provisions provision_versions positions reforms practice ratifications sources concepts generation",
	} {
		t.Run(address, func(t *testing.T) {
			answer := get[any](t, address)
			for field := range strings.FieldsSeq(fields) {
				at(t, answer, field)
			}
		})
	}
}

// An instrument has two addresses: its own, and that of its text where it is published.
func TestOfficialAddresses(t *testing.T) {
	for _, sheet := range site.corpus.Sheets {
		for _, i := range sheet.Instruments {
			answer := get[map[string]any](t, "/instruments/"+string(i.ID))
			if official, _ := answer["official_url"].(string); official != i.URL || answer["url"] != "/law/"+string(i.ID) {
				t.Errorf("%s: url %v, official_url %q, want %q", i.ID, answer["url"], official, i.URL)
			}
		}
	}
}

func TestStatsCountTheCorpus(t *testing.T) {
	stats, want := get[map[string]any](t, "/stats"), site.corpus.Count()
	for name, n := range map[string]int{"jurisdictions": want.Jurisdictions, "instruments": want.Instruments, "provisions": want.Provisions,
		"provision_versions": want.ProvisionVersions, "positions": want.Positions, "reforms": want.Reforms, "practice": want.Practice,
		"ratifications": want.Ratifications, "sources": want.Sources, "concepts": want.Concepts, "generation": 1} {
		if stats[name] != float64(n) {
			t.Errorf("%s is %v, the corpus has %d", name, stats[name], n)
		}
	}
}

// The Serbian code moved holding for own use to an article of its own on 11 September
// 2009: what is asked as of a day is as it stood on that day.
func TestLawAsOfADay(t *testing.T) {
	for _, c := range []struct{ address, field, want string }{
		{"/provisions/rs/criminal-code/art-246a/par-1?on=2009-09-10", "status", "not-yet-in-force"},
		{"/provisions/rs/criminal-code/art-246a/par-1?on=2009-09-11", "status", "in-force"},
		{"/provisions/RS/Criminal-Code/ART-246A/PAR-1", "id", "rs/criminal-code/art-246a/par-1"},
		{"/provisions/rs/criminal-code/art-00246A", "id", "rs/criminal-code/art-246a"},
		{"/instruments/RS/CRIMINAL-CODE", "id", "rs/criminal-code"},
		{"/provisions/rs/criminal-code/art-246a", "children.0.id", "rs/criminal-code/art-246a/par-1"},
		{"/compare?topic=personal-possession&jurisdictions=rs&on=2009-09-10", "columns.0.position.citations.0.id", "rs/criminal-code/art-246/par-3"},
		{"/compare?topic=personal-possession&jurisdictions=rs&on=2009-09-11", "columns.0.position.citations.0.id", "rs/criminal-code/art-246a/par-1"},
	} {
		if got := at(t, get[any](t, c.address), c.field); got != c.want {
			t.Errorf("%s: %s is %v, want %s", c.address, c.field, got, c.want)
		}
	}
}

func TestCompareAllJurisdictionsAndSeveralTopics(t *testing.T) {
	all := get[any](t, "/compare?topic=personal-possession")
	if n := len(at(t, all, "columns").([]any)); n != len(site.corpus.Sheets) {
		t.Errorf("%d columns without jurisdictions, want all %d", n, len(site.corpus.Sheets))
	}
	two := get[any](t, "/compare?topic=personal-possession,decriminalisation&jurisdictions=HR")
	if n := len(at(t, two, "blocks").([]any)); n != 2 {
		t.Errorf("%d blocks for two topics", n)
	}
}

// Pages of a list, put together, are the list: nothing twice, nothing left out.
func TestPagesTogetherAreTheWhole(t *testing.T) {
	for _, c := range []struct{ address, list string }{
		{"/instruments?", "items"}, {"/positions?jurisdiction=RS,HR&", "items"}, {"/topics?", "items"}, {"/jurisdictions?", "items"},
		{"/search?q=possession&jurisdiction=RS,HR,MK,BG&", "hits"}, {"/search?q=treatment+addict&", "hits"}, {"/search?", "hits"},
	} {
		t.Run(c.address, func(t *testing.T) {
			key := func(v any) string {
				item := v.(map[string]any)
				name, _ := item["id"].(string)
				code, _ := item["code"].(string)
				from, _ := item["from"].(string)
				since, _ := item["in_force"].(string)
				return name + code + from + since
			}
			page := func(limit, offset string) (keys []string, total int) {
				answer := get[any](t, c.address+"limit="+limit+"&offset="+offset)
				for _, item := range at(t, answer, c.list).([]any) {
					keys = append(keys, key(item))
				}
				return keys, int(at(t, answer, "total").(float64))
			}
			whole, total := page("200", "0")
			if len(whole) != min(total, 200) {
				t.Fatalf("%d items of %d on a page of 200", len(whole), total)
			}
			for _, size := range []int{7, 50} {
				var pieced []string
				for offset := 0; offset < len(whole); offset += size {
					part, _ := page(itoa(size), itoa(offset))
					pieced = append(pieced, part...)
				}
				if pieced = pieced[:min(len(pieced), len(whole))]; !slices.Equal(pieced, whole) {
					t.Errorf("pages of %d give another list than one page of 200:\n%v\n%v", size, pieced, whole)
				}
			}
			seen := map[string]bool{}
			for offset := 0; offset < total; offset += 200 {
				part, _ := page("200", itoa(offset))
				for _, k := range part {
					if seen[k] {
						t.Errorf("%s is on two pages", k)
					}
					seen[k] = true
				}
			}
			if len(seen) != total {
				t.Errorf("%d different items on all pages, the total is %d", len(seen), total)
			}
		})
	}
}

// The facets of a field of which each hit has one value count every hit, under
// whatever filters.
func TestFacetsCountTheHits(t *testing.T) {
	for _, filters := range [][]string{
		{"q", "possession"}, {"q", "possession", "jurisdiction", "RS,HR"}, {"q", "possession", "confidence", "primary"},
		{"q", "treatment", "topic", "alternatives-to-prison", "type", "code,act"}, {"q", "narkotike", "lang", "sq"}, {"q", "drug", "on", "1990-01-01"}, {"kind", "provision"},
	} {
		answer := get[any](t, search(filters...))
		total := at(t, answer, "total").(float64)
		if total == 0 {
			t.Errorf("%v finds nothing", filters)
		}
		for _, field := range []string{"jurisdiction", "confidence", "kind"} {
			sum := 0.0
			for _, c := range at(t, answer, "facets."+field).([]any) {
				sum += at(t, c, "count").(float64)
			}
			if sum != total {
				t.Errorf("%v: the facet %s counts %v of %v hits", filters, field, sum, total)
			}
		}
	}
}

// A filter gives exactly what the facet promised before it was set.
func TestAFacetPromisesWhatItsFilterGives(t *testing.T) {
	answer := get[any](t, search("q", "possession"))
	for _, field := range []string{"jurisdiction", "topic", "type", "lang", "confidence", "kind"} {
		for _, c := range at(t, answer, "facets."+field).([]any) {
			value, count := at(t, c, "value").(string), at(t, c, "count")
			filtered := get[any](t, search("q", "possession", field, value, "limit", "1"))
			if got := at(t, filtered, "total"); got != count {
				t.Errorf("%s=%s gives %v, the facet promised %v", field, value, got, count)
			}
		}
	}
}

// TestOneNameOrTheOther: addresses that take one jurisdiction and those that take many
// understand each other's parameter, since an answer about everything would mislead.
func TestOneNameOrTheOther(t *testing.T) {
	for _, pair := range [][2]string{
		{"/changes?from=2012-01-01&to=2014-01-01&jurisdiction=GR", "/changes?from=2012-01-01&to=2014-01-01&jurisdictions=GR"},
		{"/compare?topic=personal-possession&jurisdictions=RS,HR", "/compare?topics=personal-possession&jurisdiction=RS&jurisdiction=HR"},
		{"/positions?jurisdiction=RS&topic=cultivation", "/positions?jurisdictions=RS&topics=cultivation"},
	} {
		want, got := get[any](t, pair[0]), get[any](t, pair[1])
		if !reflect.DeepEqual(want, got) {
			t.Errorf("%s and %s differ", pair[0], pair[1])
		}
	}
}
