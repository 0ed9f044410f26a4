package lint

import (
	"slices"
	"testing"

	"seelex/legislation/corpus"
)

// All data is linted in the ordinary test run.
func TestCorpus(t *testing.T) {
	r, err := Run(corpus.Embedded(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		if f.Severity == Fault {
			t.Errorf("%s:%d: %s: %v", f.File, f.Line, f.Record, f)
		}
		if f.Line == 0 {
			t.Errorf("%s: %s: %v: no line is known", f.File, f.Record, f)
		}
	}
}

// An exemption whose error has been mended is taken off the list.
func TestExemptionsAreNeeded(t *testing.T) {
	r, err := Run(corpus.Embedded(), nil)
	if err != nil {
		t.Fatal(err)
	}
	list, err := loadExemptions()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Severity == Exempt && e.covers(f) }) {
			t.Errorf("exemptions.yaml: %s: %s %q: there is no such error any more", e.Record, e.Field, e.Value)
		}
	}
}
