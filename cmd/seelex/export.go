package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"seelex/api"
)

func exportCommand(g *global) *cobra.Command {
	var out, base, parameters string
	c := &cobra.Command{
		Use:   "export NAME",
		Short: "Write the dataset or a view of it to a file",
		Long: `Writes what the API exports under the same name: the whole as dataset.zip (Frictionless data
package) or dataset.json, the thesaurus as thesaurus.ttl or thesaurus.jsonld (SKOS); the views
compare, changes, diff, strategies, aims, timeline, map, scenario, practice and coverage as .csv,
.xlsx, .docx or .json; and the lists search, instruments, provisions, positions and concepts as
.csv, .xlsx or .json. A view takes the parameters of its address.`,
		Example: "  seelex export dataset.zip\n  seelex export compare.xlsx --with 'topic=personal-possession&jurisdictions=RS,HR'\n  seelex export changes.docx --with 'jurisdictions=GR&from=2012-01-01&to=2014-01-01'\n  seelex export search.csv --with 'q=naloxone' --out -",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := url.ParseQuery(parameters)
			if err != nil {
				return fmt.Errorf("--with: %q cannot be read: %w; want parameters such as 'topic=drug-use&jurisdictions=RS'", parameters, err)
			}
			return g.with(func(o *opened) error {
				file, err := api.Export(cmd.Context(), o.Service, args[0], v, base)
				if err != nil {
					return err
				}
				if out == "-" {
					return file.Write(cmd.OutOrStdout())
				}
				if out == "" {
					out = file.Name
				}
				// Programs go by the name, and none opens a table of text as one of these.
				if is, named := path.Ext(file.Name), strings.ToLower(path.Ext(out)); is != named && slices.Contains([]string{".docx", ".xlsx", ".zip"}, named) {
					return fmt.Errorf("--out: %q does not end as what is written; want a name that ends with %s", out, is)
				}
				if err := writeFile(out, file.Write); err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), out)
				return err
			})
		},
	}
	c.Flags().StringVar(&out, "out", "", "the file to write, - for standard output; by default named after what it holds")
	c.Flags().StringVar(&parameters, "with", "", "parameters of the view, as in its address")
	c.Flags().StringVar(&base, "base", "http://127.0.0.1:8080", "address of the site that the file links to")
	return c
}

// writeFile writes a file whole or not at all.
func writeFile(name string, write func(io.Writer) error) error {
	part := name + ".part"
	f, err := os.Create(part)
	if why, ok := errors.AsType[*fs.PathError](err); ok {
		return fmt.Errorf("--out: %q cannot be written: %w; want a file in a folder that you may write to", name, why.Err)
	}
	if err != nil {
		return err
	}
	defer os.Remove(part)
	if err := errors.Join(write(f), f.Close()); err != nil {
		return err
	}
	return os.Rename(part, name)
}
