package index

import (
	"encoding/json"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"seelex/legislation"
)

// What no query may exceed.
const (
	mostTime  = 10 * time.Second // no clock of a busy machine fails it; what runs away does
	mostBytes = 4 << 20          // allocated for one answer
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
		"one word of hyphens":            hyphens(),
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

// hyphens is one word to who types it and some hundred to who analyses it.
func hyphens() string {
	var b strings.Builder
	for n := range 650 {
		b.WriteString(string(rune('a'+n%26)) + string(rune('a'+n/26)) + "-")
	}
	return b.String()
}

// A text without articles is one document, however long: bleve must not be given all of it.
func TestATextWithoutStructureIsSearchedToABound(t *testing.T) {
	i := &legislation.Instrument{ID: "rs/probe-act", Type: "act"}
	long := legislation.Wording{Language: "sr-Cyrl", Text: "прва " + strings.Repeat("ж", searchedBytes)}
	d := textDocument(i, i.ID, []legislation.Wording{long}, 0, long)
	for code, texts := range d.bodies {
		for _, text := range texts {
			if len(text) > searchedBytes || !strings.HasPrefix(text, "прва") || !utf8.ValidString(text) {
				t.Errorf("%s: %d bytes are indexed, at most %d may be", code, len(text), searchedBytes)
			}
		}
	}
	if len(d.bodies) == 0 {
		t.Error("nothing is indexed")
	}
}
