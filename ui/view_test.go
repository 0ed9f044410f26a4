package ui

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// views have an address for each view through time and space, with every parameter that
// it takes set to something else than the default.
var views = []struct{ name, path string }{
	{"compare", "/compare?topic=personal-possession,drug-use&jurisdictions=HR,GR,RS&on=2014-01-01&against=2009-01-01&sort=offence_class&order=desc&rows=changed&layout=transposed"},
	{"compare, a later part", "/compare?topic=personal-possession,drug-use,decriminalisation,cultivation,supply-trafficking&on=2014-01-01&offset=3"},
	{"changes", "/changes?from=2009-01-01&to=2014-01-01&topic=personal-possession,drug-use&jurisdiction=HR,RS&law_only=true"},
	{"changes, a later page", "/changes?from=2000-01-01&to=2014-01-01&offset=25"},
	{"strategies", "/strategies?on=2014-01-01&jurisdiction=XK,RS&theme=treatment&scope=all"},
	{"timeline", "/timeline?jurisdiction=HR,RS&topic=personal-possession&kind=reform&direction=softer&from=2005&to=2015"},
	{"timeline, a later page", "/timeline?kind=amendment&offset=50"},
	{"map", "/map?topic=personal-possession&variable=offence_class&on=2014-01-01"},
	{"scenario", "/scenario?conduct=cultivation&substance=heroin&amount=2.5&unit=g&repeated=true&dependent=true&minor=true&jurisdictions=HR,RS&on=2014-01-01"},
	{"practice", "/practice?jurisdiction=BG,RS&q=prison&from=2005&to=2020"},
}

// A link reproduces what its reader sees: the page's own address has all that was asked.
func TestTheAddressHoldsTheWholeView(t *testing.T) {
	for _, view := range views {
		t.Run(view.name, func(t *testing.T) {
			d := page200(t, view.path)
			asked, _ := url.Parse(view.path)
			canonical, err := url.Parse(attribute(d.withAttribute("rel", "canonical"), "href"))
			if err != nil {
				t.Fatal(err)
			}
			for name, values := range asked.Query() {
				if got := canonical.Query().Get(name); got != values[0] && name != "offset" {
					t.Errorf("%s=%s is %q in the page's own address %s", name, values[0], got, canonical)
				}
			}
			if a, b := main(d), main(page200(t, canonical.String())); a != b && !asked.Query().Has("offset") {
				t.Errorf("%s shows something else", canonical)
			}
		})
	}
}

// Whoever sends the form as it stands sees the same view again: it forgets nothing.
func TestFormsBeginWithTheView(t *testing.T) {
	for _, view := range views {
		if strings.Contains(view.path, "offset=") {
			continue // a changed question begins at the first page
		}
		t.Run(view.name, func(t *testing.T) {
			d := page200(t, view.path)
			again := get(t, submitted(d, strings.SplitN(view.path, "?", 2)[0]))
			if to := again.header.Get("Location"); to != "" {
				again = page200(t, to)
			}
			if a, b := main(d), main(again); a != b {
				t.Errorf("the form sent as it stands shows something else: %s\n%s", again.path, difference(a, b))
			}
		})
	}
}

// A citation beside a value opens the text of the day that the view is of, not today's.
func TestCitationsOfAPastViewCarryItsDay(t *testing.T) {
	for _, path := range []string{
		"/compare?topic=personal-possession,supply-trafficking&on=2014-01-01",
		"/compare?topic=alternatives-to-prison&on=2014-01-01&layout=transposed",
		"/scenario?conduct=possession&substance=cannabis&on=2014-01-01",
	} {
		d, cited := page200(t, path), 0
		d.each("a", func(n *html.Node) {
			href := attribute(n, "href")
			if !strings.HasPrefix(href, "/law/") {
				return
			}
			if cited++; !strings.Contains(href, "?on=") {
				t.Errorf("%s: %s opens the law of today", path, href)
			}
		})
		if cited < 20 {
			t.Errorf("%s cites %d times", path, cited)
		}
	}
	page200(t, "/compare?topic=personal-possession&jurisdictions=RS").links("/law/rs/criminal-code/art-246a/par-1")
}

