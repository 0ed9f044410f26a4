package corpus

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Lines finds the line of a file on which a field stands. A field is named by its
// path: "provisions[12].heading.sr-Latn".
type Lines map[string]int

// ReadLines indexes a file; of one that is not YAML it knows nothing.
func ReadLines(data []byte) Lines {
	lines := Lines{}
	var doc yaml.Node
	if yaml.Unmarshal(data, &doc) == nil && len(doc.Content) > 0 {
		lines.add(doc.Content[0], "")
	}
	return lines
}

func (l Lines) add(node *yaml.Node, path string) {
	switch node.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			at := join(path, node.Content[i].Value)
			l[at] = node.Content[i].Line
			l.add(node.Content[i+1], at)
		}
	case yaml.SequenceNode:
		for i, child := range node.Content {
			at := path + "[" + strconv.Itoa(i) + "]"
			l[at] = child.Line
			l.add(child, at)
		}
	}
}

// At is the line of the field, or of the nearest thing around it that the file has:
// a field that is missing is reported where its record starts. It is 0 for a path of
// which nothing is known.
func (l Lines) At(path string) int {
	for path != "" {
		if line, ok := l[path]; ok {
			return line
		}
		path = path[:max(strings.LastIndexByte(path, '.'), strings.LastIndexByte(path, '['), 0)]
	}
	return 0
}
