package corpus

import (
	"fmt"

	"go.yaml.in/yaml/v3"
)

// Problem is something in a file that cannot be read as the format asks: broken
// YAML, a field that the format does not have, a value of the wrong type.
type Problem struct {
	File string // relative to the corpus's folder
	Path string // where in the file, as for [Lines.At]; "" for the whole file
	Line int    // counted from 1; 0 when it is not known
	Near string // the row that the line stands in, where the file is too broken for a Path
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
