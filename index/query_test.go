package index

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"seelex/index/lang"
	"seelex/legislation"
)

// textOf is everything that is indexed of a hit in words.
func textOf(t testing.TB, x *Index, h Hit, on legislation.Day) string {
	t.Helper()
	s := x.state.Load()
	k := key{kind: h.Kind, id: legislation.ID(h.ID)}
	switch h.Kind {
	case kindPosition:
		all := s.catalog.PositionsOf(h.Jurisdiction, h.Topics[0])
		k.version = legislation.Pick(all, func(p *legislation.Position) legislation.Period { return p.Valid() }, on)
	case kindProvision:
		p, err := x.source.Provision(k.id)
		if err != nil {
			t.Fatal(err)
		}
		k.version = legislation.Pick(p.Versions, legislation.Version.Valid, on)
	}
	passages, err := x.passages(s, k)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range passages {
		b.WriteString(p.text + "\n")
	}
	return b.String()
}

// has says whether the words stand in the text beside each other, in any form of a language.
func has(language, text, words string) bool {
	terms, wanted := lang.Terms(language, text), lang.Terms(language, words)
	for i := range terms {
		if i+len(wanted) <= len(terms) && slices.Equal(terms[i:i+len(wanted)], wanted) {
			return true
		}
	}
	return false
}

// TestWhatIsExcludedIsNotFound: -word and -"a phrase", in any form of the word.
func TestWhatIsExcludedIsNotFound(t *testing.T) {
	x := corpusIndex(t)
	for _, tt := range []struct{ text, not, language string }{
		{"possession -cannabis", "cannabis", "en"},
		{"possession -cultivating", "cultivation", "en"},
		{"droga -zatvor", "zatvora", "sh"},
		{`possession -"personal use"`, "personal use", "en"},
	} {
		r := request(tt.text)
		r.Limit = 200
		a := answer(t, x, r)
		if a.Total < 5 {
			t.Errorf("%q finds %d, want more", tt.text, a.Total)
		}
		for _, h := range a.Hits {
			if has(tt.language, textOf(t, x, h, today), tt.not) {
				t.Errorf("%q finds %s, where %q stands", tt.text, h.ID, tt.not)
			}
		}
	}
}

// TestAnExcludedPhraseExcludesNothingElse: where one of its words stands alone, that is no reason.
func TestAnExcludedPhraseExcludesNothingElse(t *testing.T) {
	x := corpusIndex(t)
	r := request("possession")
	r.Limit = 400
	all := answer(t, x, r)
	want := 0
	for _, h := range all.Hits {
		if !has("en", textOf(t, x, h, today), "personal use") {
			want++
		}
	}
	r.Text = `possession -"personal use"`
	if got := answer(t, x, r).Total; got < want*9/10 {
		t.Errorf("%s finds %d; of the %d hits without the exclusion, %d are without the phrase", r.Text, got, all.Total, want)
	}
}

// TestAPhraseStandsInEveryHit: its words beside each other, in any form.
func TestAPhraseStandsInEveryHit(t *testing.T) {
	x := corpusIndex(t)
	for _, tt := range []struct{ text, phrase, language string }{
		{`"small quantity"`, "small quantity", "en"},
		{`"opojne droge"`, "opojnih droga", "sh"},
		{`„опојне дроге“`, "opojnih droga", "sh"},
		{`«ναρκωτικών ουσιών»`, "ναρκωτικές ουσίες", "el"},
		{`possession "personal use"`, "personal use", "en"},
	} {
		r := request(tt.text)
		r.Limit = 200
		a := answer(t, x, r)
		if a.Total == 0 || len(a.Hits) != min(a.Total, 200) {
			t.Errorf("%q: %d hits of %d", tt.text, len(a.Hits), a.Total)
		}
		for _, h := range a.Hits {
			if !has(tt.language, textOf(t, x, h, today), tt.phrase) {
				t.Errorf("%q finds %s, where %q does not stand", tt.text, h.ID, tt.phrase)
			}
		}
	}
}

