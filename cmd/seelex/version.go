package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"seelex/legislation/corpus"
)

func versionCommand(g *global) *cobra.Command {
	return reading(g, &cobra.Command{
		Use:     "version",
		Short:   "Print the version of the program and of its corpus",
		Example: "  seelex version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			hash, err := corpus.Hash(corpus.Embedded())
			if err != nil {
				return err
			}
			if g.json {
				return writeJSON(cmd.OutOrStdout(), map[string]string{"version": version, "corpus": hash, "go": runtime.Version()})
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "seelex %s, corpus %.12s, %s\n", version, hash, runtime.Version())
			return err
		},
	})
}
