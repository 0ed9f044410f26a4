package lint

import "testing"

func TestTexts(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "digest_en: Fewer users and fewer deaths by 2021.", "digest_en: ''", `rs/strategy-2014-2021/sec-1 | digest_en: is empty`},
		{serbia, "  heading: {en: Aims of the strategy}\n", "", `rs/strategy-2014-2021/sec-1 | heading: is missing`},
		{serbia, "title_en: Criminal Code", "title_en: 'Criminal Code '", `rs/criminal-code | title_en: "Criminal Code " begins or ends with a space`},
		{serbia, "Fewer users", "Fewer  users", `rs/strategy-2014-2021/sec-1 | digest_en: "Fewer  users and fewer de" has two spaces in a row`},
		{serbia, "Fewer users", "Fewer\u00a0users", `rs/strategy-2014-2021/sec-1 | digest_en: "Fewer\u00a0users and fewer de" has a character that cannot be seen: U+00A0`},
		{serbia, "Neovlašćeno", "Neovlas\u030cćeno", `rs/criminal-code/art-246a/par-1 | heading.sr-Latn: "Neovlas`},
		{serbia, "Fewer users", "TODO users", `rs/strategy-2014-2021/sec-1 | digest_en: "TODO" is a placeholder`},
		{serbia, "digest_en: Holding any quantity is punished; it stood in another article then.", "digest_en: Holding a smaller quantity for own use is punished with up to three years.", `? rs/criminal-code/art-246a/par-1@2006-01-01 | digest_en: "Holding a smaller quantity`},
		{serbia, "digest_en: Fewer", "digest_en: The text says “whoever without authority holds in a smaller quantity for own use a substance declared to be a drug” and so fewer", `? rs/strategy-2014-2021/sec-1 | digest_en: "“whoever without authority`},
		{serbia, "[How often the court remits the penalty.]", "[How often, How often]", `open_questions | open_questions[1]: "How often" is asked twice`},
	})
}

func TestLanguagesAndScripts(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "terms: {sr-Latn", "terms: {hr", `rs/criminal-code/art-246a/par-1 | terms.hr: "hr" is not a language of RS; want en or one of sr-Latn, sr-Cyrl`},
		{serbia, "terms: {sr-Latn", "terms: {serbian_latin", `rs/criminal-code/art-246a/par-1 | terms.serbian_latin: "serbian_latin" is not a language tag`},
		// The first a is Cyrillic.
		{serbia, "manja količina", "mаnja količina", `rs/criminal-code/art-246a/par-1 | terms.sr-Latn[0]: "mаnja" mixes scripts: among Latin letters stands а (Cyrillic)`},
		// The o is Greek.
		{serbia, "fewer deaths", "fοwer deaths", `rs/strategy-2014-2021/sec-1 | digest_en: "fοwer" mixes scripts: among Latin letters stands ο (Greek)`},
		// The whole word is Cyrillic.
		{serbia, "and fewer", "а fewer", `rs/strategy-2014-2021/sec-1 | digest_en: "а" only looks Latin: it is written with Cyrillic letters`},
		{serbia, "fewer deaths", "fewer смрти", `? rs/strategy-2014-2021/sec-1 | digest_en: "смрти" is written with Cyrillic letters in an English text`},
		{serbia, "[manja količina]", "[мања количина]", `rs/criminal-code/art-246a/par-1 | terms.sr-Latn[0]: "количина" is written with Cyrillic letters in a text under sr-Latn`},
		{serbia, "sr-Cyrl: Србија", "sr-Cyrl: Srbija", `jurisdiction RS | native_names.sr-Cyrl: "Srbija" has no Cyrillic letter, though it stands under sr-Cyrl`},
		{serbia, "sr-Latn: Krivični zakonik", "sr-Latn: Krivični zakon", `? rs/criminal-code | title.sr-Latn: "Krivični zakon" is not the transliteration of sr-Cyrl; want Krivični zakonik`},
		{thesaurus, "sr-Cyrl: [опојна дрога]", "sr-Cyrl: [дрога]", `? concept narcotic-drug | labels.sr-Cyrl[0]: "дрога" is the transliteration of no label under sr-Latn`},
	})
}

func TestCodebookAndThesaurus(t *testing.T) {
	checkEdits(t, []edit{
		{codebook, "label: Quantity thresholds", "label: ''", `topic quantity-thresholds | label: is empty`},
		{codebook, "scope: {type: text}", "scope: {type: words}", `topic alternatives-to-prison | variables.scope.type: "words" is not a value of this field`},
		{codebook, "scope: {type: text}", "scope: {type: text, values: [a, b]}", `topic alternatives-to-prison | variables.scope.values: does not go with the type text`},
		{codebook, "values: [listing, analogue]", "values: [listing]", `topic quantity-thresholds | variables.methods.values: leaves nothing to choose`},
		{codebook, "values: [listing, analogue]", "values: [listing, Analogue]", `topic quantity-thresholds | variables.methods.values[1]: "Analogue" is not an id of this kind`},
		{thesaurus, "topics: [alternatives-to-prison]", "topics: [alternatives]", `concept house-arrest | topics[0]: "alternatives" is not a topic of the codebook; want one of personal-possession, alternatives-to-prison, quantity-thresholds; did you mean alternatives-to-prison?`},
		{thesaurus, "sr-Cyrl: [опојна дрога]", "mk: [опојна дрога]", `concept narcotic-drug | labels.mk: "mk" is not a language of the thesaurus`},
		{thesaurus, "en: [narcotic drug, drug]", "en: [narcotic drug, Narcotic Drug]", `concept narcotic-drug | labels.en[1]: "Narcotic Drug" stands twice among the labels`},
		{thesaurus, "en: [house arrest]", "en: [Narcotic drug]", `? concept house-arrest | labels.en[0]: "Narcotic drug" is also the preferred label of the concept narcotic-drug`},
		{thesaurus, "  definition_en: Prison served at home.\n", "  definition_en: Prison served at home.\n  hidden: {en: [House arrest]}\n", `concept house-arrest | hidden.en[0]: "House arrest" is also a label that is shown; want one of the two`},
		{thesaurus, "  definition_en: Prison served at home.\n", "  definition_en: Prison served at home.\n  hidden: {en: [tagged, Tagged]}\n", `concept house-arrest | hidden.en[1]: "Tagged" stands twice among the labels`},
		{thesaurus, "  definition_en: Prison served at home.\n", "  definition_en: Prison served at home.\n  hidden: {sr-Latn: [nanogvica]}\n", `concept house-arrest | hidden.sr-Latn: has no label beside it`},
		{thesaurus, "- id: house-arrest", "- id: narcotic-drug", `concept narcotic-drug | id: "narcotic-drug" is the id of two concepts`},
		{thesaurus, "definition_en: Prison served at home.", "definition_en: ''", `concept house-arrest | definition_en: is empty`},
	})
}

// The transliteration is that of Serbian orthography, capitals included.
func TestToLatin(t *testing.T) {
	for cyrillic, want := range map[string]string{
		"Неовлашћено држање опојних дрога": "Neovlašćeno držanje opojnih droga",
		"Љубљана, Његош, Џез":              "Ljubljana, Njegoš, Džez",
		"ЉУБЉАНА, ЊЕГОШ, ЏЕЗ":              "LJUBLJANA, NJEGOŠ, DŽEZ",
		"Ђорђе Чешљар 246а":                "Đorđe Češljar 246a",
	} {
		if got := toLatin(cyrillic); got != want {
			t.Errorf("toLatin(%q) = %q, want %q", cyrillic, got, want)
		}
	}
}