// TestORFindsWhatEitherFinds: no more and no less.
func TestORFindsWhatEitherFinds(t *testing.T) {
	x := corpusIndex(t)
	all := func(text string) []string {
		r := request(text)
		r.Limit, r.Expand = 2_000, false
		ids := idsOf(answer(t, x, r))
		slices.Sort(ids)
		return ids
	}
	for _, tt := range [][2]string{{"methadone", "naloxone"}, {"prescription", "pharmacy"}, {"zatvor", "φυλάκιση"}} {
		either := append(all(tt[0]), all(tt[1])...)
		slices.Sort(either)
		either = slices.Compact(either)
		if got := all(tt[0] + " OR " + tt[1]); !slices.Equal(got, either) {
			t.Errorf("%s OR %s finds %d, one or the other finds %d", tt[0], tt[1], len(got), len(either))
		}
	}
}

// TestFiltersInTheText: field:value narrows as the parameter of that name does.
func TestFiltersInTheText(t *testing.T) {
	x := corpusIndex(t)
	for text, r := range map[string]Request{
		"drugs country:RS":                      {Jurisdictions: []string{"RS"}},
		"country:rs drugs":                      {Jurisdictions: []string{"RS"}},
		"drugs jurisdiction:RS jurisdiction:HR": {Jurisdictions: []string{"RS", "HR"}},
		"drugs topic:cultivation":               {Topics: []string{"cultivation"}},
		"drugs type:strategy":                   {Types: []string{"strategy"}},
		"drugs kind:position":                   {Kinds: []string{"position"}},
		"drugs lang:mk":                         {Langs: []string{"mk"}},
		"drugs confidence:primary":              {Confidences: []string{"primary"}},
		"drugs on:2012-01-01":                   {On: 20120101},
		"country:RS topic:cultivation drugs type:code on:2012-01-01": {Jurisdictions: []string{"RS"}, Topics: []string{"cultivation"}, Types: []string{"code"}, On: 20120101},
	} {
		typed, set := request(text), r
		set.Text, set.Today, set.Expand, set.Limit = "drugs", today, true, 20
		if set.On == 0 {
			set.On = today
		}
		got, want := answer(t, x, typed), answer(t, x, set)
		if got.Total == 0 || got.Total != want.Total || !slices.Equal(idsOf(got), idsOf(want)) {
			t.Errorf("%s finds %d, the parameters find %d", text, got.Total, want.Total)
		}
		if got.Query.On != set.On {
			t.Errorf("%s is answered on %s, want %s", text, got.Query.On, set.On)
		}
		if n := strings.Count(text, ":"); len(got.Query.Filters) != n {
			t.Errorf("%s: the answer names the filters %v, want %d", text, got.Query.Filters, n)
		}
	}
}

// TestMalformedFiltersAreWords: they are no filter, and change nothing of the question's day.
func TestMalformedFiltersAreWords(t *testing.T) {
	x := corpusIndex(t)
	for _, text := range []string{"country:ZZ", "country:", "topic:nonsense", "type:code:civil", "on:yesterday", "on:2012-13-45", "on:2012-02-30", "lang:xx", "kind:law", "confidence:sure", ":RS", "RS:", "http://example.org/law"} {
		a := answer(t, x, request("possession "+text))
		if a.Total == 0 || a.Query.On != today {
			t.Errorf("possession %s finds %d on %s, want some on %s", text, a.Total, a.Query.On, today)
		}
	}
}

// TestNamesOfJurisdictionsPrefer: in any language, and they exclude nothing.
func TestNamesOfJurisdictionsPrefer(t *testing.T) {
	x := corpusIndex(t)
	for _, tt := range []struct{ text, code string }{
		{"posedovanje Srbija", "RS"}, {"поседовање у Србији", "RS"}, {"possession in Croatia", "HR"}, {"posjedovanje u Hrvatskoj", "HR"},
		{"κατοχή στην Κύπρο", "CY"}, {"possession Greece", "GR"}, {"държане България", "BG"}, {"posedim Kosovë", "XK"}, {"deținere Moldova", "MD"},
		{"канабис Гърция", "GR"}, {"posest Romunija", "RO"}, {"posedimi Maqedonia e Veriut", "MK"}, {"bulundurma Bulgaristan", "BG"},
		{"bulundurma Türkiye", "TR"}, {"поседување Македонија", "MK"}, {"posest Slovenija", "SI"}, {"possession Republika Srpska", "BA-SRP"},
	} {
		a := answer(t, x, request(tt.text))
		if !slices.ContainsFunc(a.Query.Jurisdictions, func(p Place) bool { return p.Code == tt.code }) {
			t.Errorf("%q is understood to name %v, want %s", tt.text, a.Query.Jurisdictions, tt.code)
		}
		if len(a.Hits) < 3 {
			t.Errorf("%q finds %d", tt.text, a.Total)
			continue
		}
		for i, h := range a.Hits[:3] {
			if h.Jurisdiction != tt.code {
				t.Errorf("%q: hit %d is %s, want %s first", tt.text, i+1, h.ID, tt.code)
			}
		}
		if len(a.Facets.Jurisdiction) < 3 {
			t.Errorf("%q finds %v only: the name is a preference, no filter", tt.text, a.Facets.Jurisdiction)
		}
	}
}

