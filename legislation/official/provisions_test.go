package official

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"seelex/legislation/official/structure"
)

// provisions are places that people cite, with words of their text and heading. The paths are the ids of the curated
// facts without the instrument.
var provisions = []struct{ file, path, heading, text string }{
	{"gr/FEK-A-74-2013.md", "art-1/par-1", "", "Με τον όρο «ναρκωτικά»"},
	{"gr/FEK-A-74-2013.md", "art-20", "", ""},
	{"gr/FEK-A-74-2013.md", "art-21/par-1/pt-a", "", ""},
	{"gr/FEK-A-74-2013.md", "art-21/par-1/pt-b", "", ""},
	{"gr/FEK-A-74-2013.md", "art-29/par-1", "", "Όποιος, για δική του αποκλειστικά χρήση"},
	{"gr/FEK-A-74-2013.md", "art-29/par-4", "", "Με φυλάκιση μέχρι δύο ετών"},
	{"gr/FEK-A-74-2013.md", "art-29", "Καλλιέργεια κάνναβης, χρήση ναρκωτικών ουσιών, πλαστογραφία ιατρικής συνταγής", ""},
	{"gr/FEK-A-74-2013.md", "art-30/par-4/pt-c", "", "Των πράξεων του άρθρου 21"},
	{"gr/FEK-A-74-2013.md", "art-30/par-4/pt-d", "", "Των πράξεων του άρθρου 22"},
	{"gr/FEK-A-74-2013.md", "art-31/pt-c", "", "Σε περίπτωση αντικατάστασης"},
	{"gr/FEK-A-74-2013.md", "art-33/par-1/pt-b", "", "Ο αρμόδιος εισαγγελέας"},
	{"xk/criminal-code-06-L-074.pdf", "art-266", "", ""},
	{"xk/criminal-code-06-L-074.pdf", "art-269/par-2", "", ""},
	{"xk/criminal-code-06-L-074.pdf", "art-276", "", ""},
	{"xk/criminal-code-06-L-074.pdf", "art-113/pt-37", "", ""},
	{"xk/criminal-code-06-L-074.pdf", "art-7", "Vepra penale", "Vepra penale është vepër e kundërligjshme"},
	{"xk/juvenile-justice-code-06-L-006.pdf", "art-34", "Shqiptimi i burgimit për të mitur", ""},
	{"al/kodi-penal.pdf", "art-283/par-1", "", "Shitja, ofrimi për shitje"},
	{"al/kodi-penal.pdf", "art-283-a/par-3", "", "Organizimi, drejtimi ose financimi"},
	{"al/kodi-penal.pdf", "art-283-a", "Trafikimi i narkotikëve", ""},
	{"al/kodi-penal.pdf", "art-284-ce/par-2", "", "Po kjo vepër"},
	{"al/kodi-penal.pdf", "art-284-c", "Prodhimi dhe fabrikimi i lëndëve narkotike dhe psikotrope", ""},
	{"ba-bih/kazneni-zakon-fbih.md", "art-43a/par-1", "", ""},
	{"ba-bih/kazneni-zakon-fbih.md", "art-238/par-1", "", ""},
	{"ba-bih/kazneni-zakon-fbih.pdf", "art-43c/par-3", "", ""},
	{"ba-bih/kazneni-zakon-fbih.pdf", "art-238/par-1", "", ""},
	{"cy/law-29-1977.md", "art-30A", "", ""},
	{"cy/law-29-1977.md", "art-5A", "", ""},
	{"cy/law-29-1977.md", "art-10A/par-2", "", ""},
	{"cy/law-29-1977.md", "art-2", "Ερμηνεία", ""},
	{"si/kazenski-zakonik.md", "art-186", "", ""},
	{"si/kazenski-zakonik.md", "art-186/par-1", "", ""},
	{"si/kazenski-zakonik.md", "art-187/par-1", "", ""},
	{"si/kazenski-zakonik.md", "art-70a", "Obvezno psihiatrično zdravljenje in varstvo v zdravstvenem zavodu", ""},
	{"si/zakon-o-kazenskem-postopku.md", "art-161a", "", ""},
	{"tr/turk-ceza-kanunu-5237.md", "art-191/par-1", "", "uyuşturucu"},
	{"tr/turk-ceza-kanunu-5237.md", "art-188/par-4/pt-a", "", ""},
	{"tr/turk-ceza-kanunu-5237.md", "art-188/par-4/pt-b", "", ""},
	{"tr/turk-ceza-kanunu-5237.md", "art-2", "Suçta ve cezada kanunîlik ilkesi", ""},
	{"tr/ceza-muhakemesi-kanunu-5271.md", "art-2/par-1/pt-j", "", "Suçüstü"},
	{"hr/kazneni-zakon-nn-125-2011.md", "art-190/par-2", "", ""},
	{"hr/kazneni-zakon-nn-125-2011.md", "art-191/par-1", "", ""},
	{"rs/krivicni-zakonik.md", "art-246a", "Неовлашћено држање опојних дрога", ""},
	{"rs/krivicni-zakonik.md", "art-246/par-4", "", ""},
	{"rs/zakon-o-psihoaktivnim-kontrolisanim-supstancama.md", "art-4a", "", ""},
	{"rs/zakon-o-psihoaktivnim-kontrolisanim-supstancama.md", "art-2", "Психоактивне контролисане супстанце", ""},
	{"mk/krivicen-zakonik.pdf", "art-215/par-1", "", "Тој што"},
	{"mk/krivicen-zakonik.pdf", "art-58-b", "", ""},
	{"mk/krivicen-zakonik.pdf", "art-59-a", "", ""},
	{"mk/zakon-za-krivicnata-postapka.pdf", "art-2/par-1", "", "Лицето обвинето за кривично дело"},
	{"me/krivicni-zakonik.pdf", "art-300/par-1", "", ""},
	{"me/krivicni-zakonik.pdf", "art-10", "Nužna odbrana", ""},
	{"me/krivicni-zakonik.html", "art-300/par-1", "", ""},
	{"me/krivicni-zakonik.html", "art-36a", "", ""},
	{"me/krivicni-zakonik.html", "art-15", "Umišljaj", "Krivično djelo je učinjeno sa umišljajem"},
	{"me/zakon-o-sprjecavanju-zloupotrebe-droga.xml", "art-2/par-2", "", "Drogom, u smislu ovog zakona"},
	{"me/zakon-o-sprjecavanju-zloupotrebe-droga.xml", "art-42a", "", ""},
	{"ro/legea-143-2000.txt", "art-4/par-1", "", ""},
	{"ro/legea-143-2000.txt", "art-15-1", "", "Nu se poate dispune suspendarea"},
	{"ro/codul-penal-2026.txt", "art-2/par-3", "", "Nicio pedeapsă"},
	{"ro/codul-penal-2026.txt", "art-367/par-1", "", ""},
	{"ro/codul-penal-2015.md", "art-112-1", "", ""},
	{"ro/codul-penal-2015.md", "art-367/par-6", "", "Prin grup infractional"},
	{"ro/codul-penal-2015.md", "art-367", "Constituirea unui grup infractional organizat", ""},
	{"un/illicit-traffic-1988.md", "art-3/par-1/pt-a-i", "", "The production, manufacture"},
	{"un/illicit-traffic-1988.md", "art-3/par-1/pt-a-v", "", "The organization, management"},
	{"un/illicit-traffic-1988.md", "art-3/par-2", "", "Subject to its constitutional principles"},
	{"un/illicit-traffic-1988.md", "art-3/par-4/pt-d", "", "The Parties may provide"},
	{"un/illicit-traffic-1988.md", "art-preamble", "", "The Parties to this Convention"},
	{"un/psychotropic-substances-1971.md", "art-22/par-1/pt-b", "", "Notwithstanding"},
	{"un/single-convention-1961.md", "art-36/par-1/pt-a", "", "Subject to its constitutional"},
	{"un/single-convention-1961.md", "art-14-bis", "", ""},
	{"un/single-convention-1961.md", "art-38-bis", "", ""},
	{"un/single-convention-1961.md", "annex-schedules", "", ""},
	{"bg/zid-nk-2010.txt", "par-1", "", "Член 58а се изменя така"},
	{"bg/zid-nk-2025.txt", "par-20/pt-2", "", "Създават се ал. 3 и 4"},
}

