package ui

import (
	"slices"
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
		page200(t, "/compare").says("Possession for personal use", "Kosovo", "Croatia before and after").saysNot("No topic is chosen")
		page200(t, "/compare?jurisdictions=RS&on=2014-01-01").says("No topic is chosen yet")
	})
	t.Run("Croatia before and after 1 January 2013", func(t *testing.T) {
		d := page200(t, "/compare?topic=personal-possession&jurisdictions=HR&on=2013-01-01&against=2012-12-31")
		if cells := row(d, "Offence class"); len(cells) != 2 || !strings.Contains(cells[1], "before: criminal") || !strings.Contains(cells[1], "after: misdemeanour") {
			t.Errorf("offence class: %q", cells)
		}
		d.says("changed", "Possession for own use becomes a misdemeanour")
		// Of the fine before 2013 nothing is known: that is no change of the law.
		if cells := row(d, "Fine"); len(cells) != 2 || !strings.Contains(cells[1], "663.61 to 2,654.46 EUR") || strings.Contains(cells[1], "before:") || !strings.HasSuffix(cells[1], "not known on 31 December 2012") {
			t.Errorf("fine: %q", cells)
		}
		// The earlier answer has evidence of its own.
		if cells := row(d, "In force, 31 December 2012"); len(cells) != 2 || !strings.Contains(cells[1], "1 January 1998 to 31 December 2012") || !strings.Contains(cells[1], "[") || !strings.Contains(cells[1], "secondary") {
			t.Errorf("the earlier answer: %q", cells)
		}
		d.links("/law/hr/criminal-code-1997/art-173/par-1?on=2012-12-31")
		d.links("/compare?against=2012-12-31&jurisdictions=HR&on=2013-01-01&rows=changed&topic=personal-possession")
	})
	t.Run("every answer says since when, how surely and by which sources, in each topic", func(t *testing.T) {
		d := page200(t, "/compare?topic=personal-possession,drug-use&jurisdictions=RS,HR,GR&on=2014-01-01")
		rows := 0
		d.each("tr", func(n *html.Node) {
			if !strings.HasPrefix(text(n), "In force") {
				return
			}
			rows++
			for c := range n.ChildNodes() {
				if said := text(c); c.Data == "td" && (!strings.Contains(said, "since ") && !strings.Contains(said, " to ") || !strings.Contains(said, "[") || !strings.Contains(said, "ary")) {
					t.Errorf("%q lacks a period, a source or a confidence", said)
				}
			}
		})
		if rows != 2 {
			t.Errorf("%d rows say so, want one for each of two topics", rows)
		}
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
		d.says("No answer that is known on both days changed between them.")
		if heads := row(d, "Variable"); len(heads) != 3 {
			t.Errorf("heads: %q", heads)
		}
	})
	t.Run("two days in either order are one comparison, of the later day", func(t *testing.T) {
		asked, turned := page200(t, "/compare?topic=drug-use&jurisdictions=HR,ME&on=2014-01-01&against=2005-01-01"), page200(t, "/compare?topic=drug-use&jurisdictions=HR,ME&on=2005-01-01&against=2014-01-01")
		turned.says("The law as it stood on 1 January 2014", "against 1 January 2005")
		if a, b := asked.texts("table"), turned.texts("table"); !slices.Equal(a, b) {
			t.Errorf("asked the other way round the tables read %q, not %q", b, a)
		}
		if a, b := hrefs(asked), hrefs(turned); !slices.Equal(a, b) {
			t.Errorf("asked the other way round the page leads to %q, not %q", b, a)
		}
	})
	t.Run("what is only newly known is not said to have changed", func(t *testing.T) {
		d := page200(t, "/compare?topic=personal-possession&jurisdictions=BA-BIH,HR,RS&on=2026-01-01&against=2005-01-01&rows=changed")
		d.says("Nothing changed in Federation of Bosnia and Herzegovina.", "Not enough is known of both days to tell what changed in Serbia.").saysNot("Bill on the full potential of cannabis")
		if cells := row(d, "In force, 1 January 2005"); len(cells) != 2 || !strings.Contains(cells[1], "1998") {
			t.Errorf("the earlier answer: %q", cells)
		}
		if row(d, "Fine possible") != nil || row(d, "Offence class") == nil {
			t.Error("the rows are not those in which the law of Croatia changed")
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
	t.Run("a map of either day where they are not the same", func(t *testing.T) {
		of := "Possession for personal use: offence class, "
		page200(t, "/compare?topic=personal-possession&jurisdictions=RS,HR,GR,SI&on=2014-01-01&against=2012-01-01").says(of+"1 January 2014", of+"1 January 2012")
		page200(t, "/compare?topic=personal-possession&jurisdictions=RS,HR,GR,SI&on=2012-01-02&against=2012-01-01").says(of + "2 January 2012").saysNot(of + "1 January 2012")
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
