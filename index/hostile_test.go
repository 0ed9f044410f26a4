package index

import (
	"encoding/json"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"seelex/index/lang"
	"seelex/legislation"
)

// What no query may exceed.
const (
	mostTime  = 500 * time.Millisecond // five times what it may be alone on the machine
	mostBytes = 64 << 20               // allocated for one answer
)

func request(text string) Request {
	return Request{Text: text, On: today, Today: today, Expand: true, Limit: 20}
}

func answer(t testing.TB, x *Index, r Request) *Answer {
	t.Helper()
	a, err := x.Search(t.Context(), r)
	if err != nil {
		t.Fatalf("search %.80q: %v", r.Text, err)
	}
	return a
}

func idsOf(a *Answer) []string {
	ids := make([]string, len(a.Hits))
	for i, h := range a.Hits {
		ids[i] = h.ID
	}
	return ids
}

// hostileQueries are texts that nobody types in good faith, and a few that people paste.
func hostileQueries(x *Index) map[string]string {
	var labels strings.Builder
	for _, c := range x.state.Load().catalog.Concepts {
		for _, all := range c.Labels {
			labels.WriteString(strings.Join(all, " ") + " ")
		}
	}
	return map[string]string{
		"nothing":                        "",
		"white space":                    " \t\r\n\u00a0\u2003 ",
		"10,000 letters in one word":     strings.Repeat("a", 10_000),
		"10,000 Greek letters":           strings.Repeat("ναρκωτικά ", 1_000),
		"500 terms":                      strings.Repeat("drug possession zatvor κατοχή дрога ", 100),
		"500 alternatives":               strings.Repeat("possession OR ", 500),
		"500 exclusions":                 strings.Repeat("-zatvor ", 500),
		"500 phrases":                    strings.Repeat(`"small quantity" `, 500),
		"500 filters":                    strings.Repeat("country:RS topic:cultivation on:2012-01-01 ", 170),
		"all labels of the thesaurus":    labels.String(),
		"24 common words":                strings.Repeat("the law of drugs and penalties in prison ", 3),
		"wildcards":                      "* ? *a* ?????? a* [a-z]+ .* (.*)* ^$ ~ possession~9 *:*",
		"deep nesting":                   strings.Repeat("(", 4_000) + "possession" + strings.Repeat(")", 4_000),
		"nested quotes":                  strings.Repeat(`"„“«`, 2_000),
		"one open quote":                 `"possession of drugs`,
		"empty quotes":                   `"" „“ «» -"" ""`,
		"operators alone":                "OR OR - -- | || -OR AND NOT + && !",
		"filters without value":          "country: topic: on: lang: : :: :RS country::RS",
		"NUL":                            "possession\x00of\x00drugs \x00",
		"invalid UTF-8":                  "possession \xff\xfe\xc3( \xe2\x82 \xf0\x9f drugs",
		"cut in a rune at the limit":     strings.Repeat("a", MaxQueryBytes-1) + "ж possession",
		"right to left marks":            "\u202epossession\u202c \u200f\u061c\u2067drugs\u2069 \ufeff",
		"combining marks":                "posse" + strings.Repeat("\u0301", 900) + "ssion",
		"zero width joiners":             "poss\u200bess\u200dion nar\u00adcotics",
		"surrogates and private letters": "\uFFFD \uE000 \U000F0000 \U0010FFFF possession",
		"emoji":                          "💊🌿 👮‍♀️ possession 🇷🇸",
		"markup":                         `<script>alert(1)</script><mark>possession</mark> &lt; " onload="x`,
		"SQL and paths":                  `'; DROP TABLE law;-- ../../etc/passwd %00 ${jndi:ldap://x} {{.}}`,
		"a citation with endless digits": "čl. " + strings.Repeat("9", 1_900),
		"a citation of thousand parts":   strings.Repeat("čl. 246a st. 1 ", 130),
		"numbers":                        "1 2 3 4 5 6 7 8 9 10 246a 354а 191 29/2013 02/L-128 99999999999999999999",
		"misspelt, every word":           strings.Repeat("posesion narkotc proezvodnja κατοxή ", 6),
		"letters of all scripts":         "дrуgѕ ναrkotikά possessїоn ﷽ 麻薬 마약 สารเสพติด मादक",
	}
}

