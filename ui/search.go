package ui

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"seelex/api/answer"
	"seelex/index"
	"seelex/legislation"
)

// searchPage is a search and what it found.
type searchPage struct {
	Frame
	SearchBox  SearchBox
	DateForm   DateForm
	AsItStood  AsItStood
	Asked      bool // words or a filter were given
	Total      string
	Range      string // "21 to 40"
	Understood []understoodLine
	Suggestion *Link
	Citation   *citationLine
	AsCitation string // the same search, read as the citation that it may be
	Active     []Link // filters in force; each link takes one off
	Clear      string
	Facets     []FacetGroup
	Groups     []hitGroup
	Pagination *Pagination
	Empty      *Empty
	Examples   []Text
	Topics     []Link
	Exports    []Link
}

// understoodLine is a concept that was recognised, widened to all languages or not.
type understoodLine struct {
	Text, Label string
	Off         bool
	Toggle      string // the same search with the concept switched
	Terms       []termLine
}

// citationLine is a citation that the text was read as.
type citationLine struct {
	Label, URL string
	Where      string // the name of the jurisdiction
	Candidates []Link
	Missing    []string // what led to no place
	Words      string   // the same search, of the words
}

// hitGroup is the hits in one instrument.
type hitGroup struct {
	Jurisdiction Jurisdiction
	Instrument   *Link
	Articles     []articleHits
}

// articleHits is the hits in one article: itself, its paragraphs, or both.
type articleHits struct {
	Label, URL string // of the article where several paragraphs stand together, else empty
	Hits       []hitLine
}

// hitLine is one hit.
type hitLine struct {
	Label, Heading, URL string
	Native              *Text
	Snippet             template.HTML
	Lang                string
	Status              Status
	Confidence          string
	Topics              []Link
	Direct              bool
}

// listParameters are the parameters of a search that are lists.
var listParameters = []string{"jurisdiction", "topic", "type", "kind", "lang", "confidence", "without"}

func (s *Site) search(r *request) (any, error) {
	ask := r.SearchRequest()
	if err := r.Err(); err != nil {
		return nil, err
	}
	here := newAddress(r.http.Request.URL, listParameters...)
	page := &searchPage{Frame: Frame{Title: "Search", Section: "search", Query: ask.Text, Canonical: "/search", LawOn: r.on.Date().Words()},
		SearchBox: SearchBox{Query: ask.Text, Placeholder: "Words or a citation, in any language", Hidden: here.hidden("q", "offset", "without")},
		DateForm:  DateForm{Action: "/search", On: r.on.String(), Hidden: here.hidden("on", "offset")}, AsItStood: asItStood(r.on), Examples: examples}
	page.Asked = ask.Text != "" || len(here.with("on", "", "limit", "", "offset", "").values) > 0
	if !page.Asked {
		for _, t := range s.service.Topics(answer.Window{Limit: answer.MaxLimit}).Items {
			page.Topics = append(page.Topics, Link{Label: t.Label, URL: "/search?topic=" + t.ID})
		}
		return page, nil
	}
	if ask.Text != "" {
		page.Title = ask.Text
	}
	found, err := s.service.Search(r.context(), ask)
	if err != nil {
		return nil, err
	}
	s.fillSearch(page, here, ask, found)
	return page, nil
}

func (s *Site) fillSearch(page *searchPage, here address, ask index.Request, found *index.Answer) {
	page.Total = plural(found.Total, "result", "results")
	if found.Total > len(found.Hits) && len(found.Hits) > 0 {
		page.Range = count(ask.Offset+1) + " to " + count(ask.Offset+len(found.Hits))
	}
	for _, e := range found.Query.Expanded {
		page.Understood = append(page.Understood, understood(here, e))
	}
	if found.Query.Suggestion != nil {
		page.Suggestion = &Link{Label: *found.Query.Suggestion, URL: here.with("q", *found.Query.Suggestion, "offset", "").String()}
	}
	if c := found.Query.Citation; c != nil {
		page.Citation = &citationLine{Label: c.Label, URL: c.URL, Missing: c.NotUnderstood, Words: here.toggle("without", index.WithoutCitation).with("offset", "").String()}
		if c.ID != "" {
			page.Citation.Where = s.jurisdictionLink(legislation.ID(c.ID).Jurisdiction()).Name
		}
		for _, candidate := range c.Candidates {
			page.Citation.Candidates = append(page.Citation.Candidates, Link{Label: candidate.Label, URL: candidate.URL, Why: s.jurisdictionLink(candidate.Jurisdiction).Name})
		}
	}
	if slices.Contains(ask.Without, index.WithoutCitation) {
		page.AsCitation = here.toggle("without", index.WithoutCitation).with("offset", "").String()
	}
	page.Facets = s.facets(here, found.Facets)
	for _, group := range page.Facets {
		for _, o := range group.Options {
			if o.Selected {
				page.Active = append(page.Active, Link{Label: group.Label + ": " + o.Label, URL: o.URL})
			}
		}
	}
	if len(page.Active) > 0 {
		page.Clear = here.with("jurisdiction", "", "topic", "", "type", "", "kind", "", "lang", "", "confidence", "", "offset", "").String()
	}
	page.Groups = s.hitGroups(found.Hits)
	page.Pagination = pagination(here, found.Total, ask.Limit, ask.Offset)
	if found.Total == 0 {
		page.Empty = emptySearch(here, page, found)
	} else {
		export := here.with("offset", "", "limit", "").query()
		for _, format := range []string{"csv", "xlsx", "json"} {
			page.Exports = append(page.Exports, Link{Label: strings.ToUpper(format), URL: "/api/v1/export/search." + format + "?" + export})
		}
	}
}

