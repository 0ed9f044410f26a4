package browser

import (
	"bytes"
	"context"
	_ "embed"
	"image/jpeg"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// kinds has an address for each kind of page, with the fullest content there is.
var kinds = []struct{ name, path string }{
	{"home", "/"},
	{"search, empty", "/search"},
	{"search", "/search?q=%CE%BD%CE%B1%CF%81%CE%BA%CF%89%CF%84%CE%B9%CE%BA%CE%AC&jurisdiction=GR,RS"},
	{"search, nothing found", "/search?q=xyzzyqwv&jurisdiction=RS"},
	{"compare, empty", "/compare"},
	{"compare", "/compare?topic=personal-possession,drug-use&jurisdictions=RS,HR,SI,GR&on=2014-01-01&against=2009-01-01"},
	{"compare, everywhere", "/compare?topic=personal-possession"},
	{"compare, a part", "/compare?topic=personal-possession,drug-use,decriminalisation,cultivation,supply-trafficking&on=2014-01-01&offset=3"},
	{"compare, transposed", "/compare?topic=alternatives-to-prison&layout=transposed"},
	{"topics", "/topics"},
	{"topic", "/topics/quantity-thresholds"},
	{"concept", "/concepts/personal-use"},
	{"jurisdictions", "/jurisdictions"},
	{"jurisdiction", "/jurisdictions/BA"},
	{"instrument", "/law/rs/criminal-code"},
	{"treaty", "/law/int/convention-1988"},
	{"provision", "/law/gr/law-4139-2013/art-29"},
	{"provision, what changed", "/law/rs/criminal-code/art-246/par-1?from=2006-01-01&on=2009-09-11"},
	{"changes, empty", "/changes"},
	{"changes", "/changes?from=2000-01-01&to=2014-01-01"},
	{"strategies", "/strategies"},
	{"strategies, one theme", "/strategies?theme=treatment&scope=all"},
	{"timeline", "/timeline"},
	{"scenario, empty", "/scenario"},
	{"scenario", "/scenario?conduct=possession&substance=cannabis&amount=5&unit=g"},
	{"practice", "/practice"},
	{"map", "/map"},
	{"cite, empty", "/cite"},
	{"cite", "/cite?q=%C4%8Dl.+246a+st.+1+KZ%3B+%CE%AC%CF%81%CE%B8%CF%81%CE%BF+29+%CE%BD.+4139%2F2013"},
	{"dossier, empty", "/dossier"},
	{"dossier", "/dossier?item=rs/criminal-code/art-246a&item=topic:personal-possession/RS"},
	{"method", "/method"},
	{"data", "/data"},
	{"API", "/api"},
	{"not found", "/law/rs/criminal-kode"},
	{"not understood", "/compare?topic=cultivation&on=2023-02-30"},
}

//go:embed testdata/page.js
var pageComplaints string

//go:embed testdata/contrast.js
var contrastComplaints string

//go:embed testdata/targets.js
var targetComplaints string

//go:embed testdata/narrow.js
var narrowComplaints string

// Every kind of page serves every reader: at a desk and on a telephone, by day and by
// night, by eye and by ear; it says nothing to the console and asks nothing of anybody
// but its own server.
func TestEveryKindOfPage(t *testing.T) {
	b := open(t, "/")
	for _, kind := range kinds {
		t.Run(kind.name, func(t *testing.T) {
			b.t = t
			b.do(chromedp.Navigate("about:blank"), chromedp.EmulateViewport(1280, 900)) // an empty page is quickly resized
			b.heard()
			b.visit(kind.path)
			complain(t, "to the ear", eval[[]string](b, pageComplaints))
			complain(t, "to the mouse", eval[[]string](b, targetComplaints))
			complain(t, "by day", eval[[]string](b, contrastComplaints))
			b.do(media("", "prefers-color-scheme", "dark", "prefers-reduced-motion", "reduce"))
			complain(t, "by night", eval[[]string](b, contrastComplaints))
			if share := bright(b); share > 0.03 {
				t.Errorf("by night: %.0f %% of the page is white", 100*share)
			}
			b.do(media("", "prefers-reduced-motion", "reduce"), chromedp.EmulateViewport(375, 800, chromedp.EmulateMobile, chromedp.EmulateTouch))
			complain(t, "on a telephone", eval[[]string](b, narrowComplaints))
			complain(t, "to the finger", eval[[]string](b, targetComplaints))
			quiet(t, b, strings.HasPrefix(kind.name, "not "))
		})
	}
}

func complain(t *testing.T, when string, complaints []string) {
	t.Helper()
	for _, c := range complaints {
		t.Errorf("%s: %s", when, c)
	}
}

// quiet demands that the page said nothing to the console and kept to its server. Of an
// error page the browser itself notes the status.
func quiet(t *testing.T, b *tab, refused bool) {
	t.Helper()
	console, requests := b.heard()
	for _, line := range console {
		if !refused || !strings.Contains(line, "the server responded with a status of 4") {
			t.Errorf("the console says: %s", line)
		}
	}
	if len(requests) == 0 {
		t.Error("no request was seen")
	}
	for _, r := range requests {
		if !strings.HasPrefix(r, site+"/") && !strings.HasPrefix(r, "data:") {
			t.Errorf("asks %s", r)
		}
	}
}

// bright is the share of the screen that is nearly white, where the page shows its first
// figure, else its top.
func bright(b *tab) float64 {
	b.t.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelector("figure")?.scrollIntoView()`))
	shot, err := ask(b, func(ctx context.Context, t *chromedp.Target) (page.CaptureScreenshotResult, error) {
		fast := true
		return cdp.Call(ctx, t, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatJpeg, OptimizeForSpeed: &fast})
	})
	if err != nil {
		b.t.Fatal(err)
	}
	picture, err := jpeg.Decode(bytes.NewReader(shot.Data))
	if err != nil {
		b.t.Fatal(err)
	}
	all, white := 0, 0
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			r, g, bl, _ := picture.At(x, y).RGBA()
			if all++; min(r, g, bl) > 0xe000 {
				white++
			}
		}
	}
	return float64(white) / float64(all)
}
