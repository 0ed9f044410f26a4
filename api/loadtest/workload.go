package main

import (
	"fmt"
	"math/rand/v2"
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
	rate      float64  // questions of all clients in a second; 0 is as many as are answered
	rounds    int
	under     string // what DESIGN aims at for p99
}

// busy is how many questions a second the users of a busy site ask: each of a thousand
// asks one every two seconds, more or less.
const busy = 500

// workloads ask questions of which none comes twice, as users do, who ask when they
// please, whatever others wait: this is what DESIGN aims at. Then they ask how much the
// machine can answer at its limit, where each client asks anew as soon as it is
// answered: the same few questions, which are remembered, and questions that are not.
// What a client waits there is what 16 answers and 16 clients compute, shared by the
// processors, and says how many answers a second there are, not how long a user waits.
func workloads() []workload {
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		panic(err) // the corpus that the program carries
	}
	searches, comparisons := different(c)
	few := func(all []string) []string { return all[:min(20, len(all))] }
	rest := func(all []string) []string { return all[len(all)/2:] } // that nobody has asked yet
	return []workload{
		{"search, as users ask", rest(searches), busy, rounds, "5 ms"},
		{"compare all jurisdictions, as users ask", rest(comparisons), busy, rounds, "5 ms"},
		{"search at the limit, the same 20 questions", few(searches), 0, 1, ""},
		{"search at the limit, all different", searches[:len(searches)/2], 0, 1, ""},
		{"compare at the limit, the same 20 questions", few(comparisons), 0, 1, ""},
		{"compare at the limit, all different", comparisons[:len(comparisons)/2], 0, 1, ""},
	}
}

// different makes addresses of which no two are the same, twice as many as are asked in
// a run: labels of the thesaurus in all languages within each jurisdiction and within
// all; topics on days.
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
	for round := range 4 { // another topic on each day
		day := legislation.MustDate("2001-01-01").First()
		for n := range 9_000 {
			day = day.Next()
			topic := c.Topics[(n+round)%len(c.Topics)]
			comparisons = append(comparisons, "/api/v1/compare?topic="+topic.ID+"&on="+day.String())
		}
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

// run asks from all clients for a while, from where next stands in the addresses. What an
// answer took counts from the moment when it was asked for; or was due to be, if the answer
// before it came too late for that.
func (w workload) run(server string, next *atomic.Int64) (times, error) {
	var wait sync.WaitGroup
	took, failed := make([]times, clients), make([]error, clients)
	begin := time.Now()
	for i := range clients {
		client, err := dial(server)
		if err != nil {
			return nil, err
		}
		defer client.close()
		took[i] = make(times, 0, 1<<16)
		chance := rand.New(rand.NewPCG(1, uint64(i)))
		wait.Go(func() {
			for due := w.after(begin, chance); due.Sub(begin) < each && failed[i] == nil; due = w.after(due, chance) {
				from := due
				if early := time.Until(due); early > 0 {
					time.Sleep(early)
					from = time.Now() // when one wakes is not the server's doing
				}
				failed[i] = client.ask(w.addresses[int(next.Add(1)-1)%len(w.addresses)])
				took[i] = append(took[i], time.Since(from))
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

// after is when a client asks again: at once, or as people come, at random.
func (w workload) after(last time.Time, chance *rand.Rand) time.Time {
	if w.rate == 0 {
		return time.Now()
	}
	return last.Add(time.Duration(chance.ExpFloat64() * clients / w.rate * float64(time.Second)))
}
