package ui

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"seelex/api/answer"
	"seelex/legislation"
)

// The Atom feed (RFC 4287) of reforms and of updates of the corpus.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Sub     string      `xml:"subtitle"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  atomPerson  `xml:"author"`
	Rights  string      `xml:"rights"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Published  string         `xml:"published,omitempty"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr,omitempty"`
}

const feedLength = 60

// feed answers with the newest reforms. An entry's date is that of the reform; one that
// is dated to a month or year stands at its first day, and says so in its summary.
func (s *Site) feed(c *gin.Context) {
	base := s.service.Origin(c.Request)
	reforms := s.service.Reforms(s.service.Today(), answer.Window{Limit: feedLength}).Items
	f := atomFeed{ID: base + "/feed.atom", Title: "seelex: reforms of drug law in South East Europe", Sub: "Reforms as the knowledge base has them, newest first, and updates of the knowledge base.",
		Links:  []atomLink{{"self", "application/atom+xml", base + "/feed.atom"}, {"alternate", "text/html", base + "/timeline"}},
		Author: atomPerson{"seelex"}, Rights: "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"}
	if len(reforms) > 0 {
		f.Updated = atomTime(reforms[0].Date)
	}
	f.Entries = append(f.Entries, s.corpusEntry(base, f.Updated))
	for _, r := range reforms {
		f.Entries = append(f.Entries, s.reformEntry(base, r))
	}
	s.writeXML(c, "application/atom+xml; charset=utf-8", f)
}

// corpusEntry says which state of the corpus the site answers from: its id changes when
// the corpus does, so that a reader's feed shows it as new.
func (s *Site) corpusEntry(base, updated string) atomEntry {
	n := s.service.Stats()
	hash := clip(s.service.CorpusHash(), 12)
	return atomEntry{ID: base + "/data#" + strings.TrimSuffix(hash, "…"), Title: "The knowledge base, state " + strings.TrimSuffix(hash, "…"), Updated: updated, Links: []atomLink{{"alternate", "text/html", base + "/data"}},
		Summary: "It holds " + plural(n.Instruments, "law, strategy or treaty", "laws, strategies and treaties") + ", " + plural(n.Provisions, "provision", "provisions") + " and " + plural(n.Positions, "coded answer", "coded answers") + "."}
}

func (s *Site) reformEntry(base string, r answer.Reform) atomEntry {
	place := s.jurisdictionLink(r.Jurisdiction)
	e := atomEntry{ID: base + "/feed.atom#" + strings.ToLower(r.Jurisdiction) + "-" + r.Date.String() + "-" + slug(r.Title), Title: place.Name + ": " + r.Title, Updated: atomTime(r.Date), Published: atomTime(r.Date),
		Categories: []atomCategory{{r.Jurisdiction, place.Name}, {r.Direction, ""}}, Summary: r.Date.Words() + ", " + r.Direction + ", confidence: " + string(r.Confidence) + "."}
	to := base + place.URL
	if r.URL != "" {
		to = base + r.URL
	}
	e.Links = []atomLink{{"alternate", "text/html", to}}
	return e
}

func atomTime(d legislation.Date) string { return d.First().String() + "T00:00:00Z" }

// slug is a text as part of an id: a reform keeps its place in a feed while its title
// stays.
func slug(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, clip(s, 60))
	return strings.Trim(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '-' }), "-"), "-")
}

// sitemapMost is how many addresses a sitemap may have (sitemaps.org).
const sitemapMost = 50_000

type sitemapURL struct {
	Loc string `xml:"loc"`
}

type sitemapSet struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapIndex struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Maps    []sitemapURL `xml:"sitemap"`
}

// addresses are the paths of everything that has a permanent one.
func (s *Site) addresses() ([]string, error) {
	var out []string
	for _, p := range pages {
		if !strings.Contains(p.path, ":") && !strings.Contains(p.path, "*") && p.path != "/dossier" {
			out = append(out, p.path)
		}
	}
	catalog := s.service.Catalog()
	for _, t := range catalog.Topics {
		out = append(out, "/topics/"+t.ID)
	}
	for _, j := range catalog.Jurisdictions {
		out = append(out, "/jurisdictions/"+j.Code)
	}
	for _, i := range catalog.Instruments {
		out = append(out, "/law/"+string(i.ID))
	}
	err := s.service.Records().Provisions(func(p *legislation.Provision) error {
		out = append(out, "/law/"+string(p.ID))
		return nil
	})
	return out, err
}

// sitemap lists all addresses, or the parts of the list where it is too long for one file.
func (s *Site) sitemap(c *gin.Context) {
	all, err := s.addresses()
	if err != nil {
		s.fail(c, err)
		return
	}
	if len(all) <= sitemapMost {
		s.writeXML(c, "application/xml; charset=utf-8", sitemapOf(s.service.Origin(c.Request), all))
		return
	}
	var index sitemapIndex
	for n := 1; (n-1)*sitemapMost < len(all); n++ {
		index.Maps = append(index.Maps, sitemapURL{s.service.Origin(c.Request) + "/sitemap/" + strconv.Itoa(n) + ".xml"})
	}
	s.writeXML(c, "application/xml; charset=utf-8", index)
}

func (s *Site) sitemapPart(c *gin.Context) {
	all, err := s.addresses()
	if err != nil {
		s.fail(c, err)
		return
	}
	n, err := strconv.Atoi(strings.TrimSuffix(c.Param("number"), ".xml"))
	if err != nil || n < 1 || (n-1)*sitemapMost >= len(all) {
		s.fail(c, &legislation.Error{Code: legislation.NotFound, Field: "address", Value: c.Request.URL.Path, Message: "is not a part of the sitemap", Want: "/sitemap.xml lists the parts"})
		return
	}
	s.writeXML(c, "application/xml; charset=utf-8", sitemapOf(s.service.Origin(c.Request), all[(n-1)*sitemapMost:min(n*sitemapMost, len(all))]))
}

func sitemapOf(base string, paths []string) (set sitemapSet) {
	for _, p := range paths {
		set.URLs = append(set.URLs, sitemapURL{base + p})
	}
	return set
}

func (s *Site) writeXML(c *gin.Context, media string, v any) {
	body, err := xml.MarshalIndent(v, "", " ")
	if err != nil {
		s.fail(c, err)
		return
	}
	c.Data(200, media, append([]byte(xml.Header), body...))
}
