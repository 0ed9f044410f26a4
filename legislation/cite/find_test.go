package cite

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestFindAll(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // text = id
	}{
		{"Prema čl. 246a st. 1 KZ Srbije, držanje je kažnjivo; vidi i čl. 190. st. 2. KZ/11.", []string{
			"čl. 246a st. 1 KZ = rs/criminal-code/art-246a/par-1", "čl. 190. st. 2. KZ/11 = hr/criminal-code-2011/art-190/par-2"}},
		{"See Criminal Code (Serbia), Art. 246a(1); Article 3(2) of the 1988 Convention and Article 36 of the 1961 Convention.", []string{
			"Criminal Code (Serbia), Art. 246a(1) = rs/criminal-code/art-246a/par-1", "Article 3(2) of the 1988 Convention = int/convention-1988/art-3/par-2",
			"Article 36 of the 1961 Convention = int/convention-1961/art-36"}},
		{"Members: čl. 246 i 246a Krivičnog zakonika Srbije.", []string{"čl. 246 = rs/criminal-code/art-246", "246a Krivičnog zakonika = rs/criminal-code/art-246a"}},
		{"Possession of drugs is punished in many countries; section 5 of this paper and Figure 3 say more. CP and NK are abbreviations.", nil},
		{"The page http://localhost:8080/law/rs/criminal-code/art-246a/par-1?on=2010-01-01 shows it, as does άρθρο 29 παρ. 1 ν. 4139/2013 (Α΄ 74).", []string{
			"http://localhost:8080/law/rs/criminal-code/art-246a/par-1?on=2010-01-01 = rs/criminal-code/art-246a/par-1",
			"άρθρο 29 παρ. 1 ν. 4139/2013 (Α΄ 74) = gr/law-4139-2013/art-29/par-1"}},
		{"Както чл. 354а, ал. 3 НК предвижда, а и чл. 354б от НК.", []string{"чл. 354а, ал. 3 НК = bg/criminal-code/art-354a/par-3", "чл. 354б от НК = bg/criminal-code/art-354b"}},
		{"Number 17/2026 and 273/2004 of something.\n\nKrivični zakonik Srbije (Sl. glasnik RS 85/2005 – pročišćeno)\n\nČlan 8", []string{"Krivični zakonik Srbije (Sl. glasnik RS 85/2005 – pročišćeno) = rs/criminal-code"}},
		{"art. 4 alin. (1) și (2) din Legea nr. 143/2000", []string{"art. 4 alin. (1) = ro/law-143-2000/art-4/par-1", "(2) din Legea nr. 143/2000 = ro/law-143-2000/art-4/par-2"}},
		{"see KZ čl. 246a Srbija and also art. 4 alin. (1) din Legea nr. 143/2000", []string{"KZ čl. 246a = rs/criminal-code/art-246a", "art. 4 alin. (1) din Legea nr. 143/2000 = ro/law-143-2000/art-4/par-1"}},
	} {
		var got []string
		for _, s := range loaded.reader.FindAll(c.text, today) {
			if c.text[s.Start:s.End] != s.Text {
				t.Errorf("%q: the offsets of %q give %q", c.text, s.Text, c.text[s.Start:s.End])
			}
			got = append(got, fmt.Sprintf("%s = %s", s.Text, s.Result.ID))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s\n got:\n%s\n want:\n%s", c.text, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// Whatever is typed or pasted, reading it stays quick.
func TestReadIsBounded(t *testing.T) {
	for _, piece := range []string{"(", "čl. ", "čl. 1, ", "KZ ", "law 1/", "art 3(1)(a)(i) ", "[section on ", "Zakon o ", "a.", "NN 1/1, ", "1. ", "1/2/", "i i i i ", "Criminal Code ", "Službeni glasnik ", "¹", "§§", "ǘ"} {
		text := strings.Repeat(piece, 10_000/len(piece)+1)
		if took := fastest(50*time.Millisecond, func() { loaded.reader.Read(text[:min(len(text), MaxQuery)], today) }); took > 50*time.Millisecond {
			t.Errorf("%q repeated to %d bytes took %v to read", piece, MaxQuery, took)
		}
		if took := fastest(200*time.Millisecond, func() { loaded.reader.FindAll(text, today) }); took > 200*time.Millisecond {
			t.Errorf("%q repeated to 10,000 characters took %v to search", piece, took)
		}
	}
}

// fastest is the shortest of a few runs, until one is short enough: others may have
// the processor.
func fastest(enough time.Duration, run func()) time.Duration {
	best := time.Hour
	for range 6 {
		start := time.Now()
		run()
		if best = min(best, time.Since(start)); best <= enough {
			break
		}
	}
	return best
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"KZ čl. 246a st. 1", "άρθρο 29 παρ. 1 ν. 4139/2013 (Α΄ 74)", "/law/rs/criminal-code?on=2010-01-01", "186. člen KZ-1", "02/L-128", "[section on a", "art. 3(1)(a", "NN 1/", "\xff(", "M. Of. nr. 362 din"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		start := time.Now()
		defer func() {
			if took := time.Since(start); took > time.Second {
				t.Errorf("%d bytes took %v", len(text), took)
			}
		}()
		got := loaded.reader.Read(text, today)
		if got.ID != "" && len(got.Candidates) > 0 {
			t.Errorf("%q is sure and has candidates", text)
		}
		if got.ID != "" && !got.ID.IsInstrument() {
			if _, ok := loaded.reader.provisions.Find(got.ID); !ok {
				t.Errorf("%q names %s, which does not exist", text, got.ID)
			}
		}
		end := 0
		for _, s := range loaded.reader.FindAll(text, today) {
			if s.Start < end || s.End <= s.Start {
				t.Errorf("%q: spans overlap or are empty: %d to %d after %d", text, s.Start, s.End, end)
			}
			end = s.End
		}
	})
}
