package answer

import (
	"seelex/legislation"
	"seelex/legislation/compare"
)

// Comparison is a matrix: one block for each topic.
type Comparison struct {
	compare.Block                 // the first topic's block, as most requests ask for one
	Blocks        []compare.Block `json:"blocks,omitempty"` // all blocks, when several topics were asked for
}

// CompareRequest reads the parameters of /compare.
func (p *Params) CompareRequest() compare.Request {
	r := compare.Request{Topics: p.Topics("topic"), Jurisdictions: p.Jurisdictions("jurisdictions"), On: p.Day("on"),
		Against: p.OptionalDay("against"), Sort: p.Text("sort", 64), Descending: p.Text("order", 8) == "desc", Today: p.today}
	if len(r.Topics) == 0 {
		p.fail(&legislation.Error{Message: "is missing", Want: "one topic or more, such as personal-possession; /topics lists them"}, "topic")
	}
	return r
}

// Compare sets jurisdictions side by side on topics.
func (s *Service) Compare(r compare.Request) (*Comparison, error) {
	blocks, err := compare.Matrix(s.Catalog(), s.store, r)
	if err != nil {
		return nil, err
	}
	out := &Comparison{Block: blocks[0]}
	if len(blocks) > 1 {
		out.Blocks = blocks
	}
	return out, nil
}
