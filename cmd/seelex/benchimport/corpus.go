package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"seelex/legislation/official"
	"seelex/legislation/official/structure"
)

// corpus is a folder of texts, taken several times.
type corpus struct {
	folder string
	times  int
}

func (c corpus) files() []string {
	found, _ := filepath.Glob(filepath.Join(c.folder, "*.md")) // the pattern is well formed
	if len(found) == 0 {
		found, _ = filepath.Glob(filepath.Join(c.folder, "*", "*.md"))
	}
	return slices.DeleteFunc(found, func(f string) bool { return strings.HasPrefix(filepath.Base(f), "README") })
}

func (c corpus) size() (size int64, err error) {
	for _, f := range c.files() {
		info, err := os.Stat(f)
		if err != nil {
			return 0, err
		}
		size += info.Size() * int64(c.times)
	}
	return size, nil
}

// marks are the lines by which an issue and its laws are known.
var marks = regexp.MustCompile(`(?m)^(?:identifier|title|fek_label):.*$|^# .*$|^.*ΑΡΙΘ.*\d{4}.*$`)

// issue is the number of an issue of the gazette, with three digits at most.
var issue = regexp.MustCompile(`\d{1,3}/\d{4}`)

// copies reads a file, for each repetition with the marks of another issue.
func (c corpus) copies(file string, do func(name string, data []byte) error) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for n := range c.times {
		if n == 0 {
			if err := do(file, data); err != nil {
				return err
			}
			continue
		}
		mark := "-copy" + strconv.Itoa(n)
		again := marks.ReplaceAllFunc(data, func(line []byte) []byte {
			switch {
			case bytes.HasPrefix(line, []byte("identifier")):
				return append(bytes.TrimRight(slices.Clone(line), "\"\r"), []byte(mark+"\"")...)
			case bytes.HasPrefix(line, []byte("title")), bytes.HasPrefix(line, []byte("fek_label")):
				return issue.ReplaceAllFunc(line, func(number []byte) []byte { return fmt.Appendf(nil, "%d%s", n, number) })
			}
			return []byte("# ΑΠΟΦΑΣΗ")
		})
		if err := do(strings.TrimSuffix(file, ".md")+mark+".md", again); err != nil {
			return err
		}
	}
	return nil
}

// article is what the contenders index.
type article struct{ id, text string }

// articles reads the corpus on all cores and hands the articles on in one order.
func (c corpus) articles(do func([]article) error) error {
	type turn chan []article
	turns := make(chan turn, 2*runtime.GOMAXPROCS(0))
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var failed error
	var once sync.Once
	go func() {
		defer close(turns)
		for _, file := range c.files() {
			err := c.copies(file, func(name string, data []byte) error {
				t := make(turn, 1)
				slots <- struct{}{}
				go func() { t <- articlesOf(name, data); <-slots }()
				turns <- t
				return nil
			})
			if err != nil {
				once.Do(func() { failed = err })
			}
		}
	}()
	for t := range turns {
		if err := do(<-t); err != nil {
			return err
		}
	}
	return failed
}

func articlesOf(name string, data []byte) (out []article) {
	d, err := official.Read(context.Background(), name, bytes.NewReader(data), official.Options{})
	if err != nil {
		return nil // seelex reports it
	}
	base := filepath.Base(name)
	covered := 0
	d.Walk(func(path string, p *official.Part) {
		if p.Kind == structure.Article && path != "" {
			out = append(out, article{base + "/" + path, d.Text[p.Start:p.End]})
			covered += p.End - p.Start
		}
	})
	if covered == 0 {
		out = append(out, article{base, d.Text})
	}
	return out
}

// queries are one, two and three words that stand beside each other in the corpus,
// always the same ones.
func (c corpus) queries() []string {
	files := c.files()
	random := rand.New(rand.NewPCG(4139, 2013))
	words := regexp.MustCompile(`\pL{5,}`)
	out := []string{"ναρκωτικά", "ναρκωτικές ουσίες", "εξαρτησιογόνων ουσιών", "θεραπευτικό πρόγραμμα απεξάρτησης", "κατοχή ναρκωτικών για ατομική χρήση", "κάνναβη"}
	for len(out) < 100 {
		data, err := os.ReadFile(files[random.IntN(len(files))])
		if err != nil {
			continue
		}
		found := words.FindAllString(string(data[min(len(data)/3, 3000):]), 4000)
		if len(found) < 10 {
			continue
		}
		at, n := random.IntN(len(found)-4), 1+random.IntN(3)
		out = append(out, strings.ToLower(strings.Join(found[at:at+n], " ")))
	}
	return out
}
