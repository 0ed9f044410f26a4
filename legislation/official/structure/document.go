// Package structure holds the document tree of an official text and the recogniser that builds it.
//
// Readers (one per file format) turn a file into a [Source]: a stream of blocks of plain text. [Build] recognises
// articles, paragraphs, points, chapters and annexes in that stream, in every language of the region, and returns
// a [Document].
//
// The tree covers the text without gap or overlap: the parts of one level lie end to end, and the first child of a
// part starts where the part's own text ends. What is not understood is kept as a part of kind [Text] and counted
// in the document's warnings.
package structure

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// Kind says what a part of a document is. The words are those of Akoma Ntoso where it has one.
type Kind string

// Kinds of parts, from the outermost to the innermost.
const (
	Preamble    Kind = "preamble"    // title, enacting formula, recitals: all before the first article or chapter
	Contents    Kind = "contents"    // a printed table of contents
	Book        Kind = "book"        // knjiga, βιβλίο, kitap, cartea
	Division    Kind = "part"        // dio, део, ΜΕΡΟΣ, pjesa, partea, част
	Title       Kind = "title"       // titlul, τμήμα, kısım, оддел
	Chapter     Kind = "chapter"     // glava, κεφάλαιο, kreu, kapitulli, capitolul, bölüm
	Section     Kind = "section"     // odjeljak, раздел, seksioni, secțiunea
	Subsection  Kind = "subsection"  // pododjeljak, nënseksioni
	Article     Kind = "article"     // the citable unit
	Paragraph   Kind = "paragraph"   // stav, παράγραφος, alineat, fıkra; also § of a Bulgarian amending act
	Point       Kind = "point"       // tačka, περίπτωση, litera, bent
	Annex       Kind = "annex"       // also schedules and tables of a treaty
	Appended    Kind = "appended"    // a further act: articles of amending acts behind a consolidated text, a second decree in one issue of a gazette
	Quoted      Kind = "quoted"      // an article of another instrument, quoted by an amending act
	VersionNote Kind = "versionnote" // amendment notes and superseded wordings printed within the text
	Table       Kind = "table"       // one row a line, cells separated by tabs
	Translation Kind = "translation" // the same instrument in a further language, not structured
	Text        Kind = "text"        // text that belongs here but was not understood further
)

// Document is an official text as a tree of parts.
type Document struct {
	Format   string // the reader that understood it: legalize, markdown, pdf, akn, html, docx, text
	Language string // BCP 47: el, sr-Cyrl, sr-Latn, hr, sq, …
	Title    string
	Meta     Meta
	Text     string // the whole normalised text: UTF-8, NFC, one block a line
	Parts    []Part
	Warnings []Warning
}

// Meta is what the file says about itself. Every field may be empty; dates are as far as known ISO 8601.
type Meta struct {
	Number        string // of the act: "4139/2013", "06/L-074"
	Gazette       string // reference of publication: "Α 74/2013", "Nr. 2 / 14 JANAR 2019"
	Adopted       string
	Published     string
	Consolidation string // the day up to which amendments are worked in
	Source        string // address from which the file says it comes
	Encoding      string // of the file, where it was not UTF-8
	Pages         int
	// Extra holds the further fields of a front matter as they stand in the file.
	Extra map[string]string
}

// Part is a node of the tree.
type Part struct {
	Kind   Kind
	Label  string // as printed, with the word: "Члан 246а", "(2)"
	Number string // as printed, without the word: "246а", "2"
	// Key is the segment of an id: art-246a, par-2, pt-a, ch-23, annex-1; empty where the part is not citable. An id is
	// written in ASCII. A letter or small number behind a separator follows a hyphen in lower case (283/ç art-283-ce,
	// 43-а art-43-a, 217¹ art-217-1, 14 bis art-14-bis); one attached to the digits stays attached, in lower case
	// (246a, 354а art-354a), in Greek texts in upper case (2ΙΣΤ art-2IST). Paragraphs without a printed number are counted
	// where the country cites them so. A second part of one path is art-5~2.
	Key     string
	Heading string
	Text    string // own text: without label, heading and children
	// Start and End are byte offsets in Document.Text. The part's own text ends where its first child starts.
	Start, End int
	Children   []Part
}

// Warning is something that the person who imports the text should look at.
type Warning struct {
	Code   string // not-understood, gap, duplicate, translation, encoding, removed, …
	Text   string // for people: what, where, and what would be right
	Offset int    // in Document.Text, -1 where it concerns the whole file
	Bytes  int    // of Document.Text concerned, 0 where unknown
}

func (w Warning) String() string { return w.Code + ": " + w.Text }

// Block is one paragraph, heading or table of a file, as plain text.
type Block struct {
	Text string
	// Level is the heading level that the file's markup states, 1 to 6, or 0.
	Level int
	// Kind is set where the file says what the block is (Table, VersionNote); empty otherwise.
	Kind Kind
	// Strong says that the block stands out (bold or centred) in a file that has no headings.
	Strong bool
}

// Source is what a reader found in a file.
type Source struct {
	Format   string
	Language string // if the file states it
	Title    string
	Meta     Meta
	Blocks   []Block
	Warnings []Warning
}

// Warnf adds a warning that concerns the whole file.
func (s *Source) Warnf(code, format string, args ...any) {
	s.Warnings = append(s.Warnings, Warning{Code: code, Text: fmt.Sprintf(format, args...), Offset: -1})
}

// WarnRemoved says what was printed on many pages and was taken out, and how many times.
func (s *Source) WarnRemoved(removed map[string]int) {
	for _, line := range slices.Sorted(maps.Keys(removed)) {
		s.Warnf("removed", "a page header, footer or number was taken out %d times: %q (# is a number)", removed[line], line)
	}
}

// Limits bound what a reader accepts. The zero value is not useful; start from [DefaultLimits].
type Limits struct {
	Bytes    int64   // of the file
	Text     int64   // bytes of the text that a file holds, and of a file that is text with or without markup
	Expanded int64   // bytes of what an archive expands to
	Ratio    float64 // expanded to packed, per archive member
	Depth    int     // of nested elements
	Pages    int
	Blocks   int
	Opening  time.Duration // of processor time that a PDF may cost, its first page included
	Page     time.Duration // of processor time that each page may cost on top, on average
}

// DefaultLimits fit the longest consolidated codes and gazettes of the region several times over: they have four megabytes
// of text in 18,000 lines, and a page of theirs costs a twentieth of a second.
func DefaultLimits() Limits {
	return Limits{Bytes: 50 << 20, Text: 12 << 20, Expanded: 32 << 20, Ratio: 200, Depth: 256, Pages: 5000, Blocks: 100_000,
		Opening: 4 * time.Second, Page: time.Second}
}