// TestNamesOfJurisdictionsAreNotRespelt: the law seldom names other states.
func TestNamesOfJurisdictionsAreNotRespelt(t *testing.T) {
	x := corpusIndex(t)
	for _, text := range []string{"канабис Гърция", "Romunija posest drog", "Τουρκία κατοχή ναρκωτικών"} {
		if s := answer(t, x, request(text)).Query.Suggestion; s != nil {
			t.Errorf("%q is read as %q", text, *s)
		}
	}
}

// TestTheRuleComesBeforeWhatIsAroundIt: the provision that a jurisdiction's position
// rests on is the first of its provisions.
func TestTheRuleComesBeforeWhatIsAroundIt(t *testing.T) {
	x := corpusIndex(t)
	for text, want := range map[string]string{
		"possession for personal use country:RS": "rs/criminal-code/art-246a/par-1",
		"possession for personal use country:TR": "tr/criminal-code-2004/art-191/par-1",
		"drug trafficking country:ME":            "me/criminal-code/art-300/par-1",
	} {
		hits := answer(t, x, request(text)).Hits
		at := slices.IndexFunc(hits, func(h Hit) bool { return h.Kind == kindProvision })
		if at < 0 || hits[at].ID != want {
			t.Errorf("%q finds %v, want %s before other provisions", text, idsOf(&Answer{Hits: hits}), want)
		}
	}
}

// TestACitationListsTheLawThatItNames: what is cited first, and nothing of other laws.
func TestACitationListsTheLawThatItNames(t *testing.T) {
	x := corpusIndex(t)
	for text, want := range map[string]string{
		"KZ čl. 246a st. 1": "rs/criminal-code/art-246a/par-1", "02/L-128": "xk/narcotics-law-2008", "άρθρο 29 παρ. 1 ν. 4139/2013": "gr/law-4139-2013/art-29/par-1",
		`čl. 300. st. 2. KZ Crne Gore ("Sl. list RCG", br. 70/2003 i "Sl. list CG", br. 40/2008)`: "me/criminal-code/art-300/par-2",
	} {
		a := answer(t, x, request(text))
		if a.Total == 0 || a.Hits[0].ID != want || !a.Hits[0].Direct {
			t.Errorf("%q finds %v, want %s first", text, idsOf(a), want)
			continue
		}
		for _, h := range a.Hits {
			if h.Instrument.ID != string(legislation.ID(want).Instrument()) {
				t.Errorf("%q finds %s beside %s", text, h.ID, want)
			}
		}
	}
}

// TestACitationThatIsNotThereListsItsLaws: of a place that is not known, or of several, the laws
// are listed and no others; words beside it are looked for everywhere, and so is a citation
// of which the reader wants the words.
func TestACitationThatIsNotThereListsItsLaws(t *testing.T) {
	x := corpusIndex(t)
	for text, want := range map[string]string{"KZ čl. 246a st. 9": "rs/criminal-code", "čl. 246 i 246a KZ Srbije": "rs/criminal-code", "čl. 999 ZKP/08": "hr/criminal-procedure-act-2008",
		"čl. 246 st. 1 u vezi čl. 33 KZ": "rs/criminal-code", "HG nr. 233/2020": "md/action-plan-2020-2021 md/strategy-2020-2027", "čl. 246 KZ heroin": "", "KZ": ""} {
		r := request(text)
		a := answer(t, x, r)
		laws := map[string]bool{}
		for _, h := range a.Hits {
			laws[h.Instrument.ID] = true
		}
		if got := strings.Join(slices.Sorted(maps.Keys(laws)), " "); a.Query.Citation == nil || want != "" && got != want || want == "" && len(laws) < 2 {
			t.Errorf("%q is read as %v and lists %s, want %s", text, a.Query.Citation, got, want)
		}
		r.Without = []string{WithoutCitation}
		if words := answer(t, x, r); words.Query.Citation != nil || want != "" && words.Total <= a.Total {
			t.Errorf("%q as words is read as %v and finds %d, as a citation %d", text, words.Query.Citation, words.Total, a.Total)
		}
	}
}

