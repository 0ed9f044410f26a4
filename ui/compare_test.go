package ui

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// row is what the cells of a matrix's row say, the head first.
func row(d *document, name string) (cells []string) {
	d.each("tr", func(n *html.Node) {
		var found []string
		for c := range n.ChildNodes() {
			if c.Data == "th" || c.Data == "td" {
				found = append(found, text(c))
			}
		}
		if len(cells) == 0 && len(found) > 0 && strings.HasPrefix(found[0], name) {
			cells = found
		}
	})
	return cells
}

func TestCompare(t *testing.T) {
	t.Run("begins with what can be compared", func(t *testing.T) {
		page200(t, "/compare").says("Possession for personal use", "Kosovo", "Croatia before and after")
	})
	t.Run("Croatia before and after 1 January 2013", func(t *testing.T) {
		d := page200(t, "/compare?topic=personal-possession&jurisdictions=HR&on=2013-01-01&against=2012-12-31")
		if cells := row(d, "Offence class"); len(cells) != 2 || !strings.Contains(cells[1], "before: criminal") || !strings.Contains(cells[1], "after: misdemeanour") {
			t.Errorf("offence class: %q", cells)
		}
		d.says("changed", "Possession for own use becomes a misdemeanour")
		// Of the fine before 2013 nothing is known: that is no change of the law.
		if cells := row(d, "Fine"); len(cells) != 2 || !strings.HasPrefix(cells[1], "newly known") || !strings.Contains(cells[1], "663.61 to 2,654.46 EUR") {
			t.Errorf("fine: %q", cells)
		}
		d.links("/compare?against=2012-12-31&jurisdictions=HR&on=2013-01-01&rows=changed&topic=personal-possession")
	})
	t.Run("every value has a mark that leads to a source on the page", func(t *testing.T) {
		d := page200(t, "/compare?topic=personal-possession&jurisdictions=RS,HR,GR&on=2014-01-01")
		d.each("td", func(n *html.Node) {
			said := text(n)
			if n.FirstChild == nil || said == "" || strings.Contains(attribute(n, "class"), "gap") || attribute(n, "data-head") == "" {
				return
			}
			if !strings.Contains(said, "[") && !strings.Contains(said, "Art.") {
				t.Errorf("no source behind %q", said)
			}
		})
	})
	t.Run("a gap says since when something is known", func(t *testing.T) {
		d := page200(t, "/compare?topic=personal-possession&jurisdictions=HR&on=1900-01-01")
		d.says("known from", "The data does not reach back to this day")
		if cells := row(d, "Offence class"); len(cells) != 2 || cells[1] != "not known" {
			t.Errorf("offence class in 1900: %q", cells)
		}
	})
	t.Run("rows where they differ", func(t *testing.T) {
		all := page200(t, "/compare?topic=personal-possession&jurisdictions=RS,HR&on=2014-01-01")
		few := page200(t, "/compare?topic=personal-possession&jurisdictions=RS,HR&on=2014-01-01&rows=differ")
		if a, b := len(all.texts("tr")), len(few.texts("tr")); b >= a {
			t.Errorf("%d rows of %d under the filter", b, a)
		}
		if row(few, "Offence class") == nil {
			t.Error("Serbia and Croatia differ in the class of the offence")
		}
	})
	t.Run("what changed, and where", func(t *testing.T) {
		d := page200(t, "/compare?topic=personal-possession&jurisdictions=RS,HR,GR&on=2013-01-01&against=2012-12-31&rows=changed")
		d.says("Nothing changed in Serbia and Greece.")
		if heads := row(d, "Variable"); len(heads) != 2 || !strings.Contains(heads[1], "Croatia") {
			t.Errorf("heads: %q", heads)
		}
		d = page200(t, "/compare?topic=personal-possession&jurisdictions=RS,HR&on=2014-01-02&against=2014-01-01&rows=changed")
		d.says("No answer changed between the two days.")
		if heads := row(d, "Variable"); len(heads) != 3 {
			t.Errorf("heads: %q", heads)
		}
	})
	t.Run("transposed, jurisdictions are rows", func(t *testing.T) {
		d := page200(t, "/compare?topic=personal-possession&jurisdictions=RS,HR&layout=transposed")
		if row(d, "Serbia") == nil || row(d, "Croatia") == nil || row(d, "Offence class") != nil {
			t.Error("jurisdictions are not rows")
		}
	})
	t.Run("several topics share one order of jurisdictions", func(t *testing.T) {
		d := page200(t, "/compare?topic=drug-use,supply-trafficking&jurisdictions=RS,HR,GR,SI&sort=basic_prison&order=desc&on=2020-01-01")
		d.says("Use (consumption)", "Production, supply and trafficking")
		if heads := row(d, "Variable"); len(heads) != 5 {
			t.Errorf("heads: %q", heads)
		}
	})
	t.Run("all jurisdictions have a map and ranges", func(t *testing.T) {
		d := page200(t, "/compare?topic=personal-possession")
		d.says("Possession for personal use: offence class", "ranges of imprisonment")
		d.links("/api/v1/export/compare.xlsx?topic=personal-possession", "/api/v1/export/compare.docx?topic=personal-possession")
	})
	t.Run("what cannot be asked is explained", func(t *testing.T) {
		for path, want := range map[string]string{
			"/compare?topic=personal-posession":                "personal-possession",
			"/compare?topic=cultivation&on=2009":               "a day as YYYY-MM-DD",
			"/compare?topic=cultivation&sort=age":              "is not a variable of the topic",
			"/compare?topic=cultivation&rows=some":             "one of all, differ, changed",
			"/compare?topic=cultivation&on=2023-02-30":         "that month has 28 days",
			"/compare?topic=cultivation&jurisdictions=Serbiaa": "is not a jurisdiction",
		} {
			d := get(t, path)
			if strings.Contains(path, "cultivation") {
				d.links("/compare?topic=cultivation") // the same without what was wrong
			}
			if d.status != 400 {
				t.Errorf("%s: status %d", path, d.status)
			}
			d.says(want)
		}
	})
}