func TestProvisions(t *testing.T) {
	for _, want := range provisions {
		t.Run(want.file+"#"+want.path, func(t *testing.T) {
			p := part(document(t, want.file), want.path)
			if p == nil {
				t.Fatal("not found")
			}
			if want.heading != "" && p.Heading != want.heading {
				t.Errorf("heading %q, want %q", p.Heading, want.heading)
			}
			if !strings.Contains(p.Text, want.text) {
				t.Errorf("text %.120q, want it to contain %q", p.Text, want.text)
			}
		})
	}
}

// TestTwoFormats reads one law from two files: where both print an article, both yield it, under one heading and with
// one text. The copies are of different days: articles that were amended in between differ, and are logged.
func TestTwoFormats(t *testing.T) {
	for _, pair := range [][2]string{
		{"ba-bih/kazneni-zakon-fbih.md", "ba-bih/kazneni-zakon-fbih.pdf"},
		{"me/krivicni-zakonik.html", "me/krivicni-zakonik.pdf"},
	} {
		a, b := document(t, pair[0]), document(t, pair[1])
		both, sameHeading, sameText := 0, 0, 0
		var differ []string
		for _, p := range main(a) {
			x, y := part(a, p), part(b, p)
			if y == nil {
				if prints(b, x.Number) {
					t.Errorf("%s: %s prints it, but it was not found there", p, pair[1])
				}
				continue
			}
			both++
			if letters(strings.ToLower(x.Heading)) == letters(strings.ToLower(y.Heading)) {
				sameHeading++
			}
			if alike := likeness(wholeText(a, x), wholeText(b, y)); alike >= 0.9 {
				sameText++
			} else {
				differ = append(differ, fmt.Sprintf("%s %.0f %%", p, 100*alike))
			}
		}
		for _, p := range main(b) {
			if x := part(b, p); part(a, p) == nil && prints(a, x.Number) {
				t.Errorf("%s: %s prints it, but it was not found there", p, pair[0])
			}
		}
		t.Logf("%s and %s: %d and %d articles, %d in both, %d under one heading", pair[0], pair[1], len(main(a)), len(main(b)), both, sameHeading)
		t.Logf("of %d articles in both %d have one text; the others share of their words: %s", both, sameText, strings.Join(differ, ", "))
		if both < 350 || sameHeading*10 < both*8 || sameText*10 < both*9 {
			t.Errorf("%v: only %d articles in both, %d under one heading, %d with one text", pair, both, sameHeading, sameText)
		}
	}
}