// TestAConceptThatIsOffIsWords: most of them must stand in a hit, as other words must.
func TestAConceptThatIsOffIsWords(t *testing.T) {
	x := corpusIndex(t)
	for _, words := range [][]string{{"possession", "personal", "use"}, {"substitution", "treatment", "prison"}} {
		r := request(strings.Join(words, " "))
		for _, e := range answer(t, x, r).Query.Expanded {
			r.Without = append(r.Without, e.Concept)
		}
		a := answer(t, x, r)
		if a.Total == 0 || len(r.Without) == 0 {
			t.Errorf("%q: %d hits without the concepts %v", r.Text, a.Total, r.Without)
		}
		for _, h := range a.Hits {
			text := textOf(t, x, h, today) + h.Instrument.Title + h.Heading
			stand := 0
			for _, w := range words {
				if has("en", text, w) {
					stand++
				}
			}
			if stand < 2 && h.Kind == kindProvision {
				t.Errorf("%q without its concepts finds %s, where only %d of the words stand", r.Text, h.ID, stand)
			}
		}
	}
}

// TestConceptsInOtherWords: a label's words in another order, around the name of a
// place, or with one of four replaced; but not any words that a label has too.
func TestConceptsInOtherWords(t *testing.T) {
	x := corpusIndex(t)
	for _, tt := range []struct {
		text, concept string
		want          bool
	}{
		{"канабис Гърция медицински", "medical-cannabis", true},
		{"cannabis medical", "medical-cannabis", true},
		{"sobe za sigurnu konzumaciju droga", "consumption-room", true},
		{"колко трева мога да нося", "small-quantity", true},
		{"πόσο χόρτο επιτρέπεται", "small-quantity", true},
		{"koliko godina zatvora za drogu", "small-quantity", false},
		{"izmenjava igel", "needle-exchange", true},
		{"national drug office", "national-strategy", false},
		{"possession of drugs for sale", "personal-use", false},
	} {
		a := answer(t, x, request(tt.text))
		if got := slices.ContainsFunc(a.Query.Expanded, func(e Expanded) bool { return e.Concept == tt.concept }); got != tt.want {
			t.Errorf("%q is read as %v; %s among them: %v, want %v", tt.text, a.Query.Expanded, tt.concept, got, tt.want)
		}
	}
}

// TestSpellingKeepsTheLetters: what is typed in Latin letters is suggested in them, and in Cyrillic ones.
func TestSpellingKeepsTheLetters(t *testing.T) {
	x := corpusIndex(t)
	for _, text := range []string{"sobe za sigurnu konzumaciju droga", "proizvodnjja opojnih droga", "narkoticni drogi prekrsok"} {
		if s := answer(t, x, request(text)).Query.Suggestion; s != nil && !isLatin(*s) {
			t.Errorf("%q is read as %q", text, *s)
		}
	}
	for _, text := range []string{"осуђеник зависног казна колико траје", "наркотчни дроги пуштање во прмет"} {
		if s := answer(t, x, request(text)).Query.Suggestion; s != nil && strings.ContainsAny(*s, "aeiou") {
			t.Errorf("%q is read as %q", text, *s)
		}
	}
}

// TestWaysOn: a search that finds nothing says what would.
func TestWaysOn(t *testing.T) {
	x := corpusIndex(t)
	dropped := request("naloxone xqzwvkpt country:SI type:treaty")
	if a := answer(t, x, dropped); a.Total != 0 || a.Ways == nil || !a.Ways.Filters && len(a.Ways.Dropped) == 0 {
		t.Errorf("%q: %d hits, ways on %+v", dropped.Text, a.Total, a.Ways)
	}
	nothing := request("xqzwvkpt")
	if a := answer(t, x, nothing); a.Total != 0 || a.Ways == nil {
		t.Errorf("%q: %d hits, ways on %+v", nothing.Text, a.Total, a.Ways)
	}
	if a := answer(t, x, request("possession")); a.Ways != nil {
		t.Errorf("possession finds %d and yet shows ways on: %+v", a.Total, a.Ways)
	}
}
