package ui

import (
	"strconv"

	"seelex/legislation"
	"seelex/legislation/compare"
	"seelex/ui/chart/series"
	"seelex/ui/chart/svg"
)

// practicePage is the figures on how the law is applied.
type practicePage struct {
	Frame
	Jurisdictions   Checks
	Query, From, To string
	Total           string
	Places          []practicePlace
	Empty           *Empty
	Exports         []Link
	Sources         []Source
}

// practicePlace is the figures of one jurisdiction.
type practicePlace struct {
	Jurisdiction Jurisdiction
	ID           string
	Count        string
	Charts       []Figure
	Rows         []figureLine
}

// figureLine is one figure.
type figureLine struct {
	Measure, Year, Value, Unit, Note, Confidence string
	Marks                                        Marks
}

func (s *Site) practicePage(r *request) (any, error) {
	ask := r.PracticeRequest()
	if err := r.Err(); err != nil {
		return nil, err
	}
	found, err := s.service.Practice(ask)
	if err != nil {
		return nil, err
	}
	here := newAddress(r.http.Request.URL, "jurisdiction")
	page := &practicePage{Frame: Frame{Title: "The law in practice", Section: "data", Canonical: here.String(),
		Description: "Convictions, sentences, prison population, seizures and treatment in South East Europe, by year, with sources."},
		Jurisdictions: s.jurisdictionChecks("jurisdiction", ask.Jurisdictions), Query: ask.Query, From: here.values.Get("from"), To: here.values.Get("to")}
	notes, total := &footnotes{}, 0
	for _, series := range found.Series {
		total += len(series.Points)
		s.addSeries(page, series, notes)
	}
	page.Total = plural(total, "figure", "figures") + " in " + plural(len(page.Places), "jurisdiction", "jurisdictions")
	if total == 0 {
		page.Empty = &Empty{Title: "No figure fits", Text: "The knowledge base has no figure with these words and years.", Ways: []Link{{Label: "All figures", URL: "/practice"}}}
	}
	page.Exports = exports("practice", "practice", here)
	page.Sources = notes.List
	return page, nil
}

// addSeries puts a series under its jurisdiction: they come in the order of
// jurisdictions.
func (s *Site) addSeries(page *practicePage, measured compare.Series, notes *footnotes) {
	code := measured.Jurisdiction.Code
	if n := len(page.Places); n == 0 || page.Places[n-1].Jurisdiction.Code != code {
		page.Places = append(page.Places, practicePlace{Jurisdiction: s.jurisdictionLink(code), ID: "in-" + code})
	}
	place := &page.Places[len(page.Places)-1]
	for _, p := range measured.Points {
		place.Rows = append(place.Rows, figureLine{capital(measured.Measure), p.Year, legislation.Amount(p.Value), measured.Unit, p.Note, string(p.Confidence), notes.marks(code, p.Sources)})
	}
	place.Count = plural(len(place.Rows), "figure", "figures")
	if chart, ok := seriesFigure(measured, "series-"+code+"-"+strconv.Itoa(len(place.Charts))); ok {
		place.Charts = append(place.Charts, chart)
	}
}

// seriesFigure draws a measure that is known for enough single years.
func seriesFigure(measured compare.Series, id string) (Figure, bool) {
	line := series.Series{Label: measured.Measure}
	for _, p := range measured.Points {
		if year, err := strconv.Atoi(p.Year); err == nil && p.Value >= 0 {
			line.Points = append(line.Points, series.Point{Year: year, Value: p.Value})
		}
	}
	if len(line.Points) < enoughYears {
		return Figure{}, false
	}
	title := capital(measured.Measure)
	return Figure{ID: id, Title: title, Subtitle: measured.Jurisdiction.Name + ", " + measured.Unit, Caption: "The figures with their sources stand in the table below.",
		SVG: series.Draw(series.Chart{Heading: svg.Heading{ID: id + "-plot", Title: title + ", " + measured.Jurisdiction.Name, Desc: "The same figures stand in the table."}, Unit: measured.Unit, Bars: true, Series: []series.Series{line}})}, true
}