// TestNoQueryFails asks what must never bring the server down: every text is read as
// words, answered in time, from bounded memory, and comes back fit for JSON and HTML.
func TestNoQueryFails(t *testing.T) {
	x := corpusIndex(t)
	answer(t, x, request("warm up posesion")) // what is made once is not the query's
	for name, text := range hostileQueries(x) {
		t.Run(name, func(t *testing.T) {
			took, spent := time.Hour, uint64(1<<62)
			var a *Answer
			for range 3 { // the least of three, since other tests run beside this one
				start, before := time.Now(), allocated()
				a = answer(t, x, request(text))
				took, spent = min(took, time.Since(start)), min(spent, allocated()-before)
			}
			t.Logf("%d hits, %v, %d kB", a.Total, took.Round(10*time.Microsecond), spent>>10)
			if took > mostTime {
				t.Errorf("took %v, want at most %v", took, mostTime)
			}
			if spent > mostBytes {
				t.Errorf("allocated %d kB, want at most %d", spent>>10, mostBytes>>10)
			}
			fitForPage(t, a)
		})
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// tags are what a snippet may contain of markup.
var tags = regexp.MustCompile(`</?mark>`)

func fitForPage(t *testing.T, a *Answer) {
	t.Helper()
	if _, err := json.Marshal(a); err != nil {
		t.Errorf("the answer cannot be written as JSON: %v", err)
	}
	for _, h := range a.Hits {
		if s := tags.ReplaceAllString(string(h.Snippet), ""); strings.ContainsAny(s, "<>") || !utf8.ValidString(s) {
			t.Errorf("snippet of %s has other markup than <mark>: %s", h.ID, h.Snippet)
		}
	}
}

// TestQueriesBeyondTheLimitsAreReadToTheLimit: what was not read is said.
func TestQueriesBeyondTheLimitsAreReadToTheLimit(t *testing.T) {
	x := corpusIndex(t)
	for name, text := range map[string]string{
		"words":   strings.Repeat("possession ", MaxWords) + "cultivation",
		"letters": "possession " + strings.Repeat("x", MaxQueryBytes) + " cultivation",
	} {
		a := answer(t, x, request(text))
		if !strings.HasSuffix(a.Query.Ignored, "cultivation") {
			t.Errorf("%s: the answer says that %.40q was not read, want the part with %q", name, a.Query.Ignored, "cultivation")
		}
	}
}

// TestPagesJoinToTheWhole: paging through the hits shows each once, in one order.
func TestPagesJoinToTheWhole(t *testing.T) {
	x := corpusIndex(t)
	for _, text := range []string{"", "drugs", "possession of narcotic drugs", "opojne droge", "ναρκωτικά", "КЗ чл. 246а", `"narcotic drugs"`, "posesion drogs"} {
		r := request(text)
		r.Limit = 260 // beyond the hits that are ranked anew
		whole := idsOf(answer(t, x, r))
		seen := map[string]bool{}
		for _, id := range whole {
			if seen[id] {
				t.Errorf("%q: %s comes twice", text, id)
			}
			seen[id] = true
		}
		for _, size := range []int{30, 200} {
			var pages []string
			r.Limit = size
			for r.Offset = 0; r.Offset < 260; r.Offset += size {
				r.Limit = min(size, 260-r.Offset)
				pages = append(pages, idsOf(answer(t, x, r))...)
			}
			if at := firstDifference(pages, whole); at >= 0 {
				t.Errorf("%q: pages of %d differ from the whole at hit %d of %d", text, size, at+1, len(whole))
			}
		}
	}
	r := request("drugs")
	r.Offset = MaxWindow + 1
	if a := answer(t, x, r); len(a.Hits) != 0 || a.Total == 0 {
		t.Errorf("beyond the last page: %d hits of %d, want none of some", len(a.Hits), a.Total)
	}
}

// firstDifference is where two lists part, -1 when they do not.
func firstDifference(a, b []string) int {
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			return i
		}
	}
	return -1
}

