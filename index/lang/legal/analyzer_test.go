package legal

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"seelex/index/lang/fold"
)

// plain folds and does nothing else.
func plain(apostrophe bool) *Analyzer {
	return New(Language{
		Name: "plain", Fold: fold.Plain.Append, Stem: func(k []byte) []byte { return k }, Stop: "the и", Apostrophe: apostrophe,
	})
}

func terms(a *Analyzer, text string) (terms []string) {
	for _, tok := range a.Analyze([]byte(text)) {
		terms = append(terms, string(tok.Term))
	}
	return terms
}

func TestNumbersOfArticlesAndActsStayWhole(t *testing.T) {
	for text, want := range map[string]string{
		"čl. 246a st. 1":          "cl 246a st 1",
		"чл. 354а НК":             "chl 354a nk",
		"член 246-а":              "chlen 246a",
		"άρθρο 29Α":               "arthro 29a",
		"art. 217¹ alin. (2)":     "art 217-1 alin 2",
		"art. 217^1":              "art 217-1",
		"neni 283/a":              "neni 283a",
		"neni 284/ç, 283":         "neni 284c 283",
		"Law 06/L-074":            "law 06-l-074 06 074",
		"ν. 4139/2013":            "n 4139-2013 4139 2013",
		"ν.4139/2013":             "n 4139-2013 4139 2013",
		"Legea nr. 143/2000":      "legea nr 143-2000 143 2000",
		"186. člen KZ-1":          "186 clen kz-1 kz 1",
		"NN 125/2011, 144/12":     "nn 125-2011 125 2011 144-12 144 12",
		"1 000 m²":                "1 000 m",
		"drug-related and/or":     "drug related and or",
		"a 18-month sentence":     "a 18 month sentence",
		"2014–2020":               "2014-2020 2014 2020",
		"1/2/3/4/5":               "1-2-3-4 1 2 3 4 5",
		"/-^ 5/ -a":               "5 a",
		"Ε.Ο.Π.Α.Ε. Ο.ΚΑ.ΝΑ.":     "eopae okana",
		"π.χ. A. Law N.4139/2013": "p ch a law n 4139-2013 4139 2013",
		"the law и закон":         "law zakon",
		"na\u00ADrko\u00ADtik":    "narkotik",
		"s\u030Cteta":             "steta",
		"\xff\xfeзакон\xff 5\xff": "zakon 5",
	} {
		if s := strings.Join(terms(plain(false), text), " "); s != want {
			t.Errorf("%q\n got %s\nwant %s", text, s, want)
		}
	}
}

func TestApostropheEndingsFallAway(t *testing.T) {
	text := "Türkiye'nin 188'inci maddesi"
	if got, want := terms(plain(true), text), []string{"turkiye", "188", "maddesi"}; !slices.Equal(got, want) {
		t.Errorf("as endings: got %q, want %q", got, want)
	}
	if got, want := terms(plain(false), "s'ka t’u"), []string{"s", "ka", "t", "u"}; !slices.Equal(got, want) {
		t.Errorf("as words: got %q, want %q", got, want)
	}
}

func TestTokensPointAtTheOriginalWords(t *testing.T) {
	text := "Члан 246а: Ко неовлашћено… the Τα ναρκωτικά, Law 06/L-074."
	var got []string
	for _, tok := range plain(false).Analyze([]byte(text)) {
		got = append(got, fmt.Sprintf("%d %s", tok.Position, text[tok.Start:tok.End]))
	}
	want := []string{"1 Члан", "2 246а", "3 Ко", "4 неовлашћено", "6 Τα", "7 ναρκωτικά", "8 Law", "9 06/L-074", "9 06/L-074", "10 06/L-074"}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestLongWordsAreKnownByTheirBeginning(t *testing.T) {
	long := strings.Repeat("ж", 10_000)
	got := terms(plain(false), long+" "+strings.Repeat("7", 10_000))
	for _, term := range got {
		if len(term) > maxKey {
			t.Errorf("a term has %d bytes, want at most %d", len(term), maxKey)
		}
	}
	if len(got) != 2 {
		t.Errorf("got %d terms, want 2", len(got))
	}
}

// TestManyReadersSeeTheSameTerms shares one analyzer, as bleve does when it indexes.
func TestManyReadersSeeTheSameTerms(t *testing.T) {
	a := plain(false)
	var text strings.Builder
	for i := range 20_000 { // more words than are remembered, so that they displace each other
		fmt.Fprintf(&text, "реч%c%c%c 24%da ", 'а'+rune(i%30), 'а'+rune(i/30%30), 'а'+rune(i/900), i)
	}
	want := terms(a, text.String())
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			if !slices.Equal(terms(a, text.String()), want) {
				t.Error("two readers of one text got different terms")
			}
		})
	}
	readers.Wait()
}
