package lint

import (
	"io/fs"
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	"seelex/legislation/corpus"
)

// The example in the contributor's guide is a file that lint accepts.
func TestTheGuidesExample(t *testing.T) {
	guide, err := os.ReadFile("../corpus/FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	example := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindSubmatch(guide)
	if example == nil {
		t.Fatal("FORMAT.md has no example in YAML")
	}
	files := fstest.MapFS{}
	names, err := corpus.Files(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(corpus.Embedded(), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	files[serbia] = &fstest.MapFile{Data: example[1]}
	r, err := Run(files, []string{serbia})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		t.Errorf("line %d of the example: %s", f.Line, line(f))
	}
}