// TestTheOrderIsAlwaysTheSame: also of equal scores, on every run.
func TestTheOrderIsAlwaysTheSame(t *testing.T) {
	x := corpusIndex(t)
	for _, text := range []string{"", "law", "possession", "opojne droge zatvor", "стратегија", "ΚΑΤΟΧΗ ναρκωτικών", "čl. 246", "country:RS"} {
		r := request(text)
		r.Limit = 100
		first := idsOf(answer(t, x, r))
		for run := range 5 {
			if at := firstDifference(idsOf(answer(t, x, r)), first); at >= 0 {
				t.Errorf("%q: run %d differs from the first at hit %d", text, run+2, at+1)
			}
		}
	}
}

// TestFacetsCountTheHits: under any filters, each field of one value sums to the total,
// and each count is what the reader finds who follows it.
func TestFacetsCountTheHits(t *testing.T) {
	x := corpusIndex(t)
	for name, r := range map[string]Request{
		"everything":            request(""),
		"one word":              request("possession"),
		"in a language":         request("zatvor"),
		"a citation":            request("КЗ чл. 246а"),
		"within a jurisdiction": {Text: "drugs", Jurisdictions: []string{"RS", "HR"}},
		"within a topic":        {Text: "prison", Topics: []string{"personal-possession"}},
		"within a type":         {Text: "treatment", Types: []string{"strategy"}},
		"within a language":     {Text: "drugs", Langs: []string{"mk"}},
		"in the past":           {Text: "possession", On: 20050601},
		"written filters":       request("country:RS type:code drugs"),
	} {
		r.Today, r.Expand, r.Limit = today, true, 1
		if r.On == 0 {
			r.On = today
		}
		a := answer(t, x, r)
		if a.Total == 0 {
			t.Errorf("%s: nothing found, so nothing is shown", name)
		}
		for field, counts := range map[string][]Count{"jurisdiction": a.Facets.Jurisdiction, "kind": a.Facets.Kind, "confidence": a.Facets.Confidence} {
			if sum := sumOf(counts); sum != a.Total {
				t.Errorf("%s: facet %s counts %d, the total is %d", name, field, sum, a.Total)
			}
		}
		follow := func(field string, counts []Count, narrow func(*Request, string)) {
			for _, c := range counts {
				n := r
				narrow(&n, c.Value)
				if got := answer(t, x, n).Total; got != c.Count {
					t.Errorf("%s: facet %s says %d for %s, who follows it finds %d", name, field, c.Count, c.Value, got)
				}
			}
		}
		follow("jurisdiction", a.Facets.Jurisdiction, func(r *Request, v string) { r.Jurisdictions = []string{v} })
		if len(r.Topics) == 0 { // topics widen each other
			follow("topic", a.Facets.Topic, func(r *Request, v string) { r.Topics = []string{v} })
		}
		follow("kind", a.Facets.Kind, func(r *Request, v string) { r.Kinds = []string{v} })
		follow("type", a.Facets.Type, func(r *Request, v string) { r.Types = []string{v} })
		follow("confidence", a.Facets.Confidence, func(r *Request, v string) { r.Confidences = []string{v} })
	}
}

func sumOf(counts []Count) int {
	sum := 0
	for _, c := range counts {
		sum += c.Count
	}
	return sum
}

// textOf is everything that is indexed of a hit in words.
func textOf(t testing.TB, x *Index, h Hit, on legislation.Day) string {
	t.Helper()
	s := x.state.Load()
	k := key{kind: h.Kind, id: legislation.ID(h.ID)}
	switch h.Kind {
	case kindPosition:
		all := s.catalog.PositionsOf(h.Jurisdiction, h.Topics[0])
		k.version = legislation.Pick(all, func(p *legislation.Position) legislation.Period { return p.Valid() }, on)
	case kindProvision:
		p, err := x.source.Provision(k.id)
		if err != nil {
			t.Fatal(err)
		}
		k.version = legislation.Pick(p.Versions, legislation.Version.Valid, on)
	}
	passages, err := x.passages(s, k)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range passages {
		b.WriteString(p.text + "\n")
	}
	return b.String()
}

// has says whether the words stand in the text beside each other, in any form of a language.
func has(language, text, words string) bool {
	terms, wanted := lang.Terms(language, text), lang.Terms(language, words)
	for i := range terms {
		if i+len(wanted) <= len(terms) && slices.Equal(terms[i:i+len(wanted)], wanted) {
			return true
		}
	}
	return false
}

