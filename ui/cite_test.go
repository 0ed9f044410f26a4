package ui

import (
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"seelex/api/export/docx/docxtest"
	"seelex/legislation/cite"
)

// post sends the form of a page.
func post(t *testing.T, path string, form url.Values) *document {
	t.Helper()
	handler, err := site()
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	root, err := html.Parse(strings.NewReader(w.Body.String()))
	if err != nil {
		t.Fatal(err)
	}
	return &document{t, path, w.Code, w.Header(), w.Body.String(), root}
}

func TestEveryCitationInATextIsLinked(t *testing.T) {
	const footnote = "Vidi čl. 246a st. 1 KZ; вж. чл. 354а, ал. 3 НК; βλ. άρθρο 29 παρ. 1 ν. 4139/2013."
	for how, d := range map[string]*document{"address": page200(t, "/cite?q="+url.QueryEscape(footnote)), "form": post(t, "/cite", url.Values{"q": {footnote}})} {
		d.says("3 citations found")
		d.links("/law/rs/criminal-code/art-246a/par-1", "/law/bg/criminal-code/art-354a/par-3")
		box := false
		for n := range d.root.Descendants() {
			if attribute(n, "class") == "cited-text" {
				box = text(n) == footnote
			}
		}
		if !box {
			t.Errorf("by %s: the text is not as it was pasted", how)
		}
	}
}

// Who pastes one citation and nothing else is led to its place as it stood on the day; a text
// with more in it is shown with its citations.
func TestOneCitationLeadsToItsPlace(t *testing.T) {
	for text, want := range map[string]string{
		"KZ čl. 246a st. 1":                   "/law/rs/criminal-code/art-246a/par-1?on=2012-01-01",
		" чл. 354а, ал. 3 НК\n":               "/law/bg/criminal-code/art-354a/par-3?on=2012-01-01",
		"Vidi i KZ čl. 246a st. 1 o držanju.": "",
		"KZ čl. 246a st. 9":                   "",
		"čl. 246 i 246a KZ Srbije":            "",
	} {
		for how, d := range map[string]*document{"address": get(t, "/cite?on=2012-01-01&q="+url.QueryEscape(text)), "form": post(t, "/cite", url.Values{"q": {text}, "on": {"2012-01-01"}})} {
			if to := d.header.Get("Location"); to != want || (want != "") != (d.status == 303) {
				t.Errorf("%q by %s: %d to %q, want %q", text, how, d.status, to, want)
			}
		}
	}
}

// A citation that several laws fit is not opened on a guess.
func TestAnAmbiguousCitationHasCandidates(t *testing.T) {
	d := page200(t, "/cite?q="+url.QueryEscape("Krivični zakon čl. 4"))
	if d.withAttribute("id", "unclear") == nil {
		t.Fatal("nothing is said to be unclear")
	}
	d.says("These fit")
	asked := page200(t, "/cite?on=2010-01-01&q="+url.QueryEscape("čl. 246 i 999 KZ Srbije"))
	asked.links("/law/rs/criminal-code?on=2010-01-01") // a candidate is of the day, too
}

func TestAPastedTextIsNotMarkup(t *testing.T) {
	d := post(t, "/cite", url.Values{"q": {`<script>alert(1)</script> KZ čl. 246a <img src=x onerror=alert(1)>`}})
	if strings.Contains(d.body, "<script>alert") || strings.Contains(d.body, "<img src=x") {
		t.Error("markup of the text is markup of the page")
	}
	d.says("<script>alert(1)</script>").links("/law/rs/criminal-code/art-246a")
}

func TestATextHasALimit(t *testing.T) {
	if d := post(t, "/cite", url.Values{"q": {strings.Repeat("a", cite.MaxText+1)}}); d.status != 400 || !strings.Contains(d.text(), "200000 bytes") {
		t.Errorf("status %d: %s", d.status, clip(d.text(), 200))
	}
	if d := post(t, "/cite", url.Values{"q": {strings.Repeat("a", maxPosted+1)}}); d.status != 400 || !strings.Contains(d.text(), "200 kB") {
		t.Errorf("status %d: %s", d.status, clip(d.text(), 200))
	}
	long := post(t, "/cite", url.Values{"q": {strings.Repeat("čl. 246a KZ. ", cite.MaxText/20)}})
	long.says("2,000 times", "what follows the first 2,000 was left as it is")
}

