package corpus

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"seelex/legislation"
)

// unreadable says why bytes are no text that YAML could be read from, nil if they are
// one.
func unreadable(data []byte) *Problem {
	at := func(offset int, value, message, want string) *Problem {
		return &Problem{Line: 1 + bytes.Count(data[:offset], []byte("\n")),
			Err: &legislation.Error{Code: legislation.Invalid, Value: value, Message: message, Want: want}}
	}
	if !utf8.Valid(data) {
		offset := 0
		for r, size := utf8.DecodeRune(data); r != utf8.RuneError || size > 1; r, size = utf8.DecodeRune(data[offset:]) {
			offset += size
		}
		return at(offset, "", "is not in UTF-8: the file is in another encoding, such as UTF-16 or Windows-1250", "the file saved as UTF-8, which every editor offers")
	}
	if m := conflict.FindIndex(data); m != nil {
		return at(m[0], string(data[m[0]:m[0]+7]), "marks a merge conflict that was not resolved", "the one text or the other between <<<<<<< and >>>>>>>, without the three lines of marks")
	}
	return nil
}

var conflict = regexp.MustCompile(`(?m)^(?:<{7} .*|={7}|>{7} .*)\r?$`)

// broken says which line makes a file something else than YAML and, where that can be
// told, which slip it was. The parser names the line on which it gave up, or the one on
// which the group began: neither is where somebody has to look.
func broken(data []byte, err error) Problem {
	lines := strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
	at := culprit(lines)
	p := Problem{Line: at + 1, Near: rowOf(lines, at)}
	for _, s := range slips {
		if line, message, want := s(lines, at); message != "" {
			p.Line = line + 1
			p.Err = &legislation.Error{Code: legislation.Invalid, Field: fieldOf(lines[line]), Value: strings.TrimSpace(lines[line]), Message: message, Want: want}
			return p
		}
	}
	said := regexp.MustCompile(`^yaml: (line \d+: )?`).ReplaceAllString(err.Error(), "")
	p.Err = fmt.Errorf("is not well-formed YAML: %s (often a missing quotation mark, a colon inside an unquoted text, or a wrong indentation at this line or near it)", said)
	return p
}

// maxOpen is over how many lines a list in brackets or a text in quotation marks may
// go: until it is closed the lines before it are not YAML, and that is no mistake.
const maxOpen = 40

// culprit is the index of the line with which a file stops being YAML, whatever follows.
func culprit(lines []string) int {
	reads := func(n int) bool {
		var doc yaml.Node
		return yaml.Unmarshal([]byte(strings.Join(lines[:n], "\n")+"\n"), &doc) == nil
	}
	good := 0
	for {
		bad := len(lines)
		for bad-good > 1 {
			if mid := (good + bad) / 2; reads(mid) {
				good = mid
			} else {
				bad = mid
			}
		}
		next := good + 2
		for next < min(good+maxOpen, len(lines)) && !reads(next) {
			next++
		}
		if next >= min(good+maxOpen, len(lines)) {
			return good
		}
		good = next
	}
}

var (
	rowName   = regexp.MustCompile(`^\s*(?:- ?)?(?:id|topic|from): ?["']?([^\s"'{}]+)|^ +([A-Z][A-Za-z0-9]*):\s`)
	fieldName = regexp.MustCompile(`^\s*(?:- ?)?([a-z][a-z_]*):`)
	keyOrRow  = regexp.MustCompile(`^(\s*)(- +)?(?:["']?[A-Za-z0-9_-]+["']?:(?:\s|$)|[^\s]|$)`)
)

// rowOf is the id or topic of the row that a line stands in.
func rowOf(lines []string, at int) string {
	for i := at; i >= 0 && i > at-200; i-- {
		if m := rowName.FindStringSubmatch(lines[i]); m != nil {
			return m[1] + m[2]
		}
	}
	return ""
}

