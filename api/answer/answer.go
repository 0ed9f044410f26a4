// Package answer is what can be asked of seelex: typed requests, read from the
// parameters of an address, and the typed answers that the JSON API, the pages and the
// command line all render. A page never knows more than the API.
package answer

import (
	"time"

	"seelex/index"
	"seelex/legislation"
	"seelex/legislation/compare"
	"seelex/legislation/store"
)

// Service answers. It may be used from many goroutines.
type Service struct {
	store *store.Store
	index *index.Index
	now   func() time.Time
	// Base is the public address of the site, such as https://seelex.example; "" for the one asked.
	Base string

	links  perGeneration[*links]
	survey perGeneration[*compare.Survey]
}

// New makes a service over an open store and its index.
func New(s *store.Store, x *index.Index) *Service {
	return &Service{store: s, index: x, now: time.Now}
}

// Today is the day that is meant when no other is named.
func (s *Service) Today() legislation.Day { return legislation.DayOf(s.now()) }

// Catalog is the present generation's catalog.
func (s *Service) Catalog() *legislation.Catalog { return s.store.Catalog() }

// Generation is the present generation of the knowledge base.
func (s *Service) Generation() uint64 { return s.store.Generation() }

// State names what answers are made of, for those who keep them. After an import the store is
// ahead of the search index for a while: what is found then is found otherwise later. Another
// knowledge base, such as that of a backup, has other contents in the same generation.
type State struct{ Store, Index, Contents uint64 }

// State is the present one.
func (s *Service) State() State {
	return State{s.store.Generation(), s.index.Generation(), s.store.Contents()}
}

// Steady does something while the state stays as it is: what is imported meanwhile shows
// afterwards.
func (s *Service) Steady(do func()) {
	s.store.Steady(func() { s.index.Steady(do) })
}

// Page is one page of a list.
type Page[T any] struct {
	Total  int `json:"total"`
	Limit  int `json:"limit"`
	Offset int `json:"offset"`
	Items  []T `json:"items"`
}

// page cuts a page out of a whole list.
func page[T any](all []T, w Window) Page[T] {
	p := Page[T]{Total: len(all), Limit: w.Limit, Offset: w.Offset, Items: []T{}}
	if w.Offset < len(all) {
		p.Items = all[w.Offset:min(w.Offset+w.Limit, len(all))]
	}
	return p
}

// orEmpty makes a list that a client can go through: [] in JSON, not null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// Ref names something that has an address of its own.
type Ref struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	URL   string `json:"url"`
}

// lawURL is the permanent address of an instrument or provision; the day is part of
// it only when it is not the present one.
func (s *Service) lawURL(id legislation.ID, on legislation.Day) string {
	return LawURL(id, on, s.Today())
}

// LawURL is the permanent address of an instrument or provision as of a day.
func LawURL(id legislation.ID, on, today legislation.Day) string {
	if on == 0 || on == today {
		return "/law/" + string(id)
	}
	return "/law/" + string(id) + "?on=" + on.String()
}
