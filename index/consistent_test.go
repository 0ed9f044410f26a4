package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"

	"seelex/legislation"
	"seelex/legislation/official/importer"
)

// TestAnIndexBuiltAnewOrdersTheSame: equal scores too.
func TestAnIndexBuiltAnewOrdersTheSame(t *testing.T) {
	x := corpusIndex(t)
	other, err := Open(t.TempDir(), x.source, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	for _, text := range []string{"", "law", "стратегија", "country:RS"} {
		r := request(text)
		r.Limit = 100
		if at := firstDifference(idsOf(answer(t, other, r)), idsOf(answer(t, x, r))); at >= 0 {
			t.Errorf("%q: an index built anew differs at hit %d", text, at+1)
		}
	}
}

// TestTextsThatWereReplacedCountNoMore: a word of which most texts are gone is as rare as those that
// are left, and what is found is ordered as in an index that never held the others.
func TestTextsThatWereReplacedCountNoMore(t *testing.T) {
	size := &mergeplan.DefaultMergePlanOptions.MaxSegmentSize
	defer func(usual int64) { *size = usual }(*size)
	*size = 1 // bleve keeps what is deleted, as it does for a while in a large index
	dir, s := keep(t)
	x, err := Open(dir, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	law := func(about, word string, articles int) importer.Item {
		var text strings.Builder
		text.WriteString("Zakon\n\n")
		for n := range articles {
			fmt.Fprintf(&text, "Član %d\nOvde raste %s pored reke.\n\n", n+1, word)
		}
		return importer.Item{Path: about + ".txt", Data: []byte(text.String()), Instrument: legislation.ID("rs/" + about), Language: "sr-Latn"}
	}
	for _, items := range [][]importer.Item{
		{law("maple-act", "javor", 40), law("acorn-act", "lešnik", 200)}, // in one segment
		{law("acorn-act", "lešnik", 2)},
	} {
		if _, err := importer.Run(t.Context(), s, items, importer.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := x.CatchUp(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	anew, err := Open(t.TempDir(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer anew.Close()
	scores := func(a *Answer) (out []float64) {
		for _, h := range a.Hits {
			out = append(out, h.Score)
		}
		return out
	}
	for _, text := range []string{"javor lešnik", "lešnik"} {
		got, want := answer(t, x, request(text)), answer(t, anew, request(text))
		if len(got.Hits) == 0 || got.Hits[0].ID != "rs/acorn-act/art-1" || got.Total != want.Total || !slices.Equal(scores(got), scores(want)) {
			t.Errorf("%q finds %v among %d with the scores %v; an index built anew %d with %v", text, idsOf(got)[:min(1, len(got.Hits))], got.Total, scores(got), want.Total, scores(want))
		}
	}
}

// TestFacetsCountWhatIsFoundWithin: narrowing never finds more, also with few hits left.
func TestFacetsCountWhatIsFoundWithin(t *testing.T) {
	x := corpusIndex(t)
	for _, text := range []string{"possession of narcotic drugs for personal use", "držanje opojnih droga"} {
		for _, c := range answer(t, x, request(text)).Facets.Jurisdiction {
			r := request(text)
			r.Jurisdictions = []string{c.Value}
			if got := answer(t, x, r).Total; got != c.Count {
				t.Errorf("%q: facet says %d for %s, who follows it finds %d", text, c.Count, c.Value, got)
			}
		}
	}
}

// TestFacetsCountWithinPhrases: what the phrase leaves, no more.
func TestFacetsCountWithinPhrases(t *testing.T) {
	x := corpusIndex(t)
	for _, text := range []string{`"small quantity"`, `"opojne droge"`, `possession "personal use"`} {
		a := answer(t, x, request(text))
		if sum := sumOf(a.Facets.Jurisdiction); sum != a.Total {
			t.Errorf("%q: facet jurisdiction counts %d, the total is %d", text, sum, a.Total)
		}
		r := request(text)
		r.Limit = 1_000
		if more := answer(t, x, r); more.Total != a.Total {
			t.Errorf("%q: a page of 20 says %d in all, a page of 1,000 says %d", text, a.Total, more.Total)
		}
	}
}

// TestUnreadFiltersAreNotNamed: what did not filter is not called a filter.
func TestUnreadFiltersAreNotNamed(t *testing.T) {
	x := corpusIndex(t)
	for _, text := range []string{"country:ZZ", "topic:nonsense", "on:2012-13-45", "lang:xx", "confidence:sure"} {
		if a := answer(t, x, request("possession "+text)); len(a.Query.Filters) != 0 {
			t.Errorf("possession %s: the answer names the filters %v, want none", text, a.Query.Filters)
		}
	}
}
