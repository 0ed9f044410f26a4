package ui

import (
	"slices"
	"strconv"
	"strings"

	"seelex/legislation"
	"seelex/legislation/compare"
	"seelex/ui/chart/svg"
	"seelex/ui/chart/timeline"
)

// strategiesPage is all strategies and action plans through time, and what they
// undertake by theme.
type strategiesPage struct {
	Frame
	AsItStood  AsItStood
	DateForm   DateForm
	Figure     Figure
	Standing   []strategyStanding
	Themes     Tabs
	Scope      Tabs
	Theme      string // label of the theme read
	Matrix     *Matrix
	Aims       []aimGroup
	Histories  []strategyHistory
	Exports    []Link
	AimExports []Link // what the documents undertake
	Sources    []Source
}

// strategyStanding is how a jurisdiction stands on the day.
type strategyStanding struct {
	Jurisdiction Jurisdiction
	InForce      []strategyLine
	Gap          string // in words, where none is known
	Last         *Link  // the last one, where none is in force
}

// strategyLine is a strategy in a list.
type strategyLine struct {
	Title, URL, Type, Period string
	Status                   Status
	Confidence, Summary      string
	Responsible              string
	Relations                []Definition
	Marks                    Marks
}

// strategyHistory is the strategies of one jurisdiction, newest first.
type strategyHistory struct {
	Jurisdiction Jurisdiction
	Name         Jurisdiction // without its address, for what opens the list
	Lines        []strategyLine
	Gaps         []string
	Count        string
}

// aimGroup is what one jurisdiction's strategies say on a theme.
type aimGroup struct {
	Jurisdiction Jurisdiction
	Aims         []aimLine
}

type aimLine struct {
	Label, URL, Strategy, Heading, Text, Confidence string
	Account                                         bool
	Marks                                           Marks
}

// The parameter that widens the themes from the strategies of the day to all.
const scopeAll = "all"

func (s *Site) strategies(r *request) (any, error) {
	ask := r.StrategiesRequest()
	theme, scope := r.Text("theme", 64), first(r.OneOf("scope", []string{"day", scopeAll}))
	if err := r.Err(); err != nil {
		return nil, err
	}
	found, err := s.service.Strategies(ask)
	if err != nil {
		return nil, err
	}
	found.Columns = slices.DeleteFunc(found.Columns, func(c compare.StrategyColumn) bool { return len(c.Strategies) == 0 && len(ask.Jurisdictions) == 0 })
	here := newAddress(r.http.Request.URL, "jurisdiction")
	day := found.On.Date().Words()
	page := &strategiesPage{Frame: Frame{Title: "Strategies and action plans", Section: "strategies", Canonical: here.String(), LawOn: day,
		Description: "National drug strategies and action plans of South East Europe: which was in force when, the gaps between them, and their aims compared by theme."},
		AsItStood: asItStood(found.On), DateForm: DateForm{Action: "/strategies", On: found.On.String(), Hidden: here.hidden("on")}}
	chart := strategyChart(found, s.service.Today())
	page.Figure = Figure{ID: "strategies", Title: "Strategies and action plans through time", Subtitle: "The line marks " + day + "; hatched: no strategy is known for that time.", Table: strategyTable(found),
		Caption: "As of " + day + ". Each bar leads to the document; the sources stand beside it in the lists below. Dates are those of entry into force or, where none is known, the years planned for, and not before adoption."}.drawn(here.with("theme", "", "scope", ""), chartDrawing(chart))
	if f, err := r.download(found.On, page.Figure); f != nil || err != nil {
		return f, err
	}
	notes := &footnotes{}
	for _, c := range found.Columns {
		page.Standing = append(page.Standing, s.standing(c))
		page.Histories = append(page.Histories, s.history(c, notes))
	}
	if err := s.fillThemes(page, found, here, theme, scope, notes); err != nil {
		return nil, err
	}
	whole := here.with("theme", "", "scope", "")
	page.Sources, page.Exports, page.AimExports = notes.List, exports("strategies", whole), exports("aims", whole)
	return page, nil
}

// strategyChart has a lane for each jurisdiction; documents beside the strategy on drugs
// as a whole have a kind of their own, and do not fill a gap.
func strategyChart(found compare.Strategies, today legislation.Day) timeline.Timeline {
	t := timeline.Timeline{Heading: svg.Heading{ID: "strategy-time", Title: "Strategies and action plans", Desc: "A lane for each jurisdiction with its strategies as bars; the same stands in the lists of this page."},
		Window: timeline.Window{From: timeline.Date{Year: today.Date().Year()}, To: timeline.Date{Year: today.Date().Year() + 4}}, On: chartDate(found.On.Date()),
		Kinds: []string{"strategy", "action plan", "draft, or on one subject only"}}
	for _, c := range found.Columns {
		lane := timeline.Lane{Name: c.Jurisdiction.Name, Href: "/jurisdictions/" + c.Jurisdiction.Code}
		for _, st := range c.Strategies {
			kind := 0
			switch {
			case st.Draft || st.Beside:
				kind = 2
			case st.Type == "action-plan":
				kind = 1
			}
			lane.Spans = append(lane.Spans, timeline.Span{From: chartDate(st.From), To: chartDate(st.To), Kind: kind, Label: shortTitle(st.Title), Short: spanYears(st.From, st.To), Href: st.URL,
				Tooltip: st.Title + ": " + t.Kinds[kind] + ", " + period(st.From, st.To)})
			if y := st.From.Year(); y > 0 {
				t.Window.From.Year = min(t.Window.From.Year, y)
			}
		}
		for _, g := range c.Gaps {
			to := g.To
			if to == 0 {
				to = found.On
			}
			lane.Spans = append(lane.Spans, timeline.Span{From: chartDate(g.From.Date()), To: chartDate(to.Date()), Label: "no strategy known", Gap: true})
		}
		t.Lanes = append(t.Lanes, lane)
	}
	return t
}

