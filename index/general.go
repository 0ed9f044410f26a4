package index

import (
	"slices"
	"sync"

	"seelex/index/lang"
)

// newGeneral lists words that stand in every law, and those that a question of law is put
// in: they say less of what is asked for than how rare they are in digests would have it.
func newGeneral() (out []uint32) {
	for code, text := range map[string]string{
		"en": "law laws act code article penalty penalties punishment punished punishable sentence sentenced offence offences crime crimes criminal person legal status basis illegal lawful allowed permitted punishes year years country countries instead euro euros month months",
		"sh": "zakon zakonik zakonski pravni pravna osnov osnova kazna kazne kazniti kažnjavanje kazneni krivični krivično djelo delo član članak lice osoba počinilac učinilac zakonito legalan legalno ilegalan zabranjen kažnjiv kažnjava sud policija godina godine država države umjesto umesto iznosi sleduje dinara evra eura maraka mjesec mjeseci mesec meseci",
		"mk": "закон законик правна правен основа казна казни казнување кривично дело член лице сторител законски легално забранет казниво казнува суд полиција година години држава држави наместо денари евра месец месеци добива",
		"bg": "закон кодекс правно основание наказание наказания наказва наказателен престъпление престъпления член лице законно легално позволено забранен наказуемо присъда съд полиция година години държава държави вместо лева лев евро месец месеца грози",
		"sl": "zakon zakonik pravna pravni podlaga kazen kazni kaznovanje kaznivo dejanje člen oseba storilec zakonito legalno dovoljeno leto leta let država države namesto znaša grozi evrov mesec mesecev",
		"el": "νόμος νομική βάση νόμου κώδικας κώδικα ποινή ποινές ποινικός ποινικού τιμωρία τιμωρείται έγκλημα αδίκημα αδικήματα άρθρο πρόσωπο νόμιμη νόμιμο παράνομη παράνομο επιτρέπεται έτος έτη χρόνια χώρα χώρες αντί ευρώ μήνας μήνες",
		"ro": "lege temei legea legii cod codul codului pedeapsă pedepse pedepsește infracțiune infracțiuni articol articolul persoană legal legală ilegal permis permisă an ani anii țară țări lei euro lună luni loc",
		"sq": "ligj baza ligjore ligji kod kodi dënim dënimi dënime dënohet vepër vepra penale nen neni person ligjshëm legal ilegal lejohet lejohen ndalohet ndaluar dënueshëm gjykata policia vit vite vjet vend vende euro lekë muaj",
		"tr": "kanun kanunu yasa dayanak ceza cezası cezalar suç suçu suçlar madde kişi yasal serbest yıl yıla ülke ülkeler yerine lira euro ay",
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
	return u.means(w, func(t uint32) bool {
		_, found := slices.BinarySearch(k.general, t)
		return found
	})
}

// penal are the words that ask for a penalty, as traits.
var penal = sync.OnceValue(func() map[uint32]bool {
	out := map[uint32]bool{}
	for code, text := range map[string]string{
		"en": "penalty penalties punishment punished punishable punishes sentence sentenced",
		"sh": "kazna kazne kazniti kažnjavanje kažnjava kažnjiv",
		"mk": "казна казни казнување казнува",
		"bg": "наказание наказания наказва присъда",
		"sl": "kazen kazni kaznovanje kaznuje",
		"el": "ποινή ποινές τιμωρία τιμωρείται",
		"ro": "pedeapsă pedepse pedepsește",
		"sq": "dënim dënimi dënime dënohet",
		"tr": "ceza cezası cezalar",
	} {
		for _, term := range lang.Terms(code, text) {
			out[trait(inBodyTrait, code, term)] = true
		}
	}
	return out
})

// prisonTerms are the words for what prison is measured in, folded: how many of them asks for a
// penalty too.
var prisonTerms = folded("years", "months", "godina", "godine", "mjeseci", "meseci", "godini", "години", "месеци", "let", "leta", "mesecev",
	"χρόνια", "έτη", "μήνες", "ani", "luni", "vjet", "vite", "muaj", "yıl", "yıla", "sene", "ay")

// asksPenalty reports whether a query asks for a penalty, in a language that it may be of.
func (k *knowledge) asksPenalty(u *understood) bool {
	for i, w := range u.words {
		if u.means(w, func(t uint32) bool { return penal()[t] }) {
			return true
		}
		if i == 0 || !slices.Contains(prisonTerms, foldText(w.text)) {
			continue
		}
		if before := foldText(u.words[i-1].text); before == "sa" || slices.Contains(howMuch, before) { // sa vjet; beside other words sa is with
			return true
		}
	}
	return false
}

// means reports whether a word is such in a language that the query may be of.
func (u *understood) means(w word, such func(trait uint32) bool) bool {
	codes := u.written
	if len(codes) == 0 {
		codes = u.langs
	}
	return slices.ContainsFunc(codes, func(code string) bool {
		return slices.ContainsFunc(u.memo.terms(code, w.text), func(term string) bool { return such(trait(inBodyTrait, code, term)) })
	})
}
