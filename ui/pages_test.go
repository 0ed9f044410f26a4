package ui

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestTopic(t *testing.T) {
	page200(t, "/topics/decriminalisation?on=2014-01-01").says("The law as it stood on 1 January 2014", "As it stood on").links("/search?topic=decriminalisation&on=2014-01-01", "/compare?topic=decriminalisation&on=2014-01-01")
	d := page200(t, "/topics/decriminalisation")
	d.says("Has the law taken users out of criminal law", "Codebook", "depenalised by law", "Croatia", "Status: decriminalised", "Sources")
	d.links("/compare?topic=decriminalisation", "/search?topic=decriminalisation")
	if d := get(t, "/topics/decriminalization"); d.status != 404 {
		t.Errorf("status %d", d.status)
	} else {
		d.links("/topics/decriminalisation")
	}
}

func TestJurisdiction(t *testing.T) {
	d := page200(t, "/jurisdictions/BA")
	d.says("Bosnia and Herzegovina", "How it answers the topics", "Law and strategies", "Sources").links("/jurisdictions/BA-SRP", "/jurisdictions/BA-BIH", "/jurisdictions/BA-BRC")
	page200(t, "/jurisdictions/EU").saysNot("European Union European Union", "European Union None")
	page200(t, "/jurisdictions/XK").says("without prejudice to positions on status")
	page200(t, "/jurisdictions/RS").says("The law in practice", "Estimated people who inject drugs", "30,383", "Serbian (Cyrillic)")
	page200(t, "/jurisdictions").says("candidate (since 15 December 2022)").saysNot("2022-12-15")
	page200(t, "/jurisdictions/RS").says("EU candidate since 1 March 2012")
	page200(t, "/jurisdictions/HR?on=2000-01-01").says("1 January 2000", "The data does not say")
	if d := get(t, "/jurisdictions/rs"); d.status != 301 || d.header.Get("Location") != "/jurisdictions/RS" {
		t.Errorf("status %d", d.status)
	}
	if d := get(t, "/jurisdictions/RX"); d.status != 404 {
		t.Errorf("status %d", d.status)
	}
}

// An answer of which no value is coded begins with its summary: an empty line would say that there is none.
func TestAnswersWithoutValues(t *testing.T) {
	for _, path := range []string{"/jurisdictions/EU", "/topics/drug-use"} {
		n := page200(t, path).withAttribute("class", "opening")
		if n == nil || text(n) == "" {
			t.Errorf("%s does not say how the answer begins", path)
		}
	}
}

func TestMethodAndData(t *testing.T) {
	page200(t, "/method").says("What confidence means", "What dates mean", "What is known, and how surely", "This is research, not legal advice")
	page200(t, "/data").says("Creative Commons Attribution 4.0", "sources").links("/api")
	page200(t, "/api").says("curl 'http://example.com/api/v1/search?q=").links("/api/v1/openapi.json", "/api/v1/stats")
}

func TestStaticFiles(t *testing.T) {
	home := page200(t, "/")
	sheet := home.withAttribute("rel", "stylesheet")
	address := attribute(sheet, "href")
	d := page200(t, address)
	if !strings.Contains(d.header.Get("Cache-Control"), "immutable") || !strings.Contains(d.header.Get("Content-Type"), "text/css") {
		t.Errorf("%s: %v", address, d.header)
	}
	if !strings.Contains(d.body, "@layer") || !strings.Contains(d.body, "--chart-ink") {
		t.Error("the style sheet is not whole")
	}
	for path, content := range map[string]string{"/static/js/main.js": "text/javascript", "/static/css/plot.css": "text/css", "/static/img/logo.svg": "image/svg+xml",
		"/static/fonts/source-serif-4-greek-normal.woff2": "font/woff2", "/opensearch.xml": "application/opensearchdescription+xml", "/robots.txt": "text/plain"} {
		if d := page200(t, path); !strings.HasPrefix(d.header.Get("Content-Type"), content) {
			t.Errorf("%s is %s", path, d.header.Get("Content-Type"))
		}
	}
	if d := get(t, "/static/../site.go"); d.status != 404 {
		t.Errorf("status %d", d.status)
	}
}

// The address that SKOS gives a concept shows its labels in every language.
func TestConcept(t *testing.T) {
	d := page200(t, "/concepts/naloxone")
	d.says("naloxone", "ναλοξόνη", "налоксон")
	d.links("/topics/harm-reduction")
	if d := get(t, "/concepts/naloxon"); d.status != 404 {
		t.Errorf("status %d", d.status)
	}
}

