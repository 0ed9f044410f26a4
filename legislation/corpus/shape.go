package corpus

import (
	"encoding"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"seelex/legislation"
)

// shape compares a tree of YAML with the Go type that it is to be decoded into.
// What does not fit is reported and taken out of the tree, so that one mistake does
// not hide the next and the rest of the file can still be read.
type shape struct {
	problems Problems
}

var (
	nodeType        = reflect.TypeFor[yaml.Node]()
	unmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// errAlias refuses what YAML has for saying a thing once and meaning it in several
// places: who edits one record must not change another unseen.
var errAlias = &legislation.Error{Code: legislation.Invalid, Message: "uses a YAML anchor or alias",
	Want: "the text itself: the corpus does without anchors (&name) and aliases (*name)"}

func isAlias(node *yaml.Node) bool { return node.Kind == yaml.AliasNode || node.Anchor != "" }

func (s *shape) check(node *yaml.Node, into reflect.Type, path string) {
	if isAlias(node) {
		s.problems.add(node, path, errAlias)
		blank(node)
		return
	}
	if into.Kind() == reflect.Pointer {
		into = into.Elem()
	}
	switch {
	case into == nodeType || node.Kind == yaml.ScalarNode && node.ShortTag() == "!!null":
	case reflect.PointerTo(into).Implements(unmarshalerType):
		s.text(node, into, path)
	case into.Kind() == reflect.Struct:
		s.fields(node, into, path)
	case into.Kind() == reflect.Map:
		s.entries(node, path, func(child *yaml.Node, at string) { s.check(child, into.Elem(), at) })
	case into.Kind() == reflect.Slice:
		s.items(node, into.Elem(), path)
	default:
		s.scalar(node, into, path)
	}
}

// text checks a scalar that has a form of its own, such as a date.
func (s *shape) text(node *yaml.Node, into reflect.Type, path string) {
	if node.Kind != yaml.ScalarNode {
		s.refuse(node, path, "", "is not a single value", "one value")
		return
	}
	if err := reflect.New(into).Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(node.Value)); err != nil {
		s.problems.add(node, path, err)
		blank(node)
	}
}

// fields checks a mapping against a struct: every key must be a field of it.
func (s *shape) fields(node *yaml.Node, into reflect.Type, path string) {
	types := fieldTypes(into)
	s.entries(node, path, func(child *yaml.Node, at string) {
		name := at[strings.LastIndexByte(at, '.')+1:]
		if into, ok := types[name]; ok {
			s.check(child, into, at)
			return
		}
		known := slices.Sorted(maps.Keys(types))
		err := &legislation.Error{Code: legislation.Invalid, Value: name, Message: "is not a field of the format", Nearest: legislation.Nearest(name, known)}
		if len(err.Nearest) == 0 {
			err.Want = "one of " + strings.Join(known, ", ")
		}
		s.problems.add(child, at, err)
		blank(child)
	})
}

// entries visits the values of a mapping and reports keys that come twice.
func (s *shape) entries(node *yaml.Node, path string, visit func(child *yaml.Node, at string)) {
	if node.Kind != yaml.MappingNode {
		s.refuse(node, path, node.Value, "is not a group of fields", "name: value, one field a line and indented, or {name: value, …}")
		return
	}
	seen := map[string]int{}
	kept := node.Content[:0]
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, child := node.Content[i], node.Content[i+1]
		at := join(path, key.Value)
		if line, twice := seen[key.Value]; twice {
			if i > 0 && key.Value == node.Content[0].Value {
				s.problems.add(key, at, fmt.Errorf("stands twice in the same group, first on line %d; where a new entry begins, want - before it", line))
				break
			}
			s.problems.add(key, at, fmt.Errorf("stands twice in the same group, first on line %d; keep one", line))
			continue
		}
		seen[key.Value] = key.Line
		visit(child, at)
		kept = append(kept, key, child)
	}
	node.Content = kept
}

func (s *shape) items(node *yaml.Node, into reflect.Type, path string) {
	if node.Kind != yaml.SequenceNode {
		s.refuse(node, path, node.Value, "is not a list", "a list, for example [first, second]")
		return
	}
	for i, child := range node.Content {
		s.check(child, into, path+"["+strconv.Itoa(i)+"]")
	}
}

func (s *shape) scalar(node *yaml.Node, into reflect.Type, path string) {
	if node.Kind != yaml.ScalarNode {
		s.refuse(node, path, "", "is a group or list where one value belongs", "one value; a text with a colon in it stands in quotation marks")
		return
	}
	if into.Kind() == reflect.String {
		return // every scalar is a text, as it is written
	}
	if err := ambiguous(node); err != nil {
		s.problems.add(node, path, err)
		blank(node)
		return
	}
	if err := node.Decode(reflect.New(into).Interface()); err != nil {
		want := map[reflect.Kind]string{reflect.Float64: "a number, with a point and without thousands separators", reflect.Bool: "true or false"}[into.Kind()]
		s.refuse(node, path, node.Value, "is not of the right type", want)
	}
}

func (s *shape) refuse(node *yaml.Node, path, value, message, want string) {
	s.problems.add(node, path, &legislation.Error{Code: legislation.Invalid, Value: value, Message: message, Want: want})
	blank(node)
}

// blank makes the node say nothing.
func blank(node *yaml.Node) {
	*node = yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: node.Line, Column: node.Column}
}

// fieldTypes maps the names that a struct's fields have in YAML to their types.
func fieldTypes(t reflect.Type) map[string]reflect.Type {
	if known, ok := typesByStruct.Load(t); ok {
		return known.(map[string]reflect.Type)
	}
	out := map[string]reflect.Type{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case name == "-":
		case options == "inline":
			maps.Copy(out, fieldTypes(f.Type))
		default:
			out[name] = f.Type
		}
	}
	typesByStruct.Store(t, out)
	return out
}

// typesByStruct keeps what fieldTypes found: a file has thousands of rows of few types.
var typesByStruct sync.Map

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
