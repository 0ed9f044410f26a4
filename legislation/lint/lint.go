// Package lint says everything that can be wrong with a record of the corpus, in
// words that the student who edits the file understands.
//
// The checks are small functions with a name, listed per kind of record
// (instrumentChecks, provisionChecks …). What the format does not allow is an error,
// what is only unlikely a warning. An error that is known and cannot be mended from
// the file itself is listed, with the reason, in exemptions.yaml: it stays visible and
// no longer counts.
package lint

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

// Severity says how grave a finding is.
type Severity string

// The severities.
const (
	Fault  Severity = "error"    // against the format: the corpus is not to be published like this
	Doubt  Severity = "warning"  // unlikely or incomplete: somebody should look
	Exempt Severity = "accepted" // an error that exemptions.yaml accepts for a reason
)

// Finding is one thing that is wrong with one record.
type Finding struct {
	File     string   `json:"file"`   // relative to the corpus's folder
	Line     int      `json:"line"`   // counted from 1; 0 when it is not known
	Record   string   `json:"record"` // an id, or for example "position personal-possession from 2009"
	Field    string   `json:"field"`  // path inside the record: heading.sr-Latn
	Check    string   `json:"check"`  // the check that found it
	Severity Severity `json:"severity"`
	Value    string   `json:"value"`             // as it is written
	Message  string   `json:"message"`           // what is wrong, as the rest of a sentence that starts with the value
	Want     string   `json:"want,omitempty"`    // what would be right
	Nearest  []string `json:"nearest,omitempty"` // known values that may have been meant, best first
	Reason   string   `json:"reason,omitempty"`  // why it is accepted

	path string // of the field in the file, for its line
}

// String gives the finding without its place: field, value, what is wrong and what
// would be right.
func (f Finding) String() string {
	e := legislation.Error{Field: f.Field, Value: f.Value, Message: f.Message, Want: f.Want, Nearest: f.Nearest}
	return e.Error()
}

// Report is the outcome of a run: findings by file, line and record.
type Report struct {
	Files    []string  `json:"files"` // the files that were linted
	Findings []Finding `json:"findings"`
}

// Count is the number of findings of a severity.
func (r Report) Count(s Severity) int {
	n := 0
	for _, f := range r.Findings {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// Failed reports whether there are errors.
func (r Report) Failed() bool { return r.Count(Fault) > 0 }

// Paths lints what the paths name: no path the corpus that the program carries, a
// corpus's folder all of it, a file or folder of a corpus that part of it. All paths
// must be of one corpus, since records refer to each other.
func Paths(paths ...string) (Report, error) {
	if len(paths) == 0 {
		return Run(corpus.Embedded(), nil)
	}
	var root string
	var only []string
	for _, p := range paths {
		folder, inside, err := locate(p)
		if err != nil {
			return Report{}, err
		}
		if root != "" && folder != root {
			return Report{}, &legislation.Error{Code: legislation.Invalid, Value: p, Message: "is of another corpus than the path before it",
				Want: "paths of one corpus, " + root}
		}
		root = folder
		only = append(only, inside)
	}
	return Run(os.DirFS(root), only)
}

// locate splits a path into the folder of the corpus and the place inside it.
func locate(p string) (folder, inside string, err error) {
	full, err := filepath.Abs(p)
	if err != nil {
		return "", "", err
	}
	if _, err := os.Stat(full); err != nil {
		return "", "", &legislation.Error{Code: legislation.NotFound, Value: p, Message: "cannot be read: " + errors.Unwrap(err).Error(),
			Want: "a file or folder of a corpus"}
	}
	for folder = full; ; folder = filepath.Dir(folder) {
		if _, err := os.Stat(filepath.Join(folder, corpus.CodebookFile)); err == nil {
			inside, err = filepath.Rel(folder, full)
			return folder, filepath.ToSlash(inside), err
		}
		if folder == filepath.Dir(folder) {
			return "", "", &legislation.Error{Code: legislation.Invalid, Value: p, Message: "is not part of a corpus: neither its folder nor one above has " + corpus.CodebookFile,
				Want: "a path inside a corpus's folder, with codebook.yaml, thesaurus.yaml, moved.yaml and jurisdictions/"}
		}
	}
}

// Run lints a corpus. The whole of it is read, since records refer to each other;
// only, if it is not empty, names the files and folders that are reported on. The
// error is for a folder that is no corpus; a file that cannot be read is a finding.
func Run(fsys fs.FS, only []string) (Report, error) {
	c, problems, err := corpus.Read(fsys)
	if err != nil {
		return Report{}, err
	}
	files, err := corpus.Files(fsys)
	if err != nil {
		return Report{}, err
	}
	l := newLinter(c, files)
	l.broken(problems)
	l.form(fsys)
	if !l.unread[corpus.CodebookFile] {
		l.checkAll(fsys)
	}
	return l.report(fsys, only)
}

func (l *linter) checkAll(fsys fs.FS) {
	l.codebook()
	if data, err := fs.ReadFile(fsys, corpus.ThesaurusFile); err == nil {
		l.thesaurus(corpus.ThesaurusLanguages(data))
	}
	l.moved()
	for i := range l.corpus.Sheets {
		if !l.unread[l.files[i+3]] {
			l.sheet(i)
		}
	}
}

// report picks, places and orders the findings.
func (l *linter) report(fsys fs.FS, only []string) (Report, error) {
	list, err := loadExemptions()
	if err != nil {
		return Report{}, err
	}
	chosen := func(file string) bool {
		return len(only) == 0 || slices.ContainsFunc(only, func(o string) bool {
			o = path.Clean(o)
			return o == "." || o == file || strings.HasPrefix(file, o+"/")
		})
	}
	r := Report{Findings: []Finding{}}
	for _, file := range l.files {
		if chosen(file) {
			r.Files = append(r.Files, file)
		}
	}
	if len(r.Files) == 0 {
		return r, &legislation.Error{Code: legislation.NotFound, Value: strings.Join(only, ", "), Message: "is not a file of the corpus",
			Want: "one or more of " + strings.Join(l.files, ", ")}
	}
	lines := map[string]corpus.Lines{}
	for _, f := range l.findings {
		if !chosen(f.File) {
			continue
		}
		if f.Line == 0 {
			if lines[f.File] == nil {
				data, err := fs.ReadFile(fsys, f.File)
				if err != nil {
					return r, fmt.Errorf("%s: %w", f.File, err)
				}
				lines[f.File] = corpus.ReadLines(data)
			}
			f.Line = lines[f.File].At(f.path)
		}
		list.apply(&f)
		r.Findings = append(r.Findings, f)
	}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(slices.Index(r.Files, a.File), slices.Index(r.Files, b.File)), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Record, b.Record), cmp.Compare(a.Field, b.Field))
	})
	return r, nil
}
