package lint

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

const (
	serbia    = "jurisdictions/rs.yaml"
	treaties  = "jurisdictions/int.yaml"
	codebook  = "codebook.yaml"
	thesaurus = "thesaurus.yaml"
	moved     = "moved.yaml"
)

// edit is one mistake made in the small corpus of testdata, and the finding that it
// must bring: "record | field: what is said". A finding that begins with "? " is a
// warning, any other an error.
type edit struct {
	file     string
	old, new string
	want     string
}

// small reads the corpus of testdata and makes the edits in it.
func small(t *testing.T, edits ...edit) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	source := os.DirFS("testdata/corpus")
	err := fs.WalkDir(source, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(source, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		if !bytes.Contains(files[e.file].Data, []byte(e.old)) {
			t.Fatalf("%s has no %q", e.file, e.old)
		}
		files[e.file].Data = bytes.Replace(files[e.file].Data, []byte(e.old), []byte(e.new), 1)
	}
	return files
}

func lint(t *testing.T, files fs.FS) Report {
	t.Helper()
	r, err := Run(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func line(f Finding) string {
	mark := map[Severity]string{Doubt: "? "}[f.Severity]
	return mark + f.Record + " | " + f.String()
}

func TestTheSmallCorpusIsClean(t *testing.T) {
	for _, f := range lint(t, small(t)).Findings {
		t.Errorf("%s:%d: %s", f.File, f.Line, line(f))
	}
}

// check makes each edit on its own and looks for its finding, and for nothing else.
func checkEdits(t *testing.T, edits []edit) {
	t.Helper()
	for _, e := range edits {
		t.Run(e.want, func(t *testing.T) {
			r := lint(t, small(t, e))
			found := false
			for _, f := range r.Findings {
				if f.File != e.file || !strings.HasPrefix(line(f), e.want) {
					t.Errorf("also reports %s:%d: %s", f.File, f.Line, line(f))
					continue
				}
				found = true
				if f.Line == 0 {
					t.Errorf("%s: no line is known", line(f))
				}
			}
			if !found {
				t.Errorf("%q for %q is not reported", e.new, e.old)
			}
		})
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "type: code", "tyep: code\n  type: code", `rs/criminal-code | tyep: "tyep" is not a field of the format; did you mean type?`},
		{serbia, "ended: null\n  gazette", "ended: 2020-13-01\n  gazette", `rs/criminal-code | ended: "2020-13-01" has a month over 12`},
		{serbia, "value: 2345", "value: 2.345.00", `practice 2014: convictions for possession | value: "2.345.00" is not of the right type`},
		{serbia, "topics: [personal-possession]\n  in_force: 2009", "topics: personal-possession\n  in_force: 2009", `rs/criminal-code/art-246a/par-1 | topics: "personal-possession" is not a list`},
		{serbia, "title_en: Criminal Code", "title_en: {Criminal: Code}", `rs/criminal-code | title_en: is a group or list where one value belongs`},
		{serbia, "offence_class: criminal\n", "offence_class: crime\n", `position personal-possession from 2009-09-11 | values.offence_class: "crime" is not a code of this variable; want one of criminal, misdemeanour`},
		{serbia, "max: 36}", "max: 2000}", `position personal-possession from 2009-09-11 | values.prison: "2000" is not a length of imprisonment`},
		{serbia, "{min: null, max: 36}", "{min: 60, max: 36}", `position personal-possession from 2009-09-11 | values.prison: "60 to 36" has a minimum over its maximum`},
		{serbia, "offence_class: criminal\n", "offence_classes: criminal\n", `position personal-possession from 2009-09-11 | values.offence_classes: "offence_classes" is not a variable of the topic personal-possession; did you mean offence_class?`},
		{serbia, "- topic: quantity-thresholds", "- topic: quantity-treshold", `position quantity-treshold from 2010 | topic: "quantity-treshold" is not a topic of the codebook; did you mean quantity-thresholds?`},
		{serbia, "kind: official}", "kind: official, king: x}", `sources | S1.king: "king" is not a field of the format; did you mean kind?`},
		{serbia, "values: {offence_class: criminal}", "values: [criminal]", `position personal-possession from 2006-01-01 | values: is not a group of fields`},
		{serbia, "values: {offence_class: criminal}", "values: {offence_class: criminal, offence_class: criminal}", `position personal-possession from 2006-01-01 | values.offence_class: stands twice in the same group`},
		{serbia, "offence_class: criminal\n", "offence_class: &kind criminal\n", `position personal-possession from 2009-09-11 | values.offence_class: uses a YAML anchor or alias`},
		{serbia, "sources:\n  S1:", "sources:\n  S2: {title: A, date: 2015, kind: press}\n  S1:", `sources | S2: stands twice in the same group`},
		{codebook, "prison: {type: prison}", "prison: {type: prison, note: months, or life}", `topics, entry 1 | variables.prison.or life: "or life" is not a field of the format`},
	})
}

// Broken YAML costs its own file only, and the line is named.
func TestBrokenFileDoesNotHideTheOthers(t *testing.T) {
	r := lint(t, small(t,
		edit{file: treaties, old: "title_en: Convention", new: "title_en: The Convention: of"},
		edit{file: serbia, old: "direction: softer", new: "direction: milder"}))
	var said []string
	for _, f := range r.Findings {
		said = append(said, fmt.Sprintf("%s:%d: %s", f.File, f.Line, line(f)))
	}
	if len(said) != 2 || !strings.HasPrefix(said[0], "jurisdictions/int.yaml:10: int/convention-1988 | title_en: \"title_en: The Convention: of of 1988\" has a colon") ||
		!strings.Contains(said[1], `direction: "milder"`) {
		t.Errorf("want the broken line of one file and the direction in the other, got\n%s", strings.Join(said, "\n"))
	}
}

// Without the codebook no position can be judged: one finding, not a thousand.
func TestBrokenCodebook(t *testing.T) {
	r := lint(t, small(t, edit{file: codebook, old: "topics:", new: "topics: ]"}))
	if len(r.Findings) != 1 || r.Findings[0].File != codebook || r.Findings[0].Line != 1 {
		t.Errorf("want one finding on line 1 of the codebook, got %v", r.Findings)
	}
}
