package browser

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A law faculty compares four jurisdictions on two days, before a class.
func TestFaculty(t *testing.T) {
	b := open(t, "/compare", clipboard)
	b.click("checkbox", "Possession for personal use")
	for _, name := range []string{"Serbia", "Croatia", "Slovenia", "Greece"} {
		b.click("checkbox", name)
	}
	b.sets("on", "2014-01-01").sets("against", "2009-01-01").click("button", "Compare")
	b.arrives("/compare", "on=2014-01-01", "against=2009-01-01").reads("The law as it stood on 1 January 2014", "against 1 January 2009")
	for _, head := range []string{"Serbia", "Croatia", "Slovenia", "Greece"} {
		b.has("columnheader", head)
	}
	// Croatia took possession out of its Criminal Code in 2013.
	if got := cell(b, "Offence class", "HR"); !strings.Contains(got, "criminal") || !strings.Contains(got, "misdemeanour") || !strings.Contains(got, "changed") {
		t.Errorf("the offence class of Croatia reads %q", got)
	}
	b.has("link", "Possession for own use becomes a misdemeanour")

	t.Run("filters the rows to where they differ", func(t *testing.T) {
		all := b.names("rowheader")
		b.click("link", "Where they differ").arrives("/compare", "rows=differ", "on=2014-01-01")
		if few := b.names("rowheader"); len(few) == 0 || len(few) >= len(all) || !slices.ContainsFunc(few, func(s string) bool { return strings.HasPrefix(s, "Offence class") }) {
			t.Errorf("of %d rows %d stay: %q", len(all), len(few), few)
		}
		b.click("link", "Where the law changed").arrives("/compare", "rows=changed").click("link", "All rows").arrives("/compare")
	})
	t.Run("turns the table", func(t *testing.T) {
		b.click("link", "Jurisdictions down").arrives("/compare", "layout=transposed", "against=2009-01-01").has("rowheader", "Croatia").has("columnheader", "Offence class")
		b.click("link", "Jurisdictions across").arrives("/compare").has("columnheader", "Croatia")
	})
	t.Run("follows a citation to the law of that day", func(t *testing.T) {
		// The act that held in Croatia on that day has been rewritten since.
		b.click("link", "Drug Abuse Prevention Act, Art. 64").arrives("/law/hr/drug-abuse-act-2001/art-64", "on=2014-01-01")
		b.reads("The law as it stood on 1 January 2014").back().arrives("/compare")
	})
	t.Run("shares the view by its link", func(t *testing.T) {
		b.click("button", "Copy").eventually(`[...document.querySelectorAll("button")].some((e) => e.innerText === "Copied")`, "does not say that the link was copied")
		link, ours := strings.CutPrefix(eval[string](b, `navigator.clipboard.readText()`), site)
		if !ours || !strings.Contains(link, "on=2014-01-01") {
			t.Fatalf("the link is %q", link)
		}
		there := eval[string](b, `document.querySelector(".matrix").innerText`)
		if again := open(t, link); eval[string](again, `document.querySelector(".matrix").innerText`) != there {
			t.Errorf("%s shows another table", link)
		}
	})
}

// cell is what the matrix says in the row of a variable for a jurisdiction.
func cell(b *tab, row, column string) string {
	return eval[string](b, `(() => { const row = [...document.querySelectorAll(".matrix tr")].find((r) => r.querySelector("th[scope=row]")?.innerText.startsWith(`+quoted(row)+`));
		return row.querySelector("td[data-head^=" + JSON.stringify(`+quoted(column)+`) + "]")?.innerText ?? [...row.querySelectorAll("td")].map((d) => d.dataset.head).join() })()`)
}

// On a telephone the answers of a few jurisdictions stand below the question, all in
// sight, and are still a table to the ear.
func TestComparisonOnATelephone(t *testing.T) {
	b := open(t, "/compare?topic=personal-possession&jurisdictions=BA-BIH,HR,RS,ME&on=2026-01-01&against=2005-01-01", chromedp.EmulateViewport(375, 800, chromedp.EmulateMobile, chromedp.EmulateTouch))
	b.has("columnheader", "Croatia").has("rowheader", "Offence class")
	complain(t, "not in sight", eval[[]string](b, `[...document.querySelectorAll(".matrix td[data-head]")].filter((c) => { const box = c.getBoundingClientRect(); return box.left < 0 || box.right > innerWidth; }).map((c) => c.innerText)`))
	if label := eval[string](b, `getComputedStyle(document.querySelector(".matrix td[data-head=HR]"), "::before").content`); !strings.Contains(label, "HR") {
		t.Errorf("a card is labelled %s, want the code of its jurisdiction", label)
	}
}