func understood(here address, e index.Expanded) understoodLine {
	line := understoodLine{Text: e.Text, Label: e.Label, Off: e.Off, Toggle: here.toggle("without", e.Concept).with("offset", "").String()}
	line.Terms = concept(answer.Concept{Concept: legislation.Concept{Labels: e.Terms}}).Terms
	return line
}

// facets are the ways to narrow the search, with what is chosen even where it counts
// nothing.
func (s *Site) facets(here address, f index.Facets) []FacetGroup {
	topicName := func(id string) string {
		if t, err := s.service.Catalog().Topic(id); err == nil {
			return t.Label
		}
		return id
	}
	group := func(label, name string, open bool, counts []index.Count, words func(string) string) FacetGroup {
		g := FacetGroup{Label: label, Open: open}
		chosen := splitAll(here.values[name])
		for _, value := range chosen {
			if !slices.ContainsFunc(counts, func(c index.Count) bool { return c.Value == value }) {
				counts = append(counts, index.Count{Value: value})
			}
		}
		for _, c := range counts {
			g.Options = append(g.Options, FacetOption{Label: words(c.Value), Count: count(c.Count), Selected: slices.Contains(chosen, c.Value),
				URL: here.toggle(name, c.Value).with("offset", "").String()})
		}
		return g
	}
	all := []FacetGroup{
		group("Jurisdiction", "jurisdiction", true, f.Jurisdiction, func(code string) string { return s.jurisdictionLink(code).Name }),
		group("Topic", "topic", true, f.Topic, topicName),
		group("Kind", "kind", true, f.Kind, capital),
		group("Type of instrument", "type", false, f.Type, typeName),
		group("Original language", "lang", false, f.Lang, languageName),
		group("Confidence", "confidence", false, f.Confidence, func(s string) string { return s }),
	}
	return slices.DeleteFunc(all, func(g FacetGroup) bool { return len(g.Options) == 0 })
}

// hitGroups sets hits under their instrument and article, each where its best hit stood.
func (s *Site) hitGroups(hits []index.Hit) (groups []hitGroup) {
	at := map[string]int{}
	for _, h := range hits {
		key := h.ID
		if inInstrument(h) {
			key = h.Instrument.ID
		}
		i, seen := at[key]
		if !seen {
			i = len(groups)
			at[key] = i
			g := hitGroup{Jurisdiction: s.jurisdictionLink(h.Jurisdiction)}
			if inInstrument(h) {
				g.Instrument = &Link{Label: h.Instrument.Title, URL: "/law/" + h.Instrument.ID}
			}
			groups = append(groups, g)
		}
		groups[i].add(h, s.hitLine(h))
	}
	for i := range groups {
		for j := range groups[i].Articles {
			groups[i].Articles[j].together()
		}
	}
	return groups
}

// inInstrument reports whether a hit is law; a coded answer rests on law without being
// part of it.
func inInstrument(h index.Hit) bool { return h.Instrument != nil && h.Instrument.ID != "" }

// article is the id of the unit below which paragraphs stand together.
func article(id legislation.ID) legislation.ID {
	segments := id.Segments()
	for i := len(segments) - 1; i >= 0; i-- {
		if !strings.HasPrefix(segments[i], "par-") && !strings.HasPrefix(segments[i], "pt-") {
			return legislation.ID(string(id.Instrument()) + "/" + strings.Join(segments[:i+1], "/"))
		}
	}
	return id
}

