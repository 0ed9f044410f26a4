package judged

import (
	"strings"
	"testing"
	"testing/fstest"
)

const small = `# Possession in Serbia.
lang: sr-Latn
kind: native

query: posedovanje: "droge"
jurisdiction: RS, XK
topic: personal-possession
on: 2008-01-01
3 rs/criminal-code/art-246/par-3
1 rs/position/personal-possession

# The language of one query differs.
query: possession
lang: en
kind: place
type: code
confidence: primary
2 rs/criminal-code
`

func TestParseReadsWhatAPersonWrote(t *testing.T) {
	queries, err := Parse("small.txt", strings.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	if len(queries) != 2 {
		t.Fatalf("got %d queries, want 2", len(queries))
	}
	first, second := queries[0], queries[1]
	if first.Text != `posedovanje: "droge"` || first.Lang != "sr-Latn" || first.Kind != Native || first.Line != 5 {
		t.Errorf("first query is %+v", first)
	}
	if f := first.Filters; strings.Join(f.Jurisdictions, "+") != "RS+XK" || f.Topics[0] != "personal-possession" || f.On != "2008-01-01" {
		t.Errorf("filters of the first query are %+v", f)
	}
	if len(first.Grades) != 2 || first.Grades["rs/criminal-code/art-246/par-3"] != Exact || first.Grades["rs/position/personal-possession"] != Related {
		t.Errorf("grades of the first query are %v", first.Grades)
	}
	if second.Lang != "en" || second.Kind != Place || second.Filters.Types[0] != "code" || second.Filters.Confidence[0] != "primary" {
		t.Errorf("second query is %+v", second)
	}
}

func TestParseSaysWhatIsWrongAndWhatWouldBeRight(t *testing.T) {
	const head = "lang: en\nkind: native\n\n"
	tests := []struct{ name, text, want string }{
		{"no language", "kind: native\n\nquery: drugs\n3 rs/criminal-code", `q.txt:3: query "drugs" has no lang: add a line like "lang: sq"`},
		{"no kind", "lang: en\n\nquery: drugs\n3 rs/criminal-code", `q.txt:3: query "drugs" has no kind`},
		{"no judgement", head + "query: drugs\n", `q.txt:4: query "drugs" has no judgement: add lines like "3 rs/`},
		{"judgement without query", head + "3 rs/criminal-code\n", `q.txt:4: this block has filters or judgements but no query`},
		{"two queries in a block", head + "query: a\nquery: b\n", "q.txt:5: a second query in one block: put a blank line before it"},
		{"unknown language", "lang: de\n", `q.txt:1: unknown lang "de": want one of en, sq,`},
		{"unknown kind", "kind: hard\n", `q.txt:1: unknown kind "hard": want one of [native`},
		{"unknown field", head + "query: a\ncountry: RS\n", `q.txt:5: unknown field "country": want query, lang,`},
		{"no value", head + "query:\n", `q.txt:4: "query:" is neither a field`},
		{"not a date", head + "query: a\non: 1.1.2008\n", `q.txt:5: on: "1.1.2008" is not a date: write it like 2009-09-11`},
		{"unknown grade", head + "query: a\n4 rs/criminal-code\n", `q.txt:5: unknown grade "4": want 3 (exactly right)`},
		{"dated id", head + "query: a\n3 rs/criminal-code/art-18@2009-09-11\n", "write rs/criminal-code/art-18 and ask for the date"},
		{"not an id", head + "query: a\n3 Art. 246a KZ\n", `"Art. 246a KZ" is not an id: want one like rs/criminal-code/art-246a/par-1`},
		{"judged twice", head + "query: a\n3 rs/criminal-code\n1 rs/criminal-code\n", "q.txt:6: id rs/criminal-code is judged twice"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("q.txt", strings.NewReader(tt.text))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error is %v\nwant it to contain %s", err, tt.want)
			}
		})
	}
}

func TestReadDirRefusesAQueryThatIsJudgedTwice(t *testing.T) {
	const block = "query: drugs\nlang: en\nkind: native\n3 rs/criminal-code\n"
	one := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	_, err := ReadDir(fstest.MapFS{"q/a.txt": one(block), "q/b.txt": one("\n" + block)}, "q")
	if want := `q/b.txt:2: query "drugs" stands already at q/a.txt:1`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error is %v, want it to contain %s", err, want)
	}
	other := strings.Replace(block, "kind", "jurisdiction: RS\nkind", 1)
	if all, err := ReadDir(fstest.MapFS{"q/a.txt": one(block), "q/b.txt": one(other)}, "q"); err != nil || len(all) != 2 {
		t.Errorf("the same words under another filter gave %d queries and error %v, want 2 and none", len(all), err)
	}
	if _, err := ReadDir(fstest.MapFS{}, "q"); err == nil || !strings.Contains(err.Error(), "q: no .txt file") {
		t.Errorf("an empty folder gave error %v, want it to be named", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(small)
	f.Add("query: a\n3")
	f.Add(":\n\n@\n3 a/@b")
	f.Fuzz(func(t *testing.T, text string) {
		queries, err := Parse("f.txt", strings.NewReader(text))
		if err != nil && len(queries) > 0 {
			t.Errorf("queries beside the error %v", err)
		}
		for _, q := range queries {
			if q.Text == "" || q.Lang == "" || q.Kind == "" || len(q.Grades) == 0 {
				t.Errorf("incomplete query passed: %+v", q)
			}
		}
	})
}
