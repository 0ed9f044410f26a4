package index

import "slices"

// together are concepts that mean a narrower one where a query names both, in any order
// and with whatever between them: growing for own use, selling drugs at schools.
var together = []struct {
	one, other []string
	mean       string
}{
	{acts("cultivation", "self-cultivation", "cannabis-plant"), acts("personal-use", "possession-for-personal-use"), "self-cultivation"},
	{acts("sale", "offering", "mediation"), anyDrug, "trafficking"},
	{acts("cannabis", "hashish", "cannabis-plant"), acts("medical-use", "prescription", "pharmacist", "prescribing-doctor", "pain-relief"), "medical-cannabis"},
	{acts("cannabis", "cannabis-plant", "industrial-hemp", "opium-poppy", "cultivation"), acts("licence", "permit"), "cultivation-licence"},
	{acts("sale", "trafficking", "dealer", "offering", "putting-into-circulation"), acts("school"), "supply-near-school"},
	{acts("sale", "trafficking", "dealer", "offering", "putting-into-circulation"), acts("minor-person"), "supply-to-minor"},
	{acts("minor-person"), acts("treatment", "diversion", "deferred-prosecution", "alternative-sanction", "treatment-instead-of-punishment"), "juvenile-sanctions"},
	{acts("sale", "trafficking", "smuggling", "import"), acts("prison-facility"), "supply-in-prison"},
	{acts(instead), acts("treatment", "detoxification", "rehabilitation"), "treatment-instead-of-punishment"},
}

func acts(ids ...string) []string { return ids }

var anyDrug = []string{"narcotic-drug", "psychotropic-substance", "psychoactive-substance", "cannabis", "hashish", "heroin", "cocaine", "amphetamine-type-stimulant"}

// takeTogether gives the units of which two mean a concept together that concept too.
func (k *knowledge) takeTogether(u *understood) {
	for _, t := range together {
		one, other := u.unitOf(t.one), u.unitOf(t.other)
		if one < 0 || other < 0 || one == other || u.widens(t.mean) {
			continue
		}
		c, ok := k.catalog.Concept(t.mean)
		if !ok {
			continue
		}
		first, last := u.units[one].words, u.units[other].words
		if first[0].start > last[0].start {
			first, last = last, first
		}
		if k.widen(u, c, u.text[first[0].start:last[len(last)-1].end]) {
			u.units[one].concepts = append(u.units[one].concepts, c.ID)
			u.units[other].concepts = append(u.units[other].concepts, c.ID)
		}
	}
}

// howMuch are the words that ask for an amount, folded. Before a substance they ask how much
// of it the law lets pass, before years what the penalty is.
var howMuch = folded("much", "many", "koliko", "kolika", "колку", "колкава", "kolko", "колко", "πόσο", "πόση", "πόσα", "πόσους",
	"cât", "câtă", "câți", "câte", "kaç", "kadar")

// takeHowMuch gives a substance that stands behind such a word the concept of small
// quantities too.
func (k *knowledge) takeHowMuch(u *understood) {
	const mean = "small-quantity"
	c, ok := k.catalog.Concept(mean)
	if !ok || u.widens(mean) {
		return
	}
	for i := 1; i < len(u.units); i++ {
		asks, of := u.units[i-1].words[0], &u.units[i]
		if !slices.Contains(howMuch, foldText(asks.text)) || !slices.ContainsFunc(of.concepts, k.isSubstance) {
			continue
		}
		if k.widen(u, c, u.text[asks.start:of.words[len(of.words)-1].end]) {
			of.concepts = append(of.concepts, mean)
		}
		return
	}
}

// isSubstance reports whether a concept, known by its id, is a substance.
func (k *knowledge) isSubstance(id string) bool {
	c, ok := k.catalog.Concept(id)
	return ok && isSubstance(c)
}

// unitOf is the place of a unit with one of the concepts, -1 without any.
func (u *understood) unitOf(concepts []string) int {
	return slices.IndexFunc(u.units, func(un unit) bool {
		return slices.ContainsFunc(un.concepts, func(c string) bool { return slices.Contains(concepts, c) })
	})
}
