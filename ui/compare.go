package ui

import (
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// comparePage is the matrix with the form that asks for it. Its address holds all of it.
type comparePage struct {
	Frame
	Permanent string // address of this view, to share, with its day
	Form      compareForm
	Asked     bool
	NoTopic   bool   // something was chosen, but no topic
	Filtered  string // which rows are shown where not all are: on paper there are no tabs
	AsItStood AsItStood
	Against   *AsItStood
	Heading   string
	Questions []Link // the topics compared: Label, URL, and the question as Why
	Part      string // which topics these are, where the page has not all of them
	Parts     *Tabs
	Left      string // which jurisdictions the filter left out, and why
	Tabs      []Tabs
	Matrices  []Matrix
	Legend    []LegendEntry
	NoRows    string // why a filter left no row
	Figures   []Figure
	Sources   []Source
	Exports   []Link
	Suggested []Link
}

// compareForm chooses what is compared.
type compareForm struct {
	Topics, Jurisdictions Checks
	Presets               []Link
	On, Against           string
	Sort, Order           Select
	Hidden                []Hidden
}

// Tabs are views of one thing, each with its address.
type Tabs struct {
	Label string
	Items []Tab
}

// Tab is one view.
type Tab struct {
	Label, URL, Count string
	Current           bool
}

// The parameters that say how the matrix is laid out.
const (
	rowsDiffer  = "differ"
	rowsChanged = "changed"
	transposed  = "transposed"
)

// westernBalkans are the legal orders of the region as the European Union calls it.
var westernBalkans = []string{"AL", "BA", "BA-BRC", "BA-BIH", "BA-SRP", "XK", "ME", "MK", "RS"}

// suggested are comparisons to begin with.
var suggested = []Link{
	{"Possession for personal use, everywhere today", "/compare?topic=personal-possession", ""},
	{"Possession in the Western Balkans, 2005 and today", "/compare?topic=personal-possession&jurisdictions=" + strings.Join(westernBalkans, ",") + "&against=2005-01-01", ""},
	{"Croatia before and after 1 January 2013", "/compare?topic=personal-possession&jurisdictions=HR&on=2013-01-01&against=2012-12-31", ""},
	{"Serbia before and after September 2009", "/compare?topic=personal-possession,supply-trafficking&jurisdictions=RS&on=2009-09-11&against=2009-09-10", ""},
	{"Greece 2014 against 2012", "/compare?topic=personal-possession,decriminalisation&jurisdictions=GR&on=2014-01-01&against=2012-01-01", ""},
	{"Alternatives to prison in the whole region", "/compare?topic=alternatives-to-prison&layout=transposed", ""},
	{"Bosnia and Herzegovina's four legal orders on supply", "/compare?topic=supply-trafficking&jurisdictions=BA,BA-BIH,BA-SRP,BA-BRC", ""},
}

// view is how the matrix is looked at.
type view struct {
	here         address
	rows, layout string
}

func (s *Site) compare(r *request) (any, error) {
	if len(r.Topics("topic")) == 0 && r.Err() == nil {
		return s.compareStart(r), nil
	}
	ask := r.CompareRequest()
	v := view{here: newAddress(r.http.Request.URL, "topic", "jurisdictions"), rows: first(r.OneOf("rows", []string{"all", rowsDiffer, rowsChanged})), layout: first(r.OneOf("layout", []string{"columns", transposed}))}
	if ask.Against > ask.On { // a change reads from the earlier day to the later; links and files then do too
		ask.On, ask.Against = ask.Against, ask.On
		v.here = v.here.with("on", ask.On.String(), "against", ask.Against.String())
	}
	if err := r.Err(); err != nil {
		return nil, err
	}
	page := s.newComparePage(r, v.here, ask)
	part, err := s.partOf(&ask, r.Window().Offset)
	if err != nil {
		return nil, err
	}
	found, err := s.service.Compare(r.context(), ask)
	if err != nil {
		return nil, err
	}
	blocks := found.Blocks
	if blocks == nil {
		blocks = []compare.Block{found.Block}
	}
	blocks = part.shown(blocks)
	if v.rows == rowsChanged {
		page.Left = leaveUnchanged(blocks)
	}
	page.Part, page.Parts = part.words(len(blocks)), s.parts(part, v.here)
	s.fillCompare(page, v, blocks)
	if f, err := r.download(ask.On, page.Figures...); f != nil || err != nil {
		return f, err
	}
	return page, nil
}

// compareStart is the page before anything has been chosen.
func (s *Site) compareStart(r *request) *comparePage {
	ask := compare.Request{Jurisdictions: r.Jurisdictions("jurisdictions"), On: r.on, Against: r.OptionalDay("against")}
	page := s.newComparePage(r, newAddress(r.http.Request.URL, "topic", "jurisdictions"), ask)
	page.NoTopic = r.http.Request.URL.Query().Has("against") || len(ask.Jurisdictions) > 0 // the form sends the one even where it is empty
	return page
}

func (s *Site) newComparePage(r *request, here address, ask compare.Request) *comparePage {
	return &comparePage{Permanent: r.base + here.with("on", ask.On.String()).String(), Frame: Frame{Title: "Compare", Section: "compare", Canonical: here.String(), LawOn: ask.On.Date().Words(),
		Description: "Topics by jurisdictions in one table, on any day, with a citation and a source behind every value."},
		Asked: len(ask.Topics) > 0, Form: s.compareForm(here, ask), AsItStood: asItStood(ask.On), Suggested: suggested}
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

func (s *Site) fillCompare(page *comparePage, v view, blocks []compare.Block) {
	var labels []string
	for _, b := range blocks {
		labels = append(labels, b.Topic.Label)
		page.Questions = append(page.Questions, Link{b.Topic.Label, "/topics/" + b.Topic.ID, b.Topic.Question})
	}
	page.Heading = strings.Join(labels, ", ")
	page.Title = page.Heading + who(blocks[0].Columns)
	if against := blocks[0].Against; against != 0 {
		day := asItStood(against)
		page.Against = &day
	}
	notes := &footnotes{}
	rows := 0
	var grids []grid
	for i := range blocks {
		g := newGrid(&blocks[i], v, notes)
		rows += len(g.variables)
		grids = append(grids, g)
	}
	page.Matrices = matrices(grids, v, page.caption())
	if rows == 0 {
		page.NoRows = map[string]string{rowsDiffer: "The jurisdictions chosen give the same answers wherever an answer is known.", rowsChanged: "No answer that is known on both days changed between them."}[v.rows]
	}
	page.Filtered = map[string]string{rowsDiffer: "Only the rows in which the jurisdictions differ.", rowsChanged: "Only the rows in which the law of a jurisdiction changed between the two days."}[v.rows]
	page.Tabs = v.tabs(page.Against != nil, blocks)
	page.Legend = legend(blocks, page.Against != nil)
	page.Figures = s.compareFigures(blocks, notes)
	page.Sources = notes.List
	page.Exports = exports("compare", v.here.with("offset", ""))
}

func (p *comparePage) caption() string {
	c := p.Heading + ", as of " + p.AsItStood.Text
	if p.Against != nil {
		c += ", with the changes against " + p.Against.Text
	}
	return c
}

// who names the jurisdictions for the title while they are few.
func who(columns []compare.Column) string {
	if len(columns) > 3 {
		return ""
	}
	var names []string
	for _, c := range columns {
		names = append(names, c.Jurisdiction.Name)
	}
	return " in " + strings.Join(names, ", ")
}

// alignColumns gives all blocks the order of the block that was sorted by a variable of
// its topic: they stand in one table.
func alignColumns(blocks []compare.Block) {
	sorted := -1
	for i, b := range blocks {
		if b.Sort != "" {
			sorted = i
		}
	}
	if sorted < 0 {
		return
	}
	for i := range blocks {
		by := map[string]compare.Column{}
		for _, c := range blocks[i].Columns {
			by[c.Jurisdiction.Code] = c
		}
		ordered := make([]compare.Column, 0, len(by))
		for _, c := range blocks[sorted].Columns {
			ordered = append(ordered, by[c.Jurisdiction.Code])
		}
		blocks[i].Columns = ordered
	}
}

func (v view) tabs(changes bool, blocks []compare.Block) []Tabs {
	differing, changed := 0, 0
	for i := range blocks {
		differing += len(blocks[i].Differing)
		for _, variable := range blocks[i].Topic.Variables {
			if (view{rows: rowsChanged}).shown(&blocks[i], variable) {
				changed++
			}
		}
	}
	rows := Tabs{"Rows", []Tab{
		{Label: "All rows", URL: v.here.with("rows", "").String(), Current: v.rows == "" || v.rows == "all"},
		{Label: "Where they differ", URL: v.here.with("rows", rowsDiffer).String(), Count: count(differing), Current: v.rows == rowsDiffer}}}
	if changes {
		rows.Items = append(rows.Items, Tab{Label: "Where the law changed", URL: v.here.with("rows", rowsChanged).String(), Count: count(changed), Current: v.rows == rowsChanged})
	}
	layout := Tabs{"Layout", []Tab{
		{Label: "Jurisdictions across", URL: v.here.with("layout", "").String(), Current: v.layout != transposed},
		{Label: "Jurisdictions down", URL: v.here.with("layout", transposed).String(), Current: v.layout == transposed}}}
	return []Tabs{rows, layout}
}

func legend(blocks []compare.Block, against bool) (out []LegendEntry) {
	for _, b := range blocks {
		for _, c := range b.Columns {
			if c.Position == nil || len(c.Position.Values) < len(b.Topic.Variables) {
				out = []LegendEntry{{"gap", "the data does not say"}}
			}
		}
	}
	if against {
		out = append(out, LegendEntry{"changed", "the law differs between the two days"})
	}
	return out
}

// compareFigures draws what can be drawn of each topic: a map where there are enough
// jurisdictions for one, a second where it was another on the earlier day, and ranges of imprisonment.
func (s *Site) compareFigures(blocks []compare.Block, notes *footnotes) (out []Figure) {
	const enough = 4
	for i := range blocks {
		b := &blocks[i]
		if v, ok := mainVariable(b.Topic); ok && len(b.Columns) >= enough {
			if differ(b, v) {
				out = append(out, mapFigure("map-then-"+b.Topic.ID, earlier(b), v, notes))
			}
			out = append(out, mapFigure("map-"+b.Topic.ID, b, v, notes))
		}
		if f, ok := rangeFigure("ranges-"+b.Topic.ID, b, notes); ok {
			out = append(out, f)
		}
	}
	return out
}

// differ reports whether a jurisdiction's answer is not the same on the two days.
func differ(b *compare.Block, v legislation.Variable) bool {
	return slices.ContainsFunc(b.Columns, func(c compare.Column) bool {
		return slices.ContainsFunc(c.Changes, func(change compare.Change) bool { return change.Variable == v.Name })
	})
}

// earlier is the block as it stood on the earlier of its two days.
func earlier(b *compare.Block) *compare.Block {
	then := *b
	then.On, then.Columns = b.Against, slices.Clone(b.Columns)
	for i, c := range b.Columns {
		then.Columns[i].Position, then.Columns[i].Gap = c.Against, c.AgainstGap
	}
	return &then
}

// compareForm offers all topics and jurisdictions, those asked for ticked.
func (s *Site) compareForm(here address, ask compare.Request) compareForm {
	f := compareForm{Topics: Checks{Label: "Topics", Name: "topic", Type: "checkbox", Columns: true},
		Jurisdictions: Checks{Label: "Jurisdictions (none ticked: all)", Name: "jurisdictions", Type: "checkbox", Columns: true},
		Sort:          Select{ID: "sort", Name: "sort", Label: "Sort jurisdictions by", Options: []Option{{Label: "the order of the list"}}},
		Order:         Select{ID: "order", Name: "order", Label: "Order", Options: []Option{{Label: "smallest first"}, {Value: "desc", Label: "greatest first", Selected: ask.Descending}}},
		On:            ask.On.String(), Hidden: here.hidden("topic", "jurisdictions", "on", "against", "sort", "order", "offset")}
	if ask.Against != 0 {
		f.Against = ask.Against.String()
	}
	for _, t := range s.service.Topics(answer.Window{Limit: answer.MaxLimit}).Items {
		chosen := slices.Contains(ask.Topics, t.ID)
		f.Topics.Options = append(f.Topics.Options, Option{Value: t.ID, Label: t.Label, Selected: chosen})
		for _, v := range t.Variables {
			offered := slices.ContainsFunc(f.Sort.Options, func(o Option) bool { return o.Value == v.Name })
			if chosen && !offered { // topics share variables
				f.Sort.Options = append(f.Sort.Options, Option{Value: v.Name, Label: strings.ToLower(variableLabel(v.Name)), Selected: ask.Sort == v.Name})
			}
		}
	}
	var members, others, bosnia []string
	for _, j := range s.service.Jurisdictions(answer.Window{Limit: answer.MaxLimit}).Items {
		f.Jurisdictions.Options = append(f.Jurisdictions.Options, Option{Value: j.Code, Label: j.Name, Selected: slices.Contains(ask.Jurisdictions, j.Code)})
		switch {
		case strings.HasPrefix(j.EUStatus, "member"):
			members = append(members, j.Code)
		case j.Code != "EU" && j.Code != "INT":
			others = append(others, j.Code)
		}
		if j.Code == "BA" || j.Parent == "BA" {
			bosnia = append(bosnia, j.Code)
		}
	}
	if len(ask.Topics) > 0 {
		preset := func(label string, codes []string) {
			f.Presets = append(f.Presets, Link{Label: label, URL: here.with("jurisdictions", strings.Join(codes, ","), "offset", "").String()})
		}
		preset("All", nil)
		preset("Members of the European Union", members)
		preset("Not members", others)
		preset("Western Balkans", westernBalkans)
		preset("Bosnia and Herzegovina", bosnia)
	}
	return f
}

// shown reports whether a row of the matrix stays under the filter.
func (v view) shown(b *compare.Block, variable legislation.Variable) bool {
	switch v.rows {
	case rowsDiffer:
		return slices.Contains(b.Differing, variable.Name)
	case rowsChanged:
		for _, c := range b.Columns {
			for _, change := range c.Changes {
				if change.Variable == variable.Name && change.Kind == compare.Changed {
					return true
				}
			}
		}
		return false
	}
	return true
}
