package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"seelex/api/answer"
)

func statsCommand(g *global) *cobra.Command {
	return reading(g, &cobra.Command{
		Use:     "stats",
		Short:   "Count what the knowledge base holds",
		Example: "  seelex stats\n  seelex stats --json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return g.with(func(o *opened) error {
				if g.json {
					return writeJSON(cmd.OutOrStdout(), o.Stats())
				}
				return printStats(cmd.OutOrStdout(), o.Stats())
			})
		},
	})
}

func printStats(w io.Writer, s answer.Stats) error {
	var b strings.Builder
	for _, line := range []struct {
		n    int
		what string
	}{
		{s.Jurisdictions, "jurisdictions"}, {s.Instruments, "instruments"}, {s.Provisions, "provisions"}, {s.ProvisionVersions, "versions of them"}, {s.Positions, "positions"},
		{s.Reforms, "reforms"}, {s.Practice, "figures of practice"}, {s.Ratifications, "ratifications"}, {s.Sources, "sources"}, {s.Concepts, "concepts"},
	} {
		fmt.Fprintf(&b, "%7d  %s\n", line.n, line.what)
	}
	fmt.Fprintf(&b, "generation %d\n", s.Generation)
	_, err := io.WriteString(w, b.String())
	return err
}
