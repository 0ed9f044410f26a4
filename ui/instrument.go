package ui

import (
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
)

// instrumentView is an instrument with its provisions as a table of contents.
type instrumentView struct {
	Frame
	Crumbs       []Crumb
	Titles       []Text // in the original languages
	Type         string
	Heading      string
	Jurisdiction Jurisdiction
	Summary      string
	Marks        Marks
	Status       Status
	Confidence   string
	Notice       *Notice
	Topics       []Link
	Facts        []Definition
	Amendments   *Table
	Contents     []contentLine
	Outline      []outlineLine // of the official text
	Editions     *Table
	Suggested    []suggestedTopic
	Count        string
	Reforms      []reformLine
	Ratified     *Table
	Sources      []Source
	DateForm     DateForm
	AsItStood    AsItStood
	Cite         Cite
}

func (*instrumentView) template() string { return "instrument" }

// contentLine is an article, or another part, in the table of contents.
type contentLine struct {
	Label, URL, Heading string
	Native              *Text
	Status              *Status // only where it is not in force
	Confidence          string
	Versions            string
	Parts               []contentLine
}

func (s *Site) instrumentPage(i *answer.Instrument, r *request) (*instrumentView, error) {
	notes := &footnotes{}
	v := &instrumentView{Frame: Frame{Title: i.TitleEn + ", " + i.Jurisdiction.Title, Section: "jurisdictions", Canonical: "/law/" + string(i.ID), LawOn: r.on.Date().Words(), Description: firstSentence(i.Summary)},
		Crumbs: []Crumb{{"Jurisdictions", "/jurisdictions", ""}, {i.Jurisdiction.Title, i.Jurisdiction.URL, ""}, {Label: i.TitleEn}},
		Type:   typeName(i.Type), Heading: i.TitleEn, Jurisdiction: Jurisdiction{i.Jurisdiction.ID, i.Jurisdiction.Title, i.Jurisdiction.URL},
		Summary: daysInWords(i.Summary), Status: status(i.Status, i.InForce, i.Ended), Confidence: string(i.Confidence), Topics: s.topicLinks(i.Topics),
		DateForm: DateForm{Action: "/law/" + string(i.ID), On: r.on.String(), Min: firstDay(i.InForce)}, AsItStood: asItStood(r.on)}
	for _, t := range texts(i.Title) {
		if t.Lang != "en" || len(i.Title) > 1 && t.Text != i.TitleEn {
			v.Titles = append(v.Titles, t)
		}
	}
	v.Marks = notes.marks(i.Instrument.ID.Jurisdiction(), i.Sources)
	v.Notice = replaced(i.Status, i.ReplacedBy)
	v.Facts = instrumentFacts(i)
	v.Amendments = amendments(i.Amendments)
	v.Contents, v.Count = contents(i.Provisions), plural(len(i.Provisions), "provision", "provisions")
	v.Outline, v.Editions, v.Suggested = outline(i.Contents), editions(i.Expressions), suggestedOf(i.Contents)
	for _, reform := range i.Reforms {
		v.Reforms = append(v.Reforms, s.reformLine(reform, notes))
	}
	v.Ratified = ratifications("ratifications", "Who is bound, since when and how", i.Ratifications, func(r answer.Ratification) Field {
		j := s.jurisdictionLink(r.Jurisdiction)
		return Field{Text: j.Name, URL: j.URL}
	})
	v.Sources = notes.List
	var err error
	v.Cite, err = s.citeBlock(i.ID, r)
	return v, err
}

// replaced says what came after something that has ended.
func replaced(status legislation.Status, by *answer.Ref) *Notice {
	if status != legislation.Ended || by == nil {
		return nil
	}
	return &Notice{Kind: "warn", Title: "No longer in force", Text: "On the day shown this had ended and been replaced.", Links: []Link{{Label: by.Title, URL: by.URL}}}
}

