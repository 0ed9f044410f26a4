package ui

import (
	"net/url"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// homePage is what stands on the first page.
type homePage struct {
	Frame
	SearchBox SearchBox
	Examples  []Text // queries as people type them; Lang is the language of the words
	Journey   string // one case, asked everywhere
	Map       Figure
	Tiles     []Tile
	Topics    []answer.Topic
	Reforms   []reformLine
}

// reformLine is a reform in a list.
type reformLine struct {
	Date, When   string
	Title, URL   string
	Jurisdiction Jurisdiction
	Direction    string
	Confidence   string
	Marks        Marks
}

// examples show that the search reads any language of the region, and citations.
var examples = []Text{{"small quantity for personal use", "en"}, {"posedovanje za sopstvenu upotrebu", "sr-Latn"}, {"εξάρτηση και θεραπεία", "el"},
	{"лечение вместо наказание", "bg"}, {"përdorim vetjak", "sq"}, {"KZ čl. 246a", "sr-Latn"}, {"ν. 4139/2013 άρθρο 29", "el"}}

const newest = 8

func (s *Site) home(r *request) (any, error) {
	stats := s.service.Stats()
	page := &homePage{Frame: Frame{Section: "home", Canonical: "/", LawOn: r.on.Date().Words(),
		Description: "Drug legislation and drug strategies of South East Europe: search in any language of the region, compare by topic on any date, cite every section."},
		SearchBox: SearchBox{Placeholder: "Words or a citation, in any language"}, Examples: examples, Journey: scenarioExamples[0].URL,
		Topics: s.service.Topics(answer.Window{Limit: answer.MaxLimit}).Items,
		Tiles: []Tile{{count(stats.Jurisdictions), "jurisdictions", "/jurisdictions"}, {count(stats.Instruments), "laws, strategies, treaties", "/search?kind=instrument"},
			{count(stats.Provisions), "provisions, each citable", "/search?kind=provision"}, {count(stats.Positions), "coded answers to topics", "/topics"},
			{count(stats.Sources), "sources", "/data"}}}
	for _, reform := range s.service.Reforms(r.on, answer.Window{Limit: newest}).Items {
		page.Reforms = append(page.Reforms, s.reformLine(reform, nil))
	}
	block, err := s.service.Compare(r.context(), compare.Request{Topics: []string{"decriminalisation"}, On: r.on, Today: r.on})
	if err != nil {
		return nil, err
	}
	v, _ := mainVariable(block.Topic)
	page.Map = mapFigure("status", &block.Block, v, nil)
	page.Map.Title = "How the law treats drug users"
	return page, nil
}

// reformLine shows a reform; notes is nil where the page has no list of sources.
func (s *Site) reformLine(r answer.Reform, notes *footnotes) reformLine {
	line := reformLine{Date: r.Date.String(), When: r.Date.Words(), Title: r.Title, URL: r.URL, Direction: r.Direction,
		Confidence: string(r.Confidence), Jurisdiction: s.jurisdictionLink(r.Jurisdiction)}
	if notes != nil {
		line.Marks = notes.marks(r.Jurisdiction, r.Sources)
	}
	return line
}

func (s *Site) jurisdictionLink(code string) Jurisdiction {
	out := Jurisdiction{Code: code, Name: code, URL: "/jurisdictions/" + code}
	if j, err := s.service.Catalog().Jurisdiction(code); err == nil {
		out.Name = j.Name
	}
	return out
}

// unlessToday is the day that an address must carry: 0 where today is meant anyway.
func (s *Site) unlessToday(on legislation.Day) legislation.Day {
	if on == s.service.Today() {
		return 0
	}
	return on
}

// compareURL is the address of one jurisdiction's answer to a topic.
func compareURL(topic, jurisdiction string, on legislation.Day) string {
	u := "/compare?topic=" + url.QueryEscape(topic)
	if jurisdiction != "" {
		u += "&jurisdictions=" + url.QueryEscape(jurisdiction)
	}
	if on != 0 {
		u += "&on=" + on.String()
	}
	return u
}
