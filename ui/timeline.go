package ui

import (
	"html/template"
	"net/http"
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/compare"
	"seelex/ui/chart/svg"
	"seelex/ui/chart/timeline"
)

// timelinePage is dated events as a chart and, beside it, as a table.
type timelinePage struct {
	Frame
	Heading    string
	Form       timelineForm
	Views      Tabs
	Chosen     []Link // filters, each with the address without it
	Clear      string
	Moves      []Link // to other stretches of time
	Figure     *Figure
	Total      string
	Range      string
	Events     []eventLine
	Pagination *Pagination
	Empty      *Empty
	Exports    []Link
	Sources    []Source
}

// timelineForm chooses what is shown.
type timelineForm struct {
	Jurisdictions, Topics, Kinds, Directions Checks
	From, To                                 string
}

// eventLine is one event of the table.
type eventLine struct {
	Date, When   string
	Jurisdiction Jurisdiction
	Kind         string // in words
	Direction    string // of reforms
	Title, URL   string
	Confidence   string
	Marks        Marks
}

const eventsOfPage = 50

// usualKinds are those shown before any are chosen: every amendment of every law would
// hide the reforms.
var usualKinds = []compare.EventKind{compare.ReformEvent, compare.StrategyEvent}

func (s *Site) timeline(r *request) (any, error) {
	ask := r.TimelineRequest()
	if err := r.Err(); err != nil {
		return nil, err
	}
	here := newAddress(r.http.Request.URL, "jurisdiction", "topic", "kind", "direction")
	if len(ask.Kinds) == 0 {
		ask.Kinds = usualKinds
	}
	if !here.values.Has("limit") {
		ask.Limit = eventsOfPage
	}
	list, err := s.service.Timeline(ask)
	if err != nil {
		return nil, err
	}
	every := ask
	every.Limit, every.Offset = 0, 0
	all, err := s.service.Timeline(every)
	if err != nil {
		return nil, err
	}
	page := &timelinePage{Frame: Frame{Title: "Timeline", Section: "timeline", Canonical: here.String(), LawOn: r.on.Date().Words(),
		Description: "Reforms, strategies, entries into force and ratifications in the drug law of South East Europe, on one axis of time."},
		Heading: timelineHeading(s, ask), Form: s.timelineForm(ask, here), Views: timelineViews(here, ask), Total: plural(list.Total, "event", "events")}
	page.chosen(s, here, ask)
	s.fillTimeline(page, here, ask, all.Events, list.Events)
	if page.Figure != nil {
		if f, err := r.download(s.service.Today(), *page.Figure); f != nil || err != nil {
			return f, err
		}
	} else if here.values.Has("download") {
		return &moved{to: here.with("download", "", "size", "").String(), status: http.StatusSeeOther}, nil
	}
	page.Exports = exports("timeline", here.with("kind", kindNames(ask.Kinds), "limit", "", "offset", "", "download", ""))
	if list.Total == 0 {
		page.Exports = nil
		page.Empty = &Empty{Title: "Nothing happened that fits", Text: "No event that the data knows fits all of these filters.", Ways: []Link{{Label: "Take off all filters", URL: "/timeline"}}}
		return page, nil
	}
	page.Pagination = pagination(here, list.Total, ask.Limit, ask.Offset)
	if list.Total > ask.Limit {
		page.Range = count(ask.Offset+1) + " to " + count(ask.Offset+len(list.Events))
	}
	return page, nil
}

// fillTimeline draws all events and lists those of this page.
func (s *Site) fillTimeline(page *timelinePage, here address, ask compare.TimelineRequest, all, listed []compare.Event) {
	notes := &footnotes{}
	for _, e := range listed {
		page.Events = append(page.Events, s.eventLine(e, notes))
	}
	page.Sources = notes.List
	if len(all) == 0 {
		return
	}
	window := windowOf(all, ask, s.service.Today())
	page.Moves = timelineMoves(here, window, s.service.Today())
	chart := timelineChart(page.Heading, all, window, s.service.Today())
	figure := Figure{ID: "timeline", Title: page.Heading, Subtitle: windowWords(window) + lineWords(window, s.service.Today()),
		Caption: "Down is softer, up is harsher. The table has the sources."}.drawn(here, chartDrawing(chart))
	page.Figure = &figure
}