// wholeText is the text of an article with everything below it, but without amendment notes and earlier wordings.
func wholeText(d *Document, p *Part) string {
	s := p.Text
	for i := range p.Children {
		if c := &p.Children[i]; c.Kind != structure.VersionNote {
			s += " " + c.Label + " " + wholeText(d, c)
		}
	}
	return s
}

// likeness is the share of words that two texts have in common, from 0 to 1.
func likeness(a, b string) float64 {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	x, y := words(a), words(b)
	if len(x)+len(y) == 0 {
		return 1
	}
	count := map[string]int{}
	for _, w := range x {
		count[w]++
	}
	common := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}

// main returns the articles of the law itself, without appended amending acts.
func main(d *Document) []string {
	return slices.DeleteFunc(d.Articles(), func(p string) bool { return strings.Contains(p, "/") })
}

// prints says that a line of the document is the label of article n of the law itself.
func prints(d *Document, n string) bool {
	for _, p := range d.Articles() {
		if strings.HasPrefix(p, "appended-") && part(d, p).Number == n {
			return false
		}
	}
	for line := range strings.SplitSeq(d.Text, "\n") {
		word, rest, ok := strings.Cut(line, " ")
		if ok && (word == "Članak" || word == "Član") && strings.Trim(rest, " .") == n {
			return true
		}
	}
	return false
}

