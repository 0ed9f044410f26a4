package lang

import (
	"os"
	"path/filepath"
	"testing"

	_ "github.com/blevesearch/bleve/v2/analysis/analyzer/standard"
	"github.com/blevesearch/bleve/v2/registry"
)

// BenchmarkAnalyze reads an official text in each language: go test -bench Analyze ./index/lang
// Beside each stands bleve's standard analyzer, which only cuts and lowers English words, on the same text. It reports
// tokens per second and needs the official texts in $SEELEX_OFFICIAL or ../shared/official beside the repository.
func BenchmarkAnalyze(b *testing.B) {
	for code, file := range map[string]string{
		"el": "gr/FEK-A-74-2013.md", "sh": "rs/krivicni-zakonik.md", "sl": "si/kazenski-zakonik.md", "bg": "bg/zid-nk-2025.txt",
		"ro": "ro/codul-penal-2026.txt", "tr": "tr/turk-ceza-kanunu-5237.md", "en": "un/illicit-traffic-1988.md",
	} {
		b.Run(code, func(b *testing.B) { benchmark(b, analyzerOf(code), official(b, file)) })
		b.Run(code+"/bleve-standard", func(b *testing.B) { benchmark(b, "standard", official(b, file)) })
	}
	// the Macedonian and Albanian official texts are PDF; the word lists stand for them
	for _, code := range []string{"mk", "sq"} {
		text, err := os.ReadFile(filepath.Join(code, "testdata", "meet.txt"))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(code, func(b *testing.B) { benchmark(b, analyzerOf(code), text) })
	}
}

func analyzerOf(tag string) string {
	l, _ := Find(tag)
	return l.Analyzer
}

func benchmark(b *testing.B, name string, text []byte) {
	analyzer, err := registry.NewCache().AnalyzerNamed(name)
	if err != nil {
		b.Fatal(err)
	}
	tokens := 0
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokens += len(analyzer.Analyze(text))
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}

func official(tb testing.TB, file string) []byte {
	dir := os.Getenv("SEELEX_OFFICIAL")
	if dir == "" {
		dir = "../../../shared/official"
	}
	text, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		tb.Skipf("the official texts are missing: %v; set SEELEX_OFFICIAL", err)
	}
	return text
}