// timelineHeading says what is shown.
func timelineHeading(s *Site, ask compare.TimelineRequest) string {
	what := make([]string, 0, len(ask.Kinds))
	for _, k := range ask.Kinds {
		what = append(what, eventKindNames[k][1])
	}
	heading := capital(listWords(what))
	if len(ask.Kinds) == len(compare.EventKinds) {
		heading = "All dated events"
	}
	if len(ask.Topics) > 0 {
		heading += " on " + strings.ToLower(listWords(each(ask.Topics, s.topicLabel)))
	}
	if n := len(ask.Jurisdictions); n > 0 && n <= 4 {
		heading += " in " + listWords(each(ask.Jurisdictions, func(code string) string { return s.jurisdictionLink(code).Name }))
	}
	return heading
}

func (s *Site) topicLabel(id string) string {
	if t, err := s.service.Catalog().Topic(id); err == nil {
		return t.Label
	}
	return id
}

// listWords joins names as a sentence does: "a, b and c".
func listWords(list []string) string {
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return strings.Join(list, "")
}

// eventKindNames are the kinds of events, one and several.
var eventKindNames = map[compare.EventKind][2]string{
	compare.ReformEvent: {"reform", "reforms"}, compare.AdoptionEvent: {"adoption", "adoptions"}, compare.EntryEvent: {"entry into force", "entries into force"},
	compare.AmendmentEvent: {"amendment", "amendments"}, compare.EndEvent: {"end", "ends of texts"}, compare.StrategyEvent: {"strategy", "strategies"},
	compare.RatifiedEvent: {"ratification", "ratifications"},
}

func (s *Site) eventLine(e compare.Event, notes *footnotes) eventLine {
	line := eventLine{Date: e.Date.String(), When: e.Date.Words(), Jurisdiction: s.jurisdictionLink(e.Jurisdiction.Code), Kind: eventKindNames[e.Kind][0],
		Direction: e.Direction, Title: e.Title, Confidence: string(e.Confidence), Marks: notes.marks(e.Jurisdiction.Code, e.Sources)}
	if e.Kind == compare.StrategyEvent {
		line.When = strategyYears(e.Date, e.To)
	}
	if e.Instrument != nil {
		line.URL = e.Instrument.URL
	}
	return line
}

// strategyYears is a strategy's period for a narrow column.
func strategyYears(from, to legislation.Date) string {
	if to.IsZero() {
		return "from " + from.Words()
	}
	return from.Words() + " to " + to.Words()
}

// chartKinds draw the kinds of events that are points.
func chartKind(e compare.Event) timeline.Kind {
	switch e.Kind {
	case compare.EntryEvent:
		return timeline.InForce
	case compare.RatifiedEvent:
		return timeline.Ratified
	case compare.ReformEvent:
		return directions[e.Direction]
	}
	return timeline.Other
}

var directions = map[string]timeline.Kind{"softer": timeline.Softer, "harsher": timeline.Harsher, "neutral": timeline.Neutral}

