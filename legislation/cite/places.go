package cite

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"seelex/legislation"
)

// The languages in which people of the region and its students name its countries.
var placeLanguages = []string{"sq", "bs", "hr", "sr", "sr-Latn", "mk", "bg", "el", "ro", "sl", "tr", "en", "ru", "de", "fr", "it", "hu"}

// otherPlaces are short forms, adjectives and abbreviations that neither the corpus
// nor CLDR has. Abbreviations count only in capitals; RS is Serbia as well as
// Republika Srpska, RM North Macedonia as well as Moldova.
var otherPlaces = map[string]string{
	"albanian": "AL", "shqiptar": "AL", "bosnian": "BA", "Bosnia": "BA", "Bosna": "BA", "BiH": "BA", "bulgarian": "BG", "balgarski": "BG",
	"croatian": "HR", "RH": "HR", "cypriot": "CY", "greek": "GR", "Hellenic": "GR", "Hellas": "GR", "kosovar": "XK", "Kosova": "XK", "Kosovo": "XK", "RKS": "XK",
	"macedonian": "MK", "Macedonia": "MK", "Makedonija": "MK", "RSM": "MK", "montenegrin": "ME", "crnogorski": "ME", "CG": "ME", "RCG": "ME",
	"moldovan": "MD", "Moldova": "MD", "romanian": "RO", "serbian": "RS", "srpski": "RS", "slovenian": "SI", "slovene": "SI",
	"turkish": "TR", "Turkey": "TR", "Turkiye": "TR", "FBiH": "BA-BIH", "F BiH": "BA-BIH", "Federation BiH": "BA-BIH", "Federacija": "BA-BIH", "Federacija BiH": "BA-BIH",
	"Republika Srpska": "BA-SRP", "Republike Srpske": "BA-SRP", "BDBiH": "BA-BRC", "BD": "BA-BRC", "Brcko": "BA-BRC", "Brcko distrikt": "BA-BRC", "Brcko distrikt BiH": "BA-BRC", "BD BiH": "BA-BRC", "RM": "MK MD", "RS": "RS BA-SRP",
}

// places finds legal orders by their names.
type places struct {
	byWord map[string][]place // by the stem of the first word
}

type place struct {
	stems []string
	codes []string
	caps  bool // an abbreviation: only in capitals
}

func newPlaces(k *legislation.Catalog) *places {
	p := &places{byWord: map[string][]place{}}
	for _, j := range k.Jurisdictions {
		p.add(j.Code, j.Code)
		p.add(strings.TrimRight(j.Name, "*"), j.Code)
		for _, name := range j.NativeNames {
			p.add(name, j.Code)
		}
		region, err := language.ParseRegion(j.Code)
		if err != nil || len(j.Code) != 2 || j.Code == "EU" {
			continue
		}
		for _, tag := range placeLanguages {
			if namer := display.Regions(language.Make(tag)); namer != nil {
				p.add(namer.Name(region), j.Code)
			}
		}
	}
	for code, practice := range practices {
		if practice.country != "" {
			p.add(practice.country, code)
		}
	}
	for name, codes := range otherPlaces {
		for code := range strings.FieldsSeq(codes) {
			if _, err := k.Jurisdiction(code); err == nil {
				p.add(name, code)
			}
		}
	}
	for _, list := range p.byWord {
		slices.SortStableFunc(list, func(a, b place) int { return len(b.stems) - len(a.stems) })
	}
	return p
}

func (p *places) add(name, code string) {
	var stems []string
	caps := false
	for _, t := range tokenize(name) {
		if t.kind == wordToken && !small[t.fold] {
			stems = append(stems, t.stem)
			caps = t.upper
		}
	}
	if len(stems) == 0 {
		return
	}
	caps = caps && len(name) <= 6
	list := p.byWord[stems[0]]
	for i := range list {
		if slices.Equal(list[i].stems, stems) && list[i].caps == caps {
			if !slices.Contains(list[i].codes, code) {
				list[i].codes = append(list[i].codes, code)
			}
			return
		}
	}
	p.byWord[stems[0]] = append(list, place{stems, []string{code}, caps})
}

// at recognises a place at a token: its codes and the token behind it.
func (p *places) at(tokens []token, i int) ([]string, int) {
	if tokens[i].kind != wordToken {
		return nil, i
	}
	for _, candidate := range p.byWord[tokens[i].stem] {
		if candidate.caps && !tokens[i].upper {
			continue
		}
		if next, ok := matchStems(tokens, i, candidate.stems); ok {
			return candidate.codes, next
		}
	}
	return nil, i
}

// matchStems matches words in order, skipping small ones.
func matchStems(tokens []token, i int, stems []string) (int, bool) {
	for n, want := range stems {
		for n > 0 && i < len(tokens) && (tokens[i].kind == wordToken && small[tokens[i].fold] || tokens[i].kind == markToken && strings.Contains("-.&'/", tokens[i].fold)) && tokens[i].stem != want {
			i++
		}
		if i >= len(tokens) || tokens[i].kind != wordToken || tokens[i].stem != want {
			return i, false
		}
		i++
	}
	return i, true
}
