package store

import (
	"testing"
	"time"

	"seelex/legislation/corpus"
)

func TestTimes(t *testing.T) {
	dir := t.TempDir()
	start := time.Now()
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	t.Log("parse", time.Since(start))
	start = time.Now()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Log("open", time.Since(start))
	start = time.Now()
	if err := s.Load(c, "x"); err != nil {
		t.Fatal(err)
	}
	t.Log("load", time.Since(start))
	s.Close()
	start = time.Now()
	s, err = Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Log("open", time.Since(start), s.Catalog().Counts, s.Generation(), len(s.Catalog().Positions))
	p, err := s.Below("rs/criminal-code/art-246a")
	t.Log(len(p), err, p[0].ID, p[0].ID.Label())
	sum, err := s.Backup(dir + "/b")
	t.Log(sum, err)
}
