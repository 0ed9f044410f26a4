package datapackage

import (
	"fmt"
	"strings"

	"seelex/api/export"
	"seelex/api/export/table"
)

// The parts of a descriptor, as the Data Package standard (version 2) names them.
type (
	descriptor struct {
		Schema      string            `json:"$schema"`
		Name        string            `json:"name"`
		ID          string            `json:"id"`
		Title       string            `json:"title"`
		Description string            `json:"description"`
		Homepage    string            `json:"homepage"`
		Version     string            `json:"version"`
		Created     string            `json:"created"`
		Keywords    []string          `json:"keywords"`
		Licenses    []license         `json:"licenses"`
		Corpus      map[string]string `json:"corpus"`
		Resources   []resource        `json:"resources"`
	}
	license struct {
		Name  string `json:"name"`
		Path  string `json:"path"`
		Title string `json:"title"`
	}
	resource struct {
		Name        string `json:"name"`
		Type        string `json:"type"`
		Path        string `json:"path"`
		Title       string `json:"title"`
		Description string `json:"description,omitempty"`
		Format      string `json:"format"`
		MediaType   string `json:"mediatype"`
		Encoding    string `json:"encoding"`
		Schema      schema `json:"schema"`
	}
	schema struct {
		Fields        []field      `json:"fields"`
		MissingValues []string     `json:"missingValues"`
		PrimaryKey    []string     `json:"primaryKey,omitempty"`
		ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
	}
	field struct {
		Name        string         `json:"name"`
		Type        string         `json:"type"`
		Title       string         `json:"title,omitempty"`
		Description string         `json:"description,omitempty"`
		Constraints map[string]any `json:"constraints,omitempty"`
	}
	foreignKey struct {
		Fields    []string  `json:"fields"`
		Reference reference `json:"reference"`
	}
	reference struct {
		Resource string   `json:"resource"`
		Fields   []string `json:"fields"`
	}
)

func descriptorOf(tables []dataset, r Request) descriptor {
	d := descriptor{Schema: "https://datapackage.org/profiles/2.0/datapackage.json", Name: "seelex", ID: strings.TrimSuffix(r.Address, "/") + "/data",
		Title:       "seelex: drug legislation and drug strategies in South East Europe",
		Description: "Instruments, provisions, coded positions by topic and period, reforms, practice, sources and a multilingual thesaurus, with sources and confidence in every row.",
		Homepage:    r.Address, Version: r.Exported.String(), Created: r.Exported.String() + "T00:00:00Z",
		Keywords: []string{"drug policy", "legislation", "comparative law", "South East Europe"},
		Licenses: []license{{"CC-BY-4.0", export.LicenceURL, "Creative Commons Attribution 4.0"}}, Corpus: map[string]string{"sha256": r.Corpus}}
	for _, t := range tables {
		d.Resources = append(d.Resources, resource{Name: t.name, Type: "table", Path: t.path(), Title: t.title, Description: t.note, Format: "csv", MediaType: "text/csv",
			Encoding: "utf-8", Schema: schema{fields(t), []string{""}, t.key, t.references}})
	}
	return d
}

// isoDate is a date as exactly as it is known, which no type of the standard fits.
const isoDate = `^\d{4}(-\d{2}(-\d{2})?)?$`

var types = map[table.Type]string{table.Number: "number", table.Boolean: "boolean"}

func fields(t dataset) []field {
	out := make([]field, len(t.columns))
	for i, c := range t.columns {
		f := field{Name: c.Name, Type: "string", Title: c.Title, Description: c.Note, Constraints: map[string]any{}}
		if known, ok := types[c.Type]; ok {
			f.Type = known
		}
		switch c.Type {
		case table.Date:
			f.Constraints["pattern"] = isoDate
		case table.List:
			f.Description = strings.TrimSpace(f.Description + " Several are separated by semicolons.")
		}
		for _, key := range t.key {
			if key == c.Name {
				f.Constraints["required"] = true
			}
		}
		out[i] = f
	}
	return out
}

func readme(tables []dataset, r Request) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# seelex: drug legislation and drug strategies in South East Europe\n\nExported %s from %s, corpus %s.\nLicence: %s (%s).\n\n",
		r.Exported.Date().Words(), r.Address, r.Corpus, export.Licence, export.LicenceURL)
	b.WriteString("This is a Frictionless data package: `datapackage.json` describes every table and column; programs such as frictionless (Python, R) read it whole.\n\n## Tables\n\n")
	for _, t := range tables {
		fmt.Fprintf(&b, "- `%s`: %s", t.path(), t.title)
		if t.note != "" {
			b.WriteString(". " + t.note)
		}
		b.WriteString("\n")
	}
	b.WriteString("\n## How to read it\n\n" +
		"- Dates are ISO 8601, as exact as they are known (`2009`, `2009-09`, `2009-09-11`). A start counts from its first day, an end to its last.\n" +
		"- Nothing in a cell means that the value could not be established. It is never guessed.\n" +
		"- Imprisonment is in months; life has no number in `min` and `max`, see `value`. Fines are in the currency of the text of their time.\n" +
		"- `confidence` is `primary` (the official text, a translation of it or the gazette was read), `secondary` (another source states it) or `unverified` (no source was seen).\n" +
		"- `sources` are numbers of `sources.csv` in the file of the row's jurisdiction; those of `ratifications.csv` in that of INT.\n" +
		"- A text that a spreadsheet would run as a formula has an apostrophe before it; one that begins with an apostrophe has a second one.\n" +
		"- Digests and summaries are written in own words. They are not the official text and not legal advice.\n")
	return b.String()
}
