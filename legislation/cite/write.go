package cite

import (
	"html"
	"strings"

	"seelex/legislation"
)

// Style is a way to write a citation.
type Style struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	File  bool   `json:"file"`  // a file for a reference manager, not a line of text
	Media string `json:"media"` // the media type of what is written
	Ext   string `json:"ext"`   // of the file's name, without the dot
}

// Styles are the styles, as they are offered.
var Styles = []Style{
	{"native", "Native legal style", false, "text/plain; charset=utf-8", "txt"},
	{"native-en", "Native legal style, in English", false, "text/plain; charset=utf-8", "txt"},
	{"oscola", "OSCOLA (4th edition)", false, "text/plain; charset=utf-8", "txt"},
	{"bluebook", "Bluebook", false, "text/plain; charset=utf-8", "txt"},
	{"apa", "APA (7th edition)", false, "text/plain; charset=utf-8", "txt"},
	{"chicago", "Chicago (notes)", false, "text/plain; charset=utf-8", "txt"},
	{"bibtex", "BibTeX", true, "application/x-bibtex; charset=utf-8", "bib"},
	{"biblatex", "BibLaTeX", true, "application/x-bibtex; charset=utf-8", "bib"},
	{"ris", "RIS", true, "application/x-research-info-systems; charset=utf-8", "ris"},
	{"csl-json", "CSL-JSON", true, "application/vnd.citationstyles.csl+json; charset=utf-8", "json"},
}

// StyleOf returns the style with that id; the error names the nearest ones.
func StyleOf(id string) (Style, error) {
	var known []string
	for _, s := range Styles {
		if s.ID == id {
			return s, nil
		}
		known = append(known, s.ID)
	}
	return Style{}, &legislation.Error{Code: legislation.Invalid, Field: "style", Value: id, Message: "is not a style of citation",
		Want: "one of " + strings.Join(known, ", "), Nearest: legislation.Nearest(id, known)}
}

// Request says what is to be cited, and how.
type Request struct {
	ID        legislation.ID         // an instrument, or anything below it
	Style     string                 // the id of a style
	On        legislation.Day        // the day whose law is cited
	Base      string                 // what the path of the page is put behind, such as https://seelex.example
	Accessed  legislation.Day        // for files: the day it was looked up; none when 0
	Provision *legislation.Provision // for files: gives heading and digest; may be nil
}

// Citation is a written citation.
type Citation struct {
	ID    legislation.ID  `json:"id"`
	Style string          `json:"style"`
	On    legislation.Day `json:"on"`
	Text  string          `json:"text"`
	HTML  string          `json:"html"` // the text, escaped, with <em> only; of a file its text
	Lang  string          `json:"lang"` // BCP 47
	URL   string          `json:"url"`  // the page, as of the day
}

// Write writes a citation. It does not ask whether there is a provision with the id.
func Write(k *legislation.Catalog, q Request) (Citation, error) {
	style, err := StyleOf(q.Style)
	if err != nil {
		return Citation{}, err
	}
	w, err := workOf(k, q)
	if err != nil {
		return Citation{}, err
	}
	c := Citation{ID: q.ID, Style: q.Style, On: q.On, Lang: "en", URL: w.url}
	if style.File {
		c.Text = files[style.ID]([]work{w})
		c.HTML = html.EscapeString(c.Text)
		return c, nil
	}
	marked := w.native()
	switch style.ID {
	case "native":
		c.Lang = w.lang
	case "native-en":
		marked = w.nativeEnglish()
	case "oscola":
		marked = w.oscola()
	case "bluebook":
		marked = w.bluebook()
	case "apa":
		marked = w.apa()
	case "chicago":
		marked = w.chicago()
	}
	marked = w.asInForce(marked, c.Lang)
	c.Text = emphasis.Replace(marked)
	c.HTML = emphasisHTML.Replace(html.EscapeString(marked))
	return c, nil
}

// WriteAll writes one file for several requests, which share the style of the first:
// a bibliography.
func WriteAll(k *legislation.Catalog, requests []Request) (string, error) {
	if len(requests) == 0 {
		return "", nil
	}
	style, err := StyleOf(requests[0].Style)
	if err != nil {
		return "", err
	}
	if !style.File {
		return "", &legislation.Error{Code: legislation.Invalid, Field: "style", Value: style.ID, Message: "is not a file for a reference manager",
			Want: "bibtex, biblatex, ris or csl-json"}
	}
	works := make([]work, len(requests))
	for i, q := range requests {
		if works[i], err = workOf(k, q); err != nil {
			return "", err
		}
	}
	return files[style.ID](works), nil
}

// The marks of emphasis while a citation is put together; titles cannot have them.
const (
	emStart = "\x01"
	emEnd   = "\x02"
)

var (
	emphasis     = strings.NewReplacer(emStart, "", emEnd, "")
	emphasisHTML = strings.NewReplacer(emStart, "<em>", emEnd, "</em>")
)

func em(s string) string { return emStart + s + emEnd }

// fill puts values into a pattern. A stretch between < and > that holds an unknown
// value is left out; stretches may be nested.
func fill(pattern string, values map[string]string) string {
	out, _, _ := fillUntil(pattern, values, false)
	return out
}

func fillUntil(pattern string, values map[string]string, nested bool) (out string, rest string, known bool) {
	var b strings.Builder
	known = true
	for pattern != "" {
		at := strings.IndexAny(pattern, "{<>")
		if at < 0 {
			b.WriteString(pattern)
			return b.String(), "", known
		}
		b.WriteString(pattern[:at])
		mark := pattern[at]
		pattern = pattern[at+1:]
		switch {
		case mark == '{':
			name, after, _ := strings.Cut(pattern, "}")
			known = known && values[name] != ""
			b.WriteString(values[name])
			pattern = after
		case mark == '<':
			inner, after, ok := fillUntil(pattern, values, true)
			if ok {
				b.WriteString(inner)
			}
			pattern = after
		case nested:
			return b.String(), pattern, known
		}
	}
	return b.String(), "", known
}
