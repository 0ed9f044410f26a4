package index

import (
	"slices"
	"strings"
)

// What a little word does to the prison that is named with it.
const (
	inPlaceOf = iota // what can come in its place is asked for
	outsideOf        // what is not in it, or has nothing to do with it
)

// setting are the little words that set prison aside, folded, the longer first; those of
// Turkish, in settingBehind, stand behind it.
var (
	setting = [2][]string{
		inPlaceOf: folded("instead of", "in place of", "rather than",
			"umjesto", "umesto", "mjesto", "namesto", "наместо", "место", "вместо", "αντί για", "αντί", "în loc de", "în locul", "në vend të"),
		outsideOf: folded("outside of", "outside", "not in", "out of", "without",
			"bez", "brez", "без", "χωρίς", "fără", "pa",
			"izvan", "van", "mimo", "nije u", "ne u", "osim u", "zunaj", "izven", "ne v", "надвор од", "вон", "не во", "извън", "освен в", "не в",
			"έξω από", "εκτός από", "εκτός", "όχι σε", "în afara", "afara", "nu în", "jashtë", "jo në"),
	}
	settingBehind = [2][]string{inPlaceOf: folded("yerine"), outsideOf: folded("dışında", "dışındaki", "olmadan")}
)

func folded(phrases ...string) []string {
	for i, p := range phrases {
		phrases[i] = foldText(p)
	}
	return phrases
}

// prison are the concepts of what is set aside.
var prison = []string{"prison-facility", "imprisonment"}

// instead is the concept of what comes in the place of prison.
const instead = "alternative-sanction"

// takeAside reads prison that is set aside as what that asks for: in its place, the
// alternatives to it; outside of it, nothing.
func (k *knowledge) takeAside(u *understood) {
	for i := range u.units {
		un := &u.units[i]
		if !slices.ContainsFunc(un.concepts, isPrison) {
			continue
		}
		var concepts []string
		switch {
		case u.widens(instead): // by words of its own
			continue
		case u.isSet(i, inPlaceOf):
			if c, ok := k.catalog.Concept(instead); ok && k.widen(u, c, un.words[0].text) {
				concepts = []string{instead}
			}
		case !u.isSet(i, outsideOf):
			continue
		}
		un.concepts, un.aside = concepts, true
		u.expand = slices.DeleteFunc(u.expand, func(e Expanded) bool { return isPrison(e.Concept) })
	}
}

func isPrison(concept string) bool { return slices.Contains(prison, concept) }

// isSet reports whether a unit is set aside by the words before it, with at most one
// between, or behind it. These say nothing else.
func (u *understood) isSet(at, how int) bool {
	for gap := range 2 {
		for _, phrase := range setting[how] {
			if n := strings.Count(phrase, " ") + 1; u.reads(at-gap-n, n, phrase) {
				return true
			}
		}
	}
	return slices.ContainsFunc(settingBehind[how], func(phrase string) bool { return u.reads(at+1, 1, phrase) })
}

// reads reports whether units of one word read as a phrase; then these are not looked for.
func (u *understood) reads(from, n int, phrase string) bool {
	if from < 0 || from+n > len(u.units) {
		return false
	}
	units := u.units[from : from+n]
	for i, word := range strings.Fields(phrase) {
		if len(units[i].words) > 1 || len(units[i].concepts) > 0 || foldText(units[i].words[0].text) != word {
			return false
		}
	}
	for i := range units {
		units[i].optional = true
	}
	return true
}
