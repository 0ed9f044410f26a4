package importer

import (
	"slices"
	"testing"

	"seelex/legislation/official"
)

// TestSlugs: a new instrument is named after its number, its reference or its file, in Latin letters; after its title
// where the file has no name of its own.
func TestSlugs(t *testing.T) {
	for _, c := range []struct {
		path, title string
		meta        official.Meta
		want        []string
	}{
		{"gr/FEK-A-1.md", "Νόμοι", official.Meta{Number: "4139/2013", Published: "2013-03-20", Extra: map[string]string{"rank": "nomos"}}, []string{"law-4139-2013", "fek-a-1", "nomoi"}},
		{"rs/zakon-o-vatri.html", "ЗАКОН о ватри", official.Meta{}, []string{"zakon-o-vatri"}},
		{"mk/Закон_за_оружје.pdf", "ЗАКОН ЗА ОРУЖЈЕТО", official.Meta{}, []string{"zakon-za-oruzhje", "zakon-za-oruzhjeto"}},
		{"gr/Νόμος περί φωτιάς.txt", "", official.Meta{}, []string{"nomos-peri-fwtias"}},
		{"bg/1589.md", "Закон за огъня", official.Meta{Extra: map[string]string{"identifier": "1589"}}, []string{"zakon-za-ogunya"}},
		{"tr/5237.txt", "", official.Meta{}, []string{"act-5237"}},
	} {
		if got := slugs(&read{item: Item{Path: c.path}, doc: &official.Document{Title: c.title, Meta: c.meta}}); !slices.Equal(got, c.want) {
			t.Errorf("%s: named %v, want %v", c.path, got, c.want)
		}
	}
}
