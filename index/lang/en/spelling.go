package en

import "seelex/index/lang/stem"

// american writes British forms the American way. That exercise becomes exercize does no harm: the key is not shown.
func american(key []byte) []byte {
	key = endings.Strip(key, 0)
	for _, s := range spellings[key[0]] {
		if len(key) >= len(s[0]) && string(key[:len(s[0])]) == s[0] {
			tail := key[len(s[0]):]
			out := make([]byte, 0, len(key)+1)
			return append(append(out, s[1]...), tail...)
		}
	}
	return key
}

// endings: -ise, -yse and their forms.
var endings = stem.NewEndings().
	Add(3, "ise>ize ised>ized ises>izes ising>izing iser>izer isers>izers isation>ization isations>izations isable>izable").
	Add(3, "lyse>lyze lysed>lyzed lyses>lyzes lysing>lyzing yser>yzer ogue>og ogues>ogs")

// spellings are beginnings of words, by their first letter: one spelling, the other.
var spellings = func() (byFirst [256][][2]string) {
	for _, s := range [][2]string{
		{"anaesth", "anesth"}, {"behaviour", "behavior"}, {"centre", "center"}, {"cheque", "check"}, {"colour", "color"},
		{"counsell", "counsel"}, {"defenc", "defens"}, {"endeavour", "endeavor"}, {"enroll", "enrol"},
		{"favour", "favor"}, {"fulfill", "fulfil"}, {"gaol", "jail"}, {"grey", "gray"}, {"haem", "hem"}, {"harbour", "harbor"},
		{"honour", "honor"}, {"installment", "instalment"}, {"judgement", "judgment"}, {"labell", "label"}, {"labour", "labor"},
		{"licenc", "licens"}, {"litre", "liter"}, {"metre", "meter"}, {"neighbour", "neighbor"}, {"offenc", "offens"},
		{"oestr", "estr"}, {"paed", "ped"}, {"practis", "practic"}, {"practiz", "practic"}, {"pretenc", "pretens"},
		{"programme", "program"}, {"rumour", "rumor"}, {"skillful", "skilful"},
		{"traffick", "traffic"}, {"travell", "travel"}, {"tumour", "tumor"}, {"vapour", "vapor"}, {"willful", "wilful"},
		{"marihuana", "marijuana"}, {"labeled", "label"}, {"labeling", "label"},
	} {
		byFirst[s[0][0]] = append(byFirst[s[0][0]], s)
	}
	return byFirst
}()

// kept are terms of law that the stemmer would join with another word; their forms meet in the beginning given here.
var kept = stem.NewKept("authorit authoriz criminaliz decriminaliz depenaliz importan internal legaliz medication minorit organism " +
	"organiz penaliz personal prisoner publication universit")
