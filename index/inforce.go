package index

import (
	"slices"
	"strings"
	"sync"
)

// valid are the words by which people ask for the law as it is, in the languages of the
// region, by the first of them.
var valid = sync.OnceValue(func() map[string][][]string {
	out := map[string][][]string{}
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
		words := strings.Fields(foldText(said))
		out[words[0]] = append(out[words[0]], words)
	}
	return out
})

// askValid are the words of a query that ask for law that is in force; none where it does
// not.
func (u *understood) askValid() []word {
	for at, w := range u.words {
		for _, said := range valid()[foldText(w.text)] {
			if rest := u.words[at:]; len(said) <= len(rest) && slices.EqualFunc(rest[:len(said)], said, func(w word, s string) bool { return foldText(w.text) == s }) {
				return rest[:len(said)]
			}
		}
	}
	return nil
}
