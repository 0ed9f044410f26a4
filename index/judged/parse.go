package judged

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"seelex/legislation"
)

// ReadDir reads the queries of all .txt files in dir, in the order of their names.
// A query (text and filters) that stands twice is an error.
func ReadDir(fsys fs.FS, dir string) ([]Query, error) {
	names, err := fs.Glob(fsys, dir+"/*.txt")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no .txt file with judged queries", dir)
	}
	var all []Query
	for _, name := range names {
		f, err := fsys.Open(name)
		if err != nil {
			return nil, err
		}
		queries, err := Parse(name, f)
		f.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, queries...)
	}
	return all, refuseRepeats(all)
}

func refuseRepeats(queries []Query) error {
	seen := map[string]Query{}
	for _, q := range queries {
		key := fmt.Sprint(q.Text, q.Filters)
		if first, ok := seen[key]; ok {
			return fmt.Errorf("%s:%d: query %q stands already at %s:%d; judge it once", q.File, q.Line, q.Text, first.File, first.Line)
		}
		seen[key] = q
	}
	return nil
}

// Parse reads one file of queries; name is used in messages. Errors name the
// file, the line, and what would be right.
func Parse(name string, r io.Reader) ([]Query, error) {
	p := parser{file: name}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		p.line++
		if err := p.read(strings.TrimSpace(lines.Text())); err != nil {
			return nil, err
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, p.line+1, err)
	}
	if err := p.endBlock(); err != nil {
		return nil, err
	}
	return p.queries, nil
}

type parser struct {
	file    string
	line    int
	queries []Query

	lang  string // defaults for the blocks that follow
	kind  Kind
	block Query
	start int // line of the block's first line, 0 between blocks
}

func (p *parser) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", p.file, line, fmt.Sprintf(format, args...))
}

func (p *parser) read(line string) error {
	switch {
	case line == "":
		return p.endBlock()
	case strings.HasPrefix(line, "#"):
		return nil
	}
	if p.start == 0 {
		p.start = p.line
		p.block = Query{File: p.file, Grades: map[string]Grade{}}
	}
	if line[0] >= '0' && line[0] <= '9' {
		return p.judgement(line)
	}
	return p.field(line)
}

// endBlock files the block as a query, or takes over its defaults.
func (p *parser) endBlock() error {
	if p.start == 0 {
		return nil
	}
	b, start := p.block, p.start
	p.start = 0
	if b.Line == 0 {
		return p.setDefaults(b, start)
	}
	if b.Lang == "" {
		b.Lang = p.lang
	}
	if b.Kind == "" {
		b.Kind = p.kind
	}
	switch {
	case b.Lang == "":
		return p.errorf(b.Line, "query %q has no lang: add a line like %q here or in a block of defaults above", b.Text, "lang: sq")
	case b.Kind == "":
		return p.errorf(b.Line, "query %q has no kind: add a line like %q here or in a block of defaults above", b.Text, "kind: native")
	case len(b.Grades) == 0:
		return p.errorf(b.Line, "query %q has no judgement: add lines like %q", b.Text, "3 rs/criminal-code/art-246a/par-1")
	}
	p.queries = append(p.queries, b)
	return nil
}

func (p *parser) setDefaults(b Query, start int) error {
	if len(b.Grades) > 0 || !b.Filters.empty() {
		return p.errorf(start, `this block has filters or judgements but no query: start it with a line like "query: possession"`)
	}
	if b.Lang != "" {
		p.lang = b.Lang
	}
	if b.Kind != "" {
		p.kind = b.Kind
	}
	return nil
}

func (f Filters) empty() bool {
	return len(f.Jurisdictions)+len(f.Topics)+len(f.Types)+len(f.Confidence) == 0 && f.On == ""
}

// field reads a "name: value" line of a block.
func (p *parser) field(line string) error {
	name, value, ok := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	if !ok || value == "" {
		return p.errorf(p.line, "%q is neither a field (like %q) nor a judgement (like %q)", line, "lang: sq", "3 rs/criminal-code/art-246a/par-1")
	}
	if name == "query" {
		if p.block.Line != 0 {
			return p.errorf(p.line, "a second query in one block: put a blank line before it")
		}
		p.block.Text, p.block.Line = value, p.line
		return nil
	}
	switch name {
	case "lang":
		if !slices.Contains(Languages, value) {
			return p.errorf(p.line, "unknown lang %q: want one of %s", value, strings.Join(Languages, ", "))
		}
		p.block.Lang = value
	case "kind":
		if !slices.Contains(Kinds, Kind(value)) {
			return p.errorf(p.line, "unknown kind %q: want one of %v", value, Kinds)
		}
		p.block.Kind = Kind(value)
	default:
		return p.filter(name, value)
	}
	return nil
}

func (p *parser) filter(name, value string) error {
	f := &p.block.Filters
	switch name {
	case "jurisdiction":
		f.Jurisdictions = list(value)
	case "topic":
		f.Topics = list(value)
	case "type":
		f.Types = list(value)
	case "confidence":
		f.Confidence = list(value)
	case "on":
		if _, err := legislation.ParseDay(value); err != nil {
			return p.errorf(p.line, "on: %q is not a date: write it like 2009-09-11", value)
		}
		f.On = value
	default:
		return p.errorf(p.line, "unknown field %q: want query, lang, kind, jurisdiction, topic, type, confidence or on", name)
	}
	return nil
}

func list(value string) []string {
	parts := strings.Split(value, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// judgement reads a "grade id" line of a block.
func (p *parser) judgement(line string) error {
	grade, id, _ := strings.Cut(line, " ")
	id = strings.TrimSpace(id)
	if grade != "1" && grade != "2" && grade != "3" {
		return p.errorf(p.line, "unknown grade %q: want 3 (exactly right), 2 (good) or 1 (related)", grade)
	}
	if at := legislation.ID(id).At(); at != "" {
		return p.errorf(p.line, "id %q carries a date: write %s and ask for the date with a line like %q", id, legislation.ID(id).Base(), "on: 2008-01-01")
	}
	if legislation.ID(id).Valid() != nil {
		return p.errorf(p.line, "%q is not an id: want one like rs/criminal-code/art-246a/par-1, rs/strategy-2014-2021 or rs/position/personal-possession", id)
	}
	if _, twice := p.block.Grades[id]; twice {
		return p.errorf(p.line, "id %s is judged twice in one query: keep one grade", id)
	}
	p.block.Grades[id] = Grade(grade[0] - '0')
	return nil
}