// timelineChart has a lane for each jurisdiction, in the order of the alphabet.
func timelineChart(title string, events []compare.Event, window timeline.Window, today legislation.Day) timeline.Timeline {
	t := timeline.Timeline{Heading: svg.Heading{ID: "time", Title: title, Desc: "Lanes of time, one for each jurisdiction; the same events are listed in the table of this page."},
		Window: window, On: chartDate(today.Date()), Kinds: []string{"strategy or action plan"}}
	at := map[string]int{}
	for _, e := range events {
		i, ok := at[e.Jurisdiction.Code]
		if !ok {
			i = len(t.Lanes)
			at[e.Jurisdiction.Code] = i
			t.Lanes = append(t.Lanes, timeline.Lane{Name: e.Jurisdiction.Name, Href: "/jurisdictions/" + e.Jurisdiction.Code})
		}
		href := ""
		if e.Instrument != nil {
			href = e.Instrument.URL
		}
		if e.Kind == compare.StrategyEvent {
			t.Lanes[i].Spans = append(t.Lanes[i].Spans, timeline.Span{From: chartDate(e.Date), To: chartDate(e.To), Label: e.Title, Short: spanYears(e.Date, e.To), Href: href})
			continue
		}
		tooltip := e.Date.Words() + ", " + eventKindNames[e.Kind][0]
		if e.Direction != "" {
			tooltip += ", " + e.Direction
		}
		t.Lanes[i].Points = append(t.Lanes[i].Points, timeline.Point{Date: chartDate(e.Date), Kind: chartKind(e), Label: e.Title, Href: href, Tooltip: tooltip + ": " + e.Title})
	}
	slices.SortStableFunc(t.Lanes, func(a, b timeline.Lane) int { return strings.Compare(a.Name, b.Name) })
	return t
}

// usualStart is the year with which a chart begins unless another is asked for: few
// events are older, and the chart counts them.
const usualStart = 1990

// windowOf is the stretch of time that is drawn: the one asked for, else that of the
// events.
func windowOf(events []compare.Event, ask compare.TimelineRequest, today legislation.Day) timeline.Window {
	w := timeline.Window{From: timeline.Date{Year: max(events[0].Date.Year(), usualStart)}, To: timeline.Date{Year: today.Date().Year() + 4}}
	if ask.From != 0 {
		w.From = chartDate(ask.From.Date())
	}
	if ask.To != 0 && ask.To < legislation.DayMax {
		w.To = chartDate(ask.To.Date())
	}
	return w
}

// firstYear is the year before which no law of the corpus begins.
const firstYear = 1920

// timelineMoves lead to other stretches of time: the whole page goes there, table and
// chart.
func timelineMoves(here address, w timeline.Window, today legislation.Day) (out []Link) {
	limits := timeline.Window{From: timeline.Date{Year: firstYear}, To: timeline.Date{Year: today.Date().Year() + 9}}
	m := w.Moves(limits)
	for _, move := range []struct {
		label string
		to    *timeline.Window
	}{{"← Earlier", m.Earlier}, {"Closer", m.In}, {"Wider", m.Out}, {"Later →", m.Later}} {
		if move.to != nil {
			out = append(out, Link{Label: move.label, URL: here.with("from", move.to.From.String(), "to", move.to.To.String(), "offset", "").String(), Why: windowWords(*move.to)})
		}
	}
	if here.values.Has("from") || here.values.Has("to") {
		out = append(out, Link{Label: "All years", URL: here.with("from", "", "to", "", "offset", "").String()})
	}
	return out
}

// lineWords say what the line is, where there is one.
func lineWords(w timeline.Window, today legislation.Day) string {
	if !w.Shows(chartDate(today.Date())) {
		return "."
	}
	return ". The line marks today, " + today.Date().Words() + "."
}

func windowWords(w timeline.Window) string {
	from, to := dateWords(w.From), dateWords(w.To)
	if from == to {
		return from
	}
	return from + " to " + to
}

func dateWords(d timeline.Date) string {
	date, err := legislation.ParseDate(d.String())
	if err != nil {
		return d.String()
	}
	return date.Words()
}

