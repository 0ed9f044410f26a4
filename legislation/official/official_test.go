package official

import (
	"context"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"seelex/legislation/official/markdown"
	"seelex/legislation/official/structure"
)

// folder is where the statutes lie that these tests read.
func folder(t testing.TB) string {
	dir := os.Getenv("SEELEX_OFFICIAL")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "official")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the folder of official texts is missing: %v (set SEELEX_OFFICIAL)", err)
	}
	return dir
}

var (
	readMu sync.Mutex
	readen = map[string]*Document{}
)

// document reads a statute once for all tests.
func document(t testing.TB, name string) *Document {
	t.Helper()
	readMu.Lock()
	defer readMu.Unlock()
	if d := readen[name]; d != nil {
		return d
	}
	f, err := os.Open(filepath.Join(folder(t), name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d, err := Read(context.Background(), name, f, Options{})
	if err != nil {
		t.Fatal(err)
	}
	readen[name] = d
	return d
}

// statutes are the files with the number of articles that each holds, counted by hand or grep in the file; Bulgarian
// amending acts are counted in §§. Where the copy has lost labels the number is that of the labels left.
var statutes = []struct {
	file, format, language string
	articles               int
	first, last            string
}{
	{"al/kodi-penal.pdf", "pdf", "sq", 470, "art-1", "art-335"},
	{"ba-bih/kazneni-zakon-fbih.md", "markdown", "hr", 378, "art-1", "art-421"},
	{"ba-bih/kazneni-zakon-fbih.pdf", "pdf", "hr", 415, "art-1", "appended-10/art-63"},
	{"bg/zid-nk-2010.txt", "text", "bg", 62, "par-1", "par-62"},
	{"bg/zid-nk-2025.txt", "text", "bg", 53, "par-9", "par-61"},
	{"bg/zid-zknvp-2010.txt", "text", "bg", 73, "par-25", "par-97"},
	{"cy/law-164-2017.md", "markdown", "el", 21, "art-1", "art-21"},
	{"cy/law-29-1977.md", "markdown", "el", 46, "art-1", "art-39"},
	{"cy/law-41-2016.md", "markdown", "el", 13, "art-1", "art-14"},
	{"gr/FEK-A-10-2016.md", "legalize", "el", 37, "art-1", "art-39"},
	{"gr/FEK-A-10-2025.md", "legalize", "el", 92, "art-1", "art-98"},
	{"gr/FEK-A-106-2022.md", "legalize", "el", 46, "art-1", "art-48"},
	{"gr/FEK-A-108-2020.md", "legalize", "el", 35, "art-1", "art-37"},
	{"gr/FEK-A-115-2017.md", "legalize", "el", 107, "art-1", "art-108"},
	{"gr/FEK-A-118-2021.md", "legalize", "el", 38, "art-1", "art-38"},
	{"gr/FEK-A-124-2022.md", "legalize", "el", 49, "art-1", "art-51"},
	{"gr/FEK-A-128-2022.md", "legalize", "el", 61, "art-1", "art-68"},
	{"gr/FEK-A-130-2018.md", "legalize", "el", 70, "art-1", "art-72"},
	{"gr/FEK-A-137-2014.md", "legalize", "el", 21, "art-1", "art-21"},
	{"gr/FEK-A-137-2023.md", "legalize", "el", 46, "art-1", "art-46"},
	{"gr/FEK-A-142-2016.md", "legalize", "el", 26, "art-1", "art-31"},
	{"gr/FEK-A-142-2022.md", "legalize", "el", 44, "art-1", "art-44"},
	{"gr/FEK-A-145-2019.md", "legalize", "el", 7, "art-1", "art-9"},
	{"gr/FEK-A-146-2016.md", "legalize", "el", 12, "art-1", "art-2~3"},
	{"gr/FEK-A-147-2014.md", "legalize", "el", 50, "art-1", "art-53"},
	{"gr/FEK-A-16-2021.md", "legalize", "el", 53, "art-1", "art-54"},
	{"gr/FEK-A-161-2019.md", "legalize", "el", 51, "art-1", "art-53"},
	{"gr/FEK-A-166-2021.md", "legalize", "el", 39, "art-1", "art-41"},
	{"gr/FEK-A-178-2021.md", "legalize", "el", 75, "art-1", "art-79"},
	{"gr/FEK-A-180-2019.md", "legalize", "el", 15, "art-1", "art-16"},
	{"gr/FEK-A-181-2019.md", "legalize", "el", 38, "art-1", "art-31"},
	{"gr/FEK-A-196-2020.md", "legalize", "el", 38, "art-1", "art-39"},
	{"gr/FEK-A-196-2024.md", "legalize", "el", 47, "art-1", "art-50"},
	{"gr/FEK-A-203-2022.md", "legalize", "el", 85, "art-1", "art-89"},
	{"gr/FEK-A-204-2020.md", "legalize", "el", 46, "art-2", "art-48"},
	{"gr/FEK-A-215-2013.md", "legalize", "el", 9, "art-1", "art-10"},
	{"gr/FEK-A-220-2021.md", "legalize", "el", 84, "art-1", "art-74"},
	{"gr/FEK-A-228-2022.md", "legalize", "el", 50, "art-1", "art-51"},
	{"gr/FEK-A-235-2020.md", "legalize", "el", 78, "art-1", "art-81"},
	{"gr/FEK-A-242-2013.md", "legalize", "el", 8, "art-1", "art-10"},
	{"gr/FEK-A-25-2021.md", "legalize", "el", 55, "art-1", "art-58"},
	{"gr/FEK-A-252-2013.md", "legalize", "el", 27, "art-1", "art-29"},
	{"gr/FEK-A-30-2026.md", "legalize", "el", 76, "art-1", "art-76"},
	{"gr/FEK-A-34-2015.md", "legalize", "el", 130, "art-1", "art-99"},
	{"gr/FEK-A-34-2023.md", "legalize", "el", 27, "art-1", "art-27"},
	{"gr/FEK-A-41-2018.md", "legalize", "el", 7, "art-1", "art-8"},
	{"gr/FEK-A-44-2019.md", "legalize", "el", 150, "art-1", "art-157"},
	{"gr/FEK-A-52-2022.md", "legalize", "el", 72, "art-1", "art-73"},
	{"gr/FEK-A-55-2024.md", "legalize", "el", 73, "art-1", "art-75"},
	{"gr/FEK-A-64-2024.md", "legalize", "el", 37, "art-1", "art-40"},
	{"gr/FEK-A-67-2019.md", "legalize", "el", 64, "art-1", "art-68"},
	{"gr/FEK-A-74-2013.md", "legalize", "el", 100, "art-1", "art-104"},
	{"gr/FEK-A-75-2022.md", "legalize", "el", 81, "art-1", "art-82"},
	{"gr/FEK-A-76-2024.md", "legalize", "el", 42, "art-1", "art-44"},
	{"gr/FEK-A-83-2021.md", "legalize", "el", 46, "art-1", "art-47"},
	{"gr/FEK-A-84-2020.md", "legalize", "el", 73, "art-1", "art-75"},
	{"gr/FEK-A-88-2023.md", "legalize", "el", 80, "art-1", "art-83"},
	{"gr/FEK-A-92-2013.md", "legalize", "el", 0, "", ""},
	{"gr/FEK-A-92-2019.md", "legalize", "el", 10, "art-1", "art-10"},
	{"hr/kazneni-zakon-nn-125-2011.md", "markdown", "hr", 387, "art-1", "art-387"},
	{"me/krivicni-zakonik.html", "html", "sr-Latn", 499, "art-1", "appended-2/art-158"},
	{"me/krivicni-zakonik.pdf", "pdf", "sr-Latn", 562, "art-1", "art-488"},
	{"me/zakon-o-sprjecavanju-zloupotrebe-droga.xml", "akn", "sr-Latn", 60, "art-1", "art-56"},
	{"mk/krivicen-zakonik.pdf", "pdf", "mk", 559, "art-1", "appended-18/art-33"},
	{"mk/zakon-za-krivicnata-postapka.pdf", "pdf", "mk", 568, "art-1", "art-568"},
	{"mk/zakon-za-prekrsoci-javen-red-i-mir.pdf", "pdf", "mk", 43, "art-1", "appended-2/art-34"},
	{"ro/RO-263634.md", "legalize", "ro", 6, "art-1", "art-6"},
	{"ro/codul-penal-2015.md", "markdown", "ro", 446, "art-1", "art-446"},
	{"ro/codul-penal-2026.txt", "text", "ro", 457, "art-1", "art-446"},
	{"ro/legea-143-2000.txt", "text", "ro", 28, "art-1", "art-27"},
	{"rs/krivicni-zakonik.md", "markdown", "sr-Cyrl", 471, "art-1", "art-432"},
	{"rs/zakon-o-psihoaktivnim-kontrolisanim-supstancama.md", "markdown", "sr-Cyrl", 119, "art-1", "art-117"},
	{"rs/zakonik-o-krivicnom-postupku.md", "markdown", "sr-Cyrl", 609, "art-1", "art-608"},
	{"si/kazenski-zakonik.md", "markdown", "sl", 328, "art-1", "art-381"},
	{"si/zakon-o-kazenskem-postopku.md", "markdown", "sl", 373, "art-1", "art-566"},
	{"tr/ceza-muhakemesi-kanunu-5271.md", "markdown", "tr", 357, "art-1", "appended-6/art-gecici-1"},
	{"tr/turk-ceza-kanunu-5237.md", "markdown", "tr", 350, "art-1", "appended-1/art-gecici-1"},
	{"un/illicit-traffic-1988.md", "markdown", "en", 34, "art-1", "art-34"},
	{"un/psychotropic-substances-1971.md", "markdown", "en", 33, "art-1", "art-33"},
	{"un/single-convention-1961.md", "markdown", "en", 54, "art-1", "art-51"},
	{"xk/criminal-code-06-L-074.pdf", "pdf", "sq", 434, "art-1", "art-434"},
	{"xk/juvenile-justice-code-06-L-006.pdf", "pdf", "sq", 141, "art-1", "art-141"},
}

// TestStatutes reads every file of the folder: format, language and number of articles are as counted in the file, the
// parts make up the whole, and nothing is lost. With -v it prints a table.
func TestStatutes(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(folder(t), "*", "*.*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", folder(t), err)
	}
	known := map[string]int{}
	for i, s := range statutes {
		known[s.file] = i
	}
	for _, f := range files {
		name := filepath.Base(filepath.Dir(f)) + "/" + filepath.Base(f)
		t.Run(name, func(t *testing.T) {
			i, ok := known[name]
			if !ok {
				t.Fatal("add the file to the table of statutes, with its articles counted")
			}
			d, want := document(t, name), statutes[i]
			units := citable(d)
			unknown, paragraphs := 0, 0
			d.Walk(func(_ string, p *Part) {
				switch p.Kind {
				case structure.Text, structure.Translation:
					unknown += p.End - p.Start
				case structure.Paragraph:
					paragraphs++
				}
			})
			t.Logf("%-9s %-7s articles %3d  paragraphs %4d  not understood %6d of %6d bytes  warnings %d", d.Format, d.Language, len(units), paragraphs, unknown, len(d.Text), len(d.Warnings))
			if d.Format != want.format || d.Language != want.language {
				t.Errorf("read as %s in %s, want %s in %s", d.Format, d.Language, want.format, want.language)
			}
			if len(units) != want.articles {
				t.Errorf("%d articles, want %d", len(units), want.articles)
			}
			if len(units) > 0 && (units[0] != want.first || units[len(units)-1] != want.last) {
				t.Errorf("articles run from %s to %s, want %s to %s", units[0], units[len(units)-1], want.first, want.last)
			}
			whole(t, d)
			complete(t, f, d)
		})
	}
}

// citable returns the paths of articles, or of the §§ of a Bulgarian amending act.
func citable(d *Document) []string {
	if a := d.Articles(); len(a) > 0 {
		return a
	}
	var out []string
	d.Walk(func(path string, p *Part) {
		if strings.HasPrefix(p.Label, "§") {
			out = append(out, path)
		}
	})
	return out
}

// whole checks that the parts lie end to end over the whole text, that each path names one part, and that a part's
// label, heading and text hold every letter of its own stretch.
func whole(t *testing.T, d *Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Error("the text is not UTF-8")
	}
	seen := map[string]bool{}
	d.Walk(func(path string, p *Part) {
		if path != "" && seen[path] && p.Kind != structure.Section && p.Kind != structure.Chapter {
			t.Errorf("%s is there twice", path)
		}
		seen[path] = true
	})
	tile(t, d, d.Parts, 0, len(d.Text))
}

