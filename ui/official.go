package ui

import (
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
)

// officialText is the text to show of those there are: that of the language asked for,
// or the first.
func officialText(texts []answer.OfficialText, language string) *answer.OfficialText {
	for i := range texts {
		if texts[i].Language == language {
			return &texts[i]
		}
	}
	if len(texts) == 0 {
		return nil
	}
	return &texts[0]
}

// beside sets the lines of an official text beside the digests: a line goes to the unit
// that it is part of, and what no digest is known of gets a unit of its own, in the
// order of the text.
func (r *Reading) beside(page legislation.ID, t *answer.OfficialText) {
	digests := r.Units
	r.Units, r.Both = nil, true
	r.OfficialNote = languageName(t.Language)
	if day := t.Edition.Consolidated; !day.IsZero() {
		r.OfficialNote += ", as consolidated on " + day.Words()
	} else if t.From.IsZero() {
		r.OfficialNote += ". The copy does not say the day whose law it gives: it may not be the wording of the day shown"
	}
	at := -1
	for _, line := range t.Lines {
		id := unitID(page, legislation.ID(line.ID))
		if line.ID == "" && at >= 0 || at >= 0 && r.Units[at].ID == id {
			r.Units[at].Official += lineText(line)
			continue
		}
		unit := Unit{ID: id, Number: line.Label, Heading: line.Heading, URL: "/law/" + line.ID}
		if id == "whole" {
			unit.Number, unit.Heading = "", "" // the page's own heading says it
		}
		for i, d := range digests {
			if d.ID == id {
				unit, digests = d, slices.Delete(digests, i, i+1)
				break
			}
		}
		unit.Official, unit.Lang = line.Text+"\n", t.Language // its label stands beside it
		r.Units = append(r.Units, unit)
		at = len(r.Units) - 1
	}
	for _, d := range digests {
		r.insert(page, d)
	}
	for i := range r.Units {
		r.Units[i].Official = strings.TrimSpace(r.Units[i].Official)
	}
	// An article of paragraphs has no text of its own.
	r.Units = slices.DeleteFunc(r.Units, func(u Unit) bool { return u.ID == "whole" && u.Official == "" && u.Digest == "" && len(r.Units) > 1 })
}

// insert puts a digest of which there is no official text where its number belongs.
func (r *Reading) insert(page legislation.ID, d Unit) {
	key := func(u Unit) string { return (page + "/" + legislation.ID(u.ID)).Key() }
	at := slices.IndexFunc(r.Units, func(u Unit) bool { return u.ID != "whole" && key(u) > key(d) })
	if at < 0 {
		at = len(r.Units)
	}
	r.Units = slices.Insert(r.Units, at, d)
}

// unitID is the anchor of the unit that a line belongs to: the paragraph directly below
// the page, or the page itself.
func unitID(page, line legislation.ID) string {
	below := strings.TrimPrefix(string(line), string(page)+"/")
	if below == string(line) {
		return "whole"
	}
	first, _, _ := strings.Cut(below, "/")
	return first
}

func lineText(line answer.TextLine) string {
	if line.Label == "" || strings.HasPrefix(line.Text, line.Label) {
		return line.Text + "\n"
	}
	return line.Label + " " + line.Text + "\n"
}

// editionFacts say where an official text comes from.
func editionFacts(t *answer.OfficialText) (facts []Definition) {
	add := func(term string, v Value) {
		if v.Text != "" {
			facts = append(facts, Definition{term, []Value{v}})
		}
	}
	e := t.Edition
	add("Language", Value{Text: languageName(t.Language)})
	add("As consolidated on", Value{Text: e.Consolidated.Words()})
	add("Source", sourceValue(e.Source))
	add("Retrieved", Value{Text: e.Retrieved.Words()})
	add("SHA-256", Value{Text: e.SHA256})
	add("Licence", Value{Text: e.Licence})
	return facts
}

// sourceValue links a source that has an address; a file's name stays a name.
func sourceValue(source string) Value {
	if strings.HasPrefix(source, "https://") || strings.HasPrefix(source, "http://") {
		return Value{Text: source, URL: source}
	}
	return Value{Text: source}
}

// editions are the official texts of an instrument that have been imported.
func editions(all []legislation.Edition) *Table {
	if len(all) == 0 {
		return nil
	}
	t := &Table{ID: "editions", Caption: "Official texts that were imported, unchanged", Columns: []Column{{Label: "Language"}, {Label: "Consolidated"}, {Label: "Source"}, {Label: "Retrieved"}, {Label: "Format"}}}
	for _, e := range all {
		source := sourceValue(e.Source)
		t.Rows = append(t.Rows, []Field{{Text: languageName(e.Language)}, {Text: e.Consolidated.Words()}, {Text: source.Text, URL: source.URL}, {Text: e.Retrieved.Words()}, {Text: e.Format}})
	}
	return t
}

// outline is the table of contents of the whole official text.
func outline(lines []answer.ContentLine) (out []outlineLine) {
	for _, l := range lines {
		out = append(out, outlineLine{l.Label, l.Heading, l.URL, min(l.Depth, 6)})
	}
	return out
}

// outlineLine is one entry; what has no address is a title only.
type outlineLine struct {
	Label, Heading, URL string
	Depth               int
}