// strategyTable is the same as the chart in words.
func strategyTable(found compare.Strategies) *Table {
	t := &Table{ID: "strategies-table", Caption: "Strategies and action plans, as of " + found.On.Date().Words(), Cards: true, Columns: []Column{{Label: "Jurisdiction"}, {Label: "Document"}, {Label: "Kind"}, {Label: "Period"}}}
	for _, c := range found.Columns {
		place := Field{Text: c.Jurisdiction.Name, URL: "/jurisdictions/" + c.Jurisdiction.Code}
		for _, st := range c.Strategies {
			t.Rows = append(t.Rows, []Field{place, {Text: st.Title, URL: st.URL}, {Text: documentType(st)}, {Text: capital(period(st.From, st.To))}})
		}
		for _, g := range c.Gaps {
			t.Rows = append(t.Rows, []Field{place, {Text: g.Words}, {}, {}})
		}
	}
	return t
}

// spanYears is a period for a short bar: "2009–2013".
func spanYears(from, to legislation.Date) string {
	switch {
	case from.IsZero():
		return ""
	case to.IsZero():
		return strconv.Itoa(from.Year()) + "–"
	}
	return strconv.Itoa(from.Year()) + "–" + strconv.Itoa(to.Year())
}

// shortTitle leaves out what every strategy's title says.
func shortTitle(title string) string {
	for _, long := range []string{"National Drug Strategy", "National Strategy on Drugs", "Drug Strategy", "Drugs Strategy"} {
		if rest, ok := strings.CutPrefix(title, long); ok && strings.TrimSpace(rest) != "" {
			return "Strategy" + rest
		}
	}
	return title
}

// standing says which strategies hold on the day, or since when none is known.
func (s *Site) standing(c compare.StrategyColumn) strategyStanding {
	line := strategyStanding{Jurisdiction: s.jurisdictionLink(c.Jurisdiction.Code)}
	for _, st := range c.Strategies {
		if st.Status == compare.StrategyInForce {
			line.InForce = append(line.InForce, strategyLine{Title: st.Title, URL: st.URL, Type: documentType(st), Period: period(st.From, st.To), Confidence: string(st.Confidence)})
		}
	}
	if n := len(c.Gaps); n > 0 && c.Gaps[n-1].To == 0 {
		line.Gap = c.Gaps[n-1].Words
		for _, st := range c.Strategies {
			if st.ID == c.Gaps[n-1].After {
				line.Last = &Link{Label: st.Title, URL: st.URL}
			}
		}
	} else if len(line.InForce) == 0 {
		line.Gap = "No strategy is known for this day."
	}
	return line
}

func documentType(st compare.StrategyOn) string {
	switch {
	case st.Draft:
		return typeName(st.Type) + ", draft"
	case st.Beside:
		return typeName(st.Type) + ", on one subject"
	}
	return typeName(st.Type)
}

func (s *Site) history(c compare.StrategyColumn, notes *footnotes) strategyHistory {
	j := s.jurisdictionLink(c.Jurisdiction.Code)
	h := strategyHistory{Jurisdiction: j, Name: Jurisdiction{Code: j.Code, Name: j.Name}, Count: plural(len(c.Strategies), "document", "documents")}
	for _, st := range slices.Backward(c.Strategies) {
		h.Lines = append(h.Lines, strategyLineOf(c.Jurisdiction.Code, st, notes))
	}
	for _, g := range slices.Backward(c.Gaps) {
		h.Gaps = append(h.Gaps, g.Words)
	}
	return h
}

func strategyLineOf(code string, st compare.StrategyOn, notes *footnotes) strategyLine {
	line := strategyLine{Title: st.Title, URL: st.URL, Type: documentType(st), Period: period(st.From, st.To), Confidence: string(st.Confidence),
		Summary: st.Summary, Responsible: st.Responsible, Marks: notes.marks(code, st.Sources), Status: strategyStatus(st)}
	link := func(term string, links ...compare.InstrumentLink) {
		if len(links) == 0 {
			return
		}
		d := Definition{Term: term}
		for _, l := range links {
			d.Values = append(d.Values, Value{Text: l.Title, URL: l.URL})
		}
		line.Relations = append(line.Relations, d)
	}
	link("Came after", st.Predecessors...)
	if st.Successor != nil {
		link("Followed by", *st.Successor)
	}
	link("Carries out", st.Implements...)
	if st.Responsible != "" {
		line.Relations = append(line.Relations, Definition{"Responsible", []Value{{Text: st.Responsible}}})
	}
	return line
}

