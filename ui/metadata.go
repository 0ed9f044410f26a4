package ui

import (
	"encoding/json"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"seelex/api/answer"
	"seelex/api/linked"
	"seelex/legislation"
)

// metadata is what a page of law says to machines: search engines, reference managers
// and other systems.
type metadata struct {
	Linked     *linked.Law
	Alternates []alternate
	Tags       []metaTag
	OpenURL    string // a ContextObject in a span (COinS), by which Zotero takes the law over as legislation
}

// alternate is the same law in another form.
type alternate struct{ Type, Title, URL string }

type metaTag struct{ Name, Content string }

// instrumentMetadata describes an instrument.
func instrumentMetadata(i *answer.Instrument, base string) metadata {
	m := lawMetadata(legislation.ID(i.ID), i.On)
	m.Linked = linked.Instrument(i, base)
	m.Alternates = append(m.Alternates, alternate{"application/json", "JSON", "/api/v1/instruments/" + string(i.ID) + "?on=" + i.On.String()})
	var source string
	if len(i.Gazette) > 0 {
		source = strings.TrimSpace(i.Gazette[0].Name + " " + i.Gazette[0].Ref)
	}
	m.describe(i.TitleEn, native(i.Title), i.Adopted, i.Jurisdiction.Title, source, base+i.URL)
	return m
}

// provisionMetadata describes a provision in its version of the day.
func provisionMetadata(p *answer.Provision, base string) metadata {
	m := lawMetadata(legislation.ID(p.ID), p.On)
	m.Linked = linked.Provision(p, base)
	m.Alternates = append(m.Alternates, alternate{"application/json", "JSON", "/api/v1/provisions/" + p.ID + "?on=" + p.On.String()})
	m.describe(p.Instrument.TitleEn+", "+p.Label, native(p.Instrument.Title), p.Instrument.Adopted, p.Jurisdiction.Title, "", base+p.URL)
	return m
}

func lawMetadata(id legislation.ID, on legislation.Day) metadata {
	day := "on=" + on.String()
	return metadata{Alternates: []alternate{
		{"application/x-bibtex", "BibTeX", "/api/v1/cite/" + string(id) + "?style=bibtex&" + day},
		{"application/x-research-info-systems", "RIS", "/api/v1/cite/" + string(id) + "?style=ris&" + day},
		{"application/akn+xml", "Akoma Ntoso", "/api/v1/export/akn/" + string(id.Instrument()) + "?" + day},
	}}
}

// describe fills the Highwire and Dublin Core tags and the ContextObject.
func (m *metadata) describe(title string, original *Text, adopted legislation.Date, place, source, address string) {
	lang := "en"
	if original != nil {
		lang = original.Lang
	}
	tag := func(name, content string) {
		if content != "" {
			m.Tags = append(m.Tags, metaTag{name, content})
		}
	}
	tag("citation_title", title)
	tag("citation_publication_date", strings.ReplaceAll(adopted.String(), "-", "/"))
	tag("citation_language", lang)
	tag("citation_public_url", address)
	tag("DC.type", "Legislation")
	tag("DC.title", title)
	if original != nil {
		tag("DC.title.alternative", original.Text)
	}
	tag("DC.date", adopted.String())
	tag("DC.language", lang)
	tag("DC.coverage", place)
	tag("DC.identifier", address)
	v := url.Values{"ctx_ver": {"Z39.88-2004"}, "rft_val_fmt": {"info:ofi/fmt:kev:mtx:dc"}, "rfr_id": {"info:sid/seelex"}, "rft.type": {"statute"}, "rft.title": {title},
		"rft.identifier": {address}, "rft.language": {lang}, "rft.coverage": {place}}
	if !adopted.IsZero() {
		v.Set("rft.date", adopted.String())
	}
	if source != "" {
		v.Set("rft.source", source)
	}
	m.OpenURL = v.Encode()
}

// The media types in which a law can be asked for at its permanent address.
const (
	mediaHTML = "text/html"
	mediaJSON = "application/json"
	mediaAKN  = "application/akn+xml"
)

// negotiate answers a machine that asks a page of law for something other than a page;
// nil is for people.
func negotiate(c *gin.Context, m metadata) (any, error) {
	switch asked := c.NegotiateFormat(mediaHTML, mediaJSON, linked.MediaType, mediaAKN); asked {
	case linked.MediaType:
		body, err := json.Marshal(m.Linked)
		return &file{media: linked.MediaType + "; charset=utf-8", body: body}, err
	case mediaJSON, mediaAKN:
		for _, a := range m.Alternates {
			if a.Type == asked {
				return nil, &moved{to: a.URL, status: 303}
			}
		}
	}
	return nil, nil
}
