package corpus

import (
	"fmt"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// Problem is something in a file that cannot be read as the format asks: broken
// YAML, a field that the format does not have, a value of the wrong type.
type Problem struct {
	File string // relative to the corpus's folder
	Path string // where in the file, as for [Lines.At]; "" for the whole file
	Line int    // counted from 1; 0 when it is not known
	Err  error  // what is wrong
}

func (p Problem) Error() string {
	switch {
	case p.File == "" && p.Line == 0:
		return p.Err.Error()
	case p.File == "":
		return fmt.Sprintf("line %d: %v", p.Line, p.Err)
	case p.Line == 0:
		return fmt.Sprintf("%s: %v", p.File, p.Err)
	}
	return fmt.Sprintf("%s:%d: %v", p.File, p.Line, p.Err)
}

// Unwrap gives what is wrong.
func (p Problem) Unwrap() error { return p.Err }

// Problems are all that cannot be read, in the order of the files.
type Problems []Problem

func (p Problems) Error() string {
	if len(p) == 1 {
		return p[0].Error()
	}
	return fmt.Sprintf("%v (and %d more; seelex lint lists them)", p[0], len(p)-1)
}

// Unwrap gives the problems as errors.
func (p Problems) Unwrap() []error {
	errs := make([]error, len(p))
	for i := range p {
		errs[i] = p[i]
	}
	return errs
}

// errOrNil keeps an empty list from being an error.
func (p Problems) errOrNil() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

func (p *Problems) add(node *yaml.Node, path string, err error) {
	*p = append(*p, Problem{Path: path, Line: node.Line, Err: err})
}

var (
	yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)
	// The parser counts lines from 0 where the scanner, with its other messages,
	// counts from 1.
	fromZero = regexp.MustCompile(`^did not find expected (node content|key|',' or|'-' indicator|<document start>)`)
)

// broken turns the parser's error about the form of the YAML into a problem.
func broken(err error) Problem {
	m := yamlLine.FindStringSubmatch(err.Error())
	if m == nil {
		return Problem{Err: err}
	}
	line, _ := strconv.Atoi(m[1])
	if fromZero.MatchString(m[2]) {
		line++
	}
	return Problem{Line: max(line, 1), Err: fmt.Errorf("is not well-formed YAML: %s (often a missing quotation mark, a colon inside an unquoted text, or a wrong indentation at this line or near it)", m[2])}
}
