package cite

import (
	"slices"
	"strings"
	"testing"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

// known answers from the corpus which provisions there are.
type known map[string]legislation.ID

func (k known) Find(id legislation.ID) (legislation.ID, bool) {
	found, ok := k[id.Key()]
	return found, ok
}

type base struct {
	catalog    *legislation.Catalog
	provisions []legislation.Provision
	reader     *Reader
}

var loaded = load()

func load() base {
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		panic(err)
	}
	b := base{catalog: legislation.NewCatalog(c)}
	k := known{}
	for _, s := range c.Sheets {
		for _, p := range legislation.Fold(s.Provisions) {
			b.provisions = append(b.provisions, p)
			for id := p.ID; id != "" && !id.IsInstrument(); id = id.Parent() {
				k[id.Key()] = id
			}
		}
	}
	// As a start has it: gathered before and kept.
	if b.reader, err = Unpack(b.catalog, k, NewReader(b.catalog, k).Pack()); err != nil {
		panic(err)
	}
	return b
}

func day(s string) legislation.Day { return legislation.MustDate(s).First() }

var today = day("2026-11-25")

func TestReadResolves(t *testing.T) {
	for _, c := range []struct{ query, id string }{
		// The examples of the issues.
		{"KZ čl. 246a st. 1", "rs/criminal-code/art-246a/par-1"},
		{"КЗ 246а ст. 1", "rs/criminal-code/art-246a/par-1"},
		{"НК 354в ал. 1", "bg/criminal-code/art-354v/par-1"},
		{"članak 206.d ZKP/08", "hr/criminal-procedure-act-2008/art-206d"},
		{"čl. 246a st. 1 KZ RS", "rs/criminal-code/art-246a/par-1"},
		{"чл. 354а НК", "bg/criminal-code/art-354a"},
		{"чл. 354а, ал. 3 НК", "bg/criminal-code/art-354a/par-3"},
		{"άρθρο 29 ν. 4139/2013", "gr/law-4139-2013/art-29"},
		{"άρθρο 29 παρ. 1 ν. 4139/2013 (Α΄ 74)", "gr/law-4139-2013/art-29/par-1"},
		{"art. 4 Legea 143/2000", "ro/law-143-2000/art-4"},
		{"art. 4 alin. (1) din Legea nr. 143/2000", "ro/law-143-2000/art-4/par-1"},
		{"neni 283 Kodi Penal", "al/criminal-code/art-283"},
		{"neni 283 i Kodit Penal", "al/criminal-code/art-283"},
		{"neni 283/a i Kodit Penal", "al/criminal-code/art-283-a"},
		{"TCK 191", "tr/criminal-code-2004/art-191"},
		{"TCK m. 191/1", "tr/criminal-code-2004/art-191/par-1"},
		{"186. člen KZ-1", "si/criminal-code-2008/art-186"},
		{"Art 3(2) 1988 Convention", "int/convention-1988/art-3/par-2"},
		{"Croatia Criminal Code 190", "hr/criminal-code-2011/art-190"},
		// The country's initials behind the abbreviation, as practitioners write them.
		{"KZFBiH čl. 239 st. 3", "ba-bih/criminal-code-2003/art-239/par-3"},
		{"KZBiH čl. 195", "ba/criminal-code-2003/art-195"},
		{"KZBD 233", "ba-brc/criminal-code-2003/art-233"},
		{"KZRH 190", "hr/criminal-code-2011/art-190"},
		{"ZKPCG 272", "me/criminal-procedure-code-2009/art-272"},
		{"KZ Federacije čl. 239", "ba-bih/criminal-code-2003/art-239"},
		{"чл. 215 ст. 6 КЗМ", "mk/criminal-code/art-215/par-6"},
		{"neni 283/a KPRSH", "al/criminal-code/art-283-a"},
		{"KPPRK neni 226", "xk/criminal-procedure-code-2022/art-226"},
		{"02/L-128", "xk/narcotics-law-2008"},
		{"Law No. 06/L-074", "xk/criminal-code-2019"},
		{"rs/criminal-code/art-246a", "rs/criminal-code/art-246a"},

		// Addresses.
		{"/law/rs/criminal-code/art-246a/par-1?on=2010-01-01", "rs/criminal-code/art-246a/par-1"},
		{"https://example.org/law/cy/law-29-1977/art-5a", "cy/law-29-1977/art-5A"},
		{"hr/criminal-code-2011", "hr/criminal-code-2011"},

		// Scripts, diacritics, inflection.
		{"члан 246а став 1 Кривичног законика Србије", "rs/criminal-code/art-246a/par-1"},
		{"clan 246a stav 1 Krivicnog zakonika Srbije", "rs/criminal-code/art-246a/par-1"},
		{"članka 190. stavka 2. Kaznenog zakona", "hr/criminal-code-2011/art-190/par-2"},
		{"kz hr cl 190 st 2", ""},
		{"чл. 354а от Наказателния кодекс", "bg/criminal-code/art-354a"},
		{"prvi odstavek 186. člena Kazenskega zakonika", "si/criminal-code-2008/art-186/par-1"},
		{"άρθρου 29 του νόμου 4139/2013", "gr/law-4139-2013/art-29"},
		{"arthro 29 n. 4139/2013", "gr/law-4139-2013/art-29"},
		{"άρθρ. 20 ΚΝΝ", "gr/law-3459-2006/art-20"},
		{"άρθ. 29 ν. 4139/2013", "gr/law-4139-2013/art-29"},
		{"KZ-1 186. čl. 3. odst.", "si/criminal-code-2008/art-186/par-3"},
		{"186. čl. KZ-1", "si/criminal-code-2008/art-186"},
		{"Türk Ceza Kanunu'nun 191. maddesinin 1. fıkrası", "tr/criminal-code-2004/art-191/par-1"},
		{"5237 sayılı Kanun m. 188", "tr/criminal-code-2004/art-188"},
		{"art. 217¹ Codul penal al Republicii Moldova", "md/criminal-code-2002/art-217-1"},
		{"art. 217^1 CP RM", "md/criminal-code-2002/art-217-1"},
		{"член 215 КЗ Северна Македонија", "mk/criminal-code/art-215"},

		// Where it was published, and in English.
		{"Sl. glasnik RS 99/2010", "rs/psychoactive-controlled-substances-act"},
		{"NN 125/11", "hr/criminal-code-2011"},
		{"ΦΕΚ Α 74/2013", "gr/law-4139-2013"},
		{"M. Of. 362/2000", "ro/law-143-2000"},
		{"M. Of. nr. 362 din 3 august 2000", "ro/law-143-2000"},
		{"ДВ 30/1999", "bg/narcotics-act-1999"},
		{"Criminal Code of Montenegro, Article 300", "me/criminal-code/art-300"},
		{"article 36 of the Single Convention on Narcotic Drugs", "int/convention-1961/art-36"},
		{"ZPKS", "rs/psychoactive-controlled-substances-act"},
		{"art 3 para 2 of the 1988 UN Convention", "int/convention-1988/art-3/par-2"},
		{"Art 36(1)(b) Single Convention", "int/convention-1961/art-36/par-1/pt-b"},
		{"5237 s. TCK m. 191", "tr/criminal-code-2004/art-191"},
		{"art. 2 Framework Decision 2004/757/JHA", "eu/framework-decision-2004-757/art-2"},
		{"KZ RS čl. 207", "ba-srp/criminal-code-2017/art-207"},
		{"33. člen ZPPPD", "si/production-trade-act-1999/art-33"},
		{"Serbian Criminal Code Article 246a paragraph 1", "rs/criminal-code/art-246a/par-1"},
		{"tck 191", "tr/criminal-code-2004/art-191"},
	} {
		got := loaded.reader.Read(c.query, today)
		if string(got.ID) != c.id {
			t.Errorf("%-60s = %q, want %q (candidates %v, not understood %q)", c.query, got.ID, c.id, ids(got.Candidates), got.NotUnderstood)
		}
	}
}

