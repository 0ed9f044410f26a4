package lint

import (
	"net/url"
	"regexp"
	"strings"

	"seelex/legislation"
)

var sourceChecks = []check[*legislation.Source]{
	{"id", func(s *scope, source *legislation.Source) {
		if !sourceID.MatchString(source.ID) {
			s.fault("", source.ID, "is not an id of a source", "letters and digits, the first a capital letter: S1, S12b")
		}
	}},
	{"title", func(s *scope, source *legislation.Source) {
		s.required("title", source.Title)
		s.clean("title", source.Title)
	}},
	{"publisher", func(s *scope, source *legislation.Source) { s.clean("publisher", source.Publisher) }},
	{"kind", func(s *scope, source *legislation.Source) { s.oneOf("kind", source.Kind, legislation.SourceKinds) }},
	{"url", func(s *scope, source *legislation.Source) {
		s.url("url", source.URL)
		if source.URL == "" && source.Date.IsZero() && source.Kind != "general-knowledge" {
			s.doubt("url", "", "is missing, and so is the date: nobody can find the source by its title alone", "the address, or the date of what was printed")
		}
	}},
}

var sourceID = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

// url checks an address; none is fine.
func (s *scope) url(field, address string) {
	if address == "" {
		return
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || strings.ContainsAny(address, " \t\n<>\"\\^`{|}"):
		s.fault(field, address, "is not an address that a browser can open", "the address as copied from the browser; a space is %20")
	case u.Scheme != "https" && u.Scheme != "http":
		s.fault(field, address, "is not an address on the web", "an address that starts with https:// or http://")
	case u.Host == "" || !strings.Contains(u.Hostname(), ".") || u.User != nil:
		s.fault(field, address, "has no name of a site", "an address such as https://www.example.org/page")
	}
}
