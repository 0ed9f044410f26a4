package lint

import (
	"bytes"
	"io/fs"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// form looks at the files as they are saved: what reads well and still is not what
// somebody meant to write.
func (l *linter) form(fsys fs.FS) {
	for _, file := range l.files {
		data, err := fs.ReadFile(fsys, file)
		if err != nil || l.unread[file] {
			continue
		}
		s := &scope{linter: l, file: file, record: "the whole file", check: "form"}
		if bytes.HasPrefix(data, []byte("\ufeff")) {
			s.onLine(1, "", "", "begins with a byte order mark, which cannot be seen", "the file saved as UTF-8 without BOM")
		}
		if at := bytes.IndexByte(data, '\r'); at >= 0 {
			s.onLine(1+bytes.Count(data[:at], []byte("\n")), "", "", "has the line ends of Windows, which make every line of the file a changed one", `the line ends of Unix ("LF" in the settings of the editor)`)
		}
		if cutForm.Match(data) {
			var doc yaml.Node
			if yaml.Unmarshal(data, &doc) == nil && len(doc.Content) > 0 {
				s.cut(doc.Content[0], "", bytes.Split(data, []byte("\n")))
			}
		}
	}
}

// cutForm is a # behind one space. Remarks beside a value stand further off.
var cutForm = regexp.MustCompile(`\S #\S*`)

// cut finds texts that a # ends, though they seem to go on behind it.
func (s *scope) cut(node *yaml.Node, path string, lines [][]byte) {
	switch node.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			s.cut(node.Content[i+1], strings.TrimPrefix(path+"."+node.Content[i].Value, "."), lines)
		}
	case yaml.SequenceNode:
		for i, child := range node.Content {
			s.cut(child, index(path, i), lines)
		}
	case yaml.ScalarNode:
		if node.Style == 0 && node.LineComment != "" && strings.Contains(node.Value, " ") && cutForm.Match(lines[node.Line-1]) {
			record, field := s.nameOf(s.file, path)
			s.in(record, "").onLine(node.Line, field, node.Value, "ends before "+clip(node.LineComment)+": what stands behind a space and # is a remark and is not read", "the whole text in quotation marks, or the remark on a line of its own")
		}
	}
}

// onLine reports a warning about a line of the file.
func (s *scope) onLine(line int, field, value, message, want string) {
	s.doubt(field, value, message, want)
	s.findings[len(s.findings)-1].Line = line
}
