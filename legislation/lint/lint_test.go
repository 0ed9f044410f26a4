package lint

import "testing"

// All data is linted in the ordinary test run.
func TestCorpus(t *testing.T) {
	r, err := Paths()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		if f.Severity == Fault {
			t.Errorf("%s:%d: %s: %v", f.File, f.Line, f.Record, f)
		}
	}
}
