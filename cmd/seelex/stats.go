package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"
)

func statsCommand(g *global) *cobra.Command {
	return reading(g, &cobra.Command{
		Use:     "stats",
		Short:   "Count what the knowledge base holds",
		Example: "  seelex stats\n  seelex stats --json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return g.with(func(o *opened) error {
				stats := o.Stats()
				if g.json {
					return writeJSON(cmd.OutOrStdout(), stats)
				}
				data, err := json.MarshalIndent(stats, "", "  ")
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), string(data))
				return err
			})
		},
	})
}
