package ui

import (
	"slices"
	"strconv"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/ui/chart/regionmap"
	"seelex/ui/chart/series"
	"seelex/ui/chart/svg"
	"seelex/ui/chart/timeline"
)

// jurisdictionsPage lists the legal orders.
type jurisdictionsPage struct {
	Frame
	Map  Figure
	List []jurisdictionLine
}

type jurisdictionLine struct {
	answer.JurisdictionItem
	Native []Text
	Counts string
}

func (s *Site) jurisdictions(r *request) (any, error) {
	page := &jurisdictionsPage{Frame: Frame{Title: "Jurisdictions", Section: "jurisdictions", Canonical: "/jurisdictions",
		Description: "The legal orders of South East Europe in the knowledge base, with the treaties and European Union law that bind them."}}
	m := regionmap.Map{Heading: svg.Heading{ID: "region", Title: "Jurisdictions of the knowledge base", Desc: "Map of the region by relation to the European Union; the list of jurisdictions stands beside it."},
		Classes: []regionmap.Class{{Key: "member", Label: "member of the European Union"}, {Key: "other", Label: "not a member"}}}
	for _, j := range s.service.Jurisdictions(answer.Window{Limit: answer.MaxLimit}).Items {
		j.EUStatus = datesInWords(j.EUStatus)
		line := jurisdictionLine{JurisdictionItem: j, Native: texts(j.NativeNames),
			Counts: plural(j.Instruments-j.Strategies, "law", "laws") + ", " + plural(j.Strategies, "strategy or plan", "strategies and plans") + ", " + plural(j.Topics, "topic", "topics") + " answered today"}
		page.List = append(page.List, line)
		class := "other"
		if strings.HasPrefix(j.EUStatus, "member") {
			class = "member"
		}
		m.Values = append(m.Values, regionmap.Value{Code: j.Code, Name: j.Name, Class: class, Href: j.URL, Tooltip: j.Name + ": " + j.EUStatus})
	}
	page.Map = Figure{ID: "map", Title: "Choose a jurisdiction", SVG: regionmap.Draw(m), Caption: "Bosnia and Herzegovina has four legal orders: that of the state, of its two entities and of Brčko District."}
	return page, nil
}

// jurisdictionPage is all that is known of a legal order.
type jurisdictionPage struct {
	Frame
	Crumbs       []Crumb
	Jurisdiction *answer.Jurisdiction
	Native       []Text
	Facts        []Definition
	Topics       []positionLine
	Confidence   []Tile
	Laws         []instrumentGroup
	Timeline     *Figure
	Reforms      []reformLine
	Ratified     *Table
	Practice     *Table
	Charts       []Figure
	Sources      []Source
	DateForm     DateForm
	AsItStood    AsItStood
}

// positionLine is a topic with the answer of the day.
type positionLine struct {
	Label, URL, Headline, Summary, Confidence, Since string
	Opening                                          string // of the summary, where no value is coded
	Gap                                              string // why there is no answer
	Values                                           []Definition
	Cites                                            []Link
	Marks                                            Marks
	Compare                                          string
}

// instrumentGroup is the instruments of one type.
type instrumentGroup struct {
	Title string
	Lines []instrumentLine
}

type instrumentLine struct {
	Title, URL, Number string
	Native             *Text
	Status             Status
	Confidence         string
}

func (s *Site) jurisdiction(r *request) (any, error) {
	code := r.http.Param("code")
	j, err := s.service.Jurisdiction(code, r.on)
	if err != nil {
		return nil, err
	}
	if j.Code != code {
		return nil, &moved{to: j.URL, status: 301}
	}
	page := &jurisdictionPage{Frame: Frame{Title: j.Name, Section: "jurisdictions", Canonical: j.URL, LawOn: r.on.Date().Words(),
		Description: "Drug law of " + j.Name + ": statutes, strategies, answers by topic, reforms and sources."},
		Crumbs: []Crumb{{"Jurisdictions", "/jurisdictions", ""}, {Label: j.Name}}, Jurisdiction: j, Native: nativeNames(j),
		DateForm: DateForm{Action: j.URL, On: r.on.String()}, AsItStood: asItStood(r.on)}
	notes := &footnotes{}
	page.Facts = s.jurisdictionFacts(j)
	for _, t := range j.Topics {
		page.Topics = append(page.Topics, s.positionLine(j.Code, t, notes))
	}
	for _, c := range legislation.Confidences {
		page.Confidence = append(page.Confidence, Tile{Value: strconv.Itoa(j.Confidence[c]), Label: plural2(j.Confidence[c], "answer", "answers") + " from " + confidenceWords[c]})
	}
	page.Laws = instrumentGroups(j.Instruments)
	for _, reform := range slices.Backward(j.Reforms) {
		page.Reforms = append(page.Reforms, s.reformLine(reform, notes))
	}
	here := newAddress(r.http.Request.URL)
	page.Canonical = here.String()
	page.Timeline = jurisdictionTimeline(j, r.on, here)
	page.Ratified = ratifications("ratifications", "Steps to be bound by treaties", j.Ratifications, func(r answer.Ratification) Field { return Field{Text: r.Treaty, URL: r.URL} })
	page.Practice, page.Charts = practice(j.Practice, here)
	charts := page.Charts
	if page.Timeline != nil {
		charts = append(slices.Clip(charts), *page.Timeline)
	}
	if f, err := r.download(r.on, charts...); f != nil || err != nil {
		return f, err
	}
	notes.marks(j.Code, j.Sources)
	page.Sources = notes.List
	return page, nil
}

