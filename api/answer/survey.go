package answer

import (
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
