package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"seelex/legislation/store"
)

func reindexCommand(g *global) *cobra.Command {
	return &cobra.Command{
		Use:     "reindex",
		Short:   "Build the search index anew",
		Example: "  seelex reindex",
		Long:    "Builds the search index anew from the store. It is needed only when something seems wrong: an index that is missing, damaged or out of date is rebuilt by itself.",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return g.with(func(o *opened) error { return o.index.Rebuild(progress("indexing")) })
		},
	}
}

func restoreCommand(g *global) *cobra.Command {
	return reading(g, &cobra.Command{
		Use:     "restore FILE",
		Short:   "Verify a backup and put it in the place of the knowledge base",
		Example: "  seelex restore seelex-2026-11-25.db",
		Long:    "Verifies a backup, page by page and record by record, and puts it in the place of the knowledge base. The file that was there is kept beside it as seelex.db.before-restore.",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			sum, err := store.Restore(args[0], g.data)
			return errors.Join(err, report(cmd, g, err, sum, "restored"))
		},
	})
}

func report(cmd *cobra.Command, g *global, failed error, sum store.Summary, done string) error {
	switch {
	case failed != nil:
		return nil
	case g.json:
		return writeJSON(cmd.OutOrStdout(), sum)
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s %s: %d bytes, generation %d, %d provisions, sha256 %s\n", done, sum.Path, sum.Bytes, sum.Generation, sum.Counts.Provisions, sum.SHA256)
	return err
}
