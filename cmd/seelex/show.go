package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"seelex/api/answer"
	"seelex/legislation"
)

func showCommand(g *global) *cobra.Command {
	on := ""
	c := &cobra.Command{
		Use:     "show ID | CITATION",
		Short:   "Show an instrument or a provision as it stood on a day",
		Example: "  seelex show rs/criminal-code/art-246a\n  seelex show rs/criminal-code/art-246/par-3 --on 2008-01-01\n  seelex show 'KZ čl. 246a st. 1'",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.with(func(o *opened) error {
				p := o.Params(values("on", on))
				day := p.Day("on")
				if err := p.Err(); err != nil {
					return err
				}
				id, day, err := named(o, args, day)
				if err != nil {
					return err
				}
				return show(cmd.OutOrStdout(), o, id, day, g.json)
			})
		},
	}
	c.Flags().StringVar(&on, "on", "", "the day whose law is shown; today without it")
	return reading(g, c)
}

func show(w io.Writer, o *opened, id legislation.ID, on legislation.Day, asJSON bool) error {
	if id.IsInstrument() {
		i, err := o.Instrument(id, on)
		if err != nil {
			return err
		}
		if asJSON {
			return writeJSON(w, i)
		}
		return printInstrument(w, i)
	}
	p, err := o.Provision(id, on)
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(w, p)
	}
	var b strings.Builder
	printProvision(&b, p)
	_, err = io.WriteString(w, b.String())
	return err
}

func printInstrument(w io.Writer, i *answer.Instrument) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n%s, %s\n\n%s\n\n", i.TitleEn, i.ID, i.Type, i.Status, i.Summary)
	for _, p := range i.Provisions {
		fmt.Fprintf(&b, "  %-14s %-14s %s\n", p.Label, p.Status, p.Heading["en"])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func printProvision(b *strings.Builder, p *answer.Provision) {
	fmt.Fprintf(b, "%s, %s, %s (%s)\n", p.Jurisdiction.Title, p.Instrument.TitleEn, p.Label, p.Status)
	if v := p.Version; v != nil {
		fmt.Fprintf(b, "%s\n\n%s\n\n", v.Heading["en"], v.Digest)
		fmt.Fprintf(b, "In force from %s", v.InForce)
		if !v.Ended.IsZero() {
			fmt.Fprintf(b, " to %s", v.Ended)
		}
		fmt.Fprintf(b, "; confidence: %s\n", v.Confidence)
		for _, s := range v.Sources {
			fmt.Fprintf(b, "  %s: %s, %s %s\n", s.ID, s.Title, s.Publisher, s.URL)
		}
	}
	for i := range p.Children {
		b.WriteString("\n")
		printProvision(b, &p.Children[i])
	}
}
