package answer

import "seelex/legislation"

// Stats are the sizes of the knowledge base.
type Stats struct {
	legislation.Counts
	Generation uint64 `json:"generation"`
	Corpus     string `json:"corpus"` // SHA-256 of the curated corpus
}

// Stats counts.
func (s *Service) Stats() Stats {
	return Stats{s.Catalog().Counts, s.Generation(), s.store.Corpus()}
}
