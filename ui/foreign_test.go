package ui

import "testing"

func TestForeignWordsCarryTheirLanguage(t *testing.T) {
	for _, test := range []struct{ text, of, want string }{
		{"Drug law <1996>", "MK", "Drug law &lt;1996&gt;"},
		{"Кривичен законик, консолидиран текст up to 36/2023", "MK", `<span lang="mk">Кривичен законик, консолидиран текст</span> up to 36/2023`},
		{"Decriminalization Now / Декриминализација сега", "MK", `Decriminalization Now / <span lang="mk">Декриминализација сега</span>`},
		{"Кривични законик", "RS", `<span lang="sr-Cyrl">Кривични законик</span>`},
		{"Law 4139/2013, ΦΕΚ Α´ 74", "GR", `Law 4139/2013, <span lang="el">ΦΕΚ Α</span>´ 74`},
		{"Решение № 615 от 12.10.2022 г.", "BG", `<span lang="bg">Решение № 615 от 12.10.2022 г</span>.`},
		{"Конвенция", "INT", "Конвенция"}, // of whose language nothing is known
	} {
		if got := foreign(test.text, test.of); string(got) != test.want {
			t.Errorf("%q of %s:\n got %s\nwant %s", test.text, test.of, got, test.want)
		}
	}
}

// What the corpus writes as 2024-05-01 is read as a day; 2005-12 is left, which may be years.
func TestDaysAreWritten(t *testing.T) {
	page200(t, "/compare?topic=alternatives-to-prison&jurisdictions=GR").says("sentence up to 12 months since 1 May 2024").saysNot("since 2024-05-01")
	if got := daysInWords("EU Drugs Strategy (2005-12), in force 2026-08-28"); got != "EU Drugs Strategy (2005-12), in force 28 August 2026" {
		t.Error(got)
	}
}
