package ui

import (
	"html/template"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/cite"
)

// citeBlock says how to cite an instrument or provision as of the day shown: the one
// place where the pages of law meet the citation styles.
func (s *Site) citeBlock(id legislation.ID, r *request) (Cite, error) {
	base := r.base
	day := r.on.String()
	block := Cite{ID: "cite", Keep: string(id) + "@" + day, Link: base + "/law/" + string(id) + "?on=" + day}
	for _, style := range cite.Styles {
		if style.File {
			block.Files = append(block.Files, Link{Label: style.Label, URL: "/api/v1/cite/" + string(id) + "?style=" + style.ID + "&on=" + day})
			continue
		}
		c, err := s.service.Cite(answer.CiteRequest{ID: id, Style: style.ID, On: r.on, Base: base})
		if err != nil {
			return Cite{}, err
		}
		// Package cite escapes what it writes and adds <em> only.
		block.Styles = append(block.Styles, CiteStyle{block.ID + "-" + style.ID, style.Label, template.HTML(c.HTML), c.Lang})
	}
	return block, nil
}