func ids(cs []Candidate) string {
	var out []string
	for _, c := range cs {
		out = append(out, string(c.ID))
	}
	return strings.Join(out, " ")
}

// What has no single answer has candidates and no id; what the knowledge base does
// not have is named, and nothing else is opened.
func TestReadIsNeverSure(t *testing.T) {
	for _, c := range []struct {
		query      string
		candidates string // all, in order; "…" for more
		missing    string
	}{
		{"KZ čl. 999", "ba/criminal-code-2003 …", "čl. 999"},
		{"čl. 999 KZ Srbije", "rs/criminal-code", "čl. 999"},
		{"čl. 246a st. 9 KZ Srbije", "rs/criminal-code/art-246a", "st. 9"},
		{"Criminal Code", "al/criminal-code …", ""},
		{"KZ", "…", ""},
		{"чл. 999 НК", "bg/criminal-code", "чл. 999"},
		{"άρθρο 999 ν. 4139/2013", "gr/law-4139-2013", "άρθρο 999"},
		{"TCK 999", "tr/criminal-code-2004", "999"},
		{"rs/criminal-code/art-999", "rs/criminal-code", "art-999"},
		{"HG nr. 233/2020", "md/action-plan-2020-2021 md/strategy-2020-2027", ""},
		{"čl. 246 i 246a KZ Srbije", "rs/criminal-code/art-246 rs/criminal-code/art-246a", ""},
		{"143/2000", "ro/law-143-2000", ""},
		{"17/2026", "al/narcotics-act-amendment-2026", ""},
		{"KZ čl. 190 Srbija Hrvatska", "…", ""},
	} {
		got := loaded.reader.Read(c.query, today)
		list := ids(got.Candidates)
		want, more := strings.CutSuffix(c.candidates, "…")
		if got.ID != "" || !strings.HasPrefix(list, strings.TrimSpace(want)) || !more && list != want || list == "" {
			t.Errorf("%-40s: id %q, candidates %q, want %q", c.query, got.ID, list, c.candidates)
		}
		if c.missing != "" && strings.Join(got.NotUnderstood, " ") != c.missing {
			t.Errorf("%-40s: not understood %q, want %q", c.query, got.NotUnderstood, c.missing)
		}
	}
}

