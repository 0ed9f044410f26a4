package docx

import "fmt"

// styles are the named styles. Sizes are in half points, spacing in twentieths of one.
var styles = `<w:styles` + spaces + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>` +
	`<w:color w:val="1F2933"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="LANGUAGE"/></w:rPr></w:rPrDefault>` +
	`<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
	`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
	`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
	`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
	heading("Title", "Title", "", 44, 0, 40) + heading("Subtitle", "Subtitle", "", 26, 0, 80) +
	heading("Heading1", "heading 1", "0", 32, 360, 120) + heading("Heading2", "heading 2", "1", 26, 280, 100) + heading("Heading3", "heading 3", "2", 22, 200, 20) +
	text("BodyText", "Body Text", `<w:spacing w:after="100"/>`, 21, "") +
	text("Small", "Small", `<w:spacing w:after="60"/>`, 17, "5B6773") +
	text("Imprint", "Imprint", `<w:spacing w:after="200"/>`, 17, "5B6773") +
	text("Lead", "Lead", `<w:keepNext/><w:spacing w:after="60"/>`, 17, "5B6773") +
	text("Reference", "Reference", `<w:spacing w:after="40"/><w:ind w:left="960" w:hanging="960"/>`, 18, "") +
	text("ListItem", "List Item", `<w:tabs><w:tab w:val="left" w:pos="284"/></w:tabs><w:spacing w:after="30"/><w:ind w:left="284" w:hanging="284"/>`, 19, "") +
	text("TableText", "Table Text", `<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>`, 17, "") +
	text("TableHeading", "Table Heading", `<w:keepNext/><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>`, 18, "") +
	text("FootnoteText", "footnote text", `<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:left="227" w:hanging="227"/>`, 17, "") +
	text("Footer", "footer", `<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="B8C2CC"/></w:pBdr>`, 16, "5B6773") +
	`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>` +
	`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1B4F8A"/><w:u w:val="single"/></w:rPr></w:style>` +
	`<w:style w:type="table" w:customStyle="1" w:styleId="Matrix"><w:name w:val="Matrix"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` +
	border("top", 8) + border("bottom", 8) + border("insideH", 4) + border("insideV", 4) +
	`</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`

func heading(id, name, level string, size, before, after int) string {
	weight, outline := "<w:b/>", ""
	if id == "Subtitle" {
		weight = ""
	}
	if level != "" {
		outline = `<w:outlineLvl w:val="` + level + `"/>`
	}
	return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:qFormat/>` +
		fmt.Sprintf(`<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="%d" w:after="%d"/>%s</w:pPr><w:rPr>%s<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`,
			before, after, outline, weight, size, size)
}

func text(id, name, paragraph string, size int, colour string) string {
	if colour != "" {
		colour = `<w:color w:val="` + colour + `"/>`
	}
	bold := ""
	if id == "TableHeading" {
		bold = "<w:b/>"
	}
	return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
		fmt.Sprintf(`<w:pPr>%s</w:pPr><w:rPr>%s%s<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`, paragraph, bold, colour, size, size)
}

func border(side string, size int) string {
	return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="B8C2CC"/>`, side, size)
}
