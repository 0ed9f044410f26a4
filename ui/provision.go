package ui

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
)

// provisionView is a provision as of a day, its paragraphs together.
type provisionView struct {
	Frame
	Crumbs      []Crumb
	Instrument  Link
	Label       string
	Heading     string
	HeadingLang string // where there is none in English
	Native      []Text
	Status      Status
	Notice      *Notice
	AsItStood   AsItStood
	DateForm    DateForm
	Diffs       []Diff
	DiffExports []Link
	Reading     Reading
	Edition     []Definition // where the official text comes from
	Suggested   []suggestedTopic
	Languages   []Tab
	Terms       []termLine
	Versions    []VersionLink
	CitedBy     []citedGroup
	Relations   []Definition
	Pager       Pager
	Cite        Cite
	Sources     []Source
}

func (*provisionView) template() string { return "provision" }

// citedGroup is the positions of one topic that rest on a provision.
type citedGroup struct {
	Topic string
	Lines []Link
}

func (s *Site) provisionPage(p *answer.Provision, r *request) (*provisionView, error) {
	id, notes := legislation.ID(p.ID), &footnotes{}
	v := &provisionView{Frame: Frame{Section: "jurisdictions", Canonical: "/law/" + p.ID, LawOn: r.on.Date().Words()},
		Crumbs:     []Crumb{{"Jurisdictions", "/jurisdictions", ""}, {p.Jurisdiction.Title, p.Jurisdiction.URL, ""}},
		Instrument: Link{Label: p.Instrument.TitleEn, URL: p.Instrument.URL}, Label: p.Label, AsItStood: asItStood(r.on),
		DateForm: DateForm{Action: "/law/" + p.ID, On: r.on.String()}}
	for _, parent := range p.Parents {
		v.Crumbs = append(v.Crumbs, Crumb{parent.Title, parent.URL, ""})
	}
	v.Crumbs = append(v.Crumbs, Crumb{Label: lastLabel(p)})
	v.fillHeading(p)
	v.Notice = cmp.Or(endedNotice(p), supersededNotice(p, s.service.Today()))
	v.Reading = s.reading(id, p, notes)
	if t := officialText(p.Texts, r.Text("lang", 35)); t != nil {
		v.Reading.beside(id, t)
		v.Edition, v.Suggested = editionFacts(t), suggestedTopics(t.Suggested, p)
		for _, other := range p.Texts {
			v.Languages = append(v.Languages, Tab{Label: languageName(other.Language), URL: "/law/" + p.ID + "?lang=" + other.Language + "&on=" + r.on.String(), Current: other.Language == t.Language})
		}
		if v.Heading == "" {
			v.Heading, v.HeadingLang = t.Heading, t.Language
		}
	}
	v.Title = strings.TrimSuffix(p.Label+" "+v.Heading, " ") + " · " + p.Instrument.TitleEn + ", " + p.Jurisdiction.Title
	v.Terms = terms(p)
	v.Versions = versionLinks(p, s.service.Today())
	v.CitedBy = citedBy(s, p)
	v.Relations = provisionRelations(p)
	v.Pager = Pager{neighbour(p.Previous), neighbour(p.Next)}
	v.Sources = notes.List
	var err error
	if v.Diffs, err = s.differences(id, r); err != nil {
		return nil, err
	}
	v.DiffExports = exports("diff", address{values: url.Values{"id": {p.ID}, "from": {r.http.Query("from")}, "to": {r.on.String()}}})
	v.Cite, err = s.citeBlock(id, r)
	return v, err
}

// lastLabel is the part of the label that the parents do not have: "(1)".
func lastLabel(p *answer.Provision) string {
	if n := len(p.Parents); n > 1 {
		if short := strings.TrimPrefix(p.Label, p.Parents[n-1].Title); short != "" {
			return strings.TrimPrefix(short, ", ")
		}
	}
	return p.Label
}

// fillHeading gives the page the heading and status of the provision, or, for an
// article of which only paragraphs have rows, of the first of them.
func (v *provisionView) fillHeading(p *answer.Provision) {
	at := p
	if p.Version == nil && len(p.Children) > 0 {
		at = &p.Children[0]
	}
	if at.Version != nil {
		v.Heading, _ = heading(at.Version.Heading)
		for _, t := range texts(at.Version.Heading) {
			if t.Lang != "en" && t.Text != v.Heading {
				v.Native = append(v.Native, t)
			}
		}
		v.Status = status(p.Status, at.Version.InForce, at.Version.Ended)
		v.Description = firstSentence(at.Version.Digest)
		v.DateForm.Min = firstDay(at.Version.InForce)
		if len(at.Versions) > 0 {
			v.DateForm.Min = firstDay(at.Versions[0].InForce)
		}
	}
}

