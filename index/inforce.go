package index

import (
	"slices"
	"strings"
	"sync"
)

// valid are the words by which people ask for the law as it is, in the languages of the
// region.
var valid = sync.OnceValue(func() [][]string {
	var out [][]string
	for _, said := range []string{
		"in force", "current", "currently",
		"na snazi", "važeći", "važeća", "važeće", "važećeg", "važećem", "važećih", "aktuelna", "aktuelni", "aktualna", "aktualni", "trenutno",
		"v veljavi", "veljavni", "veljavna", "veljavno", "trenutna",
		"во сила", "важечки", "важечка", "важечкиот", "важечката", "тековна",
		"в сила", "действащ", "действащия", "действаща", "действащата", "действащо", "актуална",
		"në fuqi", "aktuale", "aktual", "aktualisht",
		"σε ισχύ", "ισχύον", "ισχύοντα", "ισχύουσα", "ισχύων", "ισχύουν", "ισχύει",
		"în vigoare", "actual", "actuala", "actuală", "actualul",
		"yürürlükte", "yürürlükteki", "geçerli", "güncel",
	} {
		out = append(out, strings.Fields(foldText(said)))
	}
	return out
})

// askValid are the words of a query that ask for law that is in force; none where it does
// not.
func (u *understood) askValid() []word {
	for at := range u.words {
		for _, said := range valid() {
			if at+len(said) <= len(u.words) && slices.EqualFunc(u.words[at:at+len(said)], said, func(w word, s string) bool { return foldText(w.text) == s }) {
				return u.words[at : at+len(said)]
			}
		}
	}
	return nil
}
