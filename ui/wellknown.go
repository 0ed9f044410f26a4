package ui

import (
	"encoding/xml"
	"strings"

	"github.com/gin-gonic/gin"
)

type openSearchURL struct {
	Type     string `xml:"type,attr"`
	Template string `xml:"template,attr"`
}

type openSearchImage struct {
	Type    string `xml:"type,attr"`
	Address string `xml:",chardata"`
}

// openSearch describes the search for browsers, which offer it in their address bar.
func (s *Site) openSearch(c *gin.Context) {
	base := s.service.Origin(c.Request)
	body, err := xml.MarshalIndent(struct {
		XMLName     xml.Name        `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
		ShortName   string          `xml:"ShortName"`
		Description string          `xml:"Description"`
		Encoding    string          `xml:"InputEncoding"`
		Image       openSearchImage `xml:"Image"`
		URLs        []openSearchURL `xml:"Url"`
	}{ShortName: "seelex", Description: "Drug legislation and strategies of South East Europe", Encoding: "UTF-8",
		Image: openSearchImage{"image/svg+xml", base + "/static/img/logo.svg"},
		URLs:  []openSearchURL{{"text/html", base + "/search?q={searchTerms}"}}}, "", "  ")
	if err != nil {
		s.fail(c, err)
		return
	}
	c.Data(200, "application/opensearchdescription+xml; charset=utf-8", append([]byte(xml.Header), body...))
}

// robots keeps crawlers out of the endless combinations of filters; every law, topic and
// jurisdiction stays open to them.
func (s *Site) robots(c *gin.Context) {
	var b strings.Builder
	b.WriteString("User-agent: *\n")
	for _, path := range []string{"/search?", "/compare?", "/timeline?", "/changes?", "/scenario?", "/strategies?", "/practice?", "/map?", "/cite?", "/dossier", "/api/v1/"} {
		b.WriteString("Disallow: " + path + "\n")
	}
	b.WriteString("Allow: /\nSitemap: " + s.service.Origin(c.Request) + "/sitemap.xml\n")
	c.String(200, b.String())
}