func (g *hitGroup) add(h index.Hit, line hitLine) {
	if h.Kind == "provision" {
		id := article(legislation.ID(h.ID))
		for i := range g.Articles {
			if g.Articles[i].URL == "/law/"+string(id) {
				g.Articles[i].Hits = append(g.Articles[i].Hits, line)
				return
			}
		}
		g.Articles = append(g.Articles, articleHits{id.Label(), "/law/" + string(id), []hitLine{line}})
		return
	}
	if h.Kind == "instrument" {
		line.Heading = "The whole of it: " + line.Heading
	}
	g.Articles = append(g.Articles, articleHits{Hits: []hitLine{line}})
}

// together shortens the labels below an article's heading, and drops the heading where
// one hit stands for it.
func (a *articleHits) together() {
	if len(a.Hits) < 2 {
		a.Label, a.URL = "", ""
		return
	}
	for i := range a.Hits {
		if short := strings.TrimPrefix(a.Hits[i].Label, a.Label); short != "" {
			a.Hits[i].Label = short
		}
	}
}

func (s *Site) hitLine(h index.Hit) hitLine {
	line := hitLine{Label: h.Label, Heading: h.Heading, URL: h.URL, Snippet: h.Snippet, Lang: h.Lang, Confidence: string(h.Confidence),
		Status: status(h.Status, h.InForce, h.Ended), Direct: h.Direct, Topics: s.topicLinks(h.Topics)}
	if h.Native != "" && h.Native != h.Heading {
		line.Native = &Text{h.Native, h.NativeLang}
	}
	if h.Kind == "position" {
		line.Heading = "Comparison: " + h.Heading
		line.Topics = nil
		if line.Status.State == "in-force" {
			line.Status.Label = "holds today"
		}
	}
	return line
}

func (s *Site) topicLinks(ids []string) (out []Link) {
	for _, id := range ids {
		if t, err := s.service.Catalog().Topic(id); err == nil {
			out = append(out, Link{Label: t.Label, URL: "/topics/" + id})
		}
	}
	return out
}

// emptySearch leads on from a search that found nothing.
func emptySearch(here address, page *searchPage, found *index.Answer) *Empty {
	e := &Empty{Title: "Nothing found", Text: "No provision, instrument or answer fits all of this on " + page.AsItStood.Text + "."}
	if page.Suggestion != nil {
		e.Ways = append(e.Ways, Link{Label: page.Suggestion.Label, URL: page.Suggestion.URL, Why: "another spelling"})
	}
	if page.Clear != "" {
		e.Ways = append(e.Ways, Link{Label: "Search without filters", URL: page.Clear})
	}
	if here.values.Has("on") {
		e.Ways = append(e.Ways, Link{Label: "Search the law of today", URL: here.with("on", "", "offset", "").String()})
	}
	if w := found.Ways; w != nil {
		if w.Text != "" {
			e.Ways = append(e.Ways, Link{Label: w.Text, URL: here.with("q", w.Text, "offset", "").String(), Why: "without “" + strings.Join(w.Dropped, "”, “") + "”"})
		}
		for _, c := range w.Concepts {
			e.Ways = append(e.Ways, Link{Label: c.Label, URL: here.with("q", c.Label, "offset", "").String(), Why: "a near concept"})
		}
	}
	e.Ways = append(e.Ways, Link{Label: "Browse the topics", URL: "/topics"}, Link{Label: "Browse the jurisdictions", URL: "/jurisdictions"})
	return e
}

// pagination leads through the pages of a list: the first, the last, and those around
// the present one.
func pagination(here address, total, limit, offset int) *Pagination {
	last := min((total+limit-1)/limit, answer.MaxOffset/limit+1)
	if last < 2 {
		return nil
	}
	to := func(n int) string {
		if n == 1 {
			return here.with("offset", "").String()
		}
		return here.with("offset", strconv.Itoa((n-1)*limit)).String()
	}
	now := offset/limit + 1
	p := &Pagination{}
	if now > 1 {
		p.Previous = to(min(now-1, last))
	}
	if now < last {
		p.Next = to(now + 1)
	}
	for n := 1; n <= last; n++ {
		switch {
		case n == 1, n == last, n >= now-2 && n <= now+2:
			p.Pages = append(p.Pages, PageLink{Number: strconv.Itoa(n), URL: to(n), Current: n == now})
		case len(p.Pages) > 0 && p.Pages[len(p.Pages)-1].Number != "":
			p.Pages = append(p.Pages, PageLink{})
		}
	}
	return p
}
