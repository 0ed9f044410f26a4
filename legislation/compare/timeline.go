package compare

import (
	"cmp"
	"slices"
	"strings"

	"seelex/legislation"
)

// EventKind is the kind of an event on the timeline.
type EventKind string

// The kinds of events.
const (
	ReformEvent    EventKind = "reform"
	AdoptionEvent  EventKind = "adoption"
	EntryEvent     EventKind = "entry-into-force"
	AmendmentEvent EventKind = "amendment"
	EndEvent       EventKind = "end"
	StrategyEvent  EventKind = "strategy" // lasts from Date to To
	RatifiedEvent  EventKind = "ratification"
)

// EventKinds are the kinds of events.
var EventKinds = []EventKind{ReformEvent, AdoptionEvent, EntryEvent, AmendmentEvent, EndEvent, StrategyEvent, RatifiedEvent}

// Event is something dated, as exactly as the source dates it.
type Event struct {
	Kind         EventKind              `json:"kind"`
	Jurisdiction Party                  `json:"jurisdiction"`
	Date         legislation.Date       `json:"date"`
	To           legislation.Date       `json:"to"` // of strategies: the end of the period; null where open
	Title        string                 `json:"title"`
	Instrument   *InstrumentLink        `json:"instrument"`
	Direction    string                 `json:"direction"` // of reforms: softer, harsher or neutral
	Topics       []string               `json:"topics"`
	Sources      []legislation.Source   `json:"sources"`
	Confidence   legislation.Confidence `json:"confidence"`
}

// InstrumentLink names an instrument and where to read it.
type InstrumentLink struct {
	ID    legislation.ID `json:"id"`
	Title string         `json:"title"`
	URL   string         `json:"url"`
}

// TimelineRequest filters the timeline; what is empty does not filter.
type TimelineRequest struct {
	Jurisdictions []string
	Topics        []string
	Kinds         []EventKind
	Directions    []string        // softer, harsher, neutral: reforms only
	From, To      legislation.Day // events that touch these days
	Limit, Offset int             // Limit 0 means all
}

// Timeline is a page of events in order of time.
type Timeline struct {
	Total  int     `json:"total"`
	Events []Event `json:"events"`
}

// Timeline answers the request from the survey's events.
func (s *Survey) Timeline(r TimelineRequest) (Timeline, error) {
	keep, err := s.filter(r)
	if err != nil {
		return Timeline{}, err
	}
	page := Timeline{Events: []Event{}}
	for i := range s.events {
		if !keep(&s.events[i]) {
			continue
		}
		if page.Total >= r.Offset && (r.Limit == 0 || len(page.Events) < r.Limit) {
			page.Events = append(page.Events, s.events[i])
		}
		page.Total++
	}
	return page, nil
}

func (s *Survey) filter(r TimelineRequest) (func(*Event) bool, error) {
	parties, err := partiesOf(s.catalog, r.Jurisdictions)
	if err != nil {
		return nil, err
	}
	for _, id := range r.Topics {
		if _, err := s.catalog.Topic(id); err != nil {
			return nil, err
		}
	}
	for _, kind := range r.Kinds {
		if err := oneOf("kind", string(kind), kinds(EventKinds)); err != nil {
			return nil, err
		}
	}
	for _, direction := range r.Directions {
		if err := oneOf("direction", direction, legislation.Directions); err != nil {
			return nil, err
		}
	}
	if r.To == 0 {
		r.To = legislation.DayMax
	}
	if r.From > r.To {
		return nil, &legislation.Error{Code: legislation.Invalid, Field: "from", Value: r.From.String(), Message: "is after the end asked for", Want: "a date up to " + r.To.String()}
	}
	return func(e *Event) bool {
		last := e.Date.Last()
		if e.Kind == StrategyEvent {
			last = e.To.Last()
		}
		return e.Date.First() <= r.To && last >= r.From && slices.Contains(parties, e.Jurisdiction) &&
			(len(r.Kinds) == 0 || slices.Contains(r.Kinds, e.Kind)) &&
			(len(r.Directions) == 0 || slices.Contains(r.Directions, e.Direction)) &&
			(len(r.Topics) == 0 || slices.ContainsFunc(r.Topics, func(t string) bool { return slices.Contains(e.Topics, t) }))
	}, nil
}

func kinds[K ~string](all []K) (out []string) {
	for _, k := range all {
		out = append(out, string(k))
	}
	return out
}

