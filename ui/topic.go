package ui

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// topicsPage lists the topics.
type topicsPage struct {
	Frame
	Topics []topicLine
}

type topicLine struct {
	answer.Topic
	Questions []string // the variables in words
}

func (s *Site) topics(*request) (any, error) {
	page := &topicsPage{Frame: Frame{Title: "Topics", Section: "topics", Canonical: "/topics",
		Description: "The questions that are put to every legal order, with the codebook of typed variables that answers each."}}
	for _, t := range s.service.Topics(answer.Window{Limit: answer.MaxLimit}).Items {
		line := topicLine{Topic: t}
		for _, v := range t.Variables {
			line.Questions = append(line.Questions, variableLabel(v.Name))
		}
		page.Topics = append(page.Topics, line)
	}
	return page, nil
}

// topicPage is a topic with its codebook and how everybody answers it today.
type topicPage struct {
	Frame
	Crumbs    []Crumb
	Topic     *answer.Topic
	Map       *Figure
	Ranges    *Figure
	Codebook  []codebookLine
	Answers   []topicAnswer
	Gaps      []topicAnswer // jurisdictions of which nothing is known
	Concepts  []conceptLine
	Compare   string
	Sources   []Source
	AsItStood AsItStood
	DateForm  DateForm
	Search    string // address of the provisions on the topic, as they stood on the same day
}

// codebookLine is a variable of the codebook.
type codebookLine struct {
	Label, Name, Type, Note string
	Values                  []string
}

// topicAnswer is how a jurisdiction answers, in a line.
type topicAnswer struct {
	Jurisdiction Jurisdiction
	URL          string
	Value        string // what is coded, in a line
	Opening      string // of the summary, where no value is coded
	Summary      string
	Confidence   string
	Since        string
	Marks        Marks
}

// conceptLine is a thesaurus entry in all its languages.
type conceptLine struct {
	Label, Definition, URL, Page string
	Terms                        []termLine
}

type termLine struct{ Lang, Language, Terms string }

func (s *Site) topic(r *request) (any, error) {
	t, err := s.service.Topic(r.http.Param("id"))
	if err != nil {
		return nil, err
	}
	block, err := s.service.Compare(r.context(), compare.Request{Topics: []string{t.ID}, On: r.on, Today: s.service.Today()})
	if err != nil {
		return nil, err
	}
	page := &topicPage{Frame: Frame{Title: t.Label, Description: t.Question, Section: "topics", Canonical: newAddress(r.http.Request.URL).String(), LawOn: r.on.Date().Words()},
		Crumbs: []Crumb{{"Topics", "/topics", ""}, {Label: t.Label}}, Topic: t, Compare: compareURL(t.ID, "", s.unlessToday(r.on)), AsItStood: asItStood(r.on),
		DateForm: DateForm{Action: "/topics/" + t.ID, On: r.on.String()}, Search: "/search?topic=" + t.ID}
	if day := s.unlessToday(r.on); day != 0 {
		page.Search += "&on=" + day.String()
	}
	notes := &footnotes{}
	main, ok := mainVariable(&t.Topic)
	if ok {
		figure := mapFigure("map", &block.Block, main, notes)
		page.Map = &figure
	}
	if figure, ok := rangeFigure("ranges", &block.Block, notes); ok {
		page.Ranges = &figure
	}
	for _, v := range t.Variables {
		page.Codebook = append(page.Codebook, codebook(v))
	}
	for _, c := range block.Columns {
		line := topicAnswerOf(&block.Block, c, notes, s.unlessToday(r.on))
		if c.Position == nil {
			page.Gaps = append(page.Gaps, line)
		} else {
			page.Answers = append(page.Answers, line)
		}
	}
	for _, c := range t.Concepts {
		page.Concepts = append(page.Concepts, concept(c))
	}
	page.Sources = notes.List
	return page, nil
}

func topicAnswerOf(block *compare.Block, c compare.Column, notes *footnotes, on legislation.Day) topicAnswer {
	line := topicAnswer{Jurisdiction: Jurisdiction{c.Jurisdiction.Code, c.Jurisdiction.Name, "/jurisdictions/" + c.Jurisdiction.Code},
		URL: compareURL(block.Topic.ID, c.Jurisdiction.Code, on)}
	if c.Position == nil {
		line.Summary = c.Gap.Words
		return line
	}
	line.Summary, line.Confidence = daysInWords(c.Position.Summary), string(c.Position.Confidence)
	line.Value, line.Opening = headline(block.Topic, c.Position.Values), opening(line.Summary)
	line.Since = period(c.Position.From, c.Position.To)
	line.Marks = notes.marks(c.Jurisdiction.Code, c.Position.Sources)
	return line
}

// variableTypes are the types of variables in words.
var variableTypes = map[legislation.VariableType]string{
	legislation.Enum: "one of", legislation.Enums: "any of", legislation.Bool: "yes or no", legislation.Plain: "text",
	legislation.Imprison: "range of imprisonment", legislation.Fine: "range of a fine", legislation.Dated: "date",
	legislation.Thresholds: "list of amounts with their effect", legislation.List: "list",
}

func codebook(v legislation.Variable) codebookLine {
	line := codebookLine{Label: variableLabel(v.Name), Name: v.Name, Type: variableTypes[v.Type], Note: v.Note}
	for _, code := range v.Values {
		line.Values = append(line.Values, legislation.CodeWords(code))
	}
	return line
}

func concept(c answer.Concept) conceptLine {
	line := conceptLine{Label: c.Label, Definition: c.Definition, URL: "/search?q=" + query(c.Label), Page: "/concepts/" + c.ID}
	for _, tag := range slices.SortedFunc(maps.Keys(c.Labels), cmp.Compare) {
		if len(c.Labels[tag]) > 0 {
			line.Terms = append(line.Terms, termLine{tag, languageName(tag), strings.Join(c.Labels[tag], ", ")})
		}
	}
	return line
}