// endedNotice says plainly that what is shown is not the law of the day shown, and leads to when it was.
func endedNotice(p *answer.Provision) *Notice {
	n := &Notice{Kind: "warn"}
	shown := legislation.Date{} // a day on which the version shown was in force
	switch p.Status {
	case legislation.Ended:
		n.Title, n.Text = "Not in force on this day", "The provision had ended by then; its last known wording is shown."
		if p.Version != nil && !p.Version.Ended.IsZero() {
			shown = p.Version.Ended
			n.Text = "The provision ended " + shown.Words() + "; its last known wording is shown."
		}
	case legislation.Drafted:
		return &Notice{Kind: "warn", Title: "A draft", Text: "It was prepared, and is not known to have been adopted: it is no law."}
	case legislation.NotYet:
		n.Title, n.Text = "Not yet in force on this day", "The earliest known version is shown; it came into force later than the day asked about."
		if p.Version != nil && !p.Version.InForce.IsZero() {
			shown = p.Version.InForce
			n.Text = "The earliest known version is shown, in force from " + shown.Words() + "."
		}
	default:
		return nil
	}
	if shown.Exact() {
		n.Links = append(n.Links, Link{Label: "As it stood on " + shown.Words(), URL: "/law/" + p.ID + "?on=" + shown.String()})
	}
	if p.ReplacedBy != nil {
		n.Links = append(n.Links, Link{Label: "What replaced the instrument: " + p.ReplacedBy.Title, URL: p.ReplacedBy.URL})
	}
	return n
}

// supersededNotice says of a wording that was law on the day shown that it is so no longer.
func supersededNotice(p *answer.Provision, today legislation.Day) *Notice {
	for _, shown := range append([]answer.Provision{*p}, p.Children...) {
		v := shown.Version
		if v == nil || shown.Status != legislation.InForce || !(legislation.Period{To: v.Ended}).Ended(today) {
			continue
		}
		text := "This wording was law until " + v.Ended.Words() + "."
		if shown.ID != p.ID {
			text = "Part of this was law until " + v.Ended.Words() + " only."
		}
		return &Notice{Kind: "warn", Title: "Not the law of today", Text: text, Links: []Link{{Label: "As it stands today", URL: "/law/" + p.ID}}}
	}
	return nil
}

// reading is the provision itself and what stands below it.
func (s *Site) reading(id legislation.ID, p *answer.Provision, notes *footnotes) (r Reading) {
	if p.Version != nil {
		r.Units = append(r.Units, s.unit(id, p, notes))
	}
	for i := range p.Children {
		r.Units = append(r.Units, s.unit(id, &p.Children[i], notes))
	}
	for i := 1; i < len(r.Units); i++ {
		if r.Units[i].Heading == r.Units[0].Heading {
			r.Units[i].Heading, r.Units[i].Native = "", nil
		}
	}
	if len(r.Units) > 0 {
		// The page's own heading says it already.
		r.Units[0].Heading, r.Units[0].Native = "", nil
	}
	return r
}

func (s *Site) unit(page legislation.ID, p *answer.Provision, notes *footnotes) Unit {
	u := Unit{ID: "whole", Number: lastLabel(p), URL: p.URL, Digest: daysInWords(p.Version.Digest), Confidence: string(p.Version.Confidence),
		Status: status(p.Status, p.Version.InForce, p.Version.Ended), Topics: s.topicLinks(p.Version.Topics),
		Marks: notes.marks(legislation.ID(p.ID).Jurisdiction(), p.Version.Sources)}
	if below, ok := strings.CutPrefix(p.ID, string(page)+"/"); ok {
		u.ID = strings.ReplaceAll(below, "/", "-")
		u.Number = strings.TrimPrefix(strings.TrimPrefix(p.Label, page.Label()), ", ")
	}
	u.Heading, u.Native = heading(p.Version.Heading)
	return u
}

// terms are the terms of art of all units, by language.
func terms(p *answer.Provision) (out []termLine) {
	all := map[string][]string{}
	add := func(v *answer.Version) {
		if v == nil {
			return
		}
		for tag, list := range v.Terms {
			for _, term := range list {
				if !slices.Contains(all[tag], term) {
					all[tag] = append(all[tag], term)
				}
			}
		}
	}
	add(p.Version)
	for i := range p.Children {
		add(p.Children[i].Version)
	}
	for _, tag := range slices.SortedFunc(maps.Keys(all), cmp.Compare) {
		out = append(out, termLine{tag, languageName(tag), strings.Join(all[tag], "; ")})
	}
	return out
}

func citedBy(s *Site, p *answer.Provision) (groups []citedGroup) {
	add := func(list []answer.CitedBy) {
		for _, c := range list {
			line := Link{Label: s.jurisdictionLink(c.Jurisdiction).Name + ", " + period(c.From, c.To), URL: c.URL}
			at := slices.IndexFunc(groups, func(g citedGroup) bool { return g.Topic == c.Label })
			if at < 0 {
				groups, at = append(groups, citedGroup{Topic: c.Label}), len(groups)
			}
			if !slices.Contains(groups[at].Lines, line) {
				groups[at].Lines = append(groups[at].Lines, line)
			}
		}
	}
	add(p.CitedBy)
	for i := range p.Children {
		add(p.Children[i].CitedBy)
	}
	return groups
}

func provisionRelations(p *answer.Provision) (out []Definition) {
	var implements []answer.Ref
	versions := []*answer.Version{p.Version}
	for i := range p.Children {
		versions = append(versions, p.Children[i].Version)
	}
	for _, v := range versions {
		if v == nil {
			continue
		}
		for _, ref := range v.Implements {
			if !slices.Contains(implements, ref) {
				implements = append(implements, ref)
			}
		}
	}
	if len(implements) > 0 {
		out = append(out, Definition{"Implements", refValues(implements)})
	}
	if len(p.ImplementedBy) > 0 {
		out = append(out, Definition{"Implemented by", refValues(p.ImplementedBy)})
	}
	return out
}

func neighbour(ref *answer.Ref) *Neighbour {
	if ref == nil {
		return nil
	}
	return &Neighbour{Label: ref.Title, URL: ref.URL}
}
