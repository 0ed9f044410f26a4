package browser

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// The work gets done where scripts are switched off.
func TestWithoutScripts(t *testing.T) {
	b := open(t, "/", withoutScripts)
	t.Run("search, filter, open", func(t *testing.T) {
		b.click(searchBox, "Search laws").types("kućni uzgoj konoplje").press("\r").arrives("/search", "q=kućni uzgoj konoplje").reads("results", "is searched in every language")
		b.click("link", "Croatia").arrives("/search", "jurisdiction=HR")
		hit := eval[string](b, `document.querySelector("main article h3 a[href^='/law/hr/']").pathname`)
		b.click("link", eval[string](b, `document.querySelector("main article h3 a[href^='/law/hr/']").innerText.replace("\n", " ")`)[:12]).arrives(hit).reads("Croatia", "Sources")
	})
	t.Run("compare", func(t *testing.T) {
		b.visit("/compare").click("checkbox", "Cultivation").click("checkbox", "Serbia").click("checkbox", "Bulgaria").sets("on", "2020-01-01").click("button", "Compare")
		b.arrives("/compare", "on=2020-01-01").has("columnheader", "Serbia").has("columnheader", "Bulgaria").hasNot("columnheader", "Croatia")
	})
	t.Run("cite", func(t *testing.T) {
		b.visit("/law/rs/criminal-code/art-246a/par-1").click("DisclosureTriangle", "Other styles and files").reads("OSCOLA", site+"/law/rs/criminal-code/art-246a/par-1?on=")
		b.hasNot("button", "Copy").hasNot("button", "Add to dossier") // they would do nothing
	})
	t.Run("another day", func(t *testing.T) {
		b.sets("on", "2012-01-01").click("button", "Show").arrives("/law/rs/criminal-code/art-246a/par-1", "on=2012-01-01").reads("The law as it stood on 1 January 2012")
	})
}

// What is typed is text, wherever it is shown.
func TestHostile(t *testing.T) {
	const attack = `<script>alert(1)</script><img src=x onerror=alert(2)>"'><svg onload=alert(3)>`
	b := open(t, "/")
	for _, path := range []string{
		"/search" + escaped("q", attack), "/search" + escaped("q", "droga", "jurisdiction", attack), "/search" + escaped("q", `"`+attack+`" OR topic:`+attack),
		"/cite" + escaped("q", attack), "/compare" + escaped("topic", attack), "/compare" + escaped("topic", "cultivation", "on", attack),
		"/compare" + escaped("topic", "cultivation", "jurisdictions", attack), "/topics/" + strings.TrimPrefix(escaped("", attack), "?="), "/scenario" + escaped("conduct", attack),
		"/scenario" + escaped("conduct", "possession", "amount", attack), "/timeline" + escaped("jurisdiction", attack), "/strategies" + escaped("q", attack),
		"/dossier" + escaped("item", "rs/criminal-code/art-246a", "note.0", attack), "/dossier" + escaped("item", attack), "/law/rs/criminal-code" + escaped("on", attack),
	} {
		b.heard()
		b.visit(path)
		if harm := eval[[]string](b, `[...document.querySelectorAll("img[src=x], [onerror], [onload], script:not([src])")].filter((e) => e.type !== "application/ld+json").map((e) => e.outerHTML)`); len(harm) > 0 {
			t.Errorf("%s: %q", path, harm)
		}
		if !eval[bool](b, `document.querySelectorAll("h1").length === 1`) {
			t.Errorf("%s has not one heading", path)
		}
		quiet(t, b, true)
	}
	b.visit("/search"+escaped("q", attack)).has("heading", `Search: `+attack[:20])
	if shown := eval[string](b, `document.querySelector("input[name=q]").value`); shown != attack {
		t.Errorf("the box holds %q", shown)
	}
	t.Run("as a suggestion is asked for", func(t *testing.T) {
		b.visit("/topics").click(searchBox, "Search laws").types(attack).eventually(`document.activeElement.value.includes("onload")`, "cannot be typed")
		quiet(t, b, true)
	})
}

// On paper there is content and where it is from, and nothing to click.
func TestPrint(t *testing.T) {
	b := open(t, "/compare?topic=personal-possession&jurisdictions=RS,HR,GR&on=2014-01-01")
	for path, words := range map[string][]string{
		"/compare?topic=personal-possession&jurisdictions=RS,HR,GR&on=2014-01-01": {"Possession for personal use", "misdemeanour", "The law as it stood on 1 January 2014", "Sources", "This view:", site + "/compare?"},
		"/compare?topic=personal-possession":                                      {"Serbia", "Türkiye", "criminal"},
		"/law/rs/criminal-code/art-246a?on=2015-06-01":                            {"Unlawful holding of narcotic drugs", "The law as it stood on 1 June 2015", "Sources", "čl. 246a KZ", site + "/law/rs/criminal-code/art-246a?on=2015-06-01"},
		"/law/rs/criminal-code":                                                   {"Criminal Code", "Art. 246a", "Sources"},
	} {
		b.do(media("")).visit(path).do(media("print")).reads(words...)
		if left := eval[[]string](b, `[...document.querySelectorAll("nav, form, button, input, .skip-link")].filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().height > 0).map((e) => e.outerHTML.slice(0, 80))`); len(left) > 0 {
			t.Errorf("%s prints %q", path, left)
		}
		// Light paper, dark ink, also for who reads at night.
		b.do(media("print", "prefers-color-scheme", "dark"))
		complain(t, path+" at night", eval[[]string](b, contrastComplaints))
		if share := bright(b); share < 0.5 {
			t.Errorf("%s: %.0f %% of the paper is white", path, 100*share)
		}
	}
}

// What is read at the screen in one piece does not become a book on paper: sources and cards stand in columns, what is
// folded at length stays folded.
func TestPrintedPagesAreFew(t *testing.T) {
	b := open(t, "/")
	for path, most := range map[string]int{
		"/scenario?conduct=possession&substance=cannabis&amount=5&unit=g": 19,
		"/strategies": 18, "/map": 9, "/compare?topic=alternatives-to-prison&layout=transposed": 23, "/method": 4,
	} {
		b.visit(path)
		printed, err := ask(b, func(ctx context.Context, t *chromedp.Target) (page.PrintToPDFResult, error) {
			return cdp.Call(ctx, t, page.PrintToPDF, page.PrintToPDFParams{})
		})
		if err != nil {
			t.Fatal(err)
		}
		if sheets := len(sheet.FindAll(printed.Data, -1)); sheets == 0 || sheets > most {
			t.Errorf("%s prints %d sheets, want at most %d", path, sheets, most)
		}
		if size := len(printed.Data); size > 5_000_000 {
			t.Errorf("%s prints %d kB", path, size/1000)
		}
	}
}

// sheet is a page of a PDF.
var sheet = regexp.MustCompile(`/Type\s*/Page\b`)
