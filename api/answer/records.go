package answer

import "seelex/legislation"

// Records are the rows behind the answers, for exports of the whole.
type Records interface {
	Catalog() *legislation.Catalog
	Provision(legislation.ID) (*legislation.Provision, error)
	Below(legislation.ID) ([]*legislation.Provision, error)
	Provisions(do func(*legislation.Provision) error) error
	Texts(id legislation.ID, do func(legislation.ID, []legislation.Wording) error) error
}

// Records gives access to the rows themselves.
func (s *Service) Records() Records { return s.store }

// CorpusHash names the state of the curated corpus.
func (s *Service) CorpusHash() string { return s.store.Corpus() }
