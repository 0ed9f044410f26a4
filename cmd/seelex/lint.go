package main

import (
	"errors"

	"github.com/spf13/cobra"

	"seelex/legislation/lint"
)

// errLint ends the program after the findings have been printed.
var errLint = errors.New("the corpus has errors")

func lintCommand(g *global) *cobra.Command {
	return reading(g, &cobra.Command{
		Use:   "lint [PATH…]",
		Short: "Say everything that is wrong with the files of a corpus",
		Long: `Checks the files of a curated corpus: a folder, single files of it, or the embedded corpus
without a path. It says which record, which field and which line, and what would be right.
The exit code is 1 when there are errors; warnings alone leave it 0.`,
		Example: "  seelex lint\n  seelex lint legislation/corpus\n  seelex lint legislation/corpus/jurisdictions/rs.yaml",
		RunE: func(cmd *cobra.Command, args []string) error {
			report, err := lint.Paths(args...)
			if err != nil {
				return err
			}
			if g.json {
				err = writeJSON(cmd.OutOrStdout(), report)
			} else {
				err = report.WriteText(cmd.OutOrStdout())
			}
			if err == nil && report.Failed() {
				err = errLint
			}
			return err
		},
	})
}
