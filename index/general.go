package index

import (
	"slices"

	"seelex/index/lang"
)

// newGeneral lists words that stand in every law: they say less of what is asked for than
// how rare they are in digests would have it.
func newGeneral() (out []uint32) {
	for code, text := range map[string]string{
		"en": "law laws act code article penalty penalties punishment punished punishable sentence sentenced offence offences crime crimes criminal person",
		"sh": "zakon zakonik zakonski kazna kazne kazniti kažnjavanje kazneni krivični krivično djelo delo član članak lice osoba počinilac učinilac",
		"mk": "закон законик казна казни казнување кривично дело член лице сторител",
		"bg": "закон кодекс наказание наказания наказва наказателен престъпление престъпления член лице",
		"sl": "zakon zakonik kazen kazni kaznovanje kaznivo dejanje člen oseba storilec",
		"el": "νόμος νόμου κώδικας κώδικα ποινή ποινές ποινικός ποινικού τιμωρία τιμωρείται έγκλημα αδίκημα αδικήματα άρθρο πρόσωπο",
		"ro": "lege legea legii cod codul codului pedeapsă pedepse pedepsește infracțiune infracțiuni articol articolul persoană",
		"sq": "ligj ligji kod kodi dënim dënimi dënime dënohet vepër vepra penale nen neni person",
		"tr": "kanun kanunu yasa ceza cezası cezalar suç suçu suçlar madde kişi",
	} {
		for _, term := range lang.Terms(code, text) {
			out = append(out, trait(inBodyTrait, code, term))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isGeneral reports whether a word is such in a language that the query may be of.
func (k *knowledge) isGeneral(u *understood, w word) bool {
	codes := u.written
	if len(codes) == 0 {
		codes = u.langs
	}
	for _, code := range codes {
		for _, term := range u.memo.terms(code, w.text) {
			if _, found := slices.BinarySearch(k.general, trait(inBodyTrait, code, term)); found {
				return true
			}
		}
	}
	return false
}