func tile(t *testing.T, d *Document, parts []Part, from, to int) {
	t.Helper()
	for i := range parts {
		p := &parts[i]
		if p.Start != from || p.End < p.Start || p.End > to {
			t.Fatalf("%s %s covers %d to %d, want it to start at %d and to end by %d", p.Kind, p.Key, p.Start, p.End, from, to)
		}
		from = p.End
		own := p.End
		if len(p.Children) > 0 {
			own = p.Children[0].Start
			tile(t, d, p.Children, own, p.End)
		}
		got, want := len(letters(p.Label))+len(letters(p.Heading))+len(letters(p.Text)), len(letters(d.Text[p.Start:own]))
		again := len(letters(p.Label)) + len("Madde") // some copies print the label twice
		if got != want && !((p.Kind == structure.Article || p.Kind == structure.Quoted) && got < want && want <= got+again) {
			t.Errorf("%s %s %q: label, heading and text hold %d bytes of letters, its stretch of the text %d: %.200q", p.Kind, p.Key, p.Label, got, want, d.Text[p.Start:own])
		}
	}
	if len(parts) > 0 && from != to {
		t.Fatalf("the parts end at %d, want %d", from, to)
	}
}

// complete checks text formats against the file: every letter and digit of the file is in the document, in order.
func complete(t *testing.T, file string, d *Document) {
	t.Helper()
	if d.Format != "legalize" && d.Format != "markdown" && d.Format != "text" || strings.HasSuffix(file, "codul-penal-2026.txt") || strings.HasSuffix(file, "legea-143-2000.txt") {
		return // the two print the path of chapters above every article
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, body := markdown.FrontMatter(string(data))
	body = linkTarget.ReplaceAllString(htmlUnescape(tag.ReplaceAllString(provenance.ReplaceAllString(body, ""), "")), "]")
	got, want := letters(d.Text), letters(norm.NFC.String(body))
	if got == want {
		return
	}
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	t.Errorf("%d bytes of letters, the file has %d; they part at %q, in the file %q", len(got), len(want), window(got, i), window(want, i))
}

var (
	linkTarget = regexp.MustCompile(`\]\([^)\n]*\)`)
	tag        = regexp.MustCompile(`<[a-zA-Z/][^>]*>`)
	provenance = regexp.MustCompile(`(?m)^- (Source|Службени гласник): .*$`)
)

func window(s string, i int) string {
	return strings.ToValidUTF8(s[max(0, i-30):min(len(s), i+60)], "")
}

func htmlUnescape(s string) string { return html.UnescapeString(s) }

// letters are the letters and digits of s.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, s)
}
