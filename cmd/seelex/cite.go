package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

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
		Long:    "Writes the citation of an id in a style. What is not an id is read as a citation that someone typed, and the id that it names is cited.",
		Example: "  seelex cite rs/criminal-code/art-246a/par-1\n  seelex cite rs/criminal-code --style bibtex\n  seelex cite 'KZ čl. 246a st. 1' --style oscola",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.with(func(o *opened) error {
				p := o.Params(values("style", style, "on", on))
				id := legislation.ID(strings.Trim(args[0], "/"))
				request := p.CiteRequest(id, base)
				if err := p.Err(); err != nil {
					return err
				}
				if typed := strings.Join(args, " "); id.Valid() != nil {
					found, err := o.Resolve(typed, request.On)
					if err != nil {
						return err
					}
					if found.ID == nil {
						return unresolved(typed, found.Candidates)
					}
					request.ID = *found.ID
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

func unresolved(typed string, candidates []cite.Candidate) error {
	err := &legislation.Error{Code: legislation.NotFound, Field: "citation", Value: typed, Message: "names nothing that is known", Want: "an id, or a citation such as KZ čl. 246a st. 1"}
	for i, c := range candidates {
		err.Message = "may name several things"
		if i < 5 {
			err.Nearest = append(err.Nearest, string(c.ID))
		}
	}
	return err
}
