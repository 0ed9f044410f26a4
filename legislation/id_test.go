package legislation

import (
	"slices"
	"strings"
	"testing"
)

func TestIDs(t *testing.T) {
	for _, id := range []ID{"rs/criminal-code", "ba-srp/criminal-code/art-207", "cy/misuse-of-drugs-law/art-5A/par-1", "al/criminal-code/art-283-a", "gr/code/sec-5.3.3"} {
		if err := id.Valid(); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
	for _, id := range []ID{"", "rs", "/", "rs/", "rs//art-1", "RS/criminal-code", "rs/Criminal-code", "rs/code/art 1", "rs/code/art-", "rs/code/-1", "rs/code/art-1@2006",
		"rs/code/чл-1", "rs/code/art-1\x00", "rs/code/" + ID(strings.Repeat("a", 200)), "1rs/code"} {
		if id.Valid() == nil {
			t.Errorf("%q is taken for an id", id)
		}
	}
}

func TestIDsOrderAsLawyersCount(t *testing.T) {
	want := []ID{"rs/code/art-2", "rs/code/art-10", "rs/code/art-246", "rs/code/art-246/par-1", "rs/code/art-246/par-2", "rs/code/art-246/par-10", "rs/code/art-246a", "rs/code/art-246a/par-1", "rs/code/art-247", "rs/code/art-1000"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b ID) int { return strings.Compare(a.Key(), b.Key()) })
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	for _, id := range append(want, "gr/law-4139-2013/art-0/par-10", "rs/code/art-1234567890123") {
		if got := IDOf(id.Key()); got != id {
			t.Errorf("the id with the key of %s is %s", id, got)
		}
	}
	if ID("rs/code/ART-5A").Key() != ID("rs/code/art-5a").Key() {
		t.Error("letters in another case are another id")
	}
}

func TestUnder(t *testing.T) {
	for _, c := range []struct {
		id, other ID
		under     bool
	}{
		{"rs/code/art-246/par-1", "rs/code/art-246", true}, {"rs/code/art-246", "rs/code/art-246", true}, {"rs/code/ART-246/par-1", "rs/code/art-246", true},
		{"rs/code/art-246a", "rs/code/art-246", false}, {"rs/code/art-24", "rs/code/art-246", false}, {"rs/code", "rs/code/art-1", false},
	} {
		if c.id.Under(c.other) != c.under {
			t.Errorf("%s under %s: %v", c.id, c.other, !c.under)
		}
	}
}

func TestLabels(t *testing.T) {
	for id, want := range map[ID]string{"rs/criminal-code": "", "rs/criminal-code/art-246a/par-1": "Art. 246a(1)", "int/convention-1988/art-3/par-1/pt-a-i": "Art. 3(1)(a i)",
		"al/criminal-code/art-283-a": "Art. 283/a", "md/criminal-code/art-217-1": "Art. 217¹", "rs/strategy-2014/sec-harm-reduction": "Section on harm reduction", "gr/law/sec-5.3": "Sec. 5.3"} {
		if got := id.Label(); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

func FuzzID(f *testing.F) {
	for _, s := range []string{"rs/criminal-code/art-246a/par-1", "rs//", "@", "rs/code/art-1@2006-01-01", "rs/code/art-00000000000000000001", "/", "\xff/\xff/\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id := ID(s)
		id.Key()
		id.Label()
		if base := id.Base(); id.Valid() == nil && IDOf(base.Key()).Key() != base.Key() {
			t.Errorf("%q is %q after its key", base, IDOf(base.Key()))
		}
		for at := id; at != ""; at = at.Parent() {
			if len(at.Parent()) >= len(at) {
				t.Fatalf("%q has the parent %q", at, at.Parent())
			}
		}
		if id.Valid() != nil {
			return
		}
		if !id.Under(id.Instrument()) || id.Instrument().Valid() != nil || id.Base() != id || ID(strings.ToUpper(s)).Key() != id.Key() {
			t.Errorf("%q: instrument %q, base %q", id, id.Instrument(), id.Base())
		}
	})
}

func TestWhatIsMeantIsNear(t *testing.T) {
	for given, c := range map[string]struct {
		known []string
		want  []string
	}{
		"possesion":               {[]string{"personal-possession", "drug-use"}, []string{"personal-possession"}},
		"rs/criminal-code/art-24": {[]string{"rs/criminal-code/art-246", "rs/traffic-act"}, []string{"rs/criminal-code/art-246"}},
		// Another article, or another country, is no slip.
		"rs/criminal-code/art-999": {[]string{"rs/criminal-code/art-18", "rs/criminal-code/art-246"}, nil},
		"ZZ":                       {[]string{"AL", "RS"}, nil},
		"SR":                       {[]string{"AL", "HR"}, []string{"HR"}},
	} {
		if got := Nearest(given, c.known); !slices.Equal(got, c.want) {
			t.Errorf("%s: near are %q, want %q", given, got, c.want)
		}
	}
}

func TestASlipInANameIsToldFromAnotherName(t *testing.T) {
	known := []string{"q", "jurisdiction", "topic", "type", "kind", "lang", "confidence", "on", "from", "to", "expand", "amount", "law_only"}
	for given, want := range map[string]string{
		"jurisdictionn": "jurisdiction", "juridiction": "jurisdiction", "jursdicton": "jurisdiction", "jurisdictions": "jurisdiction", "Jurisdiction": "jurisdiction", "jurisdiction[]": "jurisdiction",
		"juris": "jurisdiction", "jurisdiction_code": "jurisdiction", "topics": "topic", "topci": "topic", "tpye": "type", "topic_id": "topic", "language": "lang", "form": "from", "ON": "on", "on_date": "on",
		"confidance": "confidence", "exapnd": "expand", "ammount": "amount", "lawonly": "law_only", "Q": "q", "q[]": "q",
		// What links that travel get, and what other addresses have.
		"utm_source": "", "utm_term": "", "fbclid": "", "gclid": "", "_": "", "_ga": "", "t": "", "v": "", "ts": "", "cb": "", "ref": "", "si": "", "nocache": "", "": "", "123": "",
		"limit": "", "offset": "", "format": "", "order": "", "sort": "", "page": "", "country": "", "year": "", "o": "", "ont": "", "so": "",
	} {
		if got := Misspelt(given, known); got != want {
			t.Errorf("%q is taken for %q, want %q", given, got, want)
		}
	}
}

func TestACharacterThatNobodySeesIsNamed(t *testing.T) {
	for id, says := range map[ID]string{"rs/code/art 1": "ids do not have: a space;", "rs/code/art-\u00a01": `ids do not have: '\u00a0';`, "rs/code/art-ж": "ids do not have: ж;"} {
		if err := id.Valid(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", id, err, says)
		}
	}
}