// A page is shown though a name in its address is mistyped, and says so; it says nothing of the
// names that mail programs and counters of visits add.
func TestAMistypedParameterIsNamed(t *testing.T) {
	for path, says := range map[string]string{
		"/search?q=kanabis&jurisdictionn=RS":                                                       "“jurisdictionn” is not known here and was left out; “jurisdiction” was meant?",
		"/compare?topic=drug-use&onn=2010-01-01":                                                   "",
		"/compare?topic=drug-use&On=2010-01-01":                                                    "“On” is not known here and was left out; “on” was meant?",
		"/compare?topic=drug-use&jurisdiction=RS&layout=columns&rows=all&utm_source=mail&fbclid=x": "",
		"/law/rs/criminal-code/art-246a?fromm=2010-01-01":                                          "“fromm” is not known here",
		"/search?q=kanabis&jurisdiction<script>=RS":                                                "“jurisdiction<script>” is not known here",
	} {
		d := page200(t, path)
		if text := d.text(); says == "" && strings.Contains(text, "was left out") || !strings.Contains(text, says) {
			t.Errorf("%s does not say %q:\n%.600s", path, says, text)
		}
		if strings.Contains(d.body, "jurisdiction<script>") {
			t.Errorf("%s throws back what came in", path)
		}
	}
}

// What a page left out does not travel on with its links: a file would be refused for it.
func TestLinksHoldOnlyWhatIsKnown(t *testing.T) {
	for path, view := range map[string]string{
		"/compare?topic=drug-use&layout=transposed":       "compare",
		"/changes?from=2012-01-01&topic=drug-use":         "changes",
		"/timeline?topic=drug-use":                        "timeline",
		"/strategies?on=2014-01-01":                       "strategies",
		"/scenario?conduct=possession&substance=cannabis": "scenario",
		"/practice?q=prison":                              "practice",
		"/map?topic=drug-use&variable=offence_class":      "map",
		"/method?on=2014-01-01":                           "coverage",
		"/search?q=kanabis":                               "search",
		"/jurisdictions/RS?on=2014-01-01":                 "",
	} {
		before, slip := page200(t, path), path+"&jurisdictionz=RS&onn=x&On=2010-01-01&utm_source=mail"
		after := page200(t, slip)
		for _, link := range hrefs(after) {
			for _, name := range []string{"jurisdictionz=", "onn=", "On=", "utm_source="} {
				if strings.Contains(link, "?"+name) || strings.Contains(link, "&"+name) {
					t.Errorf("%s links to %s", slip, link)
				}
			}
		}
		file := func(d *document) (files []string) {
			return slices.DeleteFunc(hrefs(d), func(link string) bool { return !strings.HasPrefix(link, "/api/v1/export/") })
		}
		if a, b := file(before), file(after); !slices.Equal(a, b) || view != "" && !strings.Contains(strings.Join(b, " "), "/api/v1/export/"+view+".") {
			t.Errorf("%s links to the files %q, not %q", slip, b, a)
		}
	}
}

// hrefs are the addresses of all links of a page.
func hrefs(d *document) (out []string) {
	for _, element := range []string{"a", "link"} {
		d.each(element, func(n *html.Node) { out = append(out, attribute(n, "href")) })
	}
	return out
}

// A piece is found by all that it shows but its marks, which are those of its page.
func TestPieces(t *testing.T) {
	s, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	marks := func(n string) Marks { return Marks{{Number: n, ID: "src-" + n}} }
	for _, c := range []struct {
		what, want string
		cell       Cell
	}{
		{"a value", `<td data-head="RS"><span class="yes">yes</span></td>`, Cell{Head: "RS", State: "value", Kind: "yes", Lines: []string{"yes"}}},
		{"the same with marks", `<td data-head="RS"><span class="yes">yes</span><span class="source-marks"><a href="#src-4" aria-label="Source 4">[4]</a></span></td>`, Cell{Head: "RS", State: "value", Kind: "yes", Lines: []string{"yes"}, Marks: marks("4")}},
		{"the same with the marks of another page", `<td data-head="RS"><span class="yes">yes</span><span class="source-marks"><a href="#src-7" aria-label="Source 7">[7]</a></span></td>`, Cell{Head: "RS", State: "value", Kind: "yes", Lines: []string{"yes"}, Marks: marks("7")}},
		{"elsewhere", `<td data-head="HR"><span class="yes">yes</span></td>`, Cell{Head: "HR", State: "value", Kind: "yes", Lines: []string{"yes"}}},
		{"a gap", `<td data-head="RS" class="gap">not known</td>`, Cell{Head: "RS", State: "gap"}},
		{"words that end one field and begin the next", `<td data-head="RSy"><span class="es">yes</span></td>`, Cell{Head: "RSy", State: "value", Kind: "es", Lines: []string{"yes"}}},
		{"what looks like markup, and like the room for marks", `<td data-head="RS"><span class="">&lt;!--marks--&gt;&lt;b&gt;</span><span class="source-marks"><a href="#src-1" aria-label="Source 1">[1]</a></span></td>`, Cell{Head: "RS", State: "value", Lines: []string{"<!--marks--><b>"}, Marks: marks("1")}},
	} {
		for range 2 { // written, and found
			got, err := s.pieces.one("matrix-cell", c.cell)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
			}
		}
	}
}
