// Command benchimport measures the import of a folder of official texts: the time,
// peak memory and size on disk of seelex, beside plain bleve and SQLite's FTS5 with the
// same articles, and then the same queries on each. Every contender runs in a process
// of its own, one after the other.
//
//	go run -tags sqlite_fts5 ./cmd/seelex/benchimport [-times 10] FOLDER
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// contender can index the articles of a folder and then answer queries.
type contender interface {
	// load makes the index in a folder and says how many articles it holds.
	load(corpus corpus, folder string) (articles int, err error)
	// query opens what load made, and gives a function that answers words.
	query(folder string) (func(words string) (hits int, err error), error)
}

// contenders in the order of the table. The last is there when the program was built
// with the tag sqlite_fts5, since it needs C.
var contenders = map[string]contender{"seelex": seelex{}, "bleve": plainBleve{}}

// order of the table.
var order = []string{"seelex", "bleve", "fts5"}

// result is what a contender's process measured of itself.
type result struct {
	Articles int
	Load     time.Duration
	Queries  []time.Duration
	Hits     int
	Disk     int64
	Memory   int64 // peak resident bytes of the process that loaded
}

func main() {
	times := flag.Int("times", 1, "how often the corpus is repeated, under other ids")
	only := flag.String("only", "", "the one contender to measure")
	child := flag.String("child", "", "")
	folder := flag.String("folder", "", "")
	flag.Parse()
	if err := run(*times, *only, *child, *folder); err != nil {
		fmt.Fprintln(os.Stderr, "benchimport:", err)
		os.Exit(1)
	}
}

func run(times int, only, child, folder string) error {
	if flag.NArg() != 1 {
		return fmt.Errorf("want one folder of Legalize Markdown")
	}
	c := corpus{folder: flag.Arg(0), times: times}
	if child != "" {
		return measure(c, child, folder)
	}
	size, err := c.size()
	if err != nil {
		return err
	}
	fmt.Printf("%d files, %.1f MB\n%-8s %9s %10s %8s %9s %9s %7s %9s %9s %9s %8s\n", len(c.files()), mega(size),
		"", "articles", "time", "peak MB", "disk MB", "of text", "hits", "p50", "p95", "p99", "")
	results := map[string]result{}
	for _, name := range order {
		if contenders[name] == nil || only != "" && only != name {
			continue
		}
		r, err := inProcess(c, name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		results[name] = r
		fmt.Printf("%-8s %9d %10s %8.0f %9.1f %9.2f %7d %9s %9s %9s\n", name, r.Articles, r.Load.Round(10*time.Millisecond), mega(r.Memory), mega(r.Disk),
			float64(r.Disk)/float64(size), r.Hits, r.at(50), r.at(95), r.at(99))
	}
	ratios(results)
	return nil
}

func ratios(r map[string]result) {
	s := r["seelex"]
	if b, ok := r["bleve"]; ok && s.Load > 0 {
		fmt.Printf("import: %.2f × the time of plain bleve (target: at most 1.5)\n", s.Load.Seconds()/b.Load.Seconds())
	}
	if f, ok := r["fts5"]; ok && s.Load > 0 {
		fmt.Printf("search: p95 %.2f × that of FTS5 (target: at most 1)\n", s.at(95).Seconds()/f.at(95).Seconds())
	}
}

// inProcess runs a contender in a process of its own: once to load, once to answer.
func inProcess(c corpus, name string) (r result, err error) {
	folder, err := os.MkdirTemp("", "benchimport-"+name+"-")
	if err != nil {
		return r, err
	}
	defer os.RemoveAll(folder)
	for _, step := range []string{"load", "query"} {
		cmd := exec.Command(os.Args[0], "-times", fmt.Sprint(c.times), "-child", name+" "+step, "-folder", folder, c.folder)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			return r, err
		}
		if err := json.Unmarshal(out, &r); err != nil {
			return r, err
		}
		if step == "load" {
			r.Memory = cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
			r.Disk = sizeOf(folder)
		}
	}
	return r, nil
}

// measure is what a contender's process does.
func measure(c corpus, child, folder string) error {
	name, step, _ := strings.Cut(child, " ")
	var r result
	var err error
	if step == "load" {
		start := time.Now()
		r.Articles, err = contenders[name].load(c, folder)
		r.Load = time.Since(start)
	} else {
		err = r.ask(c, contenders[name], folder)
	}
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(struct {
		Articles int             `json:",omitempty"`
		Load     time.Duration   `json:",omitempty"`
		Queries  []time.Duration `json:",omitempty"`
		Hits     int             `json:",omitempty"`
	}{r.Articles, r.Load, r.Queries, r.Hits})
}

// rounds is how often every query is asked; the first round warms up and is not
// counted.
const rounds = 4

func (r *result) ask(c corpus, x contender, folder string) error {
	ask, err := x.query(folder)
	if err != nil {
		return err
	}
	for round := range rounds {
		for _, words := range c.queries() {
			start := time.Now()
			hits, err := ask(words)
			if err != nil {
				return fmt.Errorf("%q: %w", words, err)
			}
			if round > 0 {
				r.Queries = append(r.Queries, time.Since(start))
				r.Hits += min(hits, 1)
			}
		}
	}
	return nil
}

// at is the time within which so many of a hundred queries were answered.
func (r result) at(percent int) time.Duration {
	if len(r.Queries) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(r.Queries))
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)].Round(10 * time.Microsecond)
}

func sizeOf(folder string) (size int64) {
	_ = filepath.WalkDir(folder, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			if info, err := d.Info(); err == nil {
				size += info.Size()
			}
		}
		return nil
	})
	return size
}

func mega(n int64) float64 { return float64(n) / (1 << 20) }
