package answer

import (
	"context"
	"errors"
	"strings"

	"seelex/legislation"
	"seelex/legislation/official/importer"
)

// ImportRequest reads what the parameters of an import say of all its texts.
func (p *Params) ImportRequest() (given importer.Item, o importer.Options) {
	given = importer.Item{Path: p.Text("name", 300), Instrument: legislation.ID(strings.Trim(p.Text("instrument", 300), "/")), Jurisdiction: p.Text("jurisdiction", 64),
		Language: p.Text("lang", 64), Consolidated: p.Date("date"), Source: p.Text("source", 2000), Licence: p.Text("licence", 1000)}
	if err, ok := given.Check(p.catalog).(*legislation.Error); ok {
		err.Record = ""
		p.fail(err, err.Field)
	}
	return given, importer.Options{DryRun: p.Bool("dry_run", false)}
}

// Import brings official texts into the knowledge base and the search index. Where the
// options say nothing else, the thesaurus suggests topics for the articles.
func (s *Service) Import(ctx context.Context, items []importer.Item, o importer.Options) (*importer.Report, error) {
	if o.Suggest == nil {
		o.Suggest = s.index.Suggested
	}
	report, err := importer.Run(ctx, s.store, items, o)
	if err == nil || ctx.Err() == nil { // what was stored before it failed is searched, too
		err = errors.Join(err, s.index.CatchUp(ctx, nil))
	}
	return report, err
}
