package export

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"seelex/api/export/table"
	"seelex/legislation"
)

// confidences explains the degrees, as every file does.
var confidences = map[legislation.Confidence]string{
	legislation.Primary:    "the official text, an official translation or the gazette was read",
	legislation.Secondary:  "an intergovernmental, academic, non-governmental, law-firm or press source states it",
	legislation.Unverified: "general knowledge; no source was seen for it",
}

// Notice goes with every file.
const Notice = "Research, not legal advice."

// notes are what a reader must know of every file.
var notes = []string{
	Notice + " Summaries and digests are written in own words; they are not the official text.",
	"A value that could not be established is left out and shown as not known; it is never guessed.",
	"Dates are as exact as they are known: a year, a month of a year, or a day.",
}

// fact is one line of what a file says of itself.
type fact struct{ name, text, address string }

// facts are what the file says of itself, in the order in which they are shown.
func (f *File) facts() []fact {
	var out []fact
	add := func(name, text, address string) {
		if text != "" {
			out = append(out, fact{name, text, address})
		}
	}
	add("Title", f.Title, "")
	add("Question", f.Question, "")
	if f.On != 0 {
		add("Law as of", words(f.On), "")
	} else {
		add("Law as of", "all periods; each row has its dates", "")
	}
	add("Compared with", words(f.Against), "")
	add("Jurisdictions", f.places(), "")
	add("Exported", words(f.Exported), "")
	add("Address", f.Address, f.Address)
	add("Licence", Licence, LicenceURL)
	add("Cite as", f.citation(), "")
	return out
}

// places names the jurisdictions that were asked for.
func (f *File) places() string {
	if len(f.Places) == 0 {
		return "all"
	}
	names := make([]string, len(f.Places))
	for i, code := range f.Places {
		names[i] = f.name(code)
	}
	return strings.Join(names, ", ")
}

// name is that of a jurisdiction.
func (f *File) name(code string) string {
	if j, err := f.catalog.Jurisdiction(code); err == nil {
		return j.Name
	}
	return code
}

// remarks are what must be known of the jurisdictions in the rows, such as the note on
// the name of Kosovo.
func (f *File) remarks() (out []fact) {
	at := slices.IndexFunc(f.data.Columns, func(c table.Column) bool { return c.Name == jurisdictionColumn.Name })
	if at < 0 {
		return nil
	}
	seen := map[any]bool{}
	for _, row := range f.data.Rows {
		code, _ := row[at].(string)
		if seen[code] {
			continue
		}
		seen[code] = true
		if j, err := f.catalog.Jurisdiction(code); err == nil && j.Note != "" {
			out = append(out, fact{name: j.Name, text: strings.TrimLeft(strings.TrimSpace(j.Note), "* ")})
		}
	}
	return out
}

// citation is how the file itself may be cited.
func (f *File) citation() string {
	text := "seelex, “" + f.Title + "”"
	if f.On != 0 {
		text += ", law as of " + words(f.On)
	}
	if f.Against != 0 {
		text += " against " + words(f.Against)
	}
	return text + ", exported " + words(f.Exported) + ", " + f.Address
}

// about is the head of a JSON file.
type about struct {
	Title      string                            `json:"title"`
	Question   string                            `json:"question,omitempty"`
	LawOn      legislation.Day                   `json:"law_on"` // null where rows of all times are given
	Against    legislation.Day                   `json:"against"`
	Exported   legislation.Day                   `json:"exported"`
	Address    string                            `json:"address"`
	Licence    string                            `json:"licence"`
	LicenceURL string                            `json:"licence_url"`
	Confidence map[legislation.Confidence]string `json:"confidence"`
	Notes      []string                          `json:"notes"`
	Remarks    map[string]string                 `json:"remarks,omitempty"` // on jurisdictions, by their names
}

func (f *File) json(w io.Writer) error {
	remarks := map[string]string{}
	for _, remark := range f.remarks() {
		remarks[remark.name] = remark.text
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		About   about    `json:"about"`
		Answer  any      `json:"answer"`
		Sources []listed `json:"sources"`
	}{about{f.Title, f.Question, f.On, f.Against, f.Exported, f.Address, Licence, LicenceURL, confidences, notes, remarks}, f.answer, f.sources.list})
}