// nativeNames are the names of a legal order in its languages, but for the one that heads the page.
func nativeNames(j *answer.Jurisdiction) []Text {
	return slices.DeleteFunc(texts(j.NativeNames), func(name Text) bool { return name.Text == j.Name && name.Lang == "en" })
}

// confidenceWords say what an answer of a degree rests on.
var confidenceWords = map[legislation.Confidence]string{legislation.Primary: "the text of the law", legislation.Secondary: "what others write of it", legislation.Unverified: "general knowledge only"}

func plural2(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}

func (s *Site) jurisdictionFacts(j *answer.Jurisdiction) (facts []Definition) {
	add := func(term string, values ...Value) {
		if len(values) > 0 && values[0].Text != "" {
			facts = append(facts, Definition{term, values})
		}
	}
	var languages []Value
	for _, tag := range j.Languages {
		languages = append(languages, Value{Text: languageName(tag)})
	}
	add("Languages", languages...)
	if j.EUStatus != "none" { // of the Union itself and of treaties
		add("European Union", Value{Text: capital(datesInWords(j.EUStatus))})
	}
	add("Currency", Value{Text: j.Currency})
	if j.Parent != "" {
		parent := s.jurisdictionLink(j.Parent)
		add("Part of", Value{Text: parent.Name, URL: parent.URL})
	}
	var parts []Value
	for _, part := range j.Parts {
		parts = append(parts, Value{Text: part.Title, URL: part.URL})
	}
	add("Has legal orders of its own", parts...)
	add("Note", Value{Text: datesInWords(j.Note)})
	return facts
}

func (s *Site) positionLine(code string, t answer.TopicCoverage, notes *footnotes) positionLine {
	line := positionLine{Label: t.Label, URL: "/topics/" + t.Topic, Compare: compareURL(t.Topic, "", 0)}
	p := t.Position
	if p == nil {
		line.Gap = "The data does not say."
		if t.Periods > 0 {
			line.Gap = "The data does not say for this day; the first known answer is of " + t.KnownFrom.Words() + "."
		}
		return line
	}
	line.Summary, line.Confidence, line.Since = daysInWords(p.Summary), string(p.Confidence), period(p.From, p.To)
	line.Marks = notes.marks(code, p.Sources)
	for _, c := range p.Citations {
		line.Cites = append(line.Cites, Link{Label: c.Label, URL: c.URL})
	}
	topic, err := s.service.Catalog().Topic(t.Topic)
	if err != nil {
		return line
	}
	line.Headline, line.Opening = headline(topic, p.Values), opening(line.Summary)
	for _, v := range topic.Variables {
		if value, ok := p.Values[v.Name]; ok {
			line.Values = append(line.Values, Definition{variableLabel(v.Name), values(value)})
		}
	}
	return line
}

// values are the lines of a value.
func values(v legislation.Value) (out []Value) {
	for _, line := range lines(v) {
		out = append(out, Value{Text: line})
	}
	return out
}