// timelineViews are the usual choices of kinds.
func timelineViews(here address, ask compare.TimelineRequest) Tabs {
	t := Tabs{Label: "Kinds of events"}
	add := func(label string, kinds ...compare.EventKind) {
		t.Items = append(t.Items, Tab{Label: label, URL: here.with("kind", kindNames(kinds), "offset", "", "direction", "").String(), Current: sameKinds(kinds, ask.Kinds)})
	}
	add("Reforms and strategies", usualKinds...)
	t.Items[0].URL = here.with("kind", "", "offset", "").String()
	add("Reforms", compare.ReformEvent)
	add("Strategies", compare.StrategyEvent)
	add("Entries into force and ends", compare.EntryEvent, compare.EndEvent)
	add("Ratifications", compare.RatifiedEvent)
	add("Everything", compare.EventKinds...)
	return t
}

// sameKinds reports whether two choices are the same, in whatever order the address has
// them.
func sameKinds(a, b []compare.EventKind) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(k compare.EventKind) bool { return !slices.Contains(b, k) })
}

func kindNames(kinds []compare.EventKind) string {
	return strings.Join(each(kinds, func(k compare.EventKind) string { return string(k) }), ",")
}

// chosen lists the filters with the way back from each.
func (p *timelinePage) chosen(s *Site, here address, ask compare.TimelineRequest) {
	add := func(name, value, label string) {
		p.Chosen = append(p.Chosen, Link{Label: label, URL: here.toggle(name, value).with("offset", "").String()})
	}
	for _, code := range ask.Jurisdictions {
		add("jurisdiction", code, s.jurisdictionLink(code).Name)
	}
	for _, id := range ask.Topics {
		add("topic", id, s.topicLabel(id))
	}
	for _, d := range ask.Directions {
		add("direction", d, d)
	}
	for _, end := range []string{"from", "to"} {
		if date, err := legislation.ParseDate(here.values.Get(end)); err == nil && !date.IsZero() {
			p.Chosen = append(p.Chosen, Link{Label: end + " " + date.Words(), URL: here.with(end, "", "offset", "").String()})
		}
	}
	if len(p.Chosen) > 1 {
		p.Clear = "/timeline"
	}
}

func (s *Site) timelineForm(ask compare.TimelineRequest, here address) timelineForm {
	f := timelineForm{From: here.values.Get("from"), To: here.values.Get("to"),
		Jurisdictions: s.jurisdictionChecks("jurisdiction", ask.Jurisdictions),
		Topics:        Checks{Label: "Topics (none ticked: all)", Name: "topic", Type: "checkbox", Columns: true},
		Kinds:         Checks{Label: "Kinds of events", Name: "kind", Type: "checkbox"},
		Directions:    Checks{Label: "Direction of reforms (ticked: reforms only)", Name: "direction", Type: "checkbox"}}
	for _, t := range s.service.Topics(answer.Window{Limit: answer.MaxLimit}).Items {
		f.Topics.Options = append(f.Topics.Options, Option{Value: t.ID, Label: t.Label, Selected: slices.Contains(ask.Topics, t.ID)})
	}
	for _, k := range compare.EventKinds {
		f.Kinds.Options = append(f.Kinds.Options, Option{Value: string(k), Label: capital(eventKindNames[k][1]), Selected: slices.Contains(ask.Kinds, k)})
	}
	for _, d := range legislation.Directions {
		f.Directions.Options = append(f.Directions.Options, Option{Value: d, Label: d, Selected: slices.Contains(ask.Directions, d)})
	}
	return f
}

// jurisdictionChecks offers all jurisdictions.
func (s *Site) jurisdictionChecks(name string, chosen []string) Checks {
	c := Checks{Label: "Jurisdictions (none ticked: all)", Name: name, Type: "checkbox", Columns: true}
	for _, j := range s.service.Jurisdictions(answer.Window{Limit: answer.MaxLimit}).Items {
		c.Options = append(c.Options, Option{Value: j.Code, Label: j.Name, Selected: slices.Contains(chosen, j.Code)})
	}
	return c
}

// chartDrawing draws lanes of time.
func chartDrawing(t timeline.Timeline) drawing {
	return func(as func(svg.Heading) svg.Heading) template.HTML {
		t := t
		t.Heading = as(t.Heading)
		return timeline.Draw(t)
	}
}
