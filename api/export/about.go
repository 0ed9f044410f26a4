package export

import (
	"encoding/json"
	"io"

	"seelex/legislation"
)

// confidences explains the degrees, as every file does.
var confidences = map[legislation.Confidence]string{
	legislation.Primary:    "the official text, an official translation or the gazette was read",
	legislation.Secondary:  "an intergovernmental, academic, non-governmental, law-firm or press source states it",
	legislation.Unverified: "general knowledge; no source was seen for it",
}

// notes are what a reader must know of every file.
var notes = []string{
	"Summaries and digests are written in own words; they are not the official text and are not legal advice.",
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
	add("Exported", words(f.Exported), "")
	add("Address", f.Address, f.Address)
	add("Licence", Licence, LicenceURL)
	add("Cite as", f.citation(), "")
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
}

func (f *File) json(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		About   about    `json:"about"`
		Answer  any      `json:"answer"`
		Sources []listed `json:"sources"`
	}{about{f.Title, f.Question, f.On, f.Against, f.Exported, f.Address, Licence, LicenceURL, confidences, notes}, f.answer, f.sources.list})
}
