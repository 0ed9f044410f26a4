package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// global are the flags of every command.
type global struct {
	data   string // data directory
	corpus string // folder of a corpus, "" for the embedded one
	json   bool
	growth int // of memory, in per cent; see gctune.Started
}

func newRoot() *cobra.Command {
	g := &global{growth: 100}
	root := &cobra.Command{
		Use:   "seelex",
		Short: "Drug legislation and drug strategies of South East Europe",
		Long: `seelex stores the drug laws and drug strategies of South East Europe, searches them in
every language of the region, compares them by topic on any date, and cites every section.

The curated corpus is part of the program: it loads by itself on the first start.`,
		Example:       "  seelex serve\n  seelex search small quantity for personal use\n  seelex compare personal-possession --jurisdictions RS,HR --on 2012-06-01",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.PersistentFlags().StringVar(&g.data, "data", "seelex-data", "data directory")
	root.PersistentFlags().StringVar(&g.corpus, "corpus", "", "folder of a curated corpus to load in place of the embedded one")
	root.AddCommand(serveCommand(g), searchCommand(g), compareCommand(g), showCommand(g), citeCommand(g), exportCommand(g), lintCommand(g), statsCommand(g),
		reindexCommand(g), importCommand(g), backupCommand(g), restoreCommand(g), versionCommand(g))
	for _, c := range root.Commands() {
		if args := c.Args; args != nil {
			c.Args = func(c *cobra.Command, given []string) error { return asUsed(c, args(c, given)) }
		}
	}
	root.SetFlagErrorFunc(asUsed)
	return root
}

// asUsed adds to what was wrong with the words of a command how it is used.
func asUsed(c *cobra.Command, err error) error {
	if err == nil || c.Example == "" {
		return err
	}
	example, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n")
	return fmt.Errorf("%w; want %s, for example %s", err, c.UseLine(), example)
}

// reading adds what every reading command has.
func reading(g *global, c *cobra.Command) *cobra.Command {
	c.Flags().BoolVar(&g.json, "json", false, "print the answer as JSON, as the API gives it")
	return c
}

func writeJSON(w io.Writer, answer any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(answer)
}
