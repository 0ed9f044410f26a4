package answer

import (
	"context"

	"seelex/index"
	"seelex/legislation"
)

// SearchRequest reads the parameters of /search.
func (p *Params) SearchRequest() index.Request {
	w := p.Window()
	return index.Request{Text: p.Text("q", MaxQuery), Jurisdictions: p.Jurisdictions("jurisdiction"), Topics: p.Topics("topic"),
		Types: p.OneOf("type", legislation.InstrumentTypes), Kinds: p.OneOf("kind", index.Kinds), Langs: p.Languages("lang"),
		Confidences: p.OneOf("confidence", confidences()), On: p.Day("on"), Today: p.today, Expand: p.Bool("expand", true),
		Without: p.List("without"), Limit: w.Limit, Offset: w.Offset}
}

func confidences() []string {
	out := make([]string, len(legislation.Confidences))
	for i, c := range legislation.Confidences {
		out[i] = string(c)
	}
	return out
}

// Search finds provisions, instruments and positions.
func (s *Service) Search(ctx context.Context, r index.Request) (*index.Answer, error) {
	return s.index.Search(ctx, r)
}
