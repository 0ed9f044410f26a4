package structure

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestClean: the quick looks of Clean never let through what the slow way would change.
func TestClean(t *testing.T) {
	for r := rune(0x20); r < 0x20000; r++ {
		if r >= 0xd800 && r < 0xe000 {
			continue
		}
		for _, s := range []string{"a" + string(r) + "b", "α" + string(r)} {
			got := Clean(s)
			if !norm.NFC.IsNormalString(got) {
				t.Fatalf("%U: Clean(%q) = %q is not NFC", r, s, got)
			}
			if again := Clean(got); again != got {
				t.Fatalf("%U: Clean(%q) = %q, and again %q", r, s, got, again)
			}
		}
	}
	for in, want := range map[string]string{
		"a\u00a0 b\u200b":    "a b",
		"raz\u00advoj":       "razvoj",
		"c\u030c\x00\x1b[0m": "č[0m",
		"\u202eabc\u202c":    "abc",
		"<b>x</b> 1 < 2":     "‹b>x‹/b> 1 < 2",
		"άρθρο\u0387":        "άρθρο·",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestNumbers: printed numbers and the keys that ids hold.
func TestNumbers(t *testing.T) {
	for _, c := range []struct{ in, lang, printed, key string }{
		{"246a", "sr-Latn", "246a", "246a"}, {"354а", "bg", "354а", "354a"}, {"354в.", "bg", "354в", "354v"}, {"217¹", "ro", "217¹", "217-1"},
		{"15^1", "ro", "15^1", "15-1"}, {"283/a", "sq", "283/a", "283-a"}, {"284/ç", "sq", "284/ç", "284-ce"}, {"58-б", "mk", "58-б", "58-b"},
		{"105/A", "tr", "105/A", "105-a"}, {"29Α", "el", "29Α", "29A"}, {"2ΙΣΤ", "el", "2ΙΣΤ", "2IST"}, {"2Γ", "el", "2Γ", "2G"}, {"14 bis", "en", "14 bis", "14-bis"},
		{"186.a člen", "sl", "186.a", "186a"}, {"29", "el", "29", "29"}, {"5 stav", "hr", "5", "5"}, {"12-15", "hr", "12-15", "12-15"},
	} {
		n, size, ok := parseNumber(c.in, c.lang)
		if !ok || n.Printed != c.printed || n.Key != c.key || c.in[:size] != c.printed {
			t.Errorf("%q in %s: %+v, want %q with key %q", c.in, c.lang, n, c.printed, c.key)
		}
	}
	for in, want := range map[string]int{"XXIII": 23, "ХХІІІ": 23, "IV.": 4, "XIXA": 0, "MIX": 0, "": 0} {
		if got, _ := parseRoman(in); got != want {
			t.Errorf("Roman %q is %d, want %d", in, got, want)
		}
	}
	for in, want := range map[string]int{"Α΄": 1, "ΣΤ΄": 6, "ΙΒ'": 12, "ΚΑ’": 21, "IB΄": 12} {
		if got, _ := parseGreek(in); got != want {
			t.Errorf("Greek %q is %d, want %d", in, got, want)
		}
	}
	for in, want := range map[string]int{"πρώτο": 1, "εικοστό έβδομο": 27, "ΠΡΒΑ": 0, "прва": 1, "DVADESET PRVA": 21, "двадесет и първа": 21, "BİRİNCİ": 1, "Štirinajsto": 14, "TRIDESET SEDMA": 37, "ДВАЕСЕТ И ПРВА": 21} {
		if got, _ := parseOrdinal(in); got != want {
			t.Errorf("ordinal %q is %d, want %d", in, got, want)
		}
	}
}

func TestActNumber(t *testing.T) {
	for in, want := range map[string]string{
		"KODI NR. 06/L-074": "06/L-074", "Νόμος του 2017 (164(I)/2017)": "164(I)/2017", "LEGE nr. 143 din 26 iulie 2000 (republicată)": "143/2000",
		"HOTĂRÂRE nr. 1.581 din 28 decembrie 2022": "1.581/2022", "Türk Ceza Kanunu (5237)": "5237", "Kazenski zakonik (KZ-1)": "", "Kazneni zakon (NN 125/2011)": "",
	} {
		if got := actNumber(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
