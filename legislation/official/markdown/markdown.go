// Package markdown reads statutes in Markdown as people publish them: headings with and without a blank behind the
// hashes, bold lines as headings, everything escaped by backslashes, block quotes with superseded wordings, tables.
package markdown

import (
	"context"
	"strings"

	"go.yaml.in/yaml/v3"

	"seelex/legislation/official/structure"
	"seelex/legislation/official/text"
)

// Format is the name of this reader in a document.
const Format = "markdown"

// Is says whether a text looks like Markdown: a heading, escaped headings, or a front matter.
func Is(s string) bool {
	if len(s) > 1<<16 {
		s = s[:1<<16]
	}
	return strings.HasPrefix(s, "#") || strings.HasPrefix(s, "---\n") || strings.Contains(s, "\n# ") || strings.Contains(s, "\n## ") ||
		strings.Contains(s, "\n### ") || strings.Contains(s, "\n##") || escaped(s) || strings.Contains(s, "\n**") && strings.Contains(s, "**\n")
}

// Read splits Markdown into blocks.
func Read(_ context.Context, data []byte, _ structure.Limits) (*structure.Source, error) {
	s, enc, err := text.Decode(data)
	if err != nil {
		return nil, err
	}
	src := &structure.Source{Format: Format}
	text.NoteEncoding(src, enc)
	front, body := FrontMatter(s)
	if front != nil {
		src.Meta.Extra = front
		src.Title = front["title"]
		src.Meta.Source = front["source"]
	}
	src.Blocks = Blocks(body, src)
	return src, nil
}

// maxFront bounds a front matter in bytes: YAML compares every key with all before it.
const maxFront = 32 << 10

// FrontMatter parts the YAML head of a file from its body. Without one, or with one that is no YAML mapping, the
// whole text is the body.
func FrontMatter(s string) (map[string]string, string) {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if !strings.HasPrefix(s, "---\n") {
		return nil, s
	}
	end := strings.Index(s, "\n---\n")
	if end < 0 || end > maxFront {
		return nil, s
	}
	var raw map[string]yaml.Node
	if err := yaml.Unmarshal([]byte(s[4:end+1]), &raw); err != nil || len(raw) == 0 {
		return nil, s
	}
	front := make(map[string]string, len(raw))
	for k, n := range raw {
		if n.Kind == yaml.ScalarNode {
			front[k] = n.Value
			continue
		}
		var values []string
		for _, c := range n.Content {
			if c.Kind == yaml.ScalarNode {
				values = append(values, c.Value)
			}
		}
		front[k] = strings.Join(values, ", ")
	}
	return front, s[end+5:]
}

// escaped says that a converter put a backslash before all markup: \#\#\# \*\*Članak 1.\*\*.
func escaped(s string) bool {
	return strings.Count(s, `\*\*`) > 4 || strings.Contains(s, "\n\\#")
}

// Blocks splits the body of a Markdown file. What the file says about its source in a list under its title goes to
// the metadata of src.
func Blocks(s string, src *structure.Source) []structure.Block {
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	if head := s[:min(len(s), 1<<16)]; escaped(head) {
		s = unescape(s)
	}
	if i := indexFold(s, "<script", "<style", "<!--"); i >= 0 {
		s = stripRaw(s)
	}
	p := parser{src: src, blocks: make([]structure.Block, 0, strings.Count(s, "\n")/2+8), gap: true}
	for s != "" {
		line := s
		if i := strings.IndexByte(s, '\n'); i >= 0 {
			line, s = s[:i], s[i+1:]
		} else {
			s = ""
		}
		p.line(line)
	}
	p.flush()
	return p.blocks
}

type parser struct {
	src    *structure.Source
	blocks []structure.Block
	quote  []string // lines of the block quote at hand
	table  []string // rows of the table at hand
	gap    bool     // a blank line or a forced break stands before
	fenced bool
	listed bool // provenance lines were taken
}

func (p *parser) line(line string) {
	hard := strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`)
	t := strings.TrimSpace(line)
	if t == "" {
		p.flush()
		p.gap = true
		return
	}
	switch t[0] {
	case '>':
		p.flushTable()
		p.quote = append(p.quote, strings.TrimLeft(t, "> "))
		p.gap = true
		return
	case '|':
		p.flushQuote()
		p.row(t)
		p.gap = true
		return
	}
	p.flush()
	switch t[0] {
	case '#':
		if p.heading(t) {
			p.gap = true
			return
		}
	case '`', '~':
		if strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~") {
			p.fenced = !p.fenced
			return
		}
	case '-', '*', '_', '=':
		if rule(t) {
			p.gap = true
			return
		}
		if p.provenance(t) {
			return
		}
	}
	p.paragraph(t)
	p.gap = hard
}

// heading reads an ATX heading; the blank behind the hashes may be missing, but "#5" is no heading.
func (p *parser) heading(t string) bool {
	n := 0
	for n < len(t) && t[n] == '#' {
		n++
	}
	if n > 6 || n == len(t) || t[n] >= '0' && t[n] <= '9' {
		return n == len(t)
	}
	s := plain(strings.TrimRight(strings.TrimLeft(t[n:], " \t"), "# "))
	if s != "" {
		p.blocks = append(p.blocks, structure.Block{Text: s, Level: n})
	}
	return true
}

