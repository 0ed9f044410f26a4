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
		return cyrillic(has)
	}
	return latinLanguage(blocks, has)
}

func cyrillic(has map[rune]int) string {
	bg := has['ъ'] + has['щ'] + has['я'] + has['ю']
	mk := has['ѓ'] + has['ќ'] + has['ѕ']
	sr := has['ђ'] + has['ћ']
	switch {
	case bg > mk+sr:
		return "bg"
	case mk > sr:
		return "mk"
	}
	return "sr-Cyrl"
}

// latinLanguage counts the words that only one language uses in its laws.
func latinLanguage(blocks []Block, has map[rune]int) string {
	counts := map[string]int{}
	seen := 0
	for i := range blocks {
		t := strings.ToLower(blocks[i].Text)
		for lang, words := range markWords {
			for _, w := range words {
				counts[lang] += strings.Count(t, w)
			}
		}
		if seen += len(t); seen > 64<<10 {
			break
		}
	}
	counts["tr"] += has['ğ'] + has['ı']
	counts["ro"] += has['ș'] + has['ț'] + has['ţ'] + has['ă']
	best, n := "", 0
	for _, lang := range [...]string{"hr", "sr-Latn", "sl", "sq", "ro", "tr", "en"} {
		if counts[lang] > n {
			best, n = lang, counts[lang]
		}
	}
	return best
}

var markWords = map[string][]string{
	"hr":      {"članak ", "članka ", "stavka ", "točk", " tko ", "kazneno djelo", "kaznenog "},
	"sr-Latn": {"član ", "člana ", "stava ", "tačk", " ko ", "krivično delo", "krivično djelo", "lice "},
	"sl":      {" člen", "členu ", "odstav", "kaznivo", "zakona in "},
	"sq":      {"neni ", "nenit", "ligjit", "është", " dhe "},
	"ro":      {"articolul", "articol unic", " art.", "alin.", "prevăzut", " și ", "prevazut", "legea ", "lege nr."},
	"tr":      {"madde ", "fıkra", "kanun", " ve "},
	"en":      {" the ", "article ", " shall ", " of the "},
}

// LanguageOf tells the language of a stretch of text; empty when it cannot.
func LanguageOf(s string) string { return detectLanguage([]Block{{Text: s}}) }
