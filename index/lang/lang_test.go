package lang

import (
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/registry"
)

func TestAnalyzerOfATag(t *testing.T) {
	for tag, want := range map[string]string{
		"sq": "seelex_sq", "sr-Cyrl": "seelex_sh", "sr-Latn": "seelex_sh", "sr_RS": "seelex_sh", "cnr": "seelex_sh",
		"bs": "seelex_sh", "hr": "seelex_sh", "HR": "seelex_sh", "sh": "seelex_sh", "mk": "seelex_mk", "bg": "seelex_bg",
		"el": "seelex_el", "el-CY": "seelex_el", "ro-MD": "seelex_ro", "sl": "seelex_sl", "tr": "seelex_tr", "en-GB": "seelex_en",
		"fr": "", "": "", "-": "",
	} {
		if l, ok := Find(tag); l.Analyzer != want || ok != (want != "") {
			t.Errorf("Find(%q) has the analyzer %q, %v, want %q", tag, l.Analyzer, ok, want)
		}
	}
}

func TestEveryAnalyzerIsRegistered(t *testing.T) {
	cache := registry.NewCache()
	for _, l := range All() {
		a, err := cache.AnalyzerNamed(l.Analyzer)
		if err != nil {
			t.Errorf("%s: %v", l.Code, err)
			continue
		}
		var terms []string
		for _, tok := range a.Analyze([]byte("art. 246a")) {
			terms = append(terms, string(tok.Term))
		}
		if want := Terms(l.Code, "art. 246a"); !slices.Equal(terms, want) {
			t.Errorf("%s: bleve has the terms %q, Terms says %q", l.Code, terms, want)
		}
	}
}

func TestTerms(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"hr", "Kazneni zakon, članak 190. stavak 2.", "kaznen zakon clank 190 stavk 2"},
		{"sr-Cyrl", "Кривични законик, члан 246а", "krivicn zakonik clan 246a"},
		{"el", "Άρθρο 29Α του ν. 4139/2013", "arthr 29a n 4139-2013 4139 2013"},
		{"sq", "neni 283/a i Kodit Penal", "nen 283a kod penal"},
		{"ro", "art. 217¹ din Codul penal", "art 217-1 cod penal"},
		{"tr", "TCK'nın 188'inci maddesi", "tck 188 madde"},
		{"en", "the Convention's offences", "convent offens"},
		{"xx", "no such language", ""},
	} {
		if got := strings.Join(Terms(c.tag, c.text), " "); got != c.want {
			t.Errorf("Terms(%s, %q) = %s, want %s", c.tag, c.text, got, c.want)
		}
	}
}

// TestHitsAreMarkedInTheirOwnForm searches with bleve itself: the query is typed one way, the text is written another,
// and what is marked is the word of the text.
func TestHitsAreMarkedInTheirOwnForm(t *testing.T) {
	for _, c := range []struct{ tag, text, query, marked string }{
		{"sr", "Ко неовлашћено држи опојне дроге, казниће се затвором.", "opojna droga zatvor", "опојне дроге затвором"},
		{"sr", "mere lečenja zavisnika od droga", "mjera liječenje", "mere lečenja"},
		{"hr", "neovlašteno posjedovanje tvari", "posedovanja", "posjedovanje"},
		{"el", "τιμωρεῖται διὰ φυλακίσεως ὁ κάτοχος ναρκωτικῶν", "narkotika filakisi", "φυλακίσεως ναρκωτικῶν"},
		{"mk", "кој неовластено поседува наркотични дроги", "narkoticna droga", "наркотични дроги"},
		{"bg", "наркотичните вещества се отнемат по чл. 354а", "narkotichno veshtestvo 354a", "наркотичните вещества 354а"},
		{"ro", "Deţinerea de droguri se pedepseşte", "detinere drog", "Deţinerea droguri"},
		{"tr", "Uyuşturucu maddelerin TCK’nın 191’inci maddesine göre", "UYUSTURUCU 191", "Uyuşturucu 191’inci"},
		{"sq", "Dënimet për lëndët narkotike, neni 283/a", "denim lende 283a", "Dënimet lëndët 283/a"},
		{"sl", "S kaznijo zapora se kaznuje", "kazen zaporom", "kaznijo zapora"},
		{"en", "Decriminalization of the offense", "decriminalisation offence", "Decriminalization offense"},
		{"en", "Law 06/L-074 on drugs", "06-L-074", "06/L-074"},
	} {
		if got := marked(t, c.tag, c.text, c.query); got != c.marked {
			t.Errorf("%s: %q in %q marks %q, want %q", c.tag, c.query, c.text, got, c.marked)
		}
	}
}

// marked returns the marked words of the only document of an index.
func marked(t *testing.T, tag, text, query string) string {
	t.Helper()
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = analyzerOf(tag)
	index, err := bleve.NewMemOnly(mapping)
	if err != nil {
		t.Fatal(err)
	}
	defer index.Close()
	if err := index.Index("1", map[string]string{"text": text}); err != nil {
		t.Fatal(err)
	}
	match := bleve.NewMatchQuery(query)
	match.SetField("text")
	request := bleve.NewSearchRequest(match)
	request.Highlight = bleve.NewHighlight()
	result, err := index.Search(request)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, hit := range result.Hits {
		for _, part := range strings.Split(strings.Join(hit.Fragments["text"], ""), "<mark>")[1:] {
			word, _, _ := strings.Cut(part, "</mark>")
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}
