package ui

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestSearch(t *testing.T) {
	t.Run("without a question it says what can be asked", func(t *testing.T) {
		page200(t, "/search").says("One query, every language", "Possession for personal use").links("/search?topic=cultivation")
	})
	t.Run("a query says how it was understood, and what else could be asked", func(t *testing.T) {
		d := page200(t, "/search?q=posedovanje+za+sopstvenu+upotrebu")
		d.says("is searched in every language as personal use", "results", "The law as it stood on")
		if n := len(d.texts("mark")); n == 0 {
			t.Error("no word is marked")
		}
		d.links("/search?q=posedovanje+za+sopstvenu+upotrebu&without=personal-use", "/search?jurisdiction=RS&q=posedovanje+za+sopstvenu+upotrebu")
	})
	t.Run("a filter keeps all else and can be taken off", func(t *testing.T) {
		d := page200(t, "/search?q=droga&jurisdiction=RS&on=2010-01-01")
		d.links("/search?on=2010-01-01&q=droga", "/search?jurisdiction=RS&on=2010-01-01&q=droga&topic=personal-possession")
		d.says("Take off: Jurisdiction: Serbia", "1 January 2010")
		for _, h := range d.texts("h2") {
			if strings.HasPrefix(h, "HR") {
				t.Errorf("a hit in Croatia under the filter of Serbia: %s", h)
			}
		}
	})
	t.Run("a citation names its jurisdiction, and what it has no place for", func(t *testing.T) {
		page200(t, "/search?q=KZ+246a+st.+1").says("Criminal Code, Art. 246a(1), Serbia")
		page200(t, "/search?q=KZ+Srbije+čl.+246+st.+9").says("Criminal Code, Art. 246, Serbia", "No place was found for “st. 9”")
	})
	t.Run("the place that is cited is one key away, and the words another", func(t *testing.T) {
		d := page200(t, "/search?q=KZ+246a+st.+1")
		focused := func(d *document) (link string) {
			d.each("a", func(n *html.Node) {
				if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "autofocus" }) {
					link = attribute(n, "href")
				}
			})
			return link
		}
		if link := focused(d); link != "/law/rs/criminal-code/art-246a/par-1" {
			t.Errorf("the focus is on %q", link)
		}
		d.links("/search?q=KZ+246a+st.+1&without=citation")
		if link := focused(page200(t, "/search?q=KZ+Srbije+čl.+246+st.+9")); link != "" {
			t.Errorf("a guess has the focus: %s", link)
		}
		page200(t, "/search?q=KZ+246a+st.+1&without=citation").saysNot("Read as a citation").links("/search?q=KZ+246a+st.+1")
	})
	t.Run("paragraphs stand together under their article and instrument", func(t *testing.T) {
		d := page200(t, "/search?q=holding+a+large+quantity&jurisdiction=RS")
		heads := d.texts("h2")
		if i := slices.IndexFunc(heads, func(h string) bool { return strings.Contains(h, "Criminal Code") }); i < 0 ||
			slices.ContainsFunc(heads[i+1:], func(h string) bool { return h == heads[i] }) {
			t.Errorf("the Criminal Code should be named once: %q", heads)
		}
	})
	t.Run("a later page keeps the query", func(t *testing.T) {
		d := page200(t, "/search?q=droga&offset=20")
		d.says("21 to 40").links("/search?q=droga", "/search?offset=40&q=droga")
	})
	t.Run("nothing found leads on", func(t *testing.T) {
		page200(t, "/search?q=xyzzyqwv&jurisdiction=RS").says("Nothing found", "Search without filters").links("/search?q=xyzzyqwv", "/topics")
	})
	t.Run("what is typed is shown, never run", func(t *testing.T) {
		d := page200(t, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E")
		d.each("script", func(n *html.Node) {
			if strings.Contains(text(n), "alert") {
				t.Error("a script came through")
			}
		})
	})
	t.Run("a wrong filter is explained", func(t *testing.T) {
		d := get(t, "/search?q=droga&jurisdiction=RSS")
		if d.status != 400 {
			t.Errorf("status %d", d.status)
		}
		d.says("“RSS” is not a jurisdiction").links("/search?jurisdiction=RS&q=droga")
	})
}
