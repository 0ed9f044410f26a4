package ui

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

func TestProvision(t *testing.T) {
	t.Run("an article shows its paragraphs together", func(t *testing.T) {
		d := page200(t, "/law/rs/criminal-code/art-246a")
		d.says("Art. 246a Unlawful holding of narcotic drugs", "(1)", "(2)", "(5)", "Neovlašćeno držanje opojnih droga", "in force since 11 September 2009", "What rests on it")
		d.links("/law/rs/criminal-code", "/law/rs/criminal-code/art-246a/par-1")
		if n := d.withAttribute("id", "par-2"); n == nil || !strings.Contains(text(n), "large quantity") {
			t.Error("paragraph 2 is not where the address …#par-2 leads")
		}
	})
	t.Run("as it stood on a day, and says so", func(t *testing.T) {
		d := page200(t, "/law/rs/criminal-code/art-246/par-1?on=2008-01-01")
		d.says("The law as it stood on 1 January 2008", "two to twelve years", "Law as it stood on 1 January 2008")
		page200(t, "/law/rs/criminal-code/art-246/par-1").saysNot("two to twelve years; the amendment")
	})
	t.Run("a wording that was changed since says so", func(t *testing.T) {
		page200(t, "/law/rs/criminal-code/art-246/par-1?on=2008-01-01").says("Not the law of today", "until 10 September 2009").links("/law/rs/criminal-code/art-246/par-1")
		page200(t, "/law/rs/criminal-code/art-246?on=2008-01-01").says("Not the law of today")
		page200(t, "/law/rs/criminal-code/art-246/par-1?on=2012-01-01").saysNot("Not the law of today")
		page200(t, "/law/rs/criminal-code/art-45").saysNot("Not the law of today") // a paragraph of it ended long ago
	})
	t.Run("versions lead to what they changed", func(t *testing.T) {
		address := "/law/rs/criminal-code/art-246/par-1?from=2006-01-01&on=2009-09-11"
		page200(t, "/law/rs/criminal-code/art-246/par-1").links(address)
		d := page200(t, address)
		d.says("What changed", "1 January 2006 to 10 September 2009 → since 11 September 2009", "72/2009")
		if len(d.texts("ins")) == 0 || len(d.texts("del")) == 0 {
			t.Error("no word is marked as inserted or removed")
		}
	})
	t.Run("can be cited as of the day shown", func(t *testing.T) {
		d := page200(t, "/law/rs/criminal-code/art-246a/par-1?on=2015-06-01")
		d.says("OSCOLA", "246a", "http://example.com/law/rs/criminal-code/art-246a/par-1?on=2015-06-01")
		d.links("/api/v1/cite/rs/criminal-code/art-246a/par-1?style=bibtex&on=2015-06-01")
	})
	t.Run("what has ended is not shown as law", func(t *testing.T) {
		page200(t, "/law/rs/criminal-code/art-45/par-5").says("Not in force on this day", "The provision ended 31 December 2012").links("/law/rs/criminal-code/art-45/par-5?on=2012-12-31")
		page200(t, "/law/rs/criminal-code/art-45/par-5?on=2012-12-31").saysNot("Not in force on this day")
	})
	t.Run("original words are marked with their language", func(t *testing.T) {
		d := page200(t, "/law/gr/law-4139-2013/art-29")
		greek := false
		d.each("p", func(n *html.Node) {
			greek = greek || attribute(n, "lang") == "el" && strings.Contains(text(n), "Καλλιέργεια")
		})
		if !greek {
			t.Error("the Greek heading has no lang=el")
		}
	})
}

func TestInstrument(t *testing.T) {
	d := page200(t, "/law/rs/criminal-code")
	d.says("Criminal Code", "Krivični zakonik", "Кривични законик", "Službeni glasnik RS 85/2005", "in force since 1 January 2006", "72/2009", "Art. 246a")
	d.links("/law/rs/criminal-code/art-246a", "/law/rs/criminal-law-sfry-1976", "/law/int/convention-1961")
	d.saysNot("Published or adopted") // of no amendment is that day known
	page200(t, "/law/rs/criminal-law-sfry-1976").says("No longer in force").links("/law/rs/criminal-code")
	page200(t, "/law/int/convention-1988").says("Ratifications and accessions", "Croatia")
}

