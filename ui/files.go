package ui

import (
	"html/template"
	"strings"

	"github.com/gin-gonic/gin"

	"seelex/legislation"
	"seelex/ui/chart/svg"
)

// file is an answer that is to be kept, not a page.
type file struct {
	media, name string // without a name it is shown in place
	body        []byte
}

// send writes a file.
func (f *file) send(c *gin.Context) {
	if f.name != "" {
		c.Header("Content-Disposition", `attachment; filename="`+f.name+`"`)
	}
	c.Data(200, f.media, f.body)
}

// standalone makes the heading of a chart that is a file of its own: it says what it
// shows, for which day, and where it was made. It opens at so many pixels, 0 for its own
// size.
func standalone(h svg.Heading, base string, on legislation.Day, pixels int) svg.Heading {
	h.Standalone, h.Base, h.Pixels = true, base, pixels
	h.Date = "As of " + on.Date().Words()
	h.Sources = append(h.Sources, "seelex, "+base+", CC BY 4.0. Sources and confidence of every value stand there.")
	return h
}

// svgFile is a chart to keep.
func svgFile(name string, on legislation.Day, drawing template.HTML) *file {
	return &file{"image/svg+xml; charset=utf-8", "seelex-" + name + "-" + on.String() + ".svg", []byte(drawing)}
}

// exports are the files in which the API gives what a page shows.
func exports(view string, here address) []Link {
	files := []Link{{Label: "XLSX", Why: "workbook with sources"}, {Label: "DOCX", Why: "hand-out to edit"}, {Label: "CSV", Why: "rows for a program"}, {Label: "JSON"}}
	for i, f := range files {
		files[i].URL = "/api/v1/export/" + view + "." + strings.ToLower(f.Label)
		if query := here.query(); query != "" {
			files[i].URL += "?" + query
		}
	}
	return files
}
