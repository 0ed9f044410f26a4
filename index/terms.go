package index

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"seelex/index/lang"
	"seelex/legislation"
)

// knowledge is what a generation knows of words: the thesaurus and the names of the
// jurisdictions, ready to be recognised.
type knowledge struct {
	catalog  *legislation.Catalog
	concepts *phrasebook // values are places in catalog.Concepts
	places   *phrasebook // values are places in catalog.Jurisdictions
	langs    []string    // tags of the original texts
}

func newKnowledge(c *legislation.Catalog) *knowledge {
	k := &knowledge{catalog: c, concepts: newPhrasebook(), places: newPhrasebook()}
	for i, concept := range c.Concepts {
		for tag, labels := range concept.Labels {
			for _, label := range labels {
				k.concepts.add(tag, label, i)
			}
		}
	}
	for i, j := range c.Jurisdictions {
		k.addPlace(i, j)
	}
	return k
}

// adjectives are what English calls the law and the people of a jurisdiction.
var adjectives = map[string][]string{
	"AL": {"Albanian"}, "BA": {"Bosnian", "Bosnia"}, "BA-SRP": {"RS entity"}, "BG": {"Bulgarian"}, "HR": {"Croatian"}, "CY": {"Cypriot"},
	"GR": {"Greek"}, "XK": {"Kosovar"}, "MD": {"Moldovan"}, "ME": {"Montenegrin"}, "MK": {"Macedonian", "Macedonia"}, "RO": {"Romanian"},
	"RS": {"Serbian"}, "SI": {"Slovenian", "Slovene"}, "TR": {"Turkish", "Turkey"}, "EU": {"European Union"},
}

// addPlace makes the names of a jurisdiction known in every language of the region:
// its own from the corpus, the others' from the Unicode locale data.
func (k *knowledge) addPlace(i int, j legislation.Jurisdiction) {
	k.places.add("en", j.Name, i)
	for tag, name := range j.NativeNames {
		k.places.add(tag, name, i)
	}
	for _, name := range adjectives[j.Code] {
		k.places.add("en", name, i)
	}
	region, err := language.ParseRegion(j.Code)
	if err != nil || !region.IsCountry() && j.Code != "XK" {
		return
	}
	for _, l := range lang.All() {
		for _, tag := range l.Tags {
			if namer := display.Regions(language.Make(tag)); namer != nil {
				if name := namer.Name(region); name != "" {
					k.places.add(tag, name, i)
				}
			}
		}
	}
}
