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
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path"
	"slices"
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
		if err := hashFile(h, fsys, name); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func hashFile(h hash.Hash, fsys fs.FS, name string) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	fmt.Fprintf(h, "%s %d\n", name, info.Size())
	_, err = io.Copy(h, f)
	return err
}

// Load reads a corpus. Where something cannot be read the error is [Problems],
// with file and line; what can be read and is still wrong is the linter's matter.
func Load(fsys fs.FS) (*legislation.Corpus, error) {
	c, problems, err := Read(fsys)
	if err == nil {
		err = problems.errOrNil()
	}
	if err != nil {
		return nil, err
	}
	return c, nil
}

// Read reads as much of a corpus as can be read, and says what could not. The
// sheets are in the order of [Files]. The error is for a folder that is no corpus.
func Read(fsys fs.FS) (*legislation.Corpus, Problems, error) {
	files, err := Files(fsys)
	if err != nil {
		return nil, nil, err
	}
	c := new(legislation.Corpus)
	problems := make([]Problems, len(files))
	c.Topics, problems[0] = readWith(fsys, files[0], parseCodebook)
	sheets := files[3:]
	c.Sheets = make([]legislation.Sheet, len(sheets))
	var wait sync.WaitGroup
	wait.Go(func() { c.Concepts, problems[1] = readWith(fsys, files[1], parseThesaurus) })
	wait.Go(func() { c.Moved, problems[2] = readWith(fsys, files[2], parseMoved) })
	for i, name := range sheets {
		wait.Go(func() {
			c.Sheets[i], problems[i+3] = readWith(fsys, name, func(data []byte) (legislation.Sheet, error) {
				return ParseSheet(data, c.Topics)
			})
		})
	}
	wait.Wait()
	return c, slices.Concat(problems...), nil
}

// FileOf is the file that holds a jurisdiction's sheet.
func FileOf(jurisdiction string) string {
	return path.Join("jurisdictions", strings.ToLower(jurisdiction)+".yaml")
}

func readWith[T any](fsys fs.FS, name string, parse func([]byte) (T, error)) (T, Problems) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		var none T
		return none, Problems{{File: name, Err: err}}
	}
	out, err := parse(data)
	var problems Problems
	if err != nil && !errors.As(err, &problems) {
		problems = Problems{{Err: err}}
	}
	for i := range problems {
		problems[i].File = name
	}
	return out, problems
}
