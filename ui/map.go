package ui

import (
	"html/template"
	"net/http"
	"slices"
	"strings"

	"seelex/legislation"
	"seelex/legislation/compare"
	"seelex/ui/chart/regionmap"
	"seelex/ui/chart/svg"
)

// mapPage is a large map of the region coloured by the answers to one variable, with
// the same as a table.
type mapPage struct {
	Frame
	Heading   string
	Note      string // meaning of the variable
	Variables []variableChoice
	On        string
	AsItStood AsItStood
	Figure    Figure
	Classes   []Tile
	Rows      []shadeLine
	Compare   string
	Exports   []Link
	Sources   []Source
}

// variableChoice is a topic with the variables by which a map can be coloured.
type variableChoice struct {
	Topic   string
	Options []Option // the value is topic/variable
}

// shadeLine is one jurisdiction's answer.
type shadeLine struct {
	Jurisdiction Jurisdiction
	Answer, URL  string
	Known        bool
	Period       string
	Confidence   string
	Marks        Marks
}

// The map that is shown when none is asked for.
const firstMap = "decriminalisation/status"

func (s *Site) mapPage(r *request) (any, error) {
	choice := r.Text("by", 130)
	if choice == "" && r.Text("topic", 64) == "" {
		choice = firstMap
	}
	if topic, variable, ok := strings.Cut(choice, "/"); ok {
		// The form has one choice for both; the address has them apart.
		here := newAddress(r.http.Request.URL)
		if r.http.Query("by") != "" {
			return nil, &moved{to: here.with("by", "", "topic", topic, "variable", variable).String(), status: http.StatusSeeOther}
		}
		return s.shadedMap(r, compare.ShadingRequest{Topic: topic, Variable: variable, On: r.on, Today: s.service.Today()})
	}
	return s.shadedMap(r, r.ShadingRequest())
}

func (s *Site) shadedMap(r *request, ask compare.ShadingRequest) (any, error) {
	if err := r.Err(); err != nil {
		return nil, err
	}
	found, err := s.service.Shading(ask)
	if err != nil {
		return nil, err
	}
	day := found.On.Date().Words()
	page := &mapPage{Frame: Frame{Title: found.Label + ": " + strings.ToLower(variableLabel(found.Variable.Name)) + " on the map", Section: "compare", LawOn: day,
		Description: "Map of South East Europe: " + found.Label + ", " + strings.ToLower(variableLabel(found.Variable.Name)) + ", on any day."},
		Heading: found.Label + ": " + strings.ToLower(variableLabel(found.Variable.Name)), Note: capital(found.Variable.Note), On: found.On.String(), AsItStood: asItStood(found.On),
		Variables: s.mapVariables(found), Compare: compareURL(found.Topic, "", found.On)}
	here := newAddress(r.http.Request.URL).with("topic", found.Topic, "variable", found.Variable.Name, "download", "", "size", "")
	page.Canonical = here.String()
	s.fillMap(page, found, here)
	if f, err := r.download(found.On, page.Figure); f != nil || err != nil {
		return f, err
	}
	return page, nil
}

func (s *Site) fillMap(page *mapPage, found compare.Shading, here address) {
	notes := &footnotes{}
	for _, c := range found.Classes {
		if c.Count > 0 {
			page.Classes = append(page.Classes, Tile{Value: count(c.Count), Label: c.Words})
		}
	}
	for _, p := range found.Places {
		line := shadeLine{Jurisdiction: s.jurisdictionLink(p.Jurisdiction.Code), Answer: p.Words, Known: p.Code != "", URL: compareURL(found.Topic, p.Jurisdiction.Code, found.On), Confidence: string(p.Confidence),
			Marks: together(notes.marks(p.Jurisdiction.Code, p.Sources))}
		if !line.Known {
			line.Confidence = ""
		}
		if p.Gap != nil {
			line.Answer = p.Gap.Words
		} else {
			line.Period = period(p.From, p.To)
		}
		page.Rows = append(page.Rows, line)
	}
	page.Sources, page.Exports = notes.List, exports("map", here)
	m := shadingMap(found, page.Heading)
	page.Figure = Figure{ID: "map", Title: page.Heading, Subtitle: "As of " + page.AsItStood.Text, Marks: allMarks(notes),
		Caption: "Coded from the law in force on that day; select a jurisdiction for its answer with citations and sources."}.drawn(here, func(as func(svg.Heading) svg.Heading) template.HTML {
		m.Heading = as(m.Heading)
		return regionmap.Draw(m)
	})
	for _, size := range chartSizes[2:] {
		page.Figure.Downloads = append(page.Figure.Downloads, Link{Label: size.label, URL: here.with("download", "map", "size", size.parameter()).String()})
	}
}

func shadingMap(found compare.Shading, title string) regionmap.Map {
	m := regionmap.Map{Heading: svg.Heading{ID: "region-map", Title: title, Desc: "Map of South East Europe coloured by jurisdiction; the same stands in the table of this page."}, Classes: classes(found.Variable)}
	for _, p := range found.Places {
		m.Values = append(m.Values, regionmap.Value{Code: p.Jurisdiction.Code, Name: p.Jurisdiction.Name, Class: p.Code, Href: compareURL(found.Topic, p.Jurisdiction.Code, found.On)})
	}
	return m
}

// mapVariables are all variables by which a map can be coloured.
func (s *Site) mapVariables(found compare.Shading) (out []variableChoice) {
	for _, t := range s.service.Catalog().Topics {
		choice := variableChoice{Topic: t.Label}
		for _, v := range t.Variables {
			if slices.Contains([]legislation.VariableType{legislation.Enum, legislation.Bool}, v.Type) {
				choice.Options = append(choice.Options, Option{Value: t.ID + "/" + v.Name, Label: t.Label + ": " + strings.ToLower(variableLabel(v.Name)), Selected: t.ID == found.Topic && v.Name == found.Variable.Name})
			}
		}
		if len(choice.Options) > 0 {
			out = append(out, choice)
		}
	}
	return out
}
