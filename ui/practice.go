package ui

import (
	"html/template"
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
		page.addSeries(s.jurisdictionLink(series.Jurisdiction.Code), series, here, notes)
	}
	var charts []Figure
	for _, place := range page.Places {
		charts = append(charts, place.Charts...)
	}
	if f, err := r.download(s.service.Today(), charts...); f != nil || err != nil {
		return f, err
	}
	page.Total = plural(total, "figure", "figures") + " in " + plural(len(page.Places), "jurisdiction", "jurisdictions")
	if total == 0 {
		page.Empty = &Empty{Title: "No figure fits", Text: "The knowledge base has no figure with these words and years.", Ways: []Link{{Label: "All figures", URL: "/practice"}}}
	}
	page.Exports = exports("practice", here)
	page.Sources = notes.List
	return page, nil
}

// addSeries puts a series under its jurisdiction: they come in the order of
// jurisdictions.
func (page *practicePage) addSeries(j Jurisdiction, measured compare.Series, here address, notes *footnotes) {
	code := measured.Jurisdiction.Code
	if n := len(page.Places); n == 0 || page.Places[n-1].Jurisdiction.Code != code {
		page.Places = append(page.Places, practicePlace{Jurisdiction: j, ID: "in-" + code})
	}
	place := &page.Places[len(page.Places)-1]
	for _, p := range measured.Points {
		place.Rows = append(place.Rows, figureLine{capital(measured.Measure), p.Year, legislation.Amount(p.Value), measured.Unit, p.Note, string(p.Confidence), notes.marks(code, p.Sources)})
	}
	place.Count = plural(len(place.Rows), "figure", "figures")
	if chart, ok := seriesFigure(measured, "series-"+code+"-"+strconv.Itoa(len(place.Charts)), here); ok {
		for _, p := range measured.Points {
			chart.Marks = append(chart.Marks, notes.marks(code, p.Sources)...)
		}
		chart.Marks = together(distinct(chart.Marks))
		place.Charts = append(place.Charts, chart)
	}
}

// seriesFigure draws a measure that is known for enough single years.
func seriesFigure(measured compare.Series, id string, here address) (Figure, bool) {
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
	return Figure{ID: id, Title: title, Nested: true, Subtitle: measured.Jurisdiction.Name + ", " + measured.Unit, Caption: years(line.Points) + ". The figures with their sources stand in the table below."}.
		drawn(here, seriesDrawing(series.Chart{Heading: svg.Heading{ID: id + "-plot", Title: title + ", " + measured.Jurisdiction.Name, Desc: "The same figures stand in the table."}, Unit: measured.Unit, Bars: true, Series: []series.Series{line}})), true
}

// seriesDrawing draws figures over years.
func seriesDrawing(c series.Chart) drawing {
	return func(as func(svg.Heading) svg.Heading) template.HTML {
		c := c
		c.Heading = as(c.Heading)
		return series.Draw(c)
	}
}

// years are the first and the last year of a line.
func years(points []series.Point) string {
	first, last := points[0].Year, points[0].Year
	for _, p := range points {
		first, last = min(first, p.Year), max(last, p.Year)
	}
	return strconv.Itoa(first) + " to " + strconv.Itoa(last)
}
