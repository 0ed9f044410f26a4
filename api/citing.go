package api

import (
	"io"
	"strings"

	"seelex/api/answer"
	"seelex/index"
	"seelex/legislation/cite"
)

// File is an answer that is not JSON.
type File struct {
	Media string // Internet media type
	Name  string // suggested name, "" to show it in place
	Write func(io.Writer) error
}

// citing are the addresses that write and read citations and help while typing.
func (s *server) citing() []route {
	return []route{
		{path: "/cite", summary: "Read a citation that someone typed",
			note:   "The id is null when nothing or several fit; then the candidates are listed.",
			params: []param{citationParam, onParam}, answer: answer.Resolved{}, ask: func(q question) (any, error) {
				text, on := q.Text("q", cite.MaxQuery), q.Day("on")
				if err := q.Err(); err != nil {
					return nil, err
				}
				return s.service.Resolve(text, on)
			}},
		{path: "/cite/{id...}", summary: "Write a citation in a style, or as a file for a reference manager", params: []param{lawIDParam, styleParam, onParam},
			answer: cite.Citation{}, ask: func(q question) (any, error) { return s.citation(q) }},
		{path: "/suggest", summary: "What a person may be typing", params: []param{queryParam}, answer: suggestions{}, ask: func(q question) (any, error) {
			text := q.Text("q", answer.MaxQuery)
			if err := q.Err(); err != nil {
				return nil, err
			}
			return suggestions{text, s.service.Suggest(text)}, nil
		}},
		{path: "/concepts", summary: "Entries of the multilingual thesaurus", params: []param{conceptQueryParam, limitParam, offsetParam},
			answer: answer.Page[answer.Concept]{}, ask: func(q question) (any, error) {
				text, w := q.Text("q", 200), q.Window()
				if err := q.Err(); err != nil {
					return nil, err
				}
				return s.service.Concepts(text, w), nil
			}},
	}
}

// suggestions answer what was typed so far.
type suggestions struct {
	Query       string             `json:"query"`
	Suggestions []index.Suggestion `json:"suggestions"`
}

// citation writes a citation: a line of text as JSON, a file in its own media type.
func (s *server) citation(q question) (any, error) {
	request := q.CiteRequest(q.id(), q.base)
	if err := q.Err(); err != nil {
		return nil, err
	}
	style, err := cite.StyleOf(request.Style)
	if err != nil {
		return nil, err
	}
	written, err := s.service.Cite(request)
	if err != nil || !style.File {
		return written, err
	}
	name := strings.ReplaceAll(string(written.ID), "/", "-") + "." + style.Ext
	return File{style.Media, name, func(w io.Writer) error { _, err := io.WriteString(w, written.Text); return err }}, nil
}
