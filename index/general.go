package index

import (
	"slices"

	"seelex/index/lang"
)

// newGeneral lists words that stand in every law, and those that a question of law is put
// in: they say less of what is asked for than how rare they are in digests would have it.
func newGeneral() (out []uint32) {
	for code, text := range map[string]string{
		"en": "law laws act code article penalty penalties punishment punished punishable sentence sentenced offence offences crime crimes criminal person legal status basis illegal lawful allowed permitted punishes year years country countries instead",
		"sh": "zakon zakonik zakonski pravni pravna osnov osnova kazna kazne kazniti kažnjavanje kazneni krivični krivično djelo delo član članak lice osoba počinilac učinilac zakonito legalan legalno ilegalan zabranjen kažnjiv kažnjava sud policija godina godine država države umjesto umesto",
		"mk": "закон законик правна правен основа казна казни казнување кривично дело член лице сторител законски легално забранет казниво казнува суд полиција година години држава држави наместо",
		"bg": "закон кодекс правно основание наказание наказания наказва наказателен престъпление престъпления член лице законно легално позволено забранен наказуемо присъда съд полиция година години държава държави вместо",
		"sl": "zakon zakonik pravna pravni podlaga kazen kazni kaznovanje kaznivo dejanje člen oseba storilec zakonito legalno dovoljeno leto leta let država države namesto",
		"el": "νόμος νομική βάση νόμου κώδικας κώδικα ποινή ποινές ποινικός ποινικού τιμωρία τιμωρείται έγκλημα αδίκημα αδικήματα άρθρο πρόσωπο νόμιμη νόμιμο παράνομη παράνομο επιτρέπεται έτος έτη χρόνια χώρα χώρες αντί",
		"ro": "lege temei legea legii cod codul codului pedeapsă pedepse pedepsește infracțiune infracțiuni articol articolul persoană legal legală ilegal permis permisă an ani anii țară țări",
		"sq": "ligj baza ligjore ligji kod kodi dënim dënimi dënime dënohet vepër vepra penale nen neni person ligjshëm legal ilegal lejohet lejohen ndalohet ndaluar dënueshëm gjykata policia vit vite vjet vend vende",
		"tr": "kanun kanunu yasa dayanak ceza cezası cezalar suç suçu suçlar madde kişi yasal serbest yıl yıla ülke ülkeler yerine",
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
