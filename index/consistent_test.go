package index

import (
	"testing"
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
