package lint

import (
	"errors"
	"fmt"
	"strings"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

// linter is one run over one corpus.
type linter struct {
	corpus   *legislation.Corpus
	files    []string
	findings []Finding

	jurisdictions map[string]*legislation.Jurisdiction // by code
	topics        map[string]*legislation.Topic
	instruments   map[string]*legislation.Instrument     // by id in lower case
	rows          map[string][]*legislation.ProvisionRow // by id without "@", in lower case
	addresses     map[string]bool                        // ids of instruments, rows and all that stands above rows, in lower case
	ids           []string                               // ids as written, for suggestions
	unread        map[string]bool                        // files of which nothing could be read
	unreadable    map[string]bool                        // fields that could not be read: file and path
}

func newLinter(c *legislation.Corpus, files []string) *linter {
	l := &linter{corpus: c, files: files, jurisdictions: map[string]*legislation.Jurisdiction{}, topics: map[string]*legislation.Topic{},
		instruments: map[string]*legislation.Instrument{}, rows: map[string][]*legislation.ProvisionRow{}, addresses: map[string]bool{},
		unread: map[string]bool{}, unreadable: map[string]bool{}}
	for i := range c.Topics {
		l.topics[c.Topics[i].ID] = &c.Topics[i]
	}
	for i := range c.Sheets {
		s := &c.Sheets[i]
		l.jurisdictions[s.Jurisdiction.Code] = &s.Jurisdiction
		for j := range s.Instruments {
			id := s.Instruments[j].ID
			l.instruments[lower(id)] = &s.Instruments[j]
			l.addresses[lower(id)] = true
			l.ids = append(l.ids, string(id))
		}
		for j := range s.Provisions {
			l.addRow(&s.Provisions[j])
		}
	}
	return l
}

func (l *linter) addRow(row *legislation.ProvisionRow) {
	base := row.ID.Base()
	l.rows[lower(base)] = append(l.rows[lower(base)], row)
	l.ids = append(l.ids, string(row.ID))
	for at := base; at != "" && !at.IsInstrument(); at = at.Parent() {
		l.addresses[lower(at)] = true
	}
}

func lower(id legislation.ID) string { return strings.ToLower(string(id)) }

// check is one named rule about one kind of record.
type check[T any] struct {
	name string
	run  func(*scope, T)
}

// scope is where a check reports: one record of one file.
type scope struct {
	*linter
	sheet  *legislation.Sheet // nil outside jurisdictions/
	file   string
	record string // as people name it
	path   string // of the record in its file, "" for the whole file
	check  string
}

func run[T any](s scope, checks []check[T], record T) {
	for _, c := range checks {
		s.check = c.name
		c.run(&s, record)
	}
}

// in is the scope of another record of the same file.
func (s *scope) in(record, path string) *scope {
	other := *s
	other.record, other.path = record, path
	return &other
}

// fault reports an error in a field of the record.
func (s *scope) fault(field, value, message, want string, nearest ...string) {
	s.add(Fault, field, value, message, want, nearest)
}

// doubt reports a warning.
func (s *scope) doubt(field, value, message, want string) {
	s.add(Doubt, field, value, message, want, nil)
}

func (s *scope) add(severity Severity, field, value, message, want string, nearest []string) {
	at := s.path
	if at != "" && field != "" {
		at += "."
	}
	if s.unreadable[s.file+":"+at+field] {
		return // what is wrong with the field is said already
	}
	s.findings = append(s.findings, Finding{File: s.file, Record: s.record, Field: field, Check: s.check, Severity: severity,
		Value: value, Message: message, Want: want, Nearest: nearest, path: at + field})
}

// fails reports an error of the domain's own validation, if there is one.
func (s *scope) fails(field string, err error) bool {
	if err == nil {
		return false
	}
	var e *legislation.Error
	if errors.As(err, &e) {
		s.fault(field, e.Value, e.Message, e.Want, e.Nearest...)
	} else {
		s.fault(field, "", err.Error(), "")
	}
	return true
}

// broken turns what could not be read into findings. Without the codebook nothing can
// be said of the other files.
func (l *linter) broken(problems corpus.Problems) {
	for _, p := range problems {
		if p.Path == "" {
			l.unread[p.File] = true
		}
	}
	for _, p := range problems {
		if l.unread[corpus.CodebookFile] && p.File != corpus.CodebookFile {
			continue
		}
		s := scope{linter: l, file: p.File, check: "format"}
		field := ""
		s.record, field = l.nameOf(p.File, p.Path)
		if p.Near != "" {
			s.record = p.Near
		}
		var e *legislation.Error
		if p.Path == "" && errors.As(p.Err, &e) {
			field = e.Field
		}
		if s.fails(field, p.Err) {
			l.findings[len(l.findings)-1].Line = p.Line
		}
	}
	for _, p := range problems {
		l.unreadable[p.File+":"+p.Path] = true
	}
}

// lost reports whether the file of a jurisdiction could not be read, so that nothing
// can be said of what refers to it.
func (l *linter) lost(jurisdiction string) bool { return l.unread[corpus.FileOf(jurisdiction)] }

// nameOf names the record that a path of a file leads to, and the field inside it.
func (l *linter) nameOf(file, at string) (record, field string) {
	head, rest, _ := strings.Cut(at, ".")
	section, index, isRow := strings.Cut(strings.TrimSuffix(head, "]"), "[")
	var n int
	if _, err := fmt.Sscan(index, &n); err != nil || !isRow {
		if section == "" {
			return "the whole file", ""
		}
		return section, rest
	}
	for i, f := range l.files[3:] {
		if f == file {
			if name := rowName(&l.corpus.Sheets[i], section, n); name != "" {
				return name, rest
			}
		}
	}
	return fmt.Sprintf("%s, entry %d", section, n+1), rest
}

func rowName(s *legislation.Sheet, section string, n int) string {
	switch {
	case section == "instruments" && n < len(s.Instruments):
		return string(s.Instruments[n].ID)
	case section == "provisions" && n < len(s.Provisions):
		return string(s.Provisions[n].ID)
	case section == "positions" && n < len(s.Positions):
		return positionName(&s.Positions[n])
	case section == "reforms" && n < len(s.Reforms):
		return reformName(&s.Reforms[n])
	case section == "practice" && n < len(s.Practice):
		return figureName(&s.Practice[n])
	case section == "ratifications" && n < len(s.Ratifications):
		return ratificationName(&s.Ratifications[n])
	}
	return ""
}

func positionName(p *legislation.Position) string {
	if p.From.IsZero() {
		return "position " + p.Topic
	}
	return "position " + p.Topic + " from " + p.From.String()
}

func reformName(r *legislation.Reform) string { return "reform of " + r.Date.String() + ": " + r.Title }

func figureName(f *legislation.Figure) string { return "practice " + f.Year + ": " + f.Measure }

func ratificationName(r *legislation.Ratification) string {
	return "ratification of " + string(r.Instrument) + " by " + r.Jurisdiction
}
