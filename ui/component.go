package ui

import (
	"html/template"
	"slices"
	"strings"
)

// The data of the components in templates/components; the comment at the head of each
// file says what its fields mean.

// Link is a place to go on to.
type Link struct{ Label, URL, Why string }

// Crumb is a step of breadcrumbs.
type Crumb struct{ Label, URL, Lang string }

// Text is a text with its language.
type Text struct{ Text, Lang string }

// Jurisdiction names a legal order.
type Jurisdiction struct{ Code, Name, URL string }

// Status says whether something is law on the day asked.
type Status struct{ State, Label string }

// Mark is a footnote mark that points to a source of the page.
type Mark struct{ Number, ID string }

// Marks are the marks behind one statement.
type Marks []Mark

// Source is a line of the list of sources.
type Source struct {
	ID     string
	Number int
	Work   work
}

// Definition is a name with its values.
type Definition struct {
	Term   string
	Values []Value
}

// Value is one value of a definition.
type Value struct {
	Text, URL, Lang string
	Marks           Marks
}

// Tile is a number at a glance.
type Tile struct{ Value, Label, URL string }

// Notice is something the reader should know.
type Notice struct {
	Kind, Title, Text string
	Links             []Link
}

// Empty says that nothing was found, and the ways on.
type Empty struct {
	Title, Text string
	Ways        []Link
}

// Option is a choice of a form.
type Option struct {
	Value, Label, Count string
	Selected            bool
}

// Checks are options of which any, or one, can be chosen.
type Checks struct {
	Label, Name, Type string
	Columns           bool
	Options           []Option
}

// Any reports whether one of them is chosen.
func (c Checks) Any() bool {
	return slices.ContainsFunc(c.Options, func(o Option) bool { return o.Selected })
}

// Select is one choice of several.
type Select struct {
	ID, Name, Label string
	Options         []Option
}

// Hidden is a parameter that a form carries on.
type Hidden struct{ Name, Value string }

// SearchBox is the large search box.
type SearchBox struct {
	Query, Placeholder string
	Hidden             []Hidden
}

// DateForm asks the same page on another day.
type DateForm struct {
	Action, On, Min, Max string
	AskAgainst           bool
	Against              string
	Hidden               []Hidden
}

// AsItStood names the day whose law is shown.
type AsItStood struct{ On, Text string }

// Table is an ordinary table.
type Table struct {
	ID, Caption string
	Cards       bool // its fields explain themselves: on a telephone each row is a card
	Columns     []Column
	Rows        [][]Field
}

// Column is the head of a column of a table.
type Column struct {
	Label  string
	Number bool
}

// Field is one field of a table.
type Field struct {
	Text, URL, Lang string
	Number          bool
	Whole           bool // stays on one line, as a date
}

// LegendEntry explains a mark of a table.
type LegendEntry struct{ Kind, Label string }

// Matrix is variables × jurisdictions, or the reverse.
type Matrix struct {
	ID, Caption, Corner string
	Transposed          bool
	Columns             []Head
	Groups              []Group
}

// Head is the head of a row or column of a matrix.
type Head struct {
	Code, Label, Meta, Note, URL string
	Confidence                   string
}

// Group is the rows of one topic.
type Group struct {
	Title, Question, URL string
	Rows                 []Row
}

// Row is one row of a matrix.
type Row struct {
	Head  Head
	Cells []Cell
}

// Kept reports whether the row can be put into a dossier: its cells then name the day, and
// are written anew.
func (r Row) Kept() bool {
	return slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Keep != "" })
}

// Cell is one answer in a matrix.
type Cell struct {
	Head, State, Kind string
	Lines             []string
	Lang              string
	Changed           bool
	How, Before       string
	Aside             string // of a value that is known on one of two days only
	Reform            *Link
	Marks             Marks
	Cites             []Link
	Keep              string // what a dossier names it by
	Confidence        string
}

// Class is how the cell is set.
func (c Cell) Class() string {
	class := ""
	if c.State != "value" {
		class = c.State
	}
	if c.Changed {
		class = strings.TrimSpace(class + " changed")
	}
	return class
}

// FacetGroup is one way to narrow a search.
type FacetGroup struct {
	Label   string
	Open    bool
	Options []FacetOption
}

// FacetOption is one value of a facet.
type FacetOption struct {
	Label, Code, Count, URL string
	Selected                bool
}

// Pagination leads through the pages of a list.
type Pagination struct {
	Previous, Next string
	Pages          []PageLink
}

// PageLink is one page of a list; without a number it is a gap.
type PageLink struct {
	Number, URL string
	Current     bool
}

// TOC is a table of contents.
type TOC struct {
	Title string
	Items []TOCItem
}

// TOCItem is one entry of a table of contents.
type TOCItem struct {
	Label, Heading, Lang, URL string
	Current                   bool
	Items                     []TOCItem
}

// VersionLink is one version in the list of versions.
type VersionLink struct {
	Period, URL, What, DiffURL string
	Current, Selected          bool
}

// Reading is provisions with digest and official text.
type Reading struct {
	Both         bool
	OfficialNote string
	Units        []Unit
}

// Digests reports whether any unit has a digest; without official text the page speaks of nothing else.
func (r Reading) Digests() bool {
	return !r.Both || slices.ContainsFunc(r.Units, func(u Unit) bool { return u.Digest != "" })
}

// Unit is one provision in the reading.
type Unit struct {
	ID, Number, URL string
	Heading         string
	Native          *Text
	Digest          string
	Marks           Marks
	Official, Lang  string
	Status          Status
	Confidence      string
	Topics          []Link
}

// Pager leads to the provisions before and after.
type Pager struct{ Previous, Next *Neighbour }

// Neighbour is a provision beside the one shown.
type Neighbour struct{ Label, Heading, URL string }

// Cite is how to cite a provision.
type Cite struct {
	ID     string
	Keep   string // what a dossier names it by
	Styles []CiteStyle
	Files  []Link
	Link   string
}

// CiteStyle is a citation in one style, with its anchor.
type CiteStyle struct {
	ID, Name string
	HTML     template.HTML
	Lang     string
}
