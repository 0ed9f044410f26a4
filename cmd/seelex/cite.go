package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/cite"
)

func citeCommand(g *global) *cobra.Command {
	var style, on, base string
	styles := make([]string, len(cite.Styles))
	for i, s := range cite.Styles {
		styles[i] = s.ID
	}
	c := &cobra.Command{
		Use:     "cite ID | CITATION",
		Short:   "Write the citation of a provision or instrument, or find what a citation names",
		Long:    "Writes the citation of an id in a style. What is not an id is read as a citation that someone typed, or as the address of a page, and what it names is cited.",
		Example: "  seelex cite rs/criminal-code/art-246a/par-1\n  seelex cite rs/criminal-code --style bibtex\n  seelex cite 'KZ čl. 246a st. 1' --style oscola",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.with(func(o *opened) error {
				p := o.Params(values("style", style, "on", on))
				request := p.CiteRequest("", base)
				err := p.Err()
				if err != nil {
					return err
				}
				if request.ID, request.On, err = named(o, args, request.On); err != nil {
					return err
				}
				written, err := o.Cite(request)
				if err != nil {
					return err
				}
				if g.json {
					return writeJSON(cmd.OutOrStdout(), written)
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), strings.TrimRight(written.Text, "\n"))
				return err
			})
		},
	}
	c.Flags().StringVar(&style, "style", "native", "one of "+strings.Join(styles, ", "))
	c.Flags().StringVar(&on, "on", "", "the day whose law is cited; today without it")
	c.Flags().StringVar(&base, "base", "", "address of a site, to stand before the paths of links")
	return reading(g, c)
}

// named is what the words of a person name, and the day whose law they mean: by an id, by the
// address of a page, or by a citation.
func named(o *opened, words []string, on legislation.Day) (legislation.ID, legislation.Day, error) {
	typed := strings.Join(words, " ")
	id := legislation.ID(strings.Trim(typed, "/"))
	if id.Valid() == nil && id.Jurisdiction() != "LAW" {
		return id, on, nil
	}
	found, err := o.Resolve(typed, on)
	if err != nil {
		return "", 0, err
	}
	if found.ID == nil {
		return "", 0, unresolved(typed, found)
	}
	return *found.ID, found.On, nil
}

// maxNear bounds the places that an error names.
const maxNear = 5

func unresolved(typed string, found *answer.Resolved) error {
	err := &legislation.Error{Code: legislation.NotFound, Field: "citation", Value: typed, Message: "names nothing that is known", Want: "an id, or a citation such as KZ čl. 246a st. 1"}
	switch missing := strings.Join(found.NotUnderstood, ", "); {
	case len(found.Candidates) > 0 && missing != "":
		err.Message = "is not known in whole: " + missing
	case len(found.Candidates) > 0:
		err.Message = "may name several things"
	}
	for _, c := range found.Candidates[:min(len(found.Candidates), maxNear)] {
		err.Nearest = append(err.Nearest, string(c.ID))
	}
	return err
}
