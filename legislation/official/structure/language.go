package structure

import "strings"

// detectLanguage tells the language of a text by its script, its letters and the word it uses for "article".
// It looks at the first 64 KB of the blocks. Empty when it cannot tell.
func detectLanguage(blocks []Block) string {
	var cyr, greek, latin int
	has := map[rune]int{}
	seen := 0
	for i := range blocks {
		for _, r := range blocks[i].Text {
			switch {
			case r >= 0x370 && r < 0x400 || r >= 0x1f00 && r < 0x2000:
				greek++
			case r >= 0x400 && r < 0x530:
				cyr++
				has[r]++
			case r >= 'A' && r <= 'z':
				latin++
			case r > 0x7f:
				has[r]++
			}
		}
		if seen += len(blocks[i].Text); seen > 64<<10 {
			break
		}
	}
	switch {
	case greek > cyr && greek > latin/2:
		return "el"
	case cyr > latin:
		return cyrillic(blocks, has)
	}
	return latinLanguage(blocks, has)
}

// cyrillic tells by the letters of one language only, and where a short text has none, by the word for article.
func cyrillic(blocks []Block, has map[rune]int) string {
	bg := has['ъ'] + has['щ'] + has['я'] + has['ю']
	mk := has['ѓ'] + has['ќ'] + has['ѕ']
	sr := has['ђ'] + has['ћ']
	if mk+sr < 10 {
		for i := range blocks[:min(len(blocks), 2000)] {
			t := strings.ToLower(blocks[i].Text)
			mk += strings.Count(t, "член")
			sr += strings.Count(t, "члан")
		}
	}
	switch {
	case bg > mk+sr:
		return "bg"
	case mk > sr:
		return "mk"
	}
	return "sr-Cyrl"
}

// latinLanguage counts the words that only one language uses in its laws, with and without diacritics. A letter alone
// tells little: a font that lost its encoding prints "ţ" for "ž".
func latinLanguage(blocks []Block, has map[rune]int) string {
	counts := map[string]int{}
	seen := 0
	for i := range blocks {
		t := " " + strings.Join(strings.Fields(foldAll(blocks[i].Text)), " ") + " "
		for lang, words := range markWords {
			for _, w := range words {
				counts[lang] += strings.Count(t, w)
			}
		}
		if seen += len(t); seen > 64<<10 {
			break
		}
	}
	counts["hr"] += counts["slavic"]
	counts["sr-Latn"] += counts["slavic"]
	counts["tr"] += (has['ğ'] + has['ı']) / 8
	counts["ro"] += (has['ș'] + has['ț'] + has['ţ'] + has['ă']) / 8
	best, n := "", 0
	for _, lang := range [...]string{"hr", "sr-Latn", "sl", "sq", "ro", "tr", "en"} {
		if counts[lang] > n {
			best, n = lang, counts[lang]
		}
	}
	return best
}

// markWords are folded. Those under "slavic" are common to Croatian and Serbian, and not Slovene.
var markWords = map[string][]string{
	"hr":      {" clanak ", " clanka ", " stavka ", " tock", " tko ", " kazneno djelo", " kaznenog "},
	"sr-Latn": {" clan ", " clana ", " stava ", " tack", " ko ", " krivicno delo", " krivicno djelo", " lice "},
	"slavic":  {" ili ", " koji ", " kao "},
	"sl":      {" clen", " odstav", " kazniv", " zakona in ", " ali ", " ki ", " oziroma "},
	"sq":      {"neni ", " nenit", "ligjit", " eshte", " dhe ", " ose ", " nga "},
	"ro":      {"articolul", " articol unic", " art.", " alin.", " prevazut", " sau ", " pentru ", " legea ", " lege nr."},
	"tr":      {" madde", " fikra", " kanun", " ve ", " veya "},
	"en":      {" the ", " article ", " shall ", " of the "},
}

// LanguageOf tells the language of a stretch of text; empty when it cannot.
func LanguageOf(s string) string { return detectLanguage([]Block{{Text: s}}) }