func strategyStatus(st compare.StrategyOn) Status {
	switch st.Status {
	case compare.StrategyInForce:
		return Status{"in-force", "in force on this day"}
	case compare.StrategyEnded:
		return Status{"ended", "ended"}
	case compare.StrategyNotYet:
		return Status{"future", "later than this day"}
	case compare.StrategyDraft:
		return draft
	}
	return Status{"future", "dates not known"}
}

// fillThemes compares what the strategies undertake: all themes as links, or one theme
// as text.
func (s *Site) fillThemes(page *strategiesPage, found compare.Strategies, here address, theme, scope string, notes *footnotes) error {
	page.Themes = Tabs{Label: "Themes", Items: []Tab{{Label: "All themes", URL: here.with("theme", "").String() + "#themes", Current: theme == ""}}}
	var known []string
	for _, t := range found.Themes {
		known = append(known, t.ID)
		page.Themes.Items = append(page.Themes.Items, Tab{Label: t.Label, URL: here.with("theme", t.ID).String() + "#themes", Current: t.ID == theme})
		if t.ID == theme {
			page.Theme = t.Label
		}
	}
	if theme != "" && page.Theme == "" {
		return &legislation.Error{Code: legislation.Invalid, Field: "theme", Value: theme, Message: "is not a theme", Want: "one of " + strings.Join(known, ", "), Nearest: legislation.Nearest(theme, known)}
	}
	page.Scope = Tabs{Label: "Which strategies", Items: []Tab{{Label: "In force on the day", URL: here.with("scope", "").String() + "#themes", Current: scope != scopeAll},
		{Label: "All, past and present", URL: here.with("scope", scopeAll).String() + "#themes", Current: scope == scopeAll}}}
	if scope != scopeAll {
		found = onTheDay(found)
	}
	if theme == "" {
		page.Matrix = themeMatrix(found, here)
		return nil
	}
	for _, c := range found.Columns {
		page.Aims = append(page.Aims, s.aims(c, theme, notes))
	}
	return nil
}

// onTheDay leaves the strategies that hold on the day.
func onTheDay(found compare.Strategies) compare.Strategies {
	columns := make([]compare.StrategyColumn, len(found.Columns))
	for i, c := range found.Columns {
		var held []compare.StrategyOn
		for _, st := range c.Strategies {
			if st.Status == compare.StrategyInForce {
				held = append(held, st)
			}
		}
		c.Strategies = held
		columns[i] = c
	}
	found.Columns = columns
	return found
}

// themeMatrix is themes × jurisdictions, each section as a link.
func themeMatrix(found compare.Strategies, here address) *Matrix {
	m := &Matrix{ID: "themes-matrix", Corner: "Jurisdiction", Transposed: true, Caption: "Sections of strategies and action plans by theme, as of " + found.On.Date().Words(), Groups: []Group{{}}}
	for _, t := range found.Themes {
		m.Columns = append(m.Columns, Head{Label: t.Label, URL: here.with("theme", t.ID).String() + "#themes"})
	}
	for _, c := range found.Columns {
		row := Row{Head: Head{Code: c.Jurisdiction.Code, Label: c.Jurisdiction.Name, URL: "/jurisdictions/" + c.Jurisdiction.Code}}
		switch len(c.Strategies) {
		case 0:
			row.Head.Meta = "none known for the day"
		case 1:
			row.Head.Meta = strategyYears(c.Strategies[0].From, c.Strategies[0].To)
		default:
			row.Head.Meta = plural(len(c.Strategies), "document", "documents")
		}
		for _, t := range found.Themes {
			row.Cells = append(row.Cells, themeCell(c, t))
		}
		m.Groups[0].Rows = append(m.Groups[0].Rows, row)
	}
	return m
}

func themeCell(c compare.StrategyColumn, t compare.Theme) Cell {
	cell := Cell{Head: t.Label, State: "gap"}
	for _, st := range c.Strategies {
		for _, section := range st.Sections {
			if !section.About(t.ID) {
				continue
			}
			cell.State = "value"
			label := section.Heading
			if label == "" {
				label = section.Citation.Short
			}
			cell.Cites = append(cell.Cites, Link{Label: label, URL: section.Citation.URL})
		}
	}
	return cell
}

func (s *Site) aims(c compare.StrategyColumn, theme string, notes *footnotes) aimGroup {
	g := aimGroup{Jurisdiction: s.jurisdictionLink(c.Jurisdiction.Code)}
	for _, st := range slices.Backward(c.Strategies) {
		for _, section := range st.Sections {
			if section.About(theme) {
				g.Aims = append(g.Aims, aimLine{Label: section.Citation.Short, URL: section.Citation.URL, Strategy: st.Title, Heading: section.Heading, Text: section.Text,
					Confidence: string(section.Confidence), Account: section.Account, Marks: notes.marks(c.Jurisdiction.Code, section.Sources)})
			}
		}
	}
	return g
}
