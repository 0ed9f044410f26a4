// Package svgtest holds what the tests of all charts share.
package svgtest

import (
	"encoding/xml"
	"errors"
	"flag"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"seelex/ui/chart/svg"
)

var update = flag.Bool("update", false, "write the golden files anew; look at them before committing")

// Golden compares a chart with testdata/name.
func Golden(t *testing.T, name string, chart template.HTML) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(chart), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (go test -update writes it)", err)
	}
	if string(want) != string(chart) {
		t.Errorf("the chart differs from %s; if that is meant, run go test -update and look at the file", file)
	}
}

// Element is one element of a chart, with its own text and that of its <title>.
type Element struct {
	Name, Text, Title string
	Attr              map[string]string
	parent            int // index of the element around it, -1 for the root
}

// Parse reads a chart as XML, which is stricter than HTML, and checks what holds for every chart: one image, named
// and described, and every reference inside of the drawing leads to something.
func Parse(t *testing.T, chart template.HTML) []Element {
	t.Helper()
	var all []*Element
	var path []int // indices of the open elements
	decoder := xml.NewDecoder(strings.NewReader(string(chart)))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &Element{Name: token.Name.Local, Attr: map[string]string{}, parent: -1}
			if len(path) > 0 {
				e.parent = path[len(path)-1]
			}
			for _, a := range token.Attr {
				e.Attr[a.Name.Local] = a.Value
			}
			all, path = append(all, e), append(path, len(all))
		case xml.EndElement:
			e := all[path[len(path)-1]]
			path = path[:len(path)-1]
			if e.Name == "title" && e.parent >= 0 {
				all[e.parent].Title = e.Text
			}
		case xml.CharData:
			if len(path) > 0 {
				all[path[len(path)-1]].Text += string(token)
			}
		}
	}
	elements := make([]Element, len(all))
	for i, e := range all {
		elements[i] = *e
	}
	checkNames(t, elements)
	return elements
}

func checkNames(t *testing.T, elements []Element) {
	t.Helper()
	texts := map[string]string{}
	for _, e := range elements {
		if id, ok := e.Attr["id"]; ok {
			if _, twice := texts[id]; twice {
				t.Errorf("id %q is given twice", id)
			}
			texts[id] = e.Text
		}
	}
	images := 0
	for _, e := range elements {
		if e.Attr["role"] == "img" {
			images++
			for id := range strings.FieldsSeq(e.Attr["aria-labelledby"]) {
				if texts[id] == "" {
					t.Errorf("the image is labelled by %q, which says nothing", id)
				}
			}
		}
		for name, value := range e.Attr {
			reference, ok := strings.CutPrefix(value, "url(#")
			if e.Name == "use" && name == "href" {
				reference, ok = strings.TrimPrefix(value, "#")+")", true
			}
			if _, defined := texts[strings.TrimSuffix(reference, ")")]; ok && !defined {
				t.Errorf("%s refers to %q, which is nowhere", e.Name, value)
			}
		}
	}
	if images != 1 {
		t.Errorf("%d elements with role=img, want 1", images)
	}
}

// Links gives address and tooltip of every link, in order.
func Links(elements []Element) (links [][2]string) {
	for _, e := range elements {
		if e.Name == "a" {
			links = append(links, [2]string{e.Attr["href"], e.Title})
		}
	}
	return links
}

// Texts gives every text that is drawn, once each.
func Texts(elements []Element) (texts []string) {
	for _, e := range elements {
		if e.Name == "text" && !slices.Contains(texts, e.Text) {
			texts = append(texts, e.Text)
		}
	}
	return texts
}

// Says fails for every text that the chart does not draw.
func Says(t *testing.T, elements []Element, want ...string) {
	t.Helper()
	texts := Texts(elements)
	for _, text := range want {
		if !slices.Contains(texts, text) {
			t.Errorf("%q is not drawn; drawn are %q", text, texts)
		}
	}
}

// Reachable checks that every link can be hit with a finger at the least width at which the stylesheet shows the
// chart: 24 px in both directions (WCAG 2.2, 2.5.8). Areas of a map have no box; those that are small have a circle.
func Reachable(t *testing.T, elements []Element) {
	t.Helper()
	class := strings.Fields(elements[0].Attr["class"])[1]
	rule := regexp.MustCompile(`\.` + class + `\b[^}]*min-width: (\d+)px`).FindStringSubmatch(svg.Stylesheet())
	if rule == nil {
		t.Fatalf("the stylesheet has no min-width for %s", class)
	}
	number := func(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v }
	scale := min(number(rule[1])/number(elements[0].Attr["width"]), 1)
	byID := map[string]Element{}
	for _, e := range elements {
		byID[e.Attr["id"]] = e
	}
	best := map[int]float64{}
	for _, e := range elements {
		if e.parent < 0 || elements[e.parent].Name != "a" {
			continue
		}
		if e.Name == "use" {
			e = Element{Name: byID[e.Attr["href"][1:]].Name, Attr: byID[e.Attr["href"][1:]].Attr, parent: e.parent}
		}
		switch e.Name {
		case "rect":
			best[e.parent] = max(best[e.parent], scale*min(number(e.Attr["width"]), number(e.Attr["height"])))
		case "circle":
			best[e.parent] = max(best[e.parent], scale*2*number(e.Attr["r"]))
		}
	}
	if len(best) == 0 {
		t.Error("no link with a target")
	}
	for link, size := range best {
		if size < 24 {
			t.Errorf("the target of %q is %.1f px, want 24", elements[link].Title, size)
		}
	}
}
