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
	"slices"
	"strings"
	"testing"
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
}

// Parse reads a chart as XML, which is stricter than HTML, and checks what holds for every chart: one image, named
// and described, and every reference inside of the drawing leads to something.
func Parse(t *testing.T, chart template.HTML) []Element {
	t.Helper()
	var all []*Element
	var path []*Element
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
			e := &Element{Name: token.Name.Local, Attr: map[string]string{}}
			for _, a := range token.Attr {
				e.Attr[a.Name.Local] = a.Value
			}
			all, path = append(all, e), append(path, e)
		case xml.EndElement:
			e := path[len(path)-1]
			path = path[:len(path)-1]
			if e.Name == "title" && len(path) > 0 {
				path[len(path)-1].Title = e.Text
			}
		case xml.CharData:
			if len(path) > 0 {
				path[len(path)-1].Text += string(token)
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
			for _, id := range strings.Fields(e.Attr["aria-labelledby"]) {
				if texts[id] == "" {
					t.Errorf("the image is labelled by %q, which says nothing", id)
				}
			}
		}
		for _, value := range e.Attr {
			reference, ok := strings.CutPrefix(value, "url(#")
			if e.Name == "use" && strings.HasPrefix(value, "#") {
				reference, ok = value[1:]+")", true
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
