// Package export writes answers as files to keep: CSV, XLSX, DOCX and JSON.
//
// A file stands alone: it says the day whose law it gives, the day of the export, the
// address of the view it was made from, and the source and confidence of every row, so
// that it can be cited and checked years later. The values are those of the answer.
package export

import (
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"seelex/api/export/table"
	"seelex/legislation"
)

// The terms under which the corpus may be reused.
const (
	Licence    = "CC BY 4.0"
	LicenceURL = "https://creativecommons.org/licenses/by/4.0/"
)

// Request is what an answer does not know of itself.
type Request struct {
	Address  string          // of the view that is exported, absolute
	Exported legislation.Day // the day of the export
	On       legislation.Day // the day whose law is given; 0 where rows of all times are
	Places   []string        // codes of the jurisdictions that were asked for; none means all
}

// File is an answer made ready to be written in its formats.
type File struct {
	Request
	Title    string
	Question string          // what the title leaves open, "" for nothing
	Against  legislation.Day // the second day of a comparison, 0 for none

	catalog  *legislation.Catalog
	slug     string
	data     table.Table          // one row for each item: the CSV
	readers  int                  // columns of the data that people read, the others are for programs; 0: all
	pinned   int                  // columns of the data that stay in sight, 0 for one
	before   []sheet              // what the XLSX shows before the data
	behind   []sheet              // and after it
	codebook []*legislation.Topic // with the variables that occur
	sources  sources
	answer   any            // what the JSON holds
	body     func(*handout) // of the DOCX; nil where there is none
	upright  bool           // whether that is on upright paper
}

// Format is a form in which a file can be written.
type Format string

// The formats.
const (
	CSV  Format = "csv"
	XLSX Format = "xlsx"
	JSON Format = "json"
	DOCX Format = "docx"
)

var mediaTypes = map[Format]string{
	CSV:  "text/csv; charset=utf-8",
	JSON: "application/json; charset=utf-8",
	XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

// MediaType is the Internet media type.
func (f Format) MediaType() string { return mediaTypes[f] }

// Formats are those in which the file can be written. A DOCX, as a hand-out, is made
// of what is read as a whole, not of lists to work with.
func (f *File) Formats() []Format {
	if f.body != nil {
		return []Format{CSV, XLSX, JSON, DOCX}
	}
	return []Format{CSV, XLSX, JSON}
}

// Write writes the file. A format that it cannot have gives an error with the code
// [legislation.Invalid] before anything is written.
func (f *File) Write(w io.Writer, format Format) error {
	if !slices.Contains(f.Formats(), format) {
		var known []string
		for _, k := range f.Formats() {
			known = append(known, string(k))
		}
		return &legislation.Error{Code: legislation.Invalid, Field: "format", Value: string(format), Message: "is not a format of this export",
			Want: "one of " + strings.Join(known, ", "), Nearest: legislation.Nearest(string(format), known)}
	}
	switch format {
	case XLSX:
		return f.xlsx(w)
	case JSON:
		return f.json(w)
	case DOCX:
		return f.docx(w)
	}
	return f.csv(w)
}

// csv writes the data with what the file says of itself in columns at the end: rows
// are sorted, cut and pasted, and each must still say where it comes from.
func (f *File) csv(w io.Writer) error {
	t := f.data
	t.Columns, t.Rows = slices.Clone(t.Columns), slices.Clone(t.Rows)
	for i := range t.Rows {
		t.Rows[i] = slices.Clone(t.Rows[i])
	}
	if !slices.ContainsFunc(t.Columns, func(c table.Column) bool { return c.Name == "law_on" }) {
		t.Constant(table.Column{Name: "law_on", Title: "Law as of", Type: table.Date}, f.On)
		if f.Against != 0 {
			t.Constant(table.Column{Name: "against", Title: "Compared with", Type: table.Date}, f.Against)
		}
	}
	t.Constant(table.Column{Name: "exported", Title: "Exported", Type: table.Date}, f.Exported)
	t.Constant(table.Column{Name: "address", Title: "Address", Type: table.Address}, f.Address)
	t.Constant(table.Column{Name: "licence", Title: "Licence", Type: table.Text}, Licence)
	t.Constant(table.Column{Name: "notice", Title: "Notice", Type: table.Text}, Notice)
	return t.CSV(w)
}

// Name is the name that the file is saved under: what it is, of which jurisdictions,
// and the day of its law, or that of the export where it gives the law of all times.
func (f *File) Name(format Format) string {
	day := f.On
	if day == 0 {
		day = f.Exported
	}
	name := "seelex-" + f.slug
	switch n := len(f.Places); {
	case n > 6:
		name += "-" + strconv.Itoa(n) + "-jurisdictions"
	case n > 0:
		name += "-" + slug(f.Places...)
	}
	name += "-" + day.String()
	if f.Against != 0 {
		name += "-against-" + f.Against.String()
	}
	return name + "." + string(format)
}

// slug makes words of a file name: at most 60 plain letters, digits and hyphens.
func slug(parts ...string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.Join(parts, "-")) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() == 60 {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// absolute completes an address of the site with the scheme and host of the exported
// view, so that it works outside the site.
func (r Request) absolute(address string) string {
	if !strings.HasPrefix(address, "/") {
		return address
	}
	base, err := url.Parse(r.Address)
	if err != nil || base.Host == "" {
		return address
	}
	return base.Scheme + "://" + base.Host + address
}

// words gives a day as people write it.
func words(d legislation.Day) string { return d.Date().Words() }
