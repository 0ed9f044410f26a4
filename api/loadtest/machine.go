package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// noticed is how long a processor must have stood still to count: longer than what
// the system does between two turns of a program.
const noticed = 200 * time.Microsecond

// standstill is how often and how long the processors stand still for a program that
// does nothing but look at the clock on each of them: what no server can be better than.
func standstill(during time.Duration) string {
	var wait sync.WaitGroup
	gaps := make([][]time.Duration, runtime.NumCPU())
	for i := range gaps {
		wait.Go(func() {
			last := time.Now()
			for end := last.Add(during); last.Before(end); {
				now := time.Now()
				if gap := now.Sub(last); gap > noticed {
					gaps[i] = append(gaps[i], gap)
				}
				last = now
			}
		})
	}
	wait.Wait()
	times, total, longest := 0, time.Duration(0), time.Duration(0)
	for _, of := range gaps {
		for _, gap := range of {
			times, total, longest = times+1, total+gap, max(longest, gap)
		}
	}
	return fmt.Sprintf("%.0f times a second, %.1f%% of the time, up to %s", float64(times)/during.Seconds(),
		100*total.Seconds()/during.Seconds()/float64(len(gaps)), ms(longest))
}

// takenByHost is how long processors of this machine, all together, have had work to do
// while the host let others use them; zero where that is not known.
func takenByHost() time.Duration {
	stat, err := os.ReadFile("/proc/stat")
	if err != nil {
		return 0
	}
	all, _, _ := strings.Cut(string(stat), "\n")
	fields := strings.Fields(all) // cpu user nice system idle iowait irq softirq steal …
	var steal int64
	if len(fields) > 8 {
		_, _ = fmt.Sscan(fields[8], &steal)
	}
	return time.Duration(steal) * time.Second / ticks
}
