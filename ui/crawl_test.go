package ui

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// elsewhere reports whether an address is not answered by this package: the API.
func elsewhere(path string) bool {
	return strings.HasPrefix(path, "/api/")
}

// A reader who follows the links from the first page meets no dead end, and no page
// that is not whole. Of addresses with parameters, which are without number, the first
// of each page are followed.
func TestNoLinkIsBroken(t *testing.T) {
	const variants = 4 // addresses of one path that differ in parameters
	queue, seen, tried := []string{"/"}, map[string]bool{"/": true}, map[string]int{}
	asked := 0
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		d := get(t, at)
		asked++
		if d.status >= 300 && d.status < 400 {
			continue
		}
		if d.status != 200 {
			t.Errorf("%s: status %d", at, d.status)
			continue
		}
		if !strings.HasPrefix(d.header.Get("Content-Type"), "text/html") {
			continue // a file to keep
		}
		whole(t, d)
		for _, link := range internal(d) {
			u, err := url.Parse(link)
			if err != nil {
				t.Errorf("%s: link %q is not an address", at, link)
				continue
			}
			u.Fragment = ""
			kind := u.Path
			if strings.HasPrefix(kind, "/law/") {
				kind = "/law/" // each is followed; variants of days are not
				if u.RawQuery != "" {
					kind = "/law/?"
				}
			}
			if seen[u.String()] || elsewhere(u.Path) {
				continue
			}
			if u.RawQuery != "" || testing.Short() {
				if tried[kind]++; tried[kind] > variants*10 {
					continue
				}
			}
			seen[u.String()] = true
			queue = append(queue, u.String())
		}
	}
	if asked < 1000 {
		t.Errorf("only %d addresses were found", asked)
	}
	t.Log("asked for", asked)
}

func internal(d *document) (out []string) {
	d.each("a", func(n *html.Node) {
		if href := attribute(n, "href"); strings.HasPrefix(href, "/") {
			out = append(out, href)
		}
	})
	return out
}

// whole demands what every page has.
func whole(t *testing.T, d *document) {
	t.Helper()
	if h := d.texts("h1"); len(h) != 1 || h[0] == "" {
		t.Errorf("%s has %d headings of the first rank", d.path, len(h))
	}
	if title := d.texts("title"); len(title) == 0 || strings.HasPrefix(title[0], "·") || title[0] == "" {
		t.Errorf("%s has no title", d.path)
	}
	d.each("html", func(n *html.Node) {
		if attribute(n, "lang") == "" {
			t.Errorf("%s says no language", d.path)
		}
	})
	ids := map[string]int{}
	for n := range d.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") && a.Key != "on" {
				t.Errorf("%s: <%s> has %s, which the policy forbids", d.path, n.Data, a.Key)
			}
		}
		if id := attribute(n, "id"); id != "" {
			if ids[id]++; ids[id] == 2 {
				t.Errorf("%s: the id %s stands twice", d.path, id)
			}
		}
	}
	d.each("a", func(n *html.Node) {
		if href := attribute(n, "href"); strings.HasPrefix(href, "#") && len(href) > 1 && ids[href[1:]] == 0 {
			t.Errorf("%s: nothing has the id of the link %s", d.path, href)
		}
		if text(n) == "" && attribute(n, "aria-label") == "" && !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "aria-labelledby" }) && n.Namespace == "" {
			t.Errorf("%s: the link to %s has no words", d.path, attribute(n, "href"))
		}
	})
	d.each("script", func(n *html.Node) {
		if attribute(n, "src") == "" && attribute(n, "type") != "application/ld+json" {
			t.Errorf("%s has a script inside, which the policy forbids", d.path)
		}
	})
}
