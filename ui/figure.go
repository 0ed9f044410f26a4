package ui

import (
	"html/template"
	"strconv"
	"strings"

	"seelex/legislation"
	"seelex/ui/chart/svg"
)

// Figure is a chart with what makes it usable.
type Figure struct {
	ID, Title, Subtitle string
	Nested              bool // it stands under a heading of its own
	SVG                 template.HTML
	Caption             string
	Marks               Marks
	Table               *Table
	Downloads           []Link

	draw drawing
}

// drawing draws a chart under its heading, or under another, for a file.
type drawing func(as func(svg.Heading) svg.Heading) template.HTML

// drawn is the figure with its drawing on the page and the ways to it as a file: here is
// the address of the page.
func (f Figure) drawn(here address, draw drawing) Figure {
	f.draw = draw
	f.SVG = draw(func(h svg.Heading) svg.Heading { return h })
	for _, size := range chartSizes[:2] {
		f.Downloads = append(f.Downloads, Link{Label: size.label, URL: here.with("offset", "", "download", f.ID, "size", size.parameter()).String()})
	}
	return f
}

// chartSize is a width in pixels at which a downloaded chart opens or becomes a PNG; 0
// is its own.
type chartSize struct {
	pixels int
	label  string
}

var chartSizes = []chartSize{{0, "SVG"}, {1920, "SVG for a slide, 1920 px"}, {1200, "SVG for a page, 1200 px"}, {3840, "SVG for a poster, 3840 px"}}

func (s chartSize) parameter() string {
	if s.pixels == 0 {
		return ""
	}
	return strconv.Itoa(s.pixels)
}

// download is the figure that the address asks for as a file, nil where it asks for
// none: by its id, by the beginning of its id, or as "svg" where the page has one.
func (r *request) download(on legislation.Day, figures ...Figure) (*file, error) {
	asked := r.Text("download", 100)
	if asked == "" {
		return nil, nil
	}
	pixels, err := chartPixels(r.Text("size", 8))
	if err != nil {
		return nil, err
	}
	var known []string
	for _, f := range figures {
		if f.draw == nil {
			continue
		}
		if known = append(known, f.ID); asked == "svg" || asked == f.ID || strings.HasPrefix(f.ID, asked+"-") {
			drawing := f.draw(func(h svg.Heading) svg.Heading { return standalone(h, r.base, on, pixels) })
			return svgFile(f.ID, on, drawing), nil
		}
	}
	err = &legislation.Error{Code: legislation.NotFound, Field: "download", Value: asked, Message: "is not a chart of this page", Nearest: legislation.Nearest(asked, known)}
	return nil, err
}

// chartPixels reads the width of a download.
func chartPixels(size string) (int, error) {
	if size == "" {
		return 0, nil
	}
	const least, most = 200, 8000
	n, err := strconv.Atoi(size)
	if err != nil || n < least || n > most {
		return 0, &legislation.Error{Code: legislation.Invalid, Field: "size", Value: size, Message: "is not a width", Want: "pixels from 200 to 8000"}
	}
	return n, nil
}
