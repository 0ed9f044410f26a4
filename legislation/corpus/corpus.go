// Package corpus holds the curated knowledge base as YAML files, one per
// jurisdiction, with the codebook and the thesaurus, and reads them.
//
// FORMAT.md is the contributor's guide to the files. The files are embedded: a
// binary carries its corpus.
package corpus

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"seelex/legislation"
)

//go:embed codebook.yaml thesaurus.yaml moved.yaml jurisdictions/*.yaml
var embedded embed.FS

// Embedded is the corpus that the binary carries.
func Embedded() fs.FS { return embedded }

// The files of a corpus, relative to its folder.
const (
	CodebookFile  = "codebook.yaml"
	ThesaurusFile = "thesaurus.yaml"
	MovedFile     = "moved.yaml"
	SheetFiles    = "jurisdictions/*.yaml"
)

// Files lists the files of a corpus in the order in which they are read.
func Files(fsys fs.FS) ([]string, error) {
	sheets, err := fs.Glob(fsys, SheetFiles)
	if err != nil {
		return nil, err
	}
	if len(sheets) == 0 {
		return nil, &legislation.Error{Code: legislation.NotFound, Value: SheetFiles,
			Message: "matches no file", Want: "a folder with codebook.yaml, thesaurus.yaml, moved.yaml and jurisdictions/"}
	}
	return append([]string{CodebookFile, ThesaurusFile, MovedFile}, sheets...), nil
}

// Hash names the content of a corpus: the SHA-256, in hexadecimal, of its files'
// names and bytes.
func Hash(fsys fs.FS) (string, error) {
	files, err := Files(fsys)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, name := range files {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%s %d\n", name, len(data))
		h.Write(data)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Load reads a corpus. It stops at the first thing that cannot be read, naming the
// file and line; what can be read and is still wrong is the linter's matter.
func Load(fsys fs.FS) (*legislation.Corpus, error) {
	files, err := Files(fsys)
	if err != nil {
		return nil, err
	}
	c := new(legislation.Corpus)
	if c.Topics, err = readWith(fsys, CodebookFile, parseCodebook); err != nil {
		return nil, err
	}
	sheets := files[3:]
	c.Sheets = make([]legislation.Sheet, len(sheets))
	errs := make([]error, len(sheets)+2)
	var wait sync.WaitGroup
	wait.Go(func() { c.Concepts, errs[0] = readWith(fsys, ThesaurusFile, parseThesaurus) })
	wait.Go(func() { c.Moved, errs[1] = readWith(fsys, MovedFile, parseMoved) })
	for i, name := range sheets {
		wait.Go(func() {
			c.Sheets[i], errs[i+2] = readWith(fsys, name, func(data []byte) (legislation.Sheet, error) {
				return ParseSheet(data, c.Topics)
			})
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

// FileOf is the file that holds a jurisdiction's sheet.
func FileOf(jurisdiction string) string {
	return path.Join("jurisdictions", strings.ToLower(jurisdiction)+".yaml")
}

func readWith[T any](fsys fs.FS, name string, parse func([]byte) (T, error)) (T, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		var none T
		return none, err
	}
	out, err := parse(data)
	if err != nil {
		return out, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}
