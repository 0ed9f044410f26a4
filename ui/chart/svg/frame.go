package svg

import (
	"html/template"
	"strings"
)

// Heading is what every chart says about itself.
type Heading struct {
	ID      string   // prefix of all ids of the chart; unique on the page, letters, digits and hyphens
	Title   string   // one line: what is shown
	Desc    string   // one or two sentences for those who do not see the drawing
	Caption string   // what to know when reading it
	Date    string   // the day the data stands for, in words: "As of 25 November 2026"
	Sources []string // where the data comes from, one line each

	// Standalone makes a file that explains itself away from the site: colours as literals, title, caption, date and
	// sources as text, links completed with Base. On a page these belong to the page.
	Standalone bool
	Base       string // the site's address, "https://example.org", for the links of a standalone file
	Pixels     int    // width at which a standalone file opens or becomes a PNG, 1920 for a slide; 0 for its own
}

const (
	fontFamily  = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"
	margin      = 16.0
	titleSize   = 20.0
	captionSize = 12.0
)

// Draw frames what paint draws on a board of width × height pixels. kind names the chart in its class: "plot-map".
func Draw(head Heading, kind string, width, height float64, paint func(b *Builder)) template.HTML {
	if head.ID == "" {
		head.ID = kind
	}
	b := &Builder{head: head, body: &strings.Builder{}}
	paint(b)
	drawing := b.body.String()
	b.body.Reset()

	titles, captions := head.lines(width)
	top, total := 0.0, height
	if head.Standalone {
		top = 10 + float64(len(titles))*titleSize*1.3
		total = top + height + 22 + float64(len(captions))*captionSize*1.5
	}
	b.root(kind, width, total)
	b.Rect(0, 0, width, total, "fill", Paper)
	if head.Standalone {
		for i, line := range titles {
			b.Text(margin, 8+titleSize*(1+1.3*float64(i)), line, "font-size", titleSize, "font-weight", 600, "fill", Ink)
		}
		for i, line := range captions {
			b.Text(margin, top+height+18+captionSize*1.5*float64(i), line, "font-size", captionSize, "fill", Muted)
		}
	}
	b.Open("g", "transform", "translate(0 "+Number(top)+")")
	b.Open("g", "role", "img", "aria-labelledby", head.ID+"-name "+head.ID+"-desc")
	b.body.WriteString(drawing)
	b.Close()
	if b.targets.Len() > 0 {
		b.Open("g", "class", "targets", "fill-opacity", 0, "stroke", Focus, "stroke-width", 2.5, "stroke-opacity", 0)
		b.body.WriteString(b.targets.String())
		b.Close()
	}
	b.Close()
	b.Close()
	b.body.WriteString(b.companions.String())
	return template.HTML(b.body.String())
}

// root opens the chart's element and writes what stands before the drawing.
func (b *Builder) root(kind string, width, height float64) {
	enlarge := 1.0
	if b.head.Standalone && b.head.Pixels > 0 {
		enlarge = float64(b.head.Pixels) / width
	}
	attributes := []any{"class", "plot plot-" + kind, "viewBox", "0 0 " + Number(width) + " " + Number(height),
		"width", width * enlarge, "height", height * enlarge}
	if b.head.Standalone {
		attributes = append(attributes, "xmlns", "http://www.w3.org/2000/svg", "font-family", fontFamily)
	}
	b.Open("svg", attributes...)
	b.named("title", b.head.ID+"-name", b.head.Title)
	b.named("desc", b.head.ID+"-desc", b.head.Desc)
	if b.head.Standalone {
		b.body.WriteString("<style>a:hover,a:focus-visible{stroke-opacity:1;outline:none}</style>")
	}
	if b.defs.Len() > 0 {
		b.body.WriteString("<defs>" + b.defs.String() + "</defs>")
	}
}

func (b *Builder) named(element, id, text string) {
	b.Open(element, "id", id)
	escape(b.body, text)
	b.Close()
}

func (h Heading) lines(width float64) (titles, captions []string) {
	titles = Wrap(h.Title, titleSize, width-2*margin)
	for _, text := range append([]string{h.Caption, h.Date}, h.Sources...) {
		captions = append(captions, Wrap(text, captionSize, width-2*margin)...)
	}
	return titles, captions
}
