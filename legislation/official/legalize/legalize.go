// Package legalize reads the Markdown of the Legalize repositories: a YAML front matter with the reference of
// publication, then the text under headings.
package legalize

import (
	"cmp"
	"context"
	"strings"

	"seelex/legislation/official/markdown"
	"seelex/legislation/official/structure"
	"seelex/legislation/official/text"
)

// Format is the name of this reader in a document.
const Format = "legalize"

// Is says whether a text starts with the front matter of a Legalize repository.
func Is(s string) bool {
	if !strings.HasPrefix(s, "---\n") && !strings.HasPrefix(s, "---\r\n") {
		return false
	}
	if len(s) > 64<<10 {
		s = s[:64<<10]
	}
	for _, keys := range [...][3]string{{"identifier", "rank", "publication_date"}, {"identificador", "rango", "fecha_publicacion"}} {
		if strings.Contains(s, "\n"+keys[0]+":") && (strings.Contains(s, "\n"+keys[1]+":") || strings.Contains(s, "\n"+keys[2]+":")) {
			return true
		}
	}
	return false
}

// spanish are the keys of the first of these repositories, that of Spain, which some other countries took over.
var spanish = map[string]string{"titulo": "title", "identificador": "identifier", "pais": "country", "rango": "rank", "fecha_publicacion": "publication_date",
	"ultima_actualizacion": "last_updated", "estado": "status", "fuente": "source"}

// languages by the country of the front matter, for those that have one language of publication.
var languages = map[string]string{"gr": "el", "ro": "ro", "md": "ro", "bg": "bg", "hr": "hr", "si": "sl", "tr": "tr", "al": "sq", "mk": "mk", "cy": "el", "xk": "sq"}

// Read splits a Legalize file into blocks.
func Read(_ context.Context, data []byte, _ structure.Limits) (*structure.Source, error) {
	s, enc, err := text.Decode(data)
	if err != nil {
		return nil, err
	}
	src := &structure.Source{Format: Format}
	text.NoteEncoding(src, enc)
	front, body := markdown.FrontMatter(s)
	for old, key := range spanish {
		if v, ok := front[old]; ok && front[key] == "" {
			front[key] = v
		}
	}
	src.Title = front["title"]
	src.Language = languages[front["country"]]
	src.Meta = structure.Meta{
		Gazette:   cmp.Or(front["fek_label"], front["publication_reference"], bulgarian(front), reference(front["identifier"])),
		Published: front["publication_date"],
		Source:    front["source"],
		Encoding:  src.Meta.Encoding,
		Extra:     front,
	}
	if u := front["last_updated"]; u > front["publication_date"] { // an act that nobody amended may bear 1900-01-01
		src.Meta.Consolidation = u
	}
	src.Blocks = markdown.Blocks(body, src)
	if n := number(src.Blocks); n != "" && len(src.Meta.Published) >= 4 {
		src.Meta.Number = n + "/" + src.Meta.Published[:4] // Greek acts are numbered by the year of their issue
	}
	return src, nil
}

// number finds "ΝΟΜΟΣ ΥΠ' ΑΡΙΘ. 4139" or "ΠΡΟΕΔΡΙΚΟ ΔΙΑΤΑΓΜΑ ΥΠ' ΑΡΙΘΜ. 5" among the first headings.
func number(blocks []structure.Block) string {
	for i := 0; i < len(blocks) && i < 15; i++ {
		t := blocks[i].Text
		for _, sign := range [...]string{"ΑΡΙΘ. ", "ΑΡΙΘΜ. ", "APIΘ. ", "ΑΡΙΘ ", "ΑΡΙΘMΟΣ "} {
			if _, rest, ok := strings.Cut(t, sign); ok && blocks[i].Level > 0 {
				n := strings.TrimRight(leading(rest), ".")
				if n != "" {
					return n
				}
			}
		}
	}
	return ""
}

// leading returns the digits, points and slashes at the start of s.
func leading(s string) string {
	i := 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.' || s[i] == '/') {
		i++
	}
	return s[:i]
}

// bulgarian is the issue of the Bulgarian gazette in which an act was published.
func bulgarian(front map[string]string) string {
	if front["dv_issue"] == "" || front["dv_year"] == "" {
		return ""
	}
	return "ДВ, бр. " + front["dv_issue"] + "/" + front["dv_year"]
}

// reference is an identifier that says more than the row of a database.
func reference(id string) string {
	if strings.Trim(id, "0123456789") == "" {
		return ""
	}
	return id
}