func instrumentFacts(i *answer.Instrument) (facts []Definition) {
	add := func(term string, values ...Value) {
		if len(values) > 0 && values[0].Text != "" {
			facts = append(facts, Definition{term, values})
		}
	}
	add("Abbreviation", Value{Text: i.Abbreviation})
	add("Number", Value{Text: i.Number})
	add("Adopted", Value{Text: i.Adopted.Words()})
	add("In force", Value{Text: forceWords(i.InForce, i.Ended)})
	if i.Period != nil {
		add("Plans for", Value{Text: period(i.Period.From, i.Period.To)})
	}
	var gazettes []Value
	for _, g := range i.Gazette {
		text := strings.TrimSpace(g.Name + " " + g.Ref)
		if !g.Date.IsZero() {
			text += ", " + g.Date.Words()
		}
		gazettes = append(gazettes, Value{Text: text})
	}
	add("Official gazette", gazettes...)
	add("Responsible", Value{Text: i.Responsible})
	add("Implements", refValues(i.Implements)...)
	add("Replaces", refValues(i.Replaces)...)
	if i.ReplacedBy != nil {
		add("Replaced by", Value{Text: i.ReplacedBy.Title, URL: i.ReplacedBy.URL})
	}
	const few = 12
	implemented := refValues(i.ImplementedBy)
	if len(implemented) > few {
		implemented = append(implemented[:few:few], Value{Text: "and " + plural(len(i.ImplementedBy)-few, "other", "others"), URL: "/search?q=" + query(i.TitleEn)})
	}
	add("Implemented by", implemented...)
	if i.OfficialURL != "" {
		add("Text", Value{Text: i.OfficialURL, URL: i.OfficialURL})
	}
	return facts
}

func forceWords(from, to legislation.Date) string {
	if from.IsZero() && to.IsZero() {
		return ""
	}
	return period(from, to)
}

func amendments(all []legislation.Amendment) *Table {
	if len(all) == 0 {
		return nil
	}
	t := &Table{ID: "amendments", Caption: "Acts that changed it", Columns: []Column{{Label: "Reference"}, {Label: "Published or adopted"}, {Label: "In force"}, {Label: "What it changed"}}}
	for _, a := range all {
		t.Rows = append(t.Rows, []Field{{Text: a.Ref}, {Text: orUnknown(a.Date), Whole: true}, {Text: orUnknown(a.InForce), Whole: true}, {Text: daysInWords(a.What)}})
	}
	if !slices.ContainsFunc(all, func(a legislation.Amendment) bool { return !a.Date.IsZero() }) {
		const published = 1
		t.Columns = slices.Delete(t.Columns, published, published+1)
		for i := range t.Rows {
			t.Rows[i] = slices.Delete(t.Rows[i], published, published+1)
		}
	}
	return t
}

// orUnknown is a date in words; one that nobody has found out is not an empty field.
func orUnknown(d legislation.Date) string {
	if d.IsZero() {
		return "not known"
	}
	return d.Words()
}

// contents sets paragraphs under their article. An article of which only paragraphs
// have rows gets a line of its own, but for one of which a single paragraph is known.
func contents(all []answer.ProvisionItem) (out []contentLine) {
	parent := legislation.ID("")
	for i, p := range all {
		top, line := article(legislation.ID(p.ID)), contentOf(p)
		switch {
		case string(top) == p.ID, top != parent && !sameArticle(all, i, top):
			parent, out = top, append(out, line)
			continue
		case top != parent:
			parent, out = top, append(out, contentLine{Label: top.Label(), URL: lawPath(top, p.URL), Heading: line.Heading, Native: line.Native})
		}
		above := &out[len(out)-1]
		line.Label, line.Native = strings.TrimPrefix(line.Label, above.Label), nil
		above.Parts = append(above.Parts, line)
	}
	return out
}

// sameArticle reports whether the provision behind the given one is of its article.
func sameArticle(all []answer.ProvisionItem, i int, top legislation.ID) bool {
	return i+1 < len(all) && article(legislation.ID(all[i+1].ID)) == top
}

// lawPath is the address of an id on the day that another address names.
func lawPath(id legislation.ID, sister string) string {
	if _, day, ok := strings.Cut(sister, "?"); ok {
		return "/law/" + string(id) + "?" + day
	}
	return "/law/" + string(id)
}

func contentOf(p answer.ProvisionItem) contentLine {
	line := contentLine{Label: p.Label, URL: p.URL, Confidence: string(p.Confidence)}
	line.Heading, line.Native = heading(p.Heading)
	if p.Status != legislation.InForce {
		st := status(p.Status, p.InForce, p.Ended)
		line.Status = &st
	}
	if p.Versions > 1 {
		line.Versions = plural(p.Versions, "version", "versions")
	}
	return line
}
