package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"seelex/legislation"
	"seelex/legislation/official/importer"
)

func importCommand(g *global) *cobra.Command {
	var given importer.Item
	var instrument, day string
	var options importer.Options
	var manifest, rules string
	c := &cobra.Command{
		Use:   "import PATH…",
		Short: "Import official texts",
		Long: `Imports official texts as they are published: Markdown (that of Legalize repositories
among it), PDF with a text layer, Akoma Ntoso, HTML, DOCX and plain text, in every
language of the region. A folder, or the checkout of a repository, is imported whole.

A text joins the instrument that it is of: by --instrument, or by its own number, gazette
or title. The same bytes imported again change nothing; a later consolidation makes new
versions of what changed.

Topics are suggested for the articles, by the thesaurus or by your own rules, and shown
as suggested only. A file of rules (--topic-rules):

  topics:
    personal-possession:
      words: [own use, posjedovanj*]      # * stands for any ending
      patterns: ['(?i)\b\d+ grams?\b']   # RE2
      articles: {gr/law-4139-2013: "29-33, 35"}`,
		Example: "  seelex import criminal-code.pdf --instrument xk/criminal-code-2019 --date 2019-01-14\n  seelex import legalize-gr/ --dry-run\n  seelex import --manifest texts.yaml --json",
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			given.Instrument = legislation.ID(strings.Trim(instrument, "/"))
			if given.Consolidated, err = legislation.ParseDate(day); err != nil {
				return err
			}
			items, err := importItems(cmd, args, given, manifest, g.data)
			if err != nil {
				return err
			}
			return g.with(func(o *opened) error {
				if err := given.Check(o.Catalog()); err != nil {
					return err // it is wrong for every file
				}
				options.Progress = progress("importing")
				if rules != "" {
					if options.Rules, err = importer.ReadRules(rules, o.Catalog()); err != nil {
						return err
					}
				}
				var report *importer.Report
				err := heeding(cmd.Context(), func(ctx context.Context) (err error) {
					report, err = o.Import(ctx, items, options)
					return err
				})
				if err != nil {
					return err
				}
				if g.json {
					err = writeJSON(cmd.OutOrStdout(), report)
				} else {
					err = printReport(cmd.OutOrStdout(), report)
				}
				if n := report.Failed(); err == nil && n > 0 {
					err = fmt.Errorf("%d of %d files could not be imported", n, len(report.Files))
				}
				return err
			})
		},
	}
	f := c.Flags()
	f.StringVar(&instrument, "instrument", "", "the instrument that the text is of, for example rs/criminal-code; a new id makes a new one")
	f.StringVar(&given.Jurisdiction, "jurisdiction", "", "whose law the files are, for example GR")
	f.StringVar(&given.Language, "lang", "", "language of the text, for example sr-Latn")
	f.StringVar(&day, "date", "", "the day whose law the text gives, for example 2026-01-31")
	f.StringVar(&given.Source, "source", "", "address that the text was taken from")
	f.StringVar(&given.Licence, "licence", "", "terms under which the text may be used")
	f.StringVar(&manifest, "manifest", "", "a YAML file that lists texts with their instruments, addresses, dates and checksums")
	f.BoolVar(&options.DryRun, "dry-run", false, "say what would happen, change nothing")
	f.StringVar(&rules, "topic-rules", "", "a YAML file that says by which words, patterns or numbers to suggest topics for articles, before the thesaurus does")
	return reading(g, c)
}

// importItems lists what to import, with what the flags say of it.
func importItems(cmd *cobra.Command, paths []string, given importer.Item, manifest, data string) ([]importer.Item, error) {
	var items []importer.Item
	if manifest != "" {
		listed, err := importer.ReadManifest(cmd.Context(), manifest, importer.NewFetcher(filepath.Join(data, "fetched")))
		if err != nil {
			return nil, err
		}
		items = listed
	} else if len(paths) == 0 {
		return nil, &legislation.Error{Code: legislation.Invalid, Field: "path", Message: "is missing", Want: "a file, a folder, or --manifest"}
	}
	if len(paths) == 0 {
		return items, nil
	}
	files, err := importer.Files(paths)
	if err != nil {
		return nil, err
	}
	if len(files) > 1 && given.Instrument != "" {
		return nil, &legislation.Error{Code: legislation.Invalid, Field: "instrument", Value: string(given.Instrument), Message: fmt.Sprintf("is given for %d files", len(files)), Want: "one file, or a manifest that names the instrument of each"}
	}
	for _, file := range files {
		item := given
		item.Path = file.Path
		items = append(items, item)
	}
	return items, nil
}
