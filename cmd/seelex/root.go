package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"seelex/legislation"
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

The curated corpus is part of the program: it loads by itself on the first start.

Answers go to standard output, with --json as the API gives them, and errors to standard
error, one line each. The exit code is 0 when it was done, 1 when it could not be done or
nothing is known under that name, and 2 when it was asked wrongly.`,
		Example:       "  seelex serve\n  seelex search small quantity for personal use\n  seelex compare personal-possession --jurisdictions RS,HR --on 2012-06-01",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.PersistentFlags().StringVar(&g.data, "data", "seelex-data", "data directory")
	root.PersistentFlags().StringVar(&g.corpus, "corpus", "", "folder of a curated corpus to load in place of the embedded one")
	root.Args = func(c *cobra.Command, words []string) error {
		if len(words) == 0 {
			return nil
		}
		var names []string
		for _, known := range c.Commands() {
			names = append(names, known.Name())
		}
		return &legislation.Error{Code: legislation.Invalid, Field: "command", Value: words[0], Message: "is not a command", Want: "one of " + strings.Join(names, ", "), Nearest: legislation.Nearest(words[0], names)}
	}
	root.RunE = func(c *cobra.Command, _ []string) error { return c.Help() } // without it no Args are asked
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

// usageError is about the words of a command.
type usageError struct{ error }

// asUsed adds to what was wrong with the words of a command how it is used.
func asUsed(c *cobra.Command, err error) error {
	if err == nil {
		return nil
	}
	example, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n")
	return usageError{fmt.Errorf("%w; want %s, for example %s", err, c.UseLine(), example)}
}

// reading adds what every reading command has.
func reading(g *global, c *cobra.Command) *cobra.Command {
	c.Flags().BoolVar(&g.json, "json", false, "print the answer as JSON, as the API gives it")
	return c
}

// writeJSON prints an answer as the API writes it, for people to read too.
func writeJSON(w io.Writer, answer any) error {
	if quick, ok := answer.(interface {
		AppendJSON(to []byte) ([]byte, error)
	}); ok {
		written, err := quick.AppendJSON(nil)
		if err != nil {
			return err
		}
		answer = json.RawMessage(written)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(answer)
}
