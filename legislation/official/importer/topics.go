package importer

import (
	"slices"
	"strings"

	"seelex/legislation"
)

// suggest notes the topics that the thesaurus suggests for each article.
func (r *run) suggest(f *read) {
	if r.options.Suggest == nil {
		return
	}
	title := f.doc.Title + " ¶ " + lawTitle(f)
	for _, at := range f.outline.Units() {
		p := &f.outline[at]
		around := []string{title}
		for up, depth := at, p.Depth; up >= 0 && depth > 0; up-- {
			if f.outline[up].Depth < depth {
				depth = f.outline[up].Depth
				around = append(around, f.outline[up].Heading)
			}
		}
		p.Suggested = r.options.Suggest(f.doc.Language, strings.Join(around, " ¶ "), p.Heading, f.doc.Text[p.Body:p.End])
	}
}

// rule puts what the importer's rules suggest in the place of what the thesaurus does,
// and reports both.
func (r *run) rule(f *read, instrument legislation.ID, out *File) {
	for _, at := range f.outline.Units() {
		p := &f.outline[at]
		id := instrument + "/" + legislation.ID(p.Path)
		if r.options.Rules != nil {
			if topics := r.options.Rules.suggest(id, f.doc.Text[p.Start:p.End]); len(topics) > 0 {
				p.Suggested = topics
			}
		}
		if len(p.Suggested) > 0 {
			out.Suggested = append(out.Suggested, Suggested{string(id), slices.Clone(p.Suggested)})
		}
	}
	if r.options.Rules != nil {
		f.packed.Outlined(f.outline)
	}
}