// What does not fit on a page is told on others, and counted on the first.
func TestLongComparisonsComeInParts(t *testing.T) {
	topics := options(page200(t, "/compare"), "topic")
	path := "/compare?topic=" + strings.Join(topics, ",")
	d := page200(t, path)
	d.says("Topics 1 to 3 of " + count(len(topics)))
	if n := len(d.body); n > 700_000 {
		t.Errorf("%d kB for one page", n/1000)
	}
	told := map[string]bool{}
	for _, link := range internal(d) {
		if u, _ := url.Parse(link); u.Path == "/compare" && u.Query().Get("topic") == strings.Join(topics, ",") && (link == path || u.Query().Has("offset")) && !u.Query().Has("rows") && !u.Query().Has("layout") {
			part := page200(t, link)
			part.each("tr", func(n *html.Node) {
				if attribute(n, "class") == "group" {
					told[attribute(below(n, "a"), "href")] = true
				}
			})
		}
	}
	for _, topic := range topics {
		if !told["/topics/"+topic] {
			t.Errorf("%s is on no part", topic)
		}
	}
	// A variable of a topic on another part still orders the jurisdictions.
	sorted := page200(t, path+"&on=2020-01-01&sort=basic_prison&order=desc")
	alone := page200(t, "/compare?topic=supply-trafficking&on=2020-01-01&sort=basic_prison&order=desc")
	if a, b := strings.Join(heads(sorted), " "), strings.Join(heads(alone), " "); a != b || a == strings.Join(heads(d), " ") {
		t.Errorf("sorted by the range of supply: %s, want %s", a, b)
	}
}

func TestChangesOfTheWholeRegion(t *testing.T) {
	const path = "/changes?from=2000-01-01&to=2026-01-01"
	d := page200(t, path)
	if n := len(d.body); n > 250_000 {
		t.Errorf("%d kB for one page", n/1000)
	}
	// The numbers of the overview are those of the pages that they lead to.
	d.says("Where, and on what")
	checked := 0
	d.each("td", func(n *html.Node) {
		link := below(n, "a")
		if !strings.HasPrefix(attribute(n, "class"), "many-") || link == nil {
			return
		}
		if checked++; checked%40 != 1 {
			return
		}
		one := page200(t, attribute(link, "href"))
		lines := 0
		one.each("dl", func(n *html.Node) {
			if attribute(n, "class") == "change-list" {
				for c := range n.ChildNodes() {
					if c.Data == "div" {
						lines++
					}
				}
			}
		})
		if count(lines) != text(n) {
			t.Errorf("%s says %d changes, the overview %s", one.path, lines, text(n))
		}
	})
	if checked < 200 {
		t.Errorf("the overview has %d numbers", checked)
	}
	// Page by page, every jurisdiction is told.
	told := map[string]bool{}
	for at := d; at != nil; {
		at.each("section", func(n *html.Node) {
			if id := attribute(n, "id"); strings.HasPrefix(id, "in-") {
				told[id] = true
			}
		})
		next := at.withAttribute("rel", "next")
		if next == nil {
			break
		}
		at = page200(t, attribute(next, "href"))
	}
	if len(told) < 18 {
		t.Errorf("the pages tell of %d jurisdictions", len(told))
	}
}

// main is what the main part of a page says, with the values of its fields left out.
func main(d *document) string {
	for n := range d.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "main" {
			return text(n)
		}
	}
	return ""
}

func below(n *html.Node, element string) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == element {
			return c
		}
	}
	return nil
}

// difference is where two texts part.
func difference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	part := func(s string) string { return s[max(0, i-40):min(len(s), i+80)] }
	return part(a) + "\n" + part(b)
}

// heads are the codes over the columns of a matrix.
func heads(d *document) (codes []string) {
	d.each("th", func(n *html.Node) {
		if attribute(n, "scope") == "col" && below(n, "b") != nil {
			codes = append(codes, text(below(n, "b")))
		}
	})
	return codes
}

// options are the values of the boxes of a name.
func options(d *document, name string) (values []string) {
	d.each("input", func(n *html.Node) {
		if attribute(n, "name") == name {
			values = append(values, attribute(n, "value"))
		}
	})
	return values
}

// submitted is the address to which a browser sends the page's forms for an action, as
// they stand.
func submitted(d *document, action string) string {
	values := url.Values{}
	d.each("form", func(form *html.Node) {
		if attribute(form, "action") != action {
			return
		}
		for n := range form.Descendants() {
			name, value := attribute(n, "name"), attribute(n, "value")
			has := func(key string) bool {
				return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
			}
			switch {
			case n.Data == "select":
				for o := range n.Descendants() {
					if o.Data == "option" && slices.ContainsFunc(o.Attr, func(a html.Attribute) bool { return a.Key == "selected" }) {
						values.Add(name, attribute(o, "value"))
					}
				}
			case n.Data != "input" || name == "":
			case attribute(n, "type") == "checkbox" || attribute(n, "type") == "radio":
				if has("checked") {
					values.Add(name, value)
				}
			default:
				values.Add(name, value)
			}
		}
	})
	return action + "?" + values.Encode()
}
