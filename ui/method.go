package ui

import (
	"html/template"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/compare"
	"seelex/ui/chart/heat"
	"seelex/ui/chart/svg"
)

// methodPage says how the data was made and how far it reaches.
type methodPage struct {
	Frame
	Degrees  []degree
	Coverage Figure
	Tiles    []Tile
}

// degree is a degree of confidence with how many answers of today have it.
type degree struct{ Name, Meaning, Count string }

var degreeMeanings = map[legislation.Confidence]string{
	legislation.Primary:    "The official text, an official translation or the gazette was read.",
	legislation.Secondary:  "An intergovernmental body, a study, a non-governmental organisation, a law firm or the press states it; the text itself was not read.",
	legislation.Unverified: "General knowledge; no source was seen for it. Take it as a pointer to where to look, not as a finding.",
}

func (s *Site) method(r *request) (any, error) {
	here := newAddress(r.http.Request.URL)
	figure, counts, err := s.coverage(r, here)
	if err != nil {
		return nil, err
	}
	if f, err := r.download(r.on, figure); f != nil || err != nil {
		return f, err
	}
	figure.Downloads = append(figure.Downloads, exports("coverage", here)...)
	page := &methodPage{Frame: Frame{Title: "Method", Section: "method", Canonical: here.String(), LawOn: r.on.Date().Words(),
		Description: "How the knowledge base was made, what its dates and degrees of confidence mean, what it covers and where it ends."},
		Coverage: figure, Tiles: s.sizes()}
	for _, c := range legislation.Confidences {
		page.Degrees = append(page.Degrees, degree{string(c), degreeMeanings[c], plural(counts[c], "answer", "answers") + " of today"})
	}
	return page, nil
}

// coverage draws which jurisdiction answers which topic, and how surely.
func (s *Site) coverage(r *request, here address) (Figure, map[legislation.Confidence]int, error) {
	on := r.on
	chart := heat.Chart{Heading: svg.Heading{ID: "coverage-heat", Title: "Answers by jurisdiction and topic", Desc: "Each cell says how surely a jurisdiction's answer to a topic is known; the same as a table stands below."},
		Empty: "no answer", Levels: []heat.Level{{Key: "unverified", Label: "unverified", Symbol: "U"}, {Key: "secondary", Label: "secondary", Symbol: "S"}, {Key: "primary", Label: "primary", Symbol: "P"}}}
	table := &Table{ID: "coverage-table", Caption: "Confidence of the answers by jurisdiction and topic, " + on.Date().Words(), Columns: []Column{{Label: "Jurisdiction"}}}
	counts := map[legislation.Confidence]int{}
	request := compare.Request{On: on, Today: s.service.Today()}
	for _, t := range s.service.Topics(answer.Window{Limit: answer.MaxLimit}).Items {
		request.Topics = append(request.Topics, t.ID)
		chart.Columns = append(chart.Columns, heat.Head{Label: t.Label, Href: t.URL})
		table.Columns = append(table.Columns, Column{Label: t.Label})
	}
	found, err := s.service.Compare(r.context(), request)
	if err != nil {
		return Figure{}, nil, err
	}
	for _, block := range found.Blocks {
		for i, c := range block.Columns {
			if i == len(chart.Rows) {
				chart.Rows = append(chart.Rows, heat.Row{Name: c.Jurisdiction.Name, Href: "/jurisdictions/" + c.Jurisdiction.Code})
				table.Rows = append(table.Rows, []Field{{Text: c.Jurisdiction.Name, URL: "/jurisdictions/" + c.Jurisdiction.Code}})
			}
			cell, field := heat.Cell{Href: compareURL(block.Topic.ID, c.Jurisdiction.Code, s.unlessToday(on))}, Field{Text: "–"}
			if c.Position != nil {
				cell.Level, field.Text = string(c.Position.Confidence), string(c.Position.Confidence)
				counts[c.Position.Confidence]++
			}
			chart.Rows[i].Cells = append(chart.Rows[i].Cells, cell)
			table.Rows[i] = append(table.Rows[i], field)
		}
	}
	return Figure{ID: "coverage", Title: "What is known, and how surely", Nested: true, Subtitle: "Answers as of " + on.Date().Words(), Table: table,
		Caption: "A cell leads to the answer with its citations and sources. An empty cell is a gap in the data, not a statement about the law."}.drawn(here, func(as func(svg.Heading) svg.Heading) template.HTML {
		c := chart
		c.Heading = as(c.Heading)
		return heat.Draw(c)
	}), counts, nil
}

// sizes are the sizes of the knowledge base.
func (s *Site) sizes() []Tile {
	n := s.service.Stats()
	return []Tile{{count(n.Jurisdictions), "jurisdictions", "/jurisdictions"}, {count(n.Instruments), "laws, strategies, treaties", "/search?kind=instrument"},
		{count(n.Provisions), "provisions, each citable", "/search?kind=provision"}, {count(n.ProvisionVersions), "versions of provisions", ""},
		{count(n.Positions), "coded answers to topics", "/topics"}, {count(n.Reforms), "reforms", "/timeline"}, {count(n.Practice), "figures on practice", ""},
		{count(n.Ratifications), "ratifications", ""}, {count(n.Concepts), "concepts in up to twelve languages", ""}, {count(n.Sources), "sources", ""}}
}
