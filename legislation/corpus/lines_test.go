package corpus

import (
	"errors"
	"testing"

	"seelex/legislation"
)

const sheet = `jurisdiction:
  code: RS
  name: Serbia
provisions:
- id: rs/code/art-1
  heading: {sr-Latn: Naslov}
  digest_en: >
    Two lines
    of text.
sources:
  S1: {title: Law}
`

func TestLines(t *testing.T) {
	lines := ReadLines([]byte(sheet))
	for path, want := range map[string]int{
		"jurisdiction.name":             3,
		"provisions[0]":                 5,
		"provisions[0].heading.sr-Latn": 6,
		"provisions[0].digest_en":       7,
		"provisions[0].ended":           5, // not there: where its record starts
		"sources.S1.title":              11,
		"sources.S2":                    10,
		"practice":                      0,
	} {
		if got := lines.At(path); got != want {
			t.Errorf("%s is on line %d, want %d", path, got, want)
		}
	}
}

// A file is read as far as it can be: each problem has its line, and what is right
// beside it is there.
func TestParseSheetReadsOn(t *testing.T) {
	data := `jurisdiction: {code: RS, name: Serbia}
instruments:
- {id: rs/code, adopted: 2005-02-30, in_force: 2006}
- {id: rs/act, tytle: x, title_en: Act}
`
	got, err := ParseSheet([]byte(data), nil)
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != 2 {
		t.Fatalf("got %v, want two problems", err)
	}
	if problems[0].Line != 3 || problems[0].Path != "instruments[0].adopted" || problems[1].Line != 4 || problems[1].Path != "instruments[1].tytle" {
		t.Errorf("got %+v, want lines 3 and 4", problems)
	}
	if len(got.Instruments) != 2 || got.Instruments[0].InForce != legislation.MustDate("2006") || got.Instruments[1].TitleEn != "Act" {
		t.Errorf("got %+v, want both instruments without what is wrong", got.Instruments)
	}
}

// Whatever the bytes: an answer, no panic.
func FuzzParseSheet(f *testing.F) {
	c, err := Load(Embedded())
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		sheet,
		"positions:\n- {topic: personal-possession, values: [a, b]}",
		"positions:\n- {topic: personal-possession, values: {prison: {min: [1], max: {}}}}",
		"sources: [a, b]",
		"a: &a [*a]",
		"provisions: {<<: {a: b}}",
		"\x00", "", "- - - -",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := ParseSheet(data, c.Topics); err == nil && ReadLines(data) == nil {
			t.Errorf("%q reads as %+v and has no lines", data, s)
		}
	})
}
