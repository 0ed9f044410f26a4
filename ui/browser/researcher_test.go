package browser

import (
	"strings"
	"testing"
)

// A researcher searches the statutes of the region with one query.
func TestResearcher(t *testing.T) {
	b := open(t, "/")
	b.click(searchBox, "Search laws").types("поседовање дроге за сопствену употребу").click("button", "Search")
	b.arrives("/search", "q=поседовање дроге за сопствену употребу")

	// Finds provisions of many countries, and sees how the words were understood.
	b.reads("is searched in every language as personal use", "The law as it stood on")
	if n := eval[int](b, `new Set([...document.querySelectorAll("a[href^='/jurisdictions/']")].map((a) => a.pathname)).size`); n < 5 {
		t.Errorf("the first page shows hits of %d jurisdictions, want 5 or more", n)
	}
	if n := eval[int](b, `document.querySelectorAll("mark").length`); n < 10 {
		t.Errorf("%d words are marked", n)
	}

	t.Run("opens a hit at the paragraph", func(t *testing.T) {
		first := eval[string](b, `document.querySelector("main a[href*='/par-']").pathname`)
		if want := "/law/rs/criminal-code/art-246a/par-1"; first != want {
			t.Errorf("the first hit is %s, want %s", first, want)
		}
		b.click("link", "(1)Unlawful holding of narcotic drugs")
		b.arrives("/law/rs/criminal-code/art-246a/par-1").reads("for own use", "Neovlašćeno držanje opojnih droga", "Sources")
		b.back().arrives("/search")
	})
	t.Run("narrows to one country, and takes the filter off again", func(t *testing.T) {
		b.click("link", "Croatia").arrives("/search", "jurisdiction=HR").has("link", "Take off: Jurisdiction: Croatia")
		for _, country := range eval[[]string](b, `[...document.querySelectorAll("h2 a[href^='/jurisdictions/']")].map((a) => a.innerText)`) {
			if !strings.Contains(country, "Croatia") {
				t.Errorf("a hit of %s under the filter of Croatia", country)
			}
		}
		b.click("link", "Take off: Jurisdiction: Croatia").arrives("/search").hasNot("link", "Take off")
	})
	t.Run("asks for the law of another day", func(t *testing.T) {
		b.sets("on", "2008-01-01").click("button", "Show").arrives("/search", "on=2008-01-01", "q=поседовање дроге за сопствену употребу")
		b.reads("The law as it stood on 1 January 2008")
		// Article 246a was enacted in September 2009.
		if eval[bool](b, `[...document.querySelectorAll("main article")].some((hit) => hit.querySelector("a[href*='art-246a']") && hit.innerText.includes("in force since"))`) {
			t.Error("Article 246a is shown as in force before its enactment")
		}
	})
	t.Run("switches a concept off, and on again", func(t *testing.T) {
		before := results(b)
		b.click("DisclosureTriangle", "“сопствену употребу” is searched in every language").click("link", "Search only the word as typed")
		b.arrives("/search", "without=personal-use").reads("“сопствену употребу” is searched as typed")
		if after := results(b); after == before {
			t.Errorf("%d results with the concept in every language, and as many without", before)
		}
		b.click("DisclosureTriangle", "“сопствену употребу” is searched as typed").click("link", "Search it in every language")
		b.arrives("/search").reads("is searched in every language as personal use")
	})
}

// results is the number of results that the page names.
func results(b *tab) int {
	return eval[int](b, `Number(document.body.innerText.match(/([\d,]+) results/)[1].replace(",", ""))`)
}