// oneOf refuses a value that is not among the known ones.
func oneOf(field, value string, known []string) error {
	if slices.Contains(known, value) {
		return nil
	}
	return &legislation.Error{Code: legislation.Invalid, Field: field, Value: value, Message: "is not known here",
		Want: "one of " + strings.Join(known, ", "), Nearest: legislation.Nearest(value, known)}
}

// collect gathers the events of the catalog in order of time.
func (s *Survey) collect() []Event {
	var events []Event
	told := map[string][]legislation.Date{} // dates of reforms, by instrument
	for _, r := range s.catalog.Reforms {
		e := s.event(ReformEvent, r.Jurisdiction, r.Date, r.Title, r.Instrument, r.Sources, r.Confidence)
		e.Direction = r.Direction
		events = append(events, e)
		told[r.Instrument.Key()] = append(told[r.Instrument.Key()], r.Date)
	}
	for _, i := range s.catalog.Instruments {
		for _, e := range s.instrumentEvents(i) {
			// A reform of that date and instrument tells the same event in better words.
			if e.Kind == StrategyEvent || !slices.ContainsFunc(told[i.ID.Key()], func(d legislation.Date) bool { return d == e.Date }) {
				events = append(events, e)
			}
		}
	}
	for _, r := range s.catalog.Ratifications {
		title := "Treaty"
		if treaty, err := s.catalog.Instrument(r.Instrument); err == nil {
			title = treaty.TitleEn
		}
		e := s.event(RatifiedEvent, r.Jurisdiction, r.Date, title+" ("+r.Manner+")", r.Instrument, nil, r.Confidence)
		e.Sources = s.catalog.Sources("INT", r.Sources)
		events = append(events, e)
	}
	events = slices.DeleteFunc(events, func(e Event) bool { return e.Date.IsZero() || e.Jurisdiction.Code == "" })
	slices.SortStableFunc(events, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.Date.First(), b.Date.First()), cmp.Compare(a.Date.Last(), b.Date.Last()),
			strings.Compare(a.Jurisdiction.Name, b.Jurisdiction.Name))
	})
	return events
}

// instrumentEvents are the dates in the life of an instrument. A strategy is one
// event that lasts.
func (s *Survey) instrumentEvents(i *legislation.Instrument) (events []Event) {
	add := func(kind EventKind, date legislation.Date, title string) {
		if !date.IsZero() {
			events = append(events, s.event(kind, i.ID.Jurisdiction(), date, title, i.ID, i.Sources, i.Confidence))
		}
	}
	if i.IsStrategy() {
		period := i.Meant()
		add(StrategyEvent, period.From, i.TitleEn)
		if len(events) > 0 {
			events[0].To = period.To
		}
		if i.Adopted != period.From {
			add(AdoptionEvent, i.Adopted, i.TitleEn+" adopted")
		}
		return events
	}
	if i.Adopted != i.InForce {
		add(AdoptionEvent, i.Adopted, i.TitleEn+" adopted")
	}
	add(EntryEvent, i.InForce, i.TitleEn+" enters into force")
	for _, a := range i.Amendments {
		date := a.InForce
		if date.IsZero() {
			date = a.Date
		}
		title := i.TitleEn + " amended"
		if a.Ref != "" {
			title += " (" + a.Ref + ")"
		}
		if a.What != "" {
			title += ": " + a.What
		}
		add(AmendmentEvent, date, title)
	}
	add(EndEvent, i.Ended, i.TitleEn+" ends")
	return events
}

func (s *Survey) event(kind EventKind, jurisdiction string, date legislation.Date, title string, id legislation.ID,
	sources []string, confidence legislation.Confidence) Event {
	e := Event{Kind: kind, Date: date, Title: title, Topics: []string{}, Sources: s.catalog.Sources(jurisdiction, sources), Confidence: confidence}
	if j, err := s.catalog.Jurisdiction(jurisdiction); err == nil {
		e.Jurisdiction = Party{Code: j.Code, Name: j.Name, Parent: j.Parent}
	}
	if id == "" {
		return e
	}
	e.Topics = s.topicsOf(id, date)
	e.Instrument = link(s.catalog, id)
	return e
}

// link names the instrument of an id.
func link(catalog *legislation.Catalog, id legislation.ID) *InstrumentLink {
	out := &InstrumentLink{ID: id.Instrument(), Title: string(id.Instrument()), URL: "/law/" + string(id.Instrument())}
	if i, err := catalog.Instrument(out.ID); err == nil {
		out.Title = i.TitleEn
	}
	return out
}