// TestWhatIsExcludedIsNotFound: -word and -"a phrase", in any form of the word.
func TestWhatIsExcludedIsNotFound(t *testing.T) {
	x := corpusIndex(t)
	for _, tt := range []struct{ text, not, language string }{
		{"possession -cannabis", "cannabis", "en"},
		{"possession -cultivating", "cultivation", "en"},
		{"droga -zatvor", "zatvora", "sh"},
		{`possession -"personal use"`, "personal use", "en"},
	} {
		r := request(tt.text)
		r.Limit = 200
		a := answer(t, x, r)
		if a.Total < 5 {
			t.Errorf("%q finds %d, want more", tt.text, a.Total)
		}
		for _, h := range a.Hits {
			if has(tt.language, textOf(t, x, h, today), tt.not) {
				t.Errorf("%q finds %s, where %q stands", tt.text, h.ID, tt.not)
			}
		}
	}
}

// TestAnExcludedPhraseExcludesNothingElse: where one of its words stands alone, that is no reason.
func TestAnExcludedPhraseExcludesNothingElse(t *testing.T) {
	x := corpusIndex(t)
	r := request("possession")
	r.Limit = 400
	all := answer(t, x, r)
	want := 0
	for _, h := range all.Hits {
		if !has("en", textOf(t, x, h, today), "personal use") {
			want++
		}
	}
	r.Text = `possession -"personal use"`
	if got := answer(t, x, r).Total; got < want*9/10 {
		t.Errorf("%s finds %d; of the %d hits without the exclusion, %d are without the phrase", r.Text, got, all.Total, want)
	}
}

// TestAPhraseStandsInEveryHit: its words beside each other, in any form.
func TestAPhraseStandsInEveryHit(t *testing.T) {
	x := corpusIndex(t)
	for _, tt := range []struct{ text, phrase, language string }{
		{`"small quantity"`, "small quantity", "en"},
		{`"opojne droge"`, "opojnih droga", "sh"},
		{`„опојне дроге“`, "opojnih droga", "sh"},
		{`«ναρκωτικών ουσιών»`, "ναρκωτικές ουσίες", "el"},
		{`possession "personal use"`, "personal use", "en"},
	} {
		r := request(tt.text)
		r.Limit = 200
		a := answer(t, x, r)
		if a.Total == 0 || len(a.Hits) != min(a.Total, 200) {
			t.Errorf("%q: %d hits of %d", tt.text, len(a.Hits), a.Total)
		}
		for _, h := range a.Hits {
			if !has(tt.language, textOf(t, x, h, today), tt.phrase) {
				t.Errorf("%q finds %s, where %q does not stand", tt.text, h.ID, tt.phrase)
			}
		}
	}
}

// TestORFindsWhatEitherFinds: no more and no less.
func TestORFindsWhatEitherFinds(t *testing.T) {
	x := corpusIndex(t)
	all := func(text string) []string {
		r := request(text)
		r.Limit, r.Expand = 2_000, false
		ids := idsOf(answer(t, x, r))
		slices.Sort(ids)
		return ids
	}
	for _, tt := range [][2]string{{"methadone", "naloxone"}, {"prescription", "pharmacy"}, {"zatvor", "φυλάκιση"}} {
		either := append(all(tt[0]), all(tt[1])...)
		slices.Sort(either)
		either = slices.Compact(either)
		if got := all(tt[0] + " OR " + tt[1]); !slices.Equal(got, either) {
			t.Errorf("%s OR %s finds %d, one or the other finds %d", tt[0], tt[1], len(got), len(either))
		}
	}
}

