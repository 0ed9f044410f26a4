package ui

import (
	"encoding/xml"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The table of the timeline says the same as the chart, with direction, confidence and
// sources; filters and stretches of time are links.
func TestTimelineOfAYear(t *testing.T) {
	d := page200(t, "/timeline?jurisdiction=RS&from=2009&to=2009")
	d.says("Reforms and strategies in Serbia", "11 September 2009", "Own-use holding becomes an offence of its own (Art. 246a)", "softer", "Strategy for Combating Drugs in the Republic of Serbia 2009–2013")
	d.saysNot("35/2019")
	d.links("/law/rs/criminal-code", "/timeline?from=2009&to=2009", "/timeline")
	if d.withAttribute("id", "src-1") == nil {
		t.Error("the events have no sources")
	}
}

func TestTimelineFilters(t *testing.T) {
	for address, want := range map[string]string{
		"/timeline?direction=harsher&kind=reform&jurisdiction=GR": "Reforms in Greece",
		"/timeline?kind=ratification&jurisdiction=HR":             "Ratifications in Croatia",
		"/timeline?topic=cultivation":                             "Reforms and strategies on cultivation",
	} {
		page200(t, address).says(want)
	}
	everything := page200(t, "/timeline?jurisdiction=GR&kind=end,reform,strategy,entry-into-force,amendment,ratification,adoption").says("All dated events in Greece")
	if n := everything.withAttribute("aria-label", "Kinds of events"); n == nil || everything.current(n) != "Everything" {
		t.Error("the view chosen is not marked as the present one")
	}
	softer := page200(t, "/timeline?direction=softer&kind=reform")
	rows := softer.withAttribute("id", "events")
	if rows == nil || strings.Contains(text(rows), "harsher") {
		t.Error("a filter for softer reforms shows harsher ones, or nothing")
	}
}

// Whoever goes closer sees half of the time, and comes back by the same way.
func TestTimelineGoesCloserAndWider(t *testing.T) {
	d := page200(t, "/timeline?from=2000&to=2019")
	var closer string
	d.each("a", func(n *html.Node) {
		if text(n) == "Closer" {
			closer = attribute(n, "href")
		}
	})
	u, err := url.Parse(closer)
	if err != nil || u.Query().Get("from") != "2005" || u.Query().Get("to") != "2014" {
		t.Fatalf("closer leads to %q", closer)
	}
	page200(t, closer).says("2005 to 31 December 2014")
}

func TestTimelinePages(t *testing.T) {
	page200(t, "/timeline?kind=reform").says("The line marks today")
	page200(t, "/timeline?from=2005-01-01&to=2012-01-01").says("from 1 January 2005").saysNot("The line marks today")
	d := page200(t, "/timeline?kind=reform")
	d.says("1 to 50").links("/timeline?kind=reform&offset=50")
	page200(t, "/timeline?kind=reform&offset=50").says("51 to 100")
	page200(t, "/timeline?jurisdiction=BA-BRC&kind=ratification").says("Nothing happened that fits")
	if d := get(t, "/timeline?from=2024&to=2001"); d.status != 400 {
		t.Errorf("years the wrong way round: status %d", d.status)
	}
}

// Every chart says what it shows, of which time and from where, stands in words too, and
// is to be had as a file that says all of it away from the site, at the width of a slide
// if need be.
func TestEveryChartIsComplete(t *testing.T) {
	for address, charts := range map[string]int{
		"/": 1, "/map?topic=personal-possession&variable=offence_class&on=2014-01-01": 1, "/timeline?jurisdiction=RS": 1, "/strategies?on=2014-01-01": 1,
		"/compare?topic=personal-possession,supply-trafficking&jurisdictions=RS,GR,HR,SI&on=2020-01-01": 4, "/topics/supply-trafficking": 2,
		"/scenario?conduct=possession&substance=cannabis&on=2020-01-01": 1, "/practice?jurisdiction=BG,RS": 3, "/method": 1, "/jurisdictions/BG": 2,
	} {
		d, seen := page200(t, address), 0
		d.each("figure", func(n *html.Node) {
			seen++
			heading, caption := below(n, "h2"), text(below(n, "figcaption"))
			if heading == nil {
				heading = below(n, "h3")
			}
			if heading == nil || text(heading) == "" {
				t.Errorf("%s: a chart without a heading", address)
				return
			}
			name := address + ": " + text(heading)
			if !regexp.MustCompile(`\b(19|20)\d\d\b`).MatchString(text(n)) {
				t.Errorf("%s says no day or years", name)
			}
			if !strings.Contains(caption, "source") && !strings.Contains(caption, "[") {
				t.Errorf("%s says nothing of its sources: %s", name, caption)
			}
			if below(n, "table") == nil && below(d.root, "table") == nil && !strings.Contains(caption, "lists below") && !strings.Contains(caption, "stand below") {
				t.Errorf("%s has no table", name)
			}
			var files []string
			for c := range n.Descendants() {
				if href := attribute(c, "href"); c.Data == "a" && strings.Contains(href, "download=") {
					files = append(files, href)
				}
			}
			if len(files) < 2 {
				t.Errorf("%s cannot be taken away: %q", name, files)
				return
			}
			for i, file := range files[:2] {
				isWhole(t, page200(t, file), i == 1)
			}
		})
		if seen < charts {
			t.Errorf("%s has %d charts, want %d", address, seen, charts)
		}
	}
	for _, address := range []string{"/method?download=nothing", "/strategies?download=svg&size=9", "/practice?download=series-XX-0"} {
		if d := get(t, address); d.status != 400 && d.status != 404 {
			t.Errorf("%s: status %d", address, d.status)
		}
	}
}

// isWhole demands that a drawing is whole XML, names its day and its source, and that its
// links lead back to the site.
func isWhole(t *testing.T, d *document, slide bool) {
	t.Helper()
	if !strings.HasPrefix(d.header.Get("Content-Type"), "image/svg+xml") || !strings.Contains(d.header.Get("Content-Disposition"), ".svg") {
		t.Errorf("%s is not a file: %v", d.path, d.header)
	}
	for _, want := range []string{"As of ", "CC BY 4.0", "http://example.com"} {
		if !strings.Contains(d.body, want) {
			t.Errorf("%s does not say %q", d.path, want)
		}
	}
	if wide := strings.Contains(d.body[:min(400, len(d.body))], `width="1920"`); wide != slide {
		t.Errorf("%s is as wide as a slide: %v", d.path, wide)
	}
	if err := wellFormed(d.body); err != nil {
		t.Errorf("%s: %v", d.path, err)
	}
}

func wellFormed(body string) error {
	decoder := xml.NewDecoder(strings.NewReader(body))
	for {
		if _, err := decoder.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// Kosovo had its first strategy on 1 January 2010, its last ended with 2022, and the
// page says both, with what came after what.
func TestStrategiesOfADay(t *testing.T) {
	d := page200(t, "/strategies?jurisdiction=XK&on=2010-01-01")
	standing := text(d.withAttribute("id", "standing"))
	if !strings.Contains(standing, "National Strategy against Drugs 2009-2012") || strings.Contains(standing, "2018-2022") {
		t.Errorf("in force on 1 January 2010: %s", standing)
	}
	d.says("Followed by", "Came after").links("/law/xk/drug-strategy-2009", "/law/xk/drug-strategy-2012")
	later := text(page200(t, "/strategies?jurisdiction=XK&on=2024-01-01").withAttribute("id", "standing"))
	if !strings.Contains(later, "No strategy is known since 1 January 2023.") || !strings.Contains(later, "The last was National Strategy against Narcotics and Action Plan 2018-2022") {
		t.Errorf("in force on 1 January 2024: %s", later)
	}
}

func TestAimsByTheme(t *testing.T) {
	d := page200(t, "/strategies?theme=harm-reduction&jurisdiction=HR")
	section := false
	d.each("a", func(n *html.Node) {
		section = section || strings.HasPrefix(attribute(n, "href"), "/law/hr/strategy-2030/")
	})
	if !section {
		t.Error("no section of the strategy in force is cited")
	}
	day, all := page200(t, "/strategies?jurisdiction=AL&on=2024-01-01"), page200(t, "/strategies?jurisdiction=AL&on=2024-01-01&scope=all")
	if m := text(day.withAttribute("id", "themes-matrix")); !strings.Contains(m, "none known for the day") {
		t.Errorf("without a strategy in force the table says %s", m)
	}
	if m := text(all.withAttribute("id", "themes-matrix")); strings.Contains(m, "none known for the day") {
		t.Errorf("all strategies, past and present: %s", m)
	}
	if d := get(t, "/strategies?theme=harm"); d.status != 400 || !strings.Contains(d.text(), "harm-reduction") {
		t.Errorf("an unknown theme: %d %s", d.status, d.text())
	}
}

func TestChangesOfAReform(t *testing.T) {
	d := page200(t, "/changes?jurisdiction=RS&from=2009-09-10&to=2009-09-11")
	d.says("undefined small quantity", "since 11 September 2009", "Own-use holding becomes an offence of its own (Art. 246a)", "fits in date and instrument", "newly known, not a change of the law")
	d.links("/compare?topic=personal-possession&jurisdictions=RS&on=2009-09-11&against=2009-09-10&rows=changed")
	page200(t, "/changes?jurisdiction=RS&from=2009-09-10&to=2009-09-11&law_only=true").says("undefined small quantity").saysNot("newly known, not a change of the law")
	page200(t, "/changes?jurisdiction=RS&from=2010-02-01&to=2010-02-02").says("Nothing changed that the data knows")
	if d := get(t, "/changes?from=2020-01-01&to=2010-01-01"); d.status != 400 {
		t.Errorf("days the wrong way round: status %d", d.status)
	}
}

func TestScenario(t *testing.T) {
	d := page200(t, "/scenario?conduct=possession&substance=cannabis&amount=3&unit=g&jurisdictions=RS,HR")
	d.says("not legal advice", "3 g of cannabis", "up to 3 years", "Prosecutor or court may refrain from punishing.", "Misdemeanour")
	serbia := text(d.withAttribute("id", "in-rs"))
	for _, want := range []string{"Criminal", "100,000 to 1,000,000 RSD", "may", "oportunitet", "Art. 246a(1)"} {
		if !strings.Contains(serbia, want) {
			t.Errorf("Serbia's card does not say %q: %s", want, serbia)
		}
	}
	page200(t, "/scenario?conduct=possession&substance=cannabis&on=1970-01-01&jurisdictions=RS").says("The data does not say")
	for address, says := range map[string]string{"/scenario?conduct=dancing": "possession", "/scenario?conduct=possession&amount=lots": "a number", "/scenario?conduct=possession&amount=-1": "a number"} {
		if d := get(t, address); d.status != 400 || !strings.Contains(d.text(), says) {
			t.Errorf("%s: %d %s", address, d.status, d.text())
		}
	}
}

func TestPractice(t *testing.T) {
	d := page200(t, "/practice?jurisdiction=RS&q=home+imprisonment")
	d.says("1,214", "2015", "persons", "secondary")
	if !slices.Contains(d.texts("th"), "Executed home imprisonment, all offences") {
		t.Error("the measure is not named")
	}
	page200(t, "/practice?q=unicorns").says("No figure fits")
}

// current is the view that tabs mark as the present one.
func (d *document) current(tabs *html.Node) string {
	for n := range tabs.Descendants() {
		if attribute(n, "aria-current") == "page" {
			return text(n)
		}
	}
	return ""
}