// What was never adopted, as far as is known, is nowhere shown as law.
func TestDrafts(t *testing.T) {
	page200(t, "/law/xk/draft-drugs-law-2019").says("draft, adoption not known").saysNot("in force since", "not yet in force")
	page200(t, "/law/xk/draft-drugs-law-2019/art-1?on=2020-01-01").says("draft, adoption not known", "it is no law")
	page200(t, "/law/gr/draft-strategy-2014-2020/sec-2?on=2015-01-01").says("draft, adoption not known").saysNot("in force from 2014", "in force since 2014")
	page200(t, "/law/ba-srp/misdemeanours-act-2014/sec-draft-2023").says("draft, adoption not known").saysNot("in force since")
	page200(t, "/search?q=projektligj&jurisdiction=XK").says("draft, adoption not known")
}

func TestAddressesOfLaw(t *testing.T) {
	for _, c := range []struct {
		asked, says string
		status      int
		location    string
	}{
		{asked: "/law/RS/Criminal-Code/ART-246A", status: 301, location: "/law/rs/criminal-code/art-246a"},
		{asked: "/law/rs/criminal-code/ART-246A?on=2012-01-01", status: 301, location: "/law/rs/criminal-code/art-246a?on=2012-01-01"},
		{asked: "/law/bg/criminal-code/art-354a/par-3@2000-03-21", status: 301, location: "/law/bg/criminal-code/art-354a/par-3?on=2000-03-21"},
		{asked: "/law/bg/criminal-code/art-354a/par-3@twice", status: 404, says: "has a character that ids do not have"},
		{asked: "/law/gr/law-4139-2013/art-2ia/", status: 404, says: "is not a provision"},
		{asked: "/law/rs/criminal-kode", status: 404, says: "rs/criminal-code"},
		{asked: "/law/rs/criminal-code/art-9999", status: 404, says: "Criminal Code, Serbia is the instrument that it would be part of"},
		{asked: "/law/rs", status: 404, says: "is not an id"},
		{asked: "/law/rs/criminal-code/../../x", status: 404, says: "is not a provision"},
		{asked: "/law/rs/criminal-code?on=yesterday", status: 400, says: "a day as YYYY-MM-DD"},
		{asked: "/nowhere", status: 404, says: "is not an address of this site"},
	} {
		d := get(t, c.asked)
		if d.status != c.status || d.header.Get("Location") != c.location {
			t.Errorf("%s: %d %s, want %d %s", c.asked, d.status, d.header.Get("Location"), c.status, c.location)
		}
		if c.says != "" {
			d.says(c.says)
			whole(t, d)
		}
	}
}

// An id that was once published never dies: it leads to its new name, or says why it
// is no more.
func TestMovedIDs(t *testing.T) {
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	c.Moved = []legislation.Moved{
		{From: "rs/old-code", To: "rs/criminal-code", Reason: "named otherwise"},
		{From: "rs/criminal-code/art-999", Reason: "there is no such article"},
	}
	handler, _, err := serveCorpus(t.TempDir(), c)
	if err != nil {
		t.Fatal(err)
	}
	if d := ask(t, handler, "/law/rs/old-code/art-246a?on=2015-01-01"); d.status != 301 || d.header.Get("Location") != "/law/rs/criminal-code/art-246a?on=2015-01-01" {
		t.Errorf("a renamed id: status %d, to %q", d.status, d.header.Get("Location"))
	}
	if d := ask(t, handler, "/law/rs/criminal-code/art-999"); d.status != 410 || !strings.Contains(d.text(), "there is no such article") {
		t.Errorf("a withdrawn id: status %d", d.status)
	}
}