func TestReadLeavesWordsAlone(t *testing.T) {
	for _, query := range []string{
		"possession of cannabis", "law on drugs 2019", "zakon o drogama", "posedovanje Srbija", "kazna zatvora do 3 godine", "5 g cannabis",
		"alternatives to imprisonment", "harm reduction Serbia", "small quantity for personal use", "criminal law drugs", "drug strategy 2012-2017",
		"politika smanjenja štete", "κατοχή ναρκωτικών", "притежание на наркотици", "consum de droguri 2023", "uyuşturucu madde kullanımı", "ligji për drogat",
		"article 8 ECHR", "čl. 246a", "rs", "RS", "Serbia", "art", "191", "2019", "", "   ", "zakonik", "section 5", "act", "code", "the law", "1988", "konvencija 1988",
		"methadone 40 mg", "prison 5 years criminal code Serbia amendment", "t 12", "m 5", "nn", "oj 5", "sl", "cp", "kp 5", "nk", "is possession criminal in Croatia",
		"article 3 of the law", "country:RS topic:cultivation", "\"mala količina\"", "opioid agonist treatment in prison", "zakon 5 drog", "kod", "Codul penal consum droguri",
	} {
		if got := loaded.reader.Read(query, today); got.Is() || len(got.NotUnderstood) > 0 {
			t.Errorf("%q was taken for a citation: %q, candidates %q, not understood %q", query, got.ID, ids(got.Candidates), got.NotUnderstood)
		}
	}
}

func TestReadAsOfADay(t *testing.T) {
	for _, c := range []struct{ query, on, id string }{
		{"Kazneni zakon Hrvatska", "2026-01-01", "hr/criminal-code-2011"},
		{"Kazneni zakon Hrvatska", "2005-01-01", "hr/criminal-code-1997"},
		{"čl. 173 KZ/97", "2026-01-01", "hr/criminal-code-1997/art-173"},
		{"Kodi Penal Kosovë", "2015-06-01", "xk/criminal-code-2012"},
		{"Criminal Code of Kosovo 2012", "2026-01-01", "xk/criminal-code-2012"},
		{"Zakon o probaciji Hrvatska", "2015-01-01", "hr/probation-act-2012"},
		{"Ποινικός Κώδικας", "2010-01-01", "gr/criminal-code-1950"},
		{"Ποινικός Κώδικας", "2026-01-01", "gr/criminal-code-2019"},
	} {
		if got := loaded.reader.Read(c.query, day(c.on)); string(got.ID) != c.id || got.On != day(c.on) {
			t.Errorf("%s on %s = %q on %s, want %q (candidates %q, not understood %q)", c.query, c.on, got.ID, got.On, c.id, ids(got.Candidates), got.NotUnderstood)
		}
	}
	if got := loaded.reader.Read("/law/rs/criminal-code?on=2010-01-01", today); got.On != day("2010-01-01") {
		t.Errorf("an address's day is the day of the result, got %s", got.On)
	}
}

// lawsAmongTerms are the terms of the thesaurus that are the name or number of a law.
var lawsAmongTerms = []string{"kabahatler kanunu", "uredba o razvrstitvi prepovedanih drog", "2313 sayılı Kanuna tabi maddeler", "ReNPPD", "ulusal uyuşturucu eylem planı"}

// No other term of the thesaurus, in any language, is taken for a citation.
func TestReadLeavesTheThesaurusAlone(t *testing.T) {
	n := 0
	for _, c := range loaded.catalog.Concepts {
		for lang, labels := range c.Labels {
			for _, label := range labels {
				n++
				if got := loaded.reader.Read(label, today); got.Is() && !slices.Contains(lawsAmongTerms, label) {
					t.Errorf("%s (%s, %s) was taken for a citation: %q, candidates %q", label, c.ID, lang, got.ID, ids(got.Candidates))
				}
			}
		}
	}
	t.Logf("%d terms", n)
}
