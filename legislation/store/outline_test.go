package store

import (
	"reflect"
	"testing"

	"seelex/legislation"
)

var someOutline = legislation.Outline{
	{Kind: "chapter", Path: "ch-1", Label: "Глава I", Heading: "ОПШТЕ", Start: 0, Body: 20, End: 900, Hash: 1},
	{Kind: "article", Depth: 1, Path: "art-1", Label: "Члан 1", Start: 20, Body: 33, End: 400, Hash: 1 << 63,
		Suggested: []legislation.Suggestion{{Topic: "treatment", Concepts: []string{"detoxification", "treatment"}}, {Topic: "drug-use", Rule: "2 (words: употреба)"}}},
	{Kind: "paragraph", Depth: 2, Path: "art-1/par-1", Label: "(1)", Start: 33, Body: 37, End: 400},
	{Kind: "text", Depth: 1, Start: 400, Body: 400, End: 900},
}

// TestOutlineIsReadBack as it was written.
func TestOutlineIsReadBack(t *testing.T) {
	for _, o := range []legislation.Outline{{}, someOutline} {
		got, err := decodeOutline(encodeOutline(o))
		if err != nil || !reflect.DeepEqual(got, o) {
			t.Errorf("%v %v, want %v", got, err, o)
		}
	}
}

// FuzzOutline: damaged bytes give an error or an outline, never a panic.
func FuzzOutline(f *testing.F) {
	f.Add(encodeOutline(someOutline))
	f.Add([]byte{0xff, 0xff, 0x03, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		o, err := decodeOutline(b)
		if err == nil && len(o) > len(b) {
			t.Errorf("%d parts out of %d bytes", len(o), len(b))
		}
	})
}
