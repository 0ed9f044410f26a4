package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func reindexCommand(g *global) *cobra.Command {
	return &cobra.Command{
		Use:     "reindex",
		Short:   "Build the search index anew",
		Example: "  seelex reindex",
		Long:    "Builds the search index anew from the store. It is needed only when something seems wrong: an index that is missing, damaged or out of date is rebuilt by itself.",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return g.with(func(o *opened) error {
				if err := o.index.Rebuild(progress("indexing")); err != nil {
					return err
				}
				held := o.Stats()
				_, err := fmt.Fprintf(cmd.OutOrStdout(), "indexed anew: %d instruments, %d provisions and %d positions of generation %d\n",
					held.Instruments, held.Provisions, held.Positions, held.Generation)
				return err
			})
		},
	}
}