func instrumentGroups(all []answer.InstrumentItem) (groups []instrumentGroup) {
	for _, kind := range legislation.InstrumentTypes {
		g := instrumentGroup{Title: typeNames[kind][1]}
		for _, ended := range []bool{false, true} {
			for _, i := range all {
				if i.Type == kind && (i.Status == legislation.Ended) == ended {
					g.Lines = append(g.Lines, instrumentLine{i.TitleEn, i.URL, i.Number, native(i.Title), status(i.Status, i.InForce, i.Ended), string(i.Confidence)})
				}
			}
		}
		if len(g.Lines) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

func ratifications(id, caption string, all []answer.Ratification, who func(answer.Ratification) Field) *Table {
	if len(all) == 0 {
		return nil
	}
	t := &Table{ID: id, Caption: caption, Cards: true, Columns: []Column{{Label: "Name"}, {Label: "Date"}, {Label: "Manner"}, {Label: "Confidence"}, {Label: "Source"}}}
	for _, r := range all {
		source := Field{Text: "none seen"}
		if len(r.Sources) > 0 {
			source = Field{Text: r.Sources[0].Title, URL: r.Sources[0].URL}
		}
		t.Rows = append(t.Rows, []Field{who(r), {Text: r.Date.Words(), Whole: true}, {Text: legislation.CodeWords(r.Manner)}, {Text: string(r.Confidence)}, source})
	}
	return t
}

// jurisdictionTimeline sets reforms, strategies and treaties on one axis.
func jurisdictionTimeline(j *answer.Jurisdiction, on legislation.Day, here address) *Figure {
	reforms, strategies, treaties := timeline.Lane{Name: "Reforms"}, timeline.Lane{Name: "Strategies and plans"}, timeline.Lane{Name: "Treaties"}
	first := on.Date().Year()
	see := func(d legislation.Date) timeline.Date {
		if !d.IsZero() {
			first = min(first, d.Year())
		}
		return chartDate(d)
	}
	kinds := map[string]timeline.Kind{"softer": timeline.Softer, "harsher": timeline.Harsher, "neutral": timeline.Neutral}
	for _, r := range j.Reforms {
		reforms.Points = append(reforms.Points, timeline.Point{Date: see(r.Date), Kind: kinds[r.Direction], Label: r.Title, Href: r.URL})
	}
	for _, i := range j.Instruments {
		if i.Type != "strategy" && i.Type != "action-plan" {
			continue
		}
		from, to := i.InForce, i.Ended
		if i.Period != nil {
			from, to = i.Period.From, i.Period.To
		}
		kind := 0
		if i.Type == "action-plan" {
			kind = 1
		}
		strategies.Spans = append(strategies.Spans, timeline.Span{From: see(from), To: chartDate(to), Kind: kind, Label: i.TitleEn, Short: spanYears(from, to), Href: i.URL})
	}
	for _, r := range j.Ratifications {
		treaties.Points = append(treaties.Points, timeline.Point{Date: see(r.Date), Kind: timeline.Ratified, Label: r.Treaty, Href: r.URL})
	}
	t := timeline.Timeline{Heading: svg.Heading{ID: "time", Title: "Reforms, strategies and treaties of " + j.Name, Desc: "Lanes of time; the same events are listed on this page."},
		Window: timeline.Window{From: timeline.Date{Year: max(first, 1960)}, To: timeline.Date{Year: on.Date().Year() + 2}}, On: chartDate(on.Date()), Kinds: []string{"strategy", "action plan"}}
	for _, lane := range []timeline.Lane{reforms, strategies, treaties} {
		if len(lane.Points)+len(lane.Spans) > 0 {
			t.Lanes = append(t.Lanes, lane)
		}
	}
	if len(t.Lanes) == 0 {
		return nil
	}
	figure := Figure{ID: "timeline", Title: "Reforms, strategies and treaties", Nested: true, Caption: "The line marks " + on.Date().Words() + ". The events with their sources stand below."}.drawn(here, chartDrawing(t))
	return &figure
}

// chartDate is a date as charts take it, as exact as it is.
func chartDate(d legislation.Date) (out timeline.Date) {
	for i, part := range strings.Split(d.String(), "-") {
		n, _ := strconv.Atoi(part) // the ISO form of an unknown date is empty: 0
		*[]*int{&out.Year, &out.Month, &out.Day}[i] = n
	}
	return out
}

// practice are the figures as a table, and as charts where a measure has enough years.
func practice(figures []answer.Figure, here address) (*Table, []Figure) {
	if len(figures) == 0 {
		return nil, nil
	}
	t := &Table{ID: "practice-table", Caption: "Figures on how the law is applied", Cards: true, Columns: []Column{{Label: "Measure"}, {Label: "Year"}, {Label: "Value", Number: true}, {Label: "Unit"}, {Label: "Source"}}}
	var charts []Figure
	for i, f := range figures {
		source := Field{Text: "none seen"}
		if len(f.Sources) > 0 {
			source = Field{Text: f.Sources[0].Title, URL: f.Sources[0].URL}
		}
		t.Rows = append(t.Rows, []Field{{Text: capital(f.Measure)}, {Text: f.Year}, {Text: legislation.Amount(f.Value), Number: true}, {Text: f.Unit}, source})
		if i == 0 || figures[i-1].Measure != f.Measure || figures[i-1].Unit != f.Unit {
			if chart, ok := practiceChart(figures[i:], here); ok {
				charts = append(charts, chart)
			}
		}
	}
	return t, charts
}

// enoughYears is from how many years on a measure is drawn.
const enoughYears = 3

// practiceChart draws the measure that the figures begin with.
func practiceChart(figures []answer.Figure, here address) (Figure, bool) {
	first := figures[0]
	line := series.Series{Label: first.Measure}
	for _, f := range figures {
		if f.Measure != first.Measure || f.Unit != first.Unit {
			break
		}
		if year, err := strconv.Atoi(f.Year); err == nil && f.Value >= 0 {
			line.Points = append(line.Points, series.Point{Year: year, Value: f.Value})
		}
	}
	if len(line.Points) < enoughYears {
		return Figure{}, false
	}
	id := "series-" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(first.Measure))
	return Figure{ID: id, Title: capital(first.Measure), Nested: true, Subtitle: first.Unit, Caption: years(line.Points) + ". The figures with their sources stand in the table."}.
		drawn(here, seriesDrawing(series.Chart{Heading: svg.Heading{ID: id + "-plot", Title: capital(first.Measure), Desc: "The figures stand in the table of this page."}, Unit: first.Unit, Bars: true, Series: []series.Series{line}})), true
}
