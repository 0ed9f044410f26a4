package cite

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"seelex/legislation"
)

var update = flag.Bool("update", false, "write the golden files anew")

// cited are a code, a law, a by-law, a strategy and their places, of every jurisdiction.
var cited = []string{
	"al/criminal-code/art-283-a/par-1", "al/criminal-code", "al/narcotics-act-1995", "al/drug-strategy-2012",
	"ba/criminal-code-2003/art-195/par-1", "ba/drugs-act-2006", "ba/strategy-2018-2023/sec-4-1",
	"ba-bih/criminal-code-2003/art-239/par-1", "ba-bih/criminal-code-2003", "ba-bih/sarajevo-strategy-2024-2028/sec-aims",
	"ba-brc/criminal-code-2003/art-232/par-1", "ba-brc/misdemeanours-act",
	"ba-srp/criminal-code-2017/art-207/par-1", "ba-srp/strategy-2016-2021/sec-monitoring",
	"bg/criminal-code/art-354a/par-3", "bg/criminal-code/art-354v/par-1", "bg/narcotics-act-1999", "bg/health-act-2004/art-54a", "bg/strategy-2020-2024/sec-1",
	"cy/law-29-1977/art-5A", "cy/law-29-1977/annex-3/use", "cy/law-41-2016", "cy/strategy-2021-2028",
	"eu/framework-decision-2004-757/art-2/par-1", "eu/regulation-2023-1322", "eu/drugs-strategy-2021-2025/sec-1", "eu/cjeu-c-663-18",
	"gr/law-4139-2013/art-29/par-1", "gr/law-4139-2013/art-2IB", "gr/law-4139-2013/art-21/par-1/pt-b", "gr/criminal-code-2019/art-104A", "gr/law-4139-2013", "gr/action-plan-2007-2009",
	"hr/criminal-code-2011/art-190/par-2", "hr/criminal-code-2011", "hr/drug-abuse-act-2001/ch-misdemeanours", "hr/strategy-2030/sec-action-plans",
	"int/convention-1988/art-3/par-2", "int/convention-1988/art-3/par-1/pt-a-i", "int/convention-1961/art-36/par-1/pt-b", "int/ungass-2016/sec-4-j", "int/tokyo-rules-1990", "int/coe-sea-agreement-1995",
	"md/criminal-code-2002/art-217-1/par-1", "md/law-382-1999", "md/gd-79-2006/annex", "md/strategy-2020-2027/sec-alternatives",
	"me/criminal-code/art-300/par-1", "me/drug-abuse-prevention-act", "me/narcotic-drugs-act-1996", "me/strategy-2013-2020",
	"mk/criminal-code/art-215/par-1", "mk/criminal-code/art-48-a", "mk/drug-control-law-2008", "mk/strategy-2014-2020/sec-1",
	"ro/law-143-2000/art-4/par-1", "ro/criminal-code-2009", "ro/gd-860-2005", "ro/strategy-2022-2026/sec-7-1",
	"rs/criminal-code/art-246a/par-1", "rs/criminal-code", "rs/psychoactive-controlled-substances-act/art-4a", "rs/narcotic-drugs-act-1996", "rs/strategy-2014-2021",
	"si/criminal-code-2008/art-186/par-1", "si/criminal-code-2008/art-186", "si/production-trade-act-1999", "si/resolution-2023-2030/sec-goals",
	"tr/criminal-code-2004/art-191/par-1", "tr/criminal-code-2004/art-188/par-4/pt-a", "tr/law-2313/art-23/par-5", "tr/execution-law-5275/art-105-a", "tr/hemp-regulation-2016", "tr/strategy-2018-2023",
	"xk/criminal-code-2019/art-269/par-1", "xk/narcotics-law-2008", "xk/narcotics-law-2008/annex/table-2", "xk/drug-strategy-2018",
}

func (b *base) provision(id legislation.ID) *legislation.Provision {
	for i := range b.provisions {
		if strings.EqualFold(string(b.provisions[i].ID), string(id)) {
			return &b.provisions[i]
		}
	}
	return nil
}

func request(id, style string, on legislation.Day) Request {
	return Request{ID: legislation.ID(id), Style: style, On: on, Base: "https://seelex.example", Accessed: day("2026-11-25"), Provision: loaded.provision(legislation.ID(id))}
}

// The golden files hold what is written for every style and jurisdiction. They are
// read by people against the rules that the comments of the code name; -update writes
// them anew.
func TestWriteGolden(t *testing.T) {
	for _, style := range Styles {
		var b strings.Builder
		for _, id := range cited {
			c, err := Write(loaded.catalog, request(id, style.ID, today))
			if err != nil {
				t.Fatal(err)
			}
			if style.File {
				b.WriteString(strings.ReplaceAll(c.Text, "\r\n", "\n") + "\n")
				continue
			}
			fmt.Fprintf(&b, "%s\n\t%s\n", id, c.HTML)
		}
		golden(t, style.ID, b.String())
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name+".txt")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		var g, w string
		if i < len(gotLines) {
			g = gotLines[i]
		}
		if i < len(wantLines) {
			w = wantLines[i]
		}
		if g != w {
			t.Errorf("%s, line %d:\n got %s\nwant %s", file, i+1, g, w)
			return
		}
	}
}

func TestGoldenCoversEveryJurisdiction(t *testing.T) {
	for _, j := range loaded.catalog.Jurisdictions {
		if !strings.Contains(" "+strings.Join(cited, " "), " "+strings.ToLower(j.Code)+"/") {
			t.Errorf("no citation of %s is in the golden files", j.Code)
		}
	}
}

