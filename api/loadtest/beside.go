package main

import (
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"
	"time"
)

// beside measures a workload of seelex and, in turn with it, of the bare server.
func (t *table) beside(w workload, seelex, empty *server) error {
	var own, floor measured
	var asked, askedBare atomic.Int64
	computed, taken, began := seelex.processor(), takenByHost(), time.Now()
	for range w.rounds {
		if err := floor.add(w.run(empty.url, &askedBare)); err != nil {
			return err
		}
		if err := own.add(w.run(seelex.url, &asked)); err != nil {
			return err
		}
	}
	computed, taken = seelex.processor()-computed, takenByHost()-taken
	for _, share := range []float64{0.50, 0.90, 0.99} {
		under := ""
		if share == 0.99 {
			under = w.under
		}
		t.add(fmt.Sprintf("%s, p%.0f", w.name, share*100), fmt.Sprintf("%s = %.1f x a bare server's %s",
			own.at(share), float64(own.at(share).middle())/float64(floor.at(share).middle()), floor.at(share)), under)
	}
	t.add(w.name+", answers a second", fmt.Sprintf("%.0f, of a bare server %.0f", own.aSecond(), floor.aSecond()), "")
	t.add(w.name+", processor time of the server for one", ms(computed/time.Duration(own.answers())), "")
	t.add(w.name+", processors taken away by the host", fmt.Sprintf("%.1f%% of the time", 100*taken.Seconds()/time.Since(began).Seconds()/float64(runtime.NumCPU())), "")
	return nil
}

// measured are the times of each round.
type measured []times

func (m *measured) add(round times, err error) error {
	*m = append(*m, round)
	return err
}

// at is what the share of the answers took at most, in each round.
func (m measured) at(share float64) spread {
	all := make(spread, len(m))
	for i, round := range m {
		all[i] = round.at(share)
	}
	slices.Sort(all)
	return all
}

func (m measured) answers() (n int) {
	for _, round := range m {
		n += len(round)
	}
	return n
}

func (m measured) aSecond() float64 { return float64(m.answers()) / (each.Seconds() * float64(len(m))) }

// spread is what the rounds measured, lowest first.
type spread []time.Duration

func (s spread) middle() time.Duration { return s[len(s)/2] }

// String is the middle, and behind it the lowest and the highest where there are several.
func (s spread) String() string {
	if len(s) == 1 {
		return ms(s[0])
	}
	return fmt.Sprintf("%s (%s to %s)", ms(s.middle()), ms(s[0]), ms(s[len(s)-1]))
}
