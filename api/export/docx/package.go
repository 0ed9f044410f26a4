package docx

import (
	"strconv"
	"strings"
	"time"
)

// Namespaces and types of the parts.
const (
	declaration   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spaces        = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relations     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	relationSpace = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	wordType      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

type file struct{ name, text string }

// files are the parts of the package, the list of types first as readers expect it.
func (d *Document) files() []file {
	return []file{
		{"[Content_Types].xml", contentTypes()},
		{"_rels/.rels", declaration + relationSpace +
			relation("r1", relations+"officeDocument", "word/document.xml") +
			relation("r2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml") +
			`</Relationships>`},
		{"docProps/core.xml", d.properties()},
		{"word/document.xml", d.document()},
		{"word/styles.xml", declaration + strings.Replace(styles, "LANGUAGE", escape(d.Language), 1)},
		{"word/settings.xml", declaration + `<w:settings` + spaces + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>` +
			`<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
			`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`},
		{"word/footnotes.xml", d.footnoteText()},
		{"word/footer1.xml", d.footer()},
		{"word/_rels/document.xml.rels", declaration + relationSpace +
			relation("styles", relations+"styles", "styles.xml") +
			relation("settings", relations+"settings", "settings.xml") +
			relation("footnotes", relations+"footnotes", "footnotes.xml") +
			relation("footer", relations+"footer", "footer1.xml") +
			d.body.relations() + `</Relationships>`},
		{"word/_rels/footnotes.xml.rels", declaration + relationSpace + d.notes.relations() + `</Relationships>`},
	}
}

func contentTypes() string {
	var b strings.Builder
	b.WriteString(declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	for _, part := range [][2]string{{"word/document.xml", wordType + "document.main+xml"}, {"word/styles.xml", wordType + "styles+xml"},
		{"word/settings.xml", wordType + "settings+xml"}, {"word/footnotes.xml", wordType + "footnotes+xml"}, {"word/footer1.xml", wordType + "footer+xml"},
		{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"}} {
		b.WriteString(`<Override PartName="/` + part[0] + `" ContentType="` + part[1] + `"/>`)
	}
	return b.String() + `</Types>`
}

func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + kind + `" Target="` + escape(target) + `"/>`
}

func (p *part) relations() string {
	var b strings.Builder
	for i, link := range p.links {
		b.WriteString(`<Relationship Id="link` + strconv.Itoa(i+1) + `" Type="` + relations + `hyperlink" Target="` + escape(link) + `" TargetMode="External"/>`)
	}
	return b.String()
}

func (d *Document) document() string {
	width, height := d.paper()
	orientation := ""
	if d.Landscape {
		orientation = ` w:orient="landscape"`
	}
	m := strconv.Itoa(margin)
	return declaration + `<w:document` + spaces + `><w:body>` + d.body.String() +
		`<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="` + strconv.Itoa(width) + `" w:h="` + strconv.Itoa(height) + `"` + orientation + `/>` +
		`<w:pgMar w:top="` + m + `" w:right="` + m + `" w:bottom="` + m + `" w:left="` + m + `" w:header="560" w:footer="560" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

func (d *Document) footnoteText() string {
	line := func(kind, id, mark string) string {
		return `<w:footnote w:type="` + kind + `" w:id="` + id + `"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r>` + mark + `</w:r></w:p></w:footnote>`
	}
	return declaration + `<w:footnotes` + spaces + `>` + line("separator", "-1", `<w:separator/>`) +
		line("continuationSeparator", "0", `<w:continuationSeparator/>`) + d.notes.String() + `</w:footnotes>`
}

func (d *Document) footer() string {
	field := func(code string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + code + ` </w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	return declaration + `<w:ftr` + spaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="` + strconv.Itoa(d.Width()) + `"/></w:tabs></w:pPr>` +
		`<w:r><w:t xml:space="preserve">` + escape(d.Footer) + `</w:t></w:r><w:r><w:tab/></w:r>` + field("PAGE") +
		`<w:r><w:t xml:space="preserve"> / </w:t></w:r>` + field("NUMPAGES") + `</w:p></w:ftr>`
}

func (d *Document) properties() string {
	at := d.Created.UTC().Format(time.RFC3339)
	return declaration + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escape(d.Title) + `</dc:title><dc:subject>` + escape(d.Subject) +
		`</dc:subject><dc:creator>seelex</dc:creator><dc:description>` + escape(d.Description) + `</dc:description><dc:language>` + escape(d.Language) + `</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + at + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + at + `</dcterms:modified></cp:coreProperties>`
}
