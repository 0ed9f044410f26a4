package main

import (
	"fmt"
	"net/url"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

// workload is a kind of question, asked by all clients for a while.
type workload struct {
	name      string
	addresses []string // asked in turn
}

// workloads ask the same few questions, which are answered from memory, and
// questions of which none comes twice, which are not.
func workloads() []workload {
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		panic(err) // the corpus that the program carries
	}
	searches, comparisons := different(c)
	few := func(all []string) []string { return all[:min(20, len(all))] }
	return []workload{
		{"search, the same 20 questions", few(searches)},
		{"search, all different", searches},
		{"compare all jurisdictions, the same 20 questions", few(comparisons)},
		{"compare all jurisdictions, all different", comparisons},
	}
}

// different makes addresses of which no two are the same: labels of the thesaurus in
// all languages within each jurisdiction and within all; topics on days.
func different(c *legislation.Corpus) (searches, comparisons []string) {
	codes := []string{""}
	for _, s := range c.Sheets {
		codes = append(codes, s.Jurisdiction.Code)
	}
	for _, code := range codes {
		for _, concept := range c.Concepts {
			for _, labels := range concept.Labels {
				q := url.Values{"q": labels[:1]}
				if code != "" {
					q.Set("jurisdiction", code)
				}
				searches = append(searches, "/api/v1/search?"+q.Encode())
			}
		}
	}
	day := legislation.MustDate("2001-01-01").First()
	for range 9_000 {
		day = day.Next()
		topic := c.Topics[len(comparisons)%len(c.Topics)]
		comparisons = append(comparisons, "/api/v1/compare?topic="+topic.ID+"&on="+day.String())
	}
	return searches, comparisons
}

// times are what answers took, shortest first.
type times []time.Duration

func (t times) at(share float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	return t[int(share*float64(len(t)-1))]
}

// run asks from all clients for a while.
func (w workload) run(server string) (times, error) {
	var next atomic.Int64
	var wait sync.WaitGroup
	took, failed := make([]times, clients), make([]error, clients)
	end := time.Now().Add(each)
	for i := range clients {
		client, err := dial(server)
		if err != nil {
			return nil, err
		}
		defer client.close()
		took[i] = make(times, 0, 1<<16)
		wait.Go(func() {
			for began := time.Now(); began.Before(end) && failed[i] == nil; {
				failed[i] = client.ask(w.addresses[int(next.Add(1)-1)%len(w.addresses)])
				now := time.Now()
				took[i] = append(took[i], now.Sub(began))
				began = now
			}
		})
	}
	wait.Wait()
	for _, err := range failed {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.name, err)
		}
	}
	all := slices.Concat(took...)
	slices.Sort(all)
	return all, nil
}
