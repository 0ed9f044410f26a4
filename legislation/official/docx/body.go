package docx

import (
	"context"
	"encoding/xml"
	"strings"

	"seelex/legislation/official/markdown"
	"seelex/legislation/official/structure"
)

// parser goes through word/document.xml.
type parser struct {
	ctx     context.Context
	lim     structure.Limits
	src     *structure.Source
	styles  map[string]int // heading level by style
	numbers numbering
	notes   int

	buf       strings.Builder
	level     int
	centred   bool
	bold      int // letters in bold
	letters   int
	runBold   bool
	runSuper  bool
	inRun     bool
	inText    bool
	deleted   int
	list      string
	listLevel int
	count     int // of paragraphs, those of tables included
	tables    int
	cells     []string
	rows      []string
}

func (p *parser) readBody(d *xml.Decoder) error {
	return tokens(p.ctx, d, p.lim.Depth, p.start, p.end, p.text)
}

func (p *parser) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		if p.tables == 0 {
			p.buf.Reset()
		}
		p.level, p.centred, p.bold, p.letters, p.list, p.listLevel = 0, false, 0, 0, "", 0
	case "pStyle":
		p.level = p.styles[attr(t, "val")]
	case "outlineLvl":
		if v := attr(t, "val"); len(v) == 1 && v[0] >= '0' && v[0] < '6' && !p.inRun {
			p.level = int(v[0]-'0') + 1
		}
	case "jc":
		p.centred = attr(t, "val") == "center"
	case "numId":
		p.list = attr(t, "val")
	case "ilvl":
		p.listLevel = atoi(attr(t, "val"))
	}
	p.startRun(t)
}

// startRun handles what stands within a paragraph.
func (p *parser) startRun(t xml.StartElement) {
	switch t.Name.Local {
	case "r":
		p.inRun, p.runBold, p.runSuper = true, false, false
	case "b":
		if p.inRun {
			v := attr(t, "val")
			p.runBold = v != "0" && v != "false"
		}
	case "vertAlign":
		p.runSuper = attr(t, "val") == "superscript"
	case "t":
		p.inText = true
	case "tab", "br", "cr":
		if p.inRun {
			p.buf.WriteByte(' ')
		}
	case "noBreakHyphen":
		p.buf.WriteByte('-')
	case "footnoteReference", "endnoteReference":
		p.notes++
	case "del", "moveFrom":
		p.deleted++
	case "tbl":
		p.tables++
	}
}

func (p *parser) text(s string) {
	if !p.inText || p.deleted > 0 {
		return
	}
	p.letters += len(s)
	if p.runBold {
		p.bold += len(s)
	}
	if p.runSuper {
		s = markdown.Superscript(s)
	}
	p.buf.WriteString(s)
}

func (p *parser) end(name string) error {
	switch name {
	case "t":
		p.inText = false
	case "r":
		p.inRun = false
	case "del", "moveFrom":
		p.deleted--
	case "p":
		if p.count++; p.count > p.lim.Blocks {
			return p.lim.TooMany(p.count)
		}
		p.paragraph()
	case "tc":
		if c := strings.Join(strings.Fields(p.buf.String()), " "); c != "" {
			p.cells = append(p.cells, c)
		}
		p.buf.Reset()
	case "tr":
		if len(p.cells) > 0 {
			p.rows = append(p.rows, strings.Join(p.cells, "\t"))
			p.cells = nil
		}
	case "tbl":
		if p.tables--; p.tables == 0 && len(p.rows) > 0 {
			p.src.Blocks = append(p.src.Blocks, structure.Block{Text: strings.Join(p.rows, "\n"), Kind: structure.Table})
			p.rows = nil
		}
	}
	return nil
}

func (p *parser) paragraph() {
	label := p.numbers.next(p.list, p.listLevel)
	if p.tables > 0 {
		p.buf.WriteByte(' ')
		return
	}
	t := strings.TrimSpace(p.buf.String())
	p.buf.Reset()
	if t == "" {
		return
	}
	if label != "" {
		t = label + " " + t
	}
	strong := p.centred || p.letters > 0 && p.bold*10 > p.letters*6
	p.src.Blocks = append(p.src.Blocks, structure.Block{Text: t, Level: p.level, Strong: strong})
}
