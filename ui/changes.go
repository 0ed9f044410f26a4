package ui

import (
	"slices"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// changesPage is what changed between two days.
type changesPage struct {
	Frame
	Asked            bool
	From, To         AsItStood
	FormFrom, FormTo string
	LawOnly          bool
	Jurisdictions    Checks
	Topics           Checks
	Views            Tabs
	Total, Range     string
	Overview         *changedWhere  // all that changed, where there are several jurisdictions
	Places           []changedPlace // in detail, of this page
	Pagination       *Pagination
	Empty            *Empty
	Exports          []Link
	Examples         []Link
	Sources          []Source
}

// changedPlace is the changes of one jurisdiction.
type changedPlace struct {
	Jurisdiction Jurisdiction
	ID           string
	Topics       []changedTopic
}

// changedWhere counts what changed, topics by jurisdictions; each number leads to its
// changes.
type changedWhere struct {
	Places []Link // a code with the name as Why
	Topics []changedWhat
}

// changedWhat is one topic in all jurisdictions.
type changedWhat struct {
	Link
	Total  string
	Counts []changedCount // one for each jurisdiction; 0 changes have no address
}

type changedCount struct {
	Count, URL, Name string
	Many             int // from 0 to 3, for the eye
}

// changedTopic is the changes of one answer.
type changedTopic struct {
	Label, URL string // the matrix that sets both days side by side
	Groups     []changeGroup
}

// changeGroup is changes that have the same candidates for their cause.
type changeGroup struct {
	Lines  []changeLine
	Causes []causeLine
}

// changeLine is a variable that changed.
type changeLine struct {
	Variable, Kind, Since string
	Before, After         []string // an item of a list to a line
}

type causeLine struct {
	Title, URL, When, Direction, Fit string
	Marks                            Marks
}

var changeExamples = []Link{
	{"Serbia since 2009", "/changes?jurisdiction=RS&from=2009-09-10&to=2009-09-11", "the reform of September 2009"},
	{"Croatia, 31 December 2012 to 1 January 2013", "/changes?jurisdiction=HR&from=2012-12-31&to=2013-01-01", "the new Criminal Code"},
	{"Greece, 2012 to 2014", "/changes?jurisdiction=GR&from=2012-01-01&to=2014-01-01", "the law of 2013"},
	{"Kosovo, 2010 to 2020", "/changes?jurisdiction=XK&from=2010-01-01&to=2020-01-01", ""},
	{"Personal possession, the whole region since 2000", "/changes?topic=personal-possession&from=2000-01-01&law_only=true", ""},
}

// changeKinds say what a change is.
var changeKinds = map[compare.ChangeKind]string{compare.NewlyKnown: "newly known, not a change of the law", compare.NoLonger: "no longer known"}

// fits say why a reform is named beside a change.
var fits = map[compare.Fit]string{compare.FitBoth: "fits in date and instrument", compare.FitInstrument: "of the same instrument, in the year before", compare.FitDate: "of the same date"}

// answersOfPage is how many answers of a jurisdiction to a topic are told in detail on a
// page: more than one jurisdiction ever has, so that each alone is on one page.
const answersOfPage = 25

func (s *Site) changes(r *request) (any, error) {
	here := newAddress(r.http.Request.URL, "jurisdiction", "topic")
	page := &changesPage{Frame: Frame{Title: "What changed", Section: "compare", Canonical: here.String(), Description: "What changed in drug law between two days, for each jurisdiction and variable, with the reforms that may have changed it."},
		Asked: here.values.Has("from"), Examples: changeExamples, FormFrom: here.values.Get("from"), FormTo: here.values.Get("to")}
	ask := compare.ChangesRequest{Topics: r.Topics("topic"), Jurisdictions: r.Jurisdictions("jurisdiction")}
	if page.Asked {
		ask = r.ChangesRequest()
		ask.Limit, ask.Offset = answersOfPage, r.Window().Offset
	}
	if err := r.Err(); err != nil {
		return nil, err
	}
	page.Jurisdictions = s.jurisdictionChecks("jurisdiction", ask.Jurisdictions)
	page.Topics = s.topicChecks("topic", ask.Topics)
	page.LawOnly = ask.LawOnly
	if !page.Asked {
		return page, nil
	}
	found, err := s.service.Changes(r.context(), ask)
	if err != nil {
		return nil, err
	}
	page.From, page.To = asItStood(found.From), asItStood(found.To)
	page.LawOn, page.Total = page.To.Text, plural(found.Total, "answer changed", "answers changed")
	page.Title = "What changed from " + page.From.Text + " to " + page.To.Text
	page.Views = Tabs{Label: "Which changes", Items: []Tab{{Label: "All differences", URL: here.with("law_only", "", "offset", "").String(), Current: !ask.LawOnly},
		{Label: "Only changes of the law", URL: here.with("law_only", "true", "offset", "").String(), Current: ask.LawOnly}}}
	notes := &footnotes{}
	for _, row := range found.Rows {
		s.addChanges(page, row, found, notes)
	}
	all := here.with("offset", "")
	if page.Pagination = pagination(here, len(found.Counts), ask.Limit, ask.Offset); page.Pagination != nil && len(found.Rows) > 0 {
		page.Range = count(ask.Offset+1) + " to " + count(ask.Offset+len(found.Rows)) + " of " + count(len(found.Counts)) + " answers"
	}
	page.Overview = s.changedWhere(found, all)
	if found.Total == 0 {
		page.Empty = &Empty{Title: "Nothing changed that the data knows", Text: "The answers that hold on the two days are the same.", Ways: []Link{{Label: "All jurisdictions and topics between these days", URL: all.with("jurisdiction", "", "topic", "", "law_only", "").String()}}}
	}
	page.Sources, page.Exports = notes.List, exports("changes", all)
	return page, nil
}

// topicChecks offers all topics.
func (s *Site) topicChecks(name string, chosen []string) Checks {
	c := Checks{Label: "Topics (none ticked: all)", Name: name, Type: "checkbox", Columns: true}
	for _, t := range s.service.Topics(answer.Window{Limit: answer.MaxLimit}).Items {
		c.Options = append(c.Options, Option{Value: t.ID, Label: t.Label, Selected: slices.Contains(chosen, t.ID)})
	}
	return c
}

// addChanges puts the changes of an answer under its jurisdiction: rows come in the order
// of jurisdictions.
func (s *Site) addChanges(page *changesPage, row compare.TopicChanges, found compare.Changes, notes *footnotes) {
	code := row.Jurisdiction.Code
	if n := len(page.Places); n == 0 || page.Places[n-1].Jurisdiction.Code != code {
		page.Places = append(page.Places, changedPlace{Jurisdiction: s.jurisdictionLink(code), ID: "in-" + code})
	}
	place := &page.Places[len(page.Places)-1]
	topic := changedTopic{Label: row.Topic.Label, URL: compareURL(row.Topic.ID, code, found.To) + "&against=" + found.From.String() + "&rows=" + rowsChanged}
	for _, c := range row.Changes {
		causes := causesOf(code, c, notes)
		at := slices.IndexFunc(topic.Groups, func(g changeGroup) bool { return slices.EqualFunc(g.Causes, causes, sameCause) })
		if at < 0 {
			topic.Groups, at = append(topic.Groups, changeGroup{Causes: causes}), len(topic.Groups)
		}
		topic.Groups[at].Lines = append(topic.Groups[at].Lines, changeLine{variableLabel(c.Variable), changeKinds[c.Kind], c.Since.Words(), valueLines(c.Before, c.BeforeWords), valueLines(c.After, c.AfterWords)})
	}
	place.Topics = append(place.Topics, topic)
}

// changedWhere counts the changes by topic and jurisdiction. Where there is one
// jurisdiction the page itself says as much.
func (s *Site) changedWhere(found compare.Changes, all address) *changedWhere {
	var codes, topics []string
	out, total := &changedWhere{}, map[string]int{}
	for _, c := range found.Counts {
		if j := c.Jurisdiction; !slices.Contains(codes, j.Code) {
			codes = append(codes, j.Code)
			out.Places = append(out.Places, Link{j.Code, all.with("jurisdiction", j.Code).String(), j.Name})
		}
		total[c.Topic.ID] += c.Changes
	}
	if len(codes) < 2 {
		return nil
	}
	for _, t := range s.service.Catalog().Topics {
		if total[t.ID] > 0 {
			topics = append(topics, t.ID)
			out.Topics = append(out.Topics, changedWhat{Link{Label: t.Label, URL: all.with("topic", t.ID).String()}, count(total[t.ID]), make([]changedCount, len(codes))})
		}
	}
	for _, c := range found.Counts {
		row, at := slices.Index(topics, c.Topic.ID), slices.Index(codes, c.Jurisdiction.Code)
		out.Topics[row].Counts[at] = changedCount{count(c.Changes), all.with("jurisdiction", c.Jurisdiction.Code, "topic", c.Topic.ID).String(), c.Jurisdiction.Name, min(3, 1+c.Changes/3)}
	}
	return out
}

// valueLines is a value line by line, or the words that stand for one that is not known.
func valueLines(v *legislation.Value, words string) []string {
	if v == nil {
		return []string{words}
	}
	return lines(*v)
}

func sameCause(a, b causeLine) bool { return a.Title == b.Title && a.When == b.When }

// causesOf are the candidates for the cause of a change: reforms, and amendments of the
// laws cited.
func causesOf(code string, c compare.Change, notes *footnotes) (out []causeLine) {
	for _, r := range c.Reforms {
		out = append(out, causeLine{r.Title, r.URL, r.Date.Words(), r.Direction, fits[r.Fit], notes.marks(code, r.Sources)})
	}
	for _, a := range c.Amendments {
		out = append(out, causeLine{Title: a.Title + " as amended by " + a.Ref, URL: "/law/" + string(a.Instrument), When: amendmentDay(a.Amendment).Words(), Fit: "amendment of a cited law"})
	}
	return out
}

func amendmentDay(a legislation.Amendment) legislation.Date {
	if a.InForce.IsZero() {
		return a.Date
	}
	return a.InForce
}
