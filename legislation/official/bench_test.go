package official

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"seelex/legislation/official/structure"
)

// BenchmarkLegalize reads the Greek gazettes of the folder; MB/s is what counts against the time of indexing them.
func BenchmarkLegalize(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(folder(b), "gr", "*.md"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no gazettes: %v", err)
	}
	var texts [][]byte
	size := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, data)
		size += len(data)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, data := range texts {
			if _, err := read(context.Background(), data, "", structure.DefaultLimits()); err != nil {
				b.Fatal(err)
			}
		}
	}
}