// rule says that a line is a thematic break or the underline of a heading.
func rule(t string) bool {
	if len(t) < 3 {
		return false
	}
	for i := 0; i < len(t); i++ {
		if t[i] != t[0] && t[i] != ' ' {
			return false
		}
	}
	return true
}

// provenance takes "- Source: https://…" and what is listed with it, above the text.
func (p *parser) provenance(t string) bool {
	if p.src == nil || len(p.blocks) > 3 || !strings.HasPrefix(t, "- ") {
		return false
	}
	key, value, ok := strings.Cut(t[2:], ": ")
	if !ok || strings.Count(key, " ") > 2 || key != "Source" && !p.listed {
		return false
	}
	p.listed = true
	if key == "Source" {
		p.src.Meta.Source = value
		return true
	}
	if p.src.Meta.Extra == nil {
		p.src.Meta.Extra = map[string]string{}
	}
	p.src.Meta.Extra[key] = value
	if p.src.Meta.Gazette == "" {
		first, _, _ := strings.Cut(value, ",")
		p.src.Meta.Gazette = key + " " + first
	}
	return true
}

// paragraph adds a line of text, or joins it to the line before when that was wrapped.
func (p *parser) paragraph(t string) {
	b := structure.Block{}
	if strings.HasPrefix(t, "***") && strings.HasSuffix(t, "***") && len(t) > 6 {
		b.Kind = structure.VersionNote
	} else if t[0] == '*' && strings.HasSuffix(t, "*") && len(t) > 4 && !strings.HasPrefix(t, "* ") {
		b.Strong = !strings.Contains(strings.Trim(t, "* "), "*")
	}
	if strings.HasPrefix(t, "* ") || strings.HasPrefix(t, "+ ") {
		t = "-" + t[1:]
	}
	b.Text = plain(t)
	if b.Text == "" {
		return
	}
	if n := len(p.blocks); n > 0 && !p.gap && b.Kind == "" && !b.Strong {
		prev := &p.blocks[n-1]
		if prev.Kind == "" && prev.Level == 0 && text.Continues(prev.Text, b.Text) {
			prev.Text = text.Join(prev.Text, b.Text)
			return
		}
	}
	p.blocks = append(p.blocks, b)
}

func (p *parser) row(t string) {
	cells := strings.Split(strings.Trim(t, "|"), "|")
	empty := true
	for i, c := range cells {
		c = strings.TrimSpace(c)
		if strings.Trim(c, "-: ") != "" {
			empty = false
		}
		cells[i] = strings.ReplaceAll(plain(c), "\t", " ")
	}
	if !empty {
		p.table = append(p.table, strings.Join(cells, "\t"))
	}
}

func (p *parser) flush() {
	p.flushQuote()
	p.flushTable()
}

func (p *parser) flushTable() {
	if len(p.table) > 0 {
		p.blocks = append(p.blocks, structure.Block{Text: strings.Join(p.table, "\n"), Kind: structure.Table})
		p.table = p.table[:0]
	}
}

// flushQuote ends a block quote. Where it tells of former wordings it is a note on versions, else it is text.
func (p *parser) flushQuote() {
	if len(p.quote) == 0 {
		return
	}
	var lines []string
	history := false
	for _, q := range p.quote {
		if rule(q) {
			continue
		}
		q = plain(strings.TrimLeft(q, "# "))
		if q == "" {
			continue
		}
		low := strings.ToLower(q)
		history = history || strings.Contains(low, "verzij") || strings.Contains(low, "histori") || strings.Contains(low, "izmjen") ||
			strings.Contains(low, "верзиј") || strings.Contains(low, "версия") || strings.Contains(low, "version") || strings.Contains(low, "glasio")
		lines = append(lines, q)
	}
	p.quote = p.quote[:0]
	if history {
		p.blocks = append(p.blocks, structure.Block{Text: strings.Join(lines, "\n"), Kind: structure.VersionNote})
		return
	}
	for _, l := range lines {
		p.blocks = append(p.blocks, structure.Block{Text: l})
	}
}

// indexFold finds the first of the needles, which are lower case, whatever the case of s.
func indexFold(s string, needles ...string) int {
	for i := strings.IndexByte(s, '<'); i >= 0 && i < len(s); {
		for _, n := range needles {
			if len(s)-i >= len(n) && strings.EqualFold(s[i:i+len(n)], n) {
				return i
			}
		}
		j := strings.IndexByte(s[i+1:], '<')
		if j < 0 {
			return -1
		}
		i += 1 + j
	}
	return -1
}

// stripRaw removes comments and the elements that hold no text, over lines.
func stripRaw(s string) string {
	var b strings.Builder
	for {
		i := indexFold(s, "<script", "<style", "<!--")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		end := "-->"
		if s[i+1]|0x20 == 's' {
			end = "</s"
			if s[i+2]|0x20 == 'c' {
				end = "</script"
			} else {
				end = "</style"
			}
		}
		s = s[i+1:]
		j := 0
		if end == "-->" {
			j = strings.Index(s, end)
		} else if j = indexFold(s, end); j >= 0 {
			if k := strings.IndexByte(s[j:], '>'); k >= 0 {
				s = s[j+k+1:]
				continue
			}
			j = -1
		}
		if j < 0 {
			return b.String() // unclosed: all that follows is its content
		}
		s = s[j+len(end):]
	}
}
