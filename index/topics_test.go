package index

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"seelex/legislation"
	"seelex/legislation/official/importer"
)

// TestSuggestedTopics sets what the thesaurus suggests for articles against what
// curators say they are about: most of it is the same, and laws about other things get
// next to nothing.
func TestSuggestedTopics(t *testing.T) {
	folder := os.Getenv("SEELEX_OFFICIAL")
	if folder == "" {
		folder = filepath.Join("..", "..", "shared", "official")
	}
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("the folder of official texts is missing: %v (set SEELEX_OFFICIAL)", err)
	}
	dir, s := keep(t)
	x, err := Open(dir, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, id := range slices.Concat(aboutDrugs, everywhere) {
		if _, ok := s.Catalog().Concept(id); !ok {
			t.Errorf("the thesaurus has no concept %s", id)
		}
	}
	var items []importer.Item
	for _, name := range []string{"gr/FEK-A-74-2013.md", "cy/law-29-1977.md", "rs/zakon-o-psihoaktivnim-kontrolisanim-supstancama.md", "rs/krivicni-zakonik.md", "un/single-convention-1961.md", "un/illicit-traffic-1988.md", "ro/legea-143-2000.txt",
		"gr/FEK-A-34-2015.md", "gr/FEK-A-44-2019.md", "gr/FEK-A-235-2020.md"} {
		items = append(items, importer.Item{Path: filepath.Join(folder, name)})
	}
	report, err := importer.Run(context.Background(), s, items, importer.Options{Suggest: x.Suggested})
	if err != nil {
		t.Fatal(err)
	}
	same, suggested, curated := 0, 0, 0
	for _, f := range report.Files[:7] {
		topics := map[string][]legislation.Suggestion{}
		for _, p := range f.Suggested {
			topics[p.Provision] = p.Topics
		}
		of := map[string][]string{} // article → curated topics, of the article and its paragraphs
		provisions, err := s.Below(legislation.ID(f.Instrument))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range provisions {
			article := p.ID
			for !article.IsInstrument() && !article.Parent().IsInstrument() {
				article = article.Parent()
			}
			of[string(article)] = append(of[string(article)], p.Versions[len(p.Versions)-1].Topics...)
		}
		for article, want := range of {
			slices.Sort(want)
			want = slices.Compact(want)
			curated += len(want)
			for _, got := range topics[article] {
				if suggested++; slices.Contains(want, got.Topic) {
					same++
				}
				if len(got.Concepts) == 0 {
					t.Errorf("%s: %s is suggested without a concept that led to it", article, got.Topic)
				}
			}
		}
	}
	t.Logf("%d topics are suggested, %d curated, %d the same", suggested, curated, same)
	if same*100 < 60*suggested || same*100 < 35*curated {
		t.Errorf("of %d suggested topics %d are curated ones, of which there are %d; want 60 %% and 35 %%", suggested, same, curated)
	}
	for _, f := range report.Files[7:] {
		if len(f.Suggested)*50 > f.Articles {
			t.Errorf("%s, which is not about drugs, has suggestions for %d of %d articles", f.Path, len(f.Suggested), f.Articles)
		}
	}
}
