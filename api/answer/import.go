package answer

import (
	"context"

	"seelex/legislation/official/importer"
)

// Import brings official texts into the knowledge base and the search index. Where the
// options say nothing else, the thesaurus suggests topics for the articles.
func (s *Service) Import(ctx context.Context, items []importer.Item, o importer.Options) (*importer.Report, error) {
	if o.Suggest == nil {
		o.Suggest = s.index.Suggested
	}
	report, err := importer.Run(ctx, s.store, items, o)
	if err != nil {
		return nil, err
	}
	return report, s.index.CatchUp(ctx, nil)
}
