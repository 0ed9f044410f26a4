package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"seelex/legislation"
	"seelex/legislation/compare"
)

func compareCommand(g *global) *cobra.Command {
	var jurisdictions, on, against string
	c := &cobra.Command{
		Use:     "compare TOPIC",
		Short:   "Compare jurisdictions on a topic, on one day or two",
		Example: "  seelex compare personal-possession --jurisdictions RS,HR\n  seelex compare personal-possession --jurisdictions HR --on 2014-01-01 --against 2012-06-01",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.with(func(o *opened) error {
				p := o.Params(values("topic", args[0], "jurisdictions", jurisdictions, "on", on, "against", against))
				request := p.CompareRequest()
				if err := p.Err(); err != nil {
					return err
				}
				found, err := o.Compare(cmd.Context(), request)
				if err != nil {
					return err
				}
				if g.json {
					return writeJSON(cmd.OutOrStdout(), found)
				}
				return printComparison(cmd.OutOrStdout(), &found.Block)
			})
		},
	}
	c.Flags().StringVar(&jurisdictions, "jurisdictions", "", "codes, for example RS,HR; all without it")
	c.Flags().StringVar(&on, "on", "", "the day whose law is compared; today without it")
	c.Flags().StringVar(&against, "against", "", "a second day to set against it")
	return reading(g, c)
}

func printComparison(w io.Writer, block *compare.Block) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\nAs it stood on %s\n", block.Topic.Label, block.Topic.Question, block.On)
	for _, column := range block.Columns {
		fmt.Fprintf(&b, "\n%s (%s)\n", column.Jurisdiction.Name, column.Jurisdiction.Code)
		if column.Position == nil {
			fmt.Fprintf(&b, "  %s\n", column.Gap.Words)
			continue
		}
		printValues(&b, block.Topic, column.Position.Values)
		fmt.Fprintf(&b, "  %s\n", column.Position.Summary)
		for _, c := range column.Position.Citations {
			fmt.Fprintf(&b, "  - %s (%s)\n", c.Label, c.ID)
		}
		fmt.Fprintf(&b, "  Confidence: %s\n", column.Position.Confidence)
		for _, s := range column.Position.Sources {
			fmt.Fprintf(&b, "  %s: %s, %s %s\n", s.ID, s.Title, s.Publisher, s.URL)
		}
		for _, change := range column.Changes {
			fmt.Fprintf(&b, "  changed: %s from %s to %s\n", strings.ReplaceAll(change.Variable, "_", " "), change.BeforeWords, change.AfterWords)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func printValues(b *strings.Builder, topic *legislation.Topic, values map[string]legislation.Value) {
	for _, v := range topic.Variables {
		if value, ok := values[v.Name]; ok {
			fmt.Fprintf(b, "  %-28s %s\n", strings.ReplaceAll(v.Name, "_", " "), value.Words())
		}
	}
}
