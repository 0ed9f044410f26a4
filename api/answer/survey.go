package answer

import (
	"context"
	"net/url"
	"sync"

	"seelex/legislation/compare"
)

// perGeneration works something out once for each generation of the data.
type perGeneration[T any] struct {
	mu         sync.Mutex
	generation uint64
	known      bool
	value      T
}

func (p *perGeneration[T]) get(generation uint64, work func() (T, error)) (T, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known && p.generation == generation {
		return p.value, nil
	}
	value, err := work()
	if err == nil {
		p.value, p.generation, p.known = value, generation, true
	}
	return value, err
}

// survey is what comparisons need of all provisions.
func (s *Service) surveyNow() (*compare.Survey, error) {
	return s.survey.get(s.Generation(), func() (*compare.Survey, error) { return compare.NewSurvey(s.Catalog(), s.store) })
}

// Prepare works out what the answers of the present generation share, some 100 ms in all, so
// that the first who ask need not wait for it. It asks for each topic, as they would.
func (s *Service) Prepare(ctx context.Context) error {
	for _, topic := range s.Catalog().Topics {
		asked := s.Params(url.Values{"topic": {topic.ID}, "q": {topic.Label}})
		compared, err := s.Compare(ctx, asked.CompareRequest())
		if err != nil {
			return err
		}
		compared.Free()
		found, err := s.Search(ctx, asked.SearchRequest())
		if err != nil {
			return err
		}
		found.Free()
	}
	return nil
}