func fieldOf(line string) string {
	if m := fieldName.FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// slip recognises a mistake at a line or the one above it: the line it is on, what is
// wrong and what would be right.
type slip func(lines []string, at int) (line int, message, want string)

// slips are the mistakes that people make, what is surest first.
var slips = []slip{
	onLine(`^ *\t`, "is indented with a tab", "spaces: two for each step"),
	onLine(`^ *[\x{00a0}\x{2000}-\x{200b}\x{202f}\x{3000}]`, "is indented with a character that only looks like a space", "spaces, typed anew"),
	onLine(`^\s*-[A-Za-z]`, "has no space behind the -", "a space between - and the field"),
	onLine(`^\s*(?:- )?[a-z_]+:[^\s\\/]`, "has no space behind the colon", "a space between the colon and the value"),
	onLine(`(?:: |- |\[|\{|, )[@%`+"`"+`*&!|>][^-\s]`, "has a text that begins with a character which means something in YAML", "the text in quotation marks"),
	onLine(`(?:: |- )"[^"]*"\s*[^\s,}\]#]`, "goes on behind the closing quotation mark", `a closing mark for each that opens, around the whole text; ' or “ ” for those inside it`),
	onLine(`(?:: |- )'(?:[^']|'')*'[^\s,}\]']`, "has an apostrophe in a text in single quotation marks, which ends it there", `double quotation marks around the text, or no quotation marks`),
	onLine(`"(?:[^"\\]|\\["\\/abefnrtv0NLPxuU _])*\\[^"\\/abefnrtv0NLPxuU _]`, `has a \ in a text in double quotation marks, where it begins a special character`, `single quotation marks, or \\`),
	unclosed,
	onLine(`^\s*(?:- )?["']?[A-Za-z][A-Za-z_-]*["']?: +[^"'\[{>|#\s][^#]*?: `, "has a colon and a space inside an unquoted text", "quotation marks around the text"),
	onLine(`(?:\{|, )[A-Za-z_-]+: [^"'\[{,}]+[^,{\[] [A-Za-z_-]+: `, "has a field inside {…} that no comma parts from the one before it", "a comma between the fields; a text with a colon in quotation marks"),
	indented,
}

// onLine is the slip that a pattern finds on the line, or on the one above it: a text
// without its space or quotation mark goes on until the next line contradicts it.
func onLine(pattern, message, want string) slip {
	re := regexp.MustCompile(pattern)
	return func(lines []string, at int) (int, string, string) {
		for _, i := range []int{at, at - 1} {
			if i >= 0 && i < len(lines) && re.MatchString(lines[i]) {
				return i, message, want
			}
		}
		return 0, "", ""
	}
}

// unclosed finds a quotation mark or bracket that opens on the line and does not close.
func unclosed(lines []string, at int) (int, string, string) {
	var open []rune
	closing := map[rune]rune{'[': ']', '{': '}', '"': '"'}
	before := ' '
	for _, r := range lines[at] {
		quoted := len(open) > 0 && open[len(open)-1] == '"'
		switch {
		case quoted && r == '"' && before != '\\':
			open = open[:len(open)-1]
		case quoted:
		case r == '"' && strings.ContainsRune(" [{,", before), (r == '[' || r == '{') && strings.ContainsRune(" [{", before):
			open = append(open, r)
		case len(open) > 0 && r == closing[open[len(open)-1]]:
			open = open[:len(open)-1]
		}
		before = r
	}
	if len(open) == 0 {
		return 0, "", ""
	}
	mark := open[len(open)-1]
	return at, fmt.Sprintf("opens %c and does not close it", mark), fmt.Sprintf("the closing %c at the end of the text or list", closing[mark])
}

// indented finds a line that begins in a column in which nothing above it begins.
func indented(lines []string, at int) (int, string, string) {
	column, entry := start(lines[at])
	if strings.TrimSpace(lines[at]) == "" {
		return 0, "", ""
	}
	if !entry && fieldName.FindString(lines[at]) == "" {
		return at, "is neither a field (name: value) nor an entry of a list (- …)", "a text of several lines behind >-, each line indented more than its field"
	}
	within := 1 << 30
	for i := at - 1; i >= 0; i-- {
		if strings.TrimSpace(lines[i]) == "" || strings.HasPrefix(strings.TrimSpace(lines[i]), "#") {
			continue
		}
		c, e := start(lines[i])
		fields := c
		if e {
			fields = c + len(keyOrRow.FindStringSubmatch(lines[i])[2])
		}
		switch {
		case e && entry && c < within:
			return at, spaces(column), fmt.Sprintf("%d, as the entry above it on line %d", c, i+1)
		case !entry && fields < within && fieldName.MatchString(lines[i]):
			return at, spaces(column), fmt.Sprintf("%d, as the field above it on line %d, or fewer if another group goes on", fields, i+1)
		}
		within = min(within, c)
	}
	return 0, "", ""
}

func spaces(n int) string {
	return fmt.Sprintf("is indented by %d spaces, where nothing above it begins", n)
}

// start is the column in which a line begins, counted from 0, and whether it is an entry
// of a list.
func start(line string) (column int, entry bool) {
	m := keyOrRow.FindStringSubmatch(line)
	if m == nil {
		return 0, false
	}
	return len(m[1]), m[2] != ""
}

// errEmpty is for a file in which nothing stands.
var errEmpty = &legislation.Error{Code: legislation.Invalid, Message: "is empty", Want: "the sections that FORMAT.md describes; the version before the last change has them"}
