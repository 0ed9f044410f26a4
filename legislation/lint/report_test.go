package lint

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What a person reads: by file and record, with line, severity, what is wrong and
// what would be right, and a count at the end.
func TestWriteText(t *testing.T) {
	r := lint(t, small(t,
		edit{file: serbia, old: "direction: softer", new: "direction: milder"},
		edit{file: serbia, old: "sources: [S1, S2]", new: "sources: [S1, S3]"},
		edit{file: serbia, old: "terms: {sr-Latn", new: "terms: {hr"},
		edit{file: thesaurus, old: "sr-Cyrl: [опојна дрога]", new: "sr-Cyrl: [дрога]"}))
	var b strings.Builder
	if err := r.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	want := `thesaurus.yaml
  concept narcotic-drug
        9  warning  labels.sr-Cyrl[0]: "дрога" is the transliteration of no label under sr-Latn; want the same labels in both scripts: droga

jurisdictions/rs.yaml
  rs/criminal-code/art-246a/par-1
       50  error    terms.hr: "hr" is not a language of RS; want en or one of sr-Latn, sr-Cyrl, as in jurisdiction.languages
       54  error    sources[1]: "S3" is not a source of this file; want an id from the list of sources at the end of the file; did you mean S1, S2?
  reform of 2009-09-11: Own use becomes an offence of its own
      112  error    direction: "milder" is not a value of this field; want one of softer, harsher, neutral

3 errors, 1 warning in 5 files
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	if !r.Failed() {
		t.Error("a report with errors has not failed")
	}
}

func TestReportAsJSON(t *testing.T) {
	r := lint(t, small(t, edit{file: serbia, old: "direction: softer", new: "direction: milder"}))
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"file":"jurisdictions/rs.yaml","line":112,"record":"reform of 2009-09-11: Own use becomes an offence of its own",` +
		`"field":"direction","check":"direction","severity":"error","value":"milder","message":"is not a value of this field",` +
		`"want":"one of softer, harsher, neutral"}`
	if !strings.Contains(string(data), want) {
		t.Errorf("got %s, want in it %s", data, want)
	}
}

// A path may be a corpus, a folder or file of it; the others are read, not reported.
func TestPaths(t *testing.T) {
	root := t.TempDir()
	if err := os.CopyFS(root, small(t,
		edit{file: serbia, old: "direction: softer", new: "direction: milder"},
		edit{file: thesaurus, old: "en: [house arrest]", new: "en: []"})); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		paths         []string
		files, errors int
	}{
		{[]string{"."}, 5, 2},
		{[]string{"jurisdictions"}, 2, 1},
		{[]string{"jurisdictions/int.yaml"}, 1, 0},
		{[]string{"jurisdictions/int.yaml", "thesaurus.yaml"}, 2, 1},
	} {
		var paths []string
		for _, p := range c.paths {
			paths = append(paths, filepath.Join(root, p))
		}
		r, err := Paths(paths...)
		if err != nil {
			t.Errorf("%v: %v", c.paths, err)
			continue
		}
		if len(r.Files) != c.files || r.Count(Fault) != c.errors {
			t.Errorf("%v: %d files with %d errors, want %d with %d", c.paths, len(r.Files), r.Count(Fault), c.files, c.errors)
		}
	}
	for path, want := range map[string]string{
		filepath.Join(root, "jurisdictions/hr.yaml"): "cannot be read",
		t.TempDir(): "is not part of a corpus",
	} {
		if _, err := Paths(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", path, err, want)
		}
	}
}