// TestFiltersInTheText: field:value narrows as the parameter of that name does.
func TestFiltersInTheText(t *testing.T) {
	x := corpusIndex(t)
	for text, r := range map[string]Request{
		"drugs country:RS":                      {Jurisdictions: []string{"RS"}},
		"country:rs drugs":                      {Jurisdictions: []string{"RS"}},
		"drugs jurisdiction:RS jurisdiction:HR": {Jurisdictions: []string{"RS", "HR"}},
		"drugs topic:cultivation":               {Topics: []string{"cultivation"}},
		"drugs type:strategy":                   {Types: []string{"strategy"}},
		"drugs kind:position":                   {Kinds: []string{"position"}},
		"drugs lang:mk":                         {Langs: []string{"mk"}},
		"drugs confidence:primary":              {Confidences: []string{"primary"}},
		"drugs on:2012-01-01":                   {On: 20120101},
		"country:RS topic:cultivation drugs type:code on:2012-01-01": {Jurisdictions: []string{"RS"}, Topics: []string{"cultivation"}, Types: []string{"code"}, On: 20120101},
	} {
		typed, set := request(text), r
		set.Text, set.Today, set.Expand, set.Limit = "drugs", today, true, 20
		if set.On == 0 {
			set.On = today
		}
		got, want := answer(t, x, typed), answer(t, x, set)
		if got.Total == 0 || got.Total != want.Total || !slices.Equal(idsOf(got), idsOf(want)) {
			t.Errorf("%s finds %d, the parameters find %d", text, got.Total, want.Total)
		}
		if got.Query.On != set.On {
			t.Errorf("%s is answered on %s, want %s", text, got.Query.On, set.On)
		}
		if n := strings.Count(text, ":"); len(got.Query.Filters) != n {
			t.Errorf("%s: the answer names the filters %v, want %d", text, got.Query.Filters, n)
		}
	}
}

// TestMalformedFiltersAreWords: they are no filter, and change nothing of the question's day.
func TestMalformedFiltersAreWords(t *testing.T) {
	x := corpusIndex(t)
	for _, text := range []string{"country:ZZ", "country:", "topic:nonsense", "type:code:civil", "on:yesterday", "on:2012-13-45", "on:2012-02-30", "lang:xx", "kind:law", "confidence:sure", ":RS", "RS:", "http://example.org/law"} {
		a := answer(t, x, request("possession "+text))
		if a.Total == 0 || a.Query.On != today {
			t.Errorf("possession %s finds %d on %s, want some on %s", text, a.Total, a.Query.On, today)
		}
	}
}

// TestNamesOfJurisdictionsPrefer: in any language, and they exclude nothing.
func TestNamesOfJurisdictionsPrefer(t *testing.T) {
	x := corpusIndex(t)
	for _, tt := range []struct{ text, code string }{
		{"posedovanje Srbija", "RS"}, {"поседовање у Србији", "RS"}, {"possession in Croatia", "HR"}, {"posjedovanje u Hrvatskoj", "HR"},
		{"κατοχή στην Κύπρο", "CY"}, {"possession Greece", "GR"}, {"държане България", "BG"}, {"posedim Kosovë", "XK"}, {"deținere Moldova", "MD"},
		{"bulundurma Türkiye", "TR"}, {"поседување Македонија", "MK"}, {"posest Slovenija", "SI"}, {"possession Republika Srpska", "BA-SRP"},
	} {
		a := answer(t, x, request(tt.text))
		if !slices.ContainsFunc(a.Query.Jurisdictions, func(p Place) bool { return p.Code == tt.code }) {
			t.Errorf("%q is understood to name %v, want %s", tt.text, a.Query.Jurisdictions, tt.code)
		}
		if len(a.Hits) < 3 {
			t.Errorf("%q finds %d", tt.text, a.Total)
			continue
		}
		for i, h := range a.Hits[:3] {
			if h.Jurisdiction != tt.code {
				t.Errorf("%q: hit %d is %s, want %s first", tt.text, i+1, h.ID, tt.code)
			}
		}
		if len(a.Facets.Jurisdiction) < 3 {
			t.Errorf("%q finds %v only: the name is a preference, no filter", tt.text, a.Facets.Jurisdiction)
		}
	}
}

// TestWaysOn: a search that finds nothing says what would.
func TestWaysOn(t *testing.T) {
	x := corpusIndex(t)
	dropped := request("naloxone xqzwvkpt country:SI type:treaty")
	if a := answer(t, x, dropped); a.Total != 0 || a.Ways == nil || !a.Ways.Filters && len(a.Ways.Dropped) == 0 {
		t.Errorf("%q: %d hits, ways on %+v", dropped.Text, a.Total, a.Ways)
	}
	nothing := request("xqzwvkpt")
	if a := answer(t, x, nothing); a.Total != 0 || a.Ways == nil {
		t.Errorf("%q: %d hits, ways on %+v", nothing.Text, a.Total, a.Ways)
	}
	if a := answer(t, x, request("possession")); a.Ways != nil {
		t.Errorf("possession finds %d and yet shows ways on: %+v", a.Total, a.Ways)
	}
}
