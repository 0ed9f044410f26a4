package main

import (
	"fmt"
	"html"
	"io"
	"net/url"
	"strings"

	"github.com/spf13/cobra"

	"seelex/index"
)

func searchCommand(g *global) *cobra.Command {
	var jurisdiction, topic, kind, lang, on, limit string
	c := &cobra.Command{
		Use:     "search QUERY",
		Short:   "Search the law of the region in any of its languages",
		Example: "  seelex search small quantity for personal use\n  seelex search 'мала количина' --jurisdiction MK\n  seelex search 'KZ čl. 246a st. 1' --json",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.with(func(o *opened) error {
				p := o.Params(values("q", strings.Join(args, " "), "jurisdiction", jurisdiction, "topic", topic, "type", kind, "lang", lang, "on", on, "limit", limit))
				request := p.SearchRequest()
				if err := p.Err(); err != nil {
					return err
				}
				found, err := o.Search(cmd.Context(), request)
				if err != nil {
					return err
				}
				if g.json {
					return writeJSON(cmd.OutOrStdout(), found)
				}
				return printHits(cmd.OutOrStdout(), found)
			})
		},
	}
	c.Flags().StringVar(&jurisdiction, "jurisdiction", "", "codes, for example RS,HR")
	c.Flags().StringVar(&topic, "topic", "", "ids of topics")
	c.Flags().StringVar(&kind, "type", "", "types of instruments, for example strategy,action-plan")
	c.Flags().StringVar(&lang, "lang", "", "languages of the original texts, for example sr,mk")
	c.Flags().StringVar(&on, "on", "", "the day whose law is searched, for example 2012-06-01")
	c.Flags().StringVar(&limit, "limit", "10", "how many hits, up to 200")
	return reading(g, c)
}

// values makes parameters as the API has them, leaving out what is empty.
func values(pairs ...string) url.Values {
	v := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			v.Set(pairs[i], pairs[i+1])
		}
	}
	return v
}

func printHits(w io.Writer, a *index.Answer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d found\n", a.Total)
	if c := a.Query.Citation; c != nil {
		b.WriteString(citedWords(c))
	}
	if s := a.Query.Suggestion; s != nil {
		fmt.Fprintf(&b, "Did you mean: %s\n", *s)
	}
	for _, h := range a.Hits {
		title := h.Heading
		if h.Instrument != nil && h.Instrument.Title != title {
			title = h.Instrument.Title + ", " + h.Label + ": " + title
		}
		fmt.Fprintf(&b, "\n%s  %s  (%s, %s)\n    %s\n    %s\n", h.Jurisdiction, title, h.Status, h.Confidence, h.ID, plainText(string(h.Snippet)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// citedWords say what the query cites, if it is a citation.
func citedWords(c *index.Citation) string {
	var b strings.Builder
	if c.ID != "" {
		fmt.Fprintf(&b, "Cited: %s (%s)\n", c.Label, c.ID)
	}
	for _, one := range c.Candidates {
		fmt.Fprintf(&b, "May be cited: %s (%s)\n", one.Label, one.ID)
	}
	if len(c.NotUnderstood) > 0 {
		fmt.Fprintf(&b, "Not found there: %s\n", strings.Join(c.NotUnderstood, ", "))
	}
	return b.String()
}

// plainText takes the marks out of a snippet.
func plainText(snippet string) string {
	return html.UnescapeString(strings.NewReplacer("<mark>", "", "</mark>", "").Replace(snippet))
}
