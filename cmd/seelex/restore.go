package main

import (
	"github.com/spf13/cobra"

	"seelex/legislation/store"
)

func restoreCommand(g *global) *cobra.Command {
	return reading(g, &cobra.Command{
		Use:     "restore FILE",
		Short:   "Verify a backup and put it in the place of the knowledge base",
		Example: "  seelex restore seelex-2026-11-25.db",
		Long:    "Verifies a backup, page by page and record by record, and puts it in the place of the knowledge base. The file that was there is kept beside it as seelex.db.before-restore.",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			sum, err := store.Restore(args[0], g.data)
			if err != nil {
				return err
			}
			return printSummary(cmd, g, sum, "restored")
		},
	})
}