// The gazettes are those up to the day that is asked for.
func TestWriteAsOfADay(t *testing.T) {
	for _, c := range []struct{ id, on, has, hasNot string }{
		{"rs/criminal-code/art-246a/par-1", "2010-01-01", "72/2009", "121/2012"},
		{"rs/criminal-code/art-246a/par-1", "2026-01-01", "35/2019", ""},
		{"hr/criminal-code-2011/art-190", "2014-01-01", "144/2012", "56/2015"},
		{"mk/criminal-code/art-215", "2018-12-31", "248/2018", "Северна"},
		{"mk/criminal-code/art-215", "2026-06-01", "„Службен весник на Република Северна Македонија“ бр. 36/2023", ""},
		{"ro/law-143-2000/art-4", "2010-01-01", "nr. 362 din 3 august 2000", "163"},
	} {
		got, err := Write(loaded.catalog, Request{ID: legislation.ID(c.id), Style: "native", On: day(c.on)})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(got.Text, c.has) || c.hasNot != "" && strings.Contains(got.Text, c.hasNot) {
			t.Errorf("%s on %s is written %q; want %q in it and not %q", c.id, c.on, got.Text, c.has, c.hasNot)
		}
		if got.URL != "/law/"+c.id+"?on="+c.on {
			t.Errorf("the page of %s is %q", c.id, got.URL)
		}
	}
}

// The wording of a past day says so: the same words open another wording today.
func TestWriteSaysWhenAPastWordingWasLaw(t *testing.T) {
	for _, c := range []struct{ id, on, style, want string }{
		{"tr/criminal-code-2004/art-191/par-1", "2010-01-01", "native", "TCK m. 191/1 (1.1.2010 tarihinde yürürlükteki hâli)"},
		{"tr/criminal-code-2004/art-191/par-1", "2010-01-01", "bluebook", "Türk Ceza Kanunu [Turkish Criminal Code] art. 191(1), Law No. 5237 (Turk.) (as in force on 1 January 2010)."},
		{"tr/criminal-code-2004/art-191/par-1", "2026-01-01", "native", "TCK m. 191/1"},
		{"gr/law-4139-2013/art-29/par-1", "2014-01-01", "native", "άρθρο 29 παρ. 1 ν. 4139/2013 (Α΄ 74)"}, // the wording of today
	} {
		got, err := Write(loaded.catalog, request(c.id, c.style, day(c.on)))
		if err != nil || got.Text != c.want {
			t.Errorf("%s of %s, %s:\n got %s, %v\nwant %s", c.id, c.on, c.style, got.Text, err, c.want)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	_, err := Write(loaded.catalog, request("rs/criminal-code", "oscolla", today))
	var e *legislation.Error
	if !errors.As(err, &e) || e.Code != legislation.Invalid || len(e.Nearest) == 0 || e.Nearest[0] != "oscola" || !strings.Contains(e.Want, "csl-json") {
		t.Errorf("an unknown style gives %v", err)
	}
	if _, err = Write(loaded.catalog, request("rs/criminal-cod", "oscola", today)); !errors.As(err, &e) || e.Code != legislation.NotFound {
		t.Errorf("an unknown instrument gives %v", err)
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// What comes from the corpus, or from a text that somebody imported, is never markup
// and never breaks a file.
func TestWriteIsSafe(t *testing.T) {
	sheet := legislation.Sheet{Jurisdiction: legislation.Jurisdiction{Code: "RS", Name: "Serbia", Languages: []string{"sr-Latn"}},
		Instruments: []legislation.Instrument{{ID: "rs/x", Type: "strategy", TitleEn: "100% {bold} \\end & <script>alert(1)</script>\nER  - ", Summary: "50 $ #1 _a_ ~ ^\r\nTY  - JOUR",
			Title: legislation.Text{"sr-Latn": "<em>Zakon</em> \"o\" 'x'"}}}}
	k := legislation.NewCatalog(&legislation.Corpus{Sheets: []legislation.Sheet{sheet}})
	for _, style := range Styles {
		c, err := Write(k, Request{ID: "rs/x/art-1", Style: style.ID, On: today, Base: "https://seelex.example"})
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range tags.FindAllString(c.HTML, -1) {
			if tag != "<em>" && tag != "</em>" {
				t.Errorf("%s: the HTML has %s", style.ID, tag)
			}
		}
		switch style.ID {
		case "ris":
			if n := strings.Count(c.Text, "TY  - STAT") + strings.Count(c.Text, "\nTY  - ") + strings.Count(c.Text, "\nER  - "); n != 1 {
				t.Errorf("the RIS file has more than one record:\n%s", c.Text)
			}
		case "bibtex", "biblatex":
			if strings.Count(c.Text, "{")-2*strings.Count(c.Text, `\{`) != strings.Count(c.Text, "}")-2*strings.Count(c.Text, `\}`) || strings.Contains(c.Text, " 100% ") || !strings.Contains(c.Text, `100\% \{bold\} \textbackslash{}end \&`) {
				t.Errorf("%s: TeX's own characters are not escaped:\n%s", style.ID, c.Text)
			}
		case "csl-json":
			var items []map[string]any
			if err := json.Unmarshal([]byte(c.Text), &items); err != nil || len(items) != 1 {
				t.Errorf("the CSL-JSON file is not one item: %v", err)
			}
		}
	}
}