// TestKeysMeetTheFacts looks for the articles that the curated facts name in the statutes of the folder.
func TestKeysMeetTheFacts(t *testing.T) {
	facts := filepath.Join(folder(t), "..", "facts")
	for _, pair := range []struct {
		facts, instrument, file string
		atMost                  int // ids that this copy does not hold: other versions, parts that it lost
	}{
		{"gr.yaml", "gr/law-4139-2013", "gr/FEK-A-74-2013.md", 18},
		{"xk.yaml", "xk/criminal-code-2019", "xk/criminal-code-06-L-074.pdf", 2},
		{"al.yaml", "al/criminal-code", "al/kodi-penal.pdf", 4},
		{"ba-bih.yaml", "ba-bih/criminal-code-2003", "ba-bih/kazneni-zakon-fbih.pdf", 2},
		{"me.yaml", "me/criminal-code", "me/krivicni-zakonik.pdf", 2},
		{"mk.yaml", "mk/criminal-code", "mk/krivicen-zakonik.pdf", 2},
		{"rs.yaml", "rs/criminal-code", "rs/krivicni-zakonik.md", 8},
		{"tr.yaml", "tr/criminal-code-2004", "tr/turk-ceza-kanunu-5237.md", 2},
		{"cy.yaml", "cy/law-29-1977", "cy/law-29-1977.md", 2},
		{"int.yaml", "int/convention-1988", "un/illicit-traffic-1988.md", 1},
		{"int.yaml", "int/convention-1971", "un/psychotropic-substances-1971.md", 1},
		{"int.yaml", "int/convention-1961", "un/single-convention-1961.md", 1},
	} {
		data, err := os.ReadFile(filepath.Join(facts, pair.facts))
		if err != nil {
			t.Skipf("the facts are missing: %v", err)
		}
		d := document(t, pair.file)
		var missing []string
		n := 0
		for line := range strings.SplitSeq(string(data), "\n") {
			id, ok := strings.CutPrefix(strings.TrimSpace(strings.TrimLeft(line, "- ")), "id: "+pair.instrument+"/art-")
			if !ok || !strings.HasPrefix(strings.TrimSpace(line), "- id:") {
				continue
			}
			path, _, _ := strings.Cut("art-"+id, "@")
			if n++; part(d, path) == nil && !slices.Contains(missing, path) {
				missing = append(missing, path)
			}
		}
		t.Logf("%-28s %3d ids, not in the text: %v", pair.instrument, n, missing)
		if n == 0 || len(missing) > pair.atMost {
			t.Errorf("%s: %d of %d ids not found in %s: %v", pair.instrument, len(missing), n, pair.file, missing)
		}
	}
}

// TestQuotedArticlesAreNotOwn: an amending act quotes articles of the act that it amends.
func TestQuotedArticlesAreNotOwn(t *testing.T) {
	for _, file := range []string{"bg/zid-nk-2010.txt", "bg/zid-nk-2025.txt", "bg/zid-zknvp-2010.txt"} {
		d := document(t, file)
		quoted := 0
		d.Walk(func(_ string, p *Part) {
			if p.Kind == structure.Quoted {
				quoted++
			}
		})
		if n := len(d.Articles()); n > 0 || quoted < 5 {
			t.Errorf("%s: %d articles of its own and %d quoted; want none and some", file, n, quoted)
		}
	}
	d := document(t, "gr/FEK-A-74-2013.md")
	for _, p := range []string{"art-237", "art-70/par-1"} {
		if part(d, p) != nil {
			t.Errorf("%s is quoted by article 70, but was taken for one of Law 4139/2013", p)
		}
	}
}

// TestNoNoteSigns: the copy of the Macedonian code sets the numbers of its footnotes behind the penalties.
func TestNoNoteSigns(t *testing.T) {
	p := part(document(t, "mk/krivicen-zakonik.pdf"), "art-215/par-1")
	if p == nil || !strings.HasSuffix(p.Text, "до десет години.") {
		t.Errorf("article 215(1) reads %+v, want it to end with the penalty", p)
	}
}