// The dossier is its link: order, notes, style and day are in it, and nothing else is
// needed to show it.
func TestDossier(t *testing.T) {
	const link = "/dossier?item=rs/criminal-code/art-246a@2026-01-01&item=topic:personal-possession/HR@2013-01-01&item=topic:personal-possession/RS/fine@2026-01-01&note.0=compare+with+%3Cb%3EHR%3C/b%3E"
	d := page200(t, link)
	d.says("Unlawful holding of narcotic drugs", "čl. 246a KZ", "compare with <b>HR</b>", "as of 1 January 2013", "misdemeanour", "100,000 to 1,000,000 RSD")
	if strings.Contains(d.body, "<b>HR</b>") {
		t.Error("a note is markup")
	}
	fine := text(d.withAttribute("id", "item-3"))
	if strings.Contains(fine, "Prison possible") {
		t.Errorf("a single value shows others: %s", fine)
	}
	d.links("/dossier?item=topic:personal-possession/HR@2013-01-01&item=rs/criminal-code/art-246a@2026-01-01&item=topic:personal-possession/RS/fine@2026-01-01&note.1=compare+with+%3Cb%3EHR%3C/b%3E#item-2")
	page200(t, link+"&style=oscola").saysNot("čl. 246a KZ („Sl. glasnik")
}

func TestDossierIsTakenAway(t *testing.T) {
	const link = "/dossier?item=rs/criminal-code/art-246a@2026-01-01&item=topic:personal-possession/RS@2026-01-01&note.0=%3D1%2B1&format="
	for format, want := range map[string][]string{"csv": {"Unlawful holding", "'=1+1", "čl. 246a KZ", "primary"}, "ris": {"TY  - STAT", "ER  - "}, "bibtex": {"@", "246a"}, "csl-json": {`"legislation"`}} {
		d := page200(t, link+format)
		for _, w := range want {
			if !strings.Contains(d.body, w) {
				t.Errorf("%s has no %q: %s", format, w, clip(d.body, 400))
			}
		}
		if !strings.HasPrefix(d.header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%s is not a file", format)
		}
	}
}

// The document that a dossier becomes has what was collected, the note as it was
// written, and the citations.
func TestDossierAsADocument(t *testing.T) {
	d := page200(t, "/dossier?item=rs/criminal-code/art-246a@2026-01-01&item=topic:personal-possession/HR@2013-01-01&note.0=compare+with+%3Cb%3EHR%3C/b%3E&format=docx")
	parts := docxtest.Parts(t, []byte(d.body))
	written := parts["word/document.xml"] + parts["word/footnotes.xml"]
	for _, want := range []string{"Unlawful holding of narcotic drugs", "čl. 246a KZ", "compare with &lt;b&gt;HR&lt;/b&gt;", "misdemeanour", "1 January 2013", "Law cited"} {
		if !strings.Contains(written, want) {
			t.Errorf("the document has no %q", want)
		}
	}
}

// What a link names that is not there is said to be missing; what is no link at all, or
// too much, is refused.
func TestADossierLinkIsNotTrusted(t *testing.T) {
	page200(t, "/dossier?item=rs/criminal-code/art-99999&item=topic:no-such/RS&item=%3Cscript%3E").says("There is nothing under this name in the knowledge base.", "<script>")
	for name, link := range map[string]string{"too many items": strings.Repeat("&item=rs/criminal-code", maxItems+1), "a long note": "&item=rs/criminal-code&note.0=" + strings.Repeat("a", maxNote+1),
		"no day": "&item=rs/criminal-code@2009-02-30", "an empty item": "&item=", "an unknown style": "&item=rs/criminal-code&style=ris", "an unknown file": "&item=rs/criminal-code&format=exe"} {
		if d := get(t, "/dossier?"+link[1:]); d.status != 400 {
			t.Errorf("%s: status %d", name, d.status)
		}
	}
	page200(t, "/dossier").says("Choose “Add to dossier”")
}

func TestMap(t *testing.T) {
	for on, want := range map[string]string{"2012-12-31": "HRCroatiadepenalised discretionary", "2013-01-01": "HRCroatiadecriminalised"} {
		found := false
		page200(t, "/map?topic=decriminalisation&variable=status&on="+on).each("tr", func(n *html.Node) { found = found || strings.HasPrefix(text(n), want) })
		if !found {
			t.Errorf("%s: no row says %q", on, want)
		}
	}
	if d := get(t, "/map?topic=decriminalisation&variable=scope"); d.status != 400 || !strings.Contains(d.text(), "status") {
		t.Errorf("a text cannot colour a map: %d %s", d.status, d.text())
	}
	if d := get(t, "/map?by=cultivation/offence_class&on=2013-01-01"); d.status != 303 || d.header.Get("Location") != "/map?on=2013-01-01&topic=cultivation&variable=offence_class" {
		t.Errorf("the form leads to %d %s", d.status, d.header.Get("Location"))
	}
}
