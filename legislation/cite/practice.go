package cite

// practice is how the lawyers of a jurisdiction cite: the words, their order and the
// gazette. The patterns hold {pin}, {name} (abbreviation), {title}, {genitive},
// {number}, {dated} (the number with its date), {gazette} and {facts} (what there is of
// number and gazette); a stretch between < and
// > is left out when what it holds is not known.
type practice struct {
	lang     string // BCP 47, of the citation and of the title it prefers
	short    string // for a provision of an instrument that has an abbreviation
	numbered string // … of one that is known by its number
	titled   string // … of any other, with the place behind the title
	whole    string // for an instrument
	steps    map[string]string
	join     string // between the steps of a place
	inner    bool   // the innermost step comes first
	alphabet map[rune]string
	gazette  gazettePractice
	country  string // in English, as short as Bluebook table T10.3 has it
}

// gazettePractice is how a gazette is referred to: {name} and {refs}, or {no}, {date}
// and {year} of the first publication.
type gazettePractice struct {
	pattern string
	latest  string // appended for the last amendment: {no}, {year}
	again   string // appended for a republication: {no}, {date}, {ref}
	later   string // appended where there were amendments
	every   bool   // {refs} has the amendments too
}

var (
	serbian = map[string]string{"art": "čl. %", "par": "st. %", "pt": "tač. %", "sec": "odeljak %", "ch": "glava %", "annex": "prilog %"}
	bosnian = map[string]string{"art": "čl. %.", "par": "st. %.", "pt": "tač. %", "sec": "odjeljak %", "ch": "glava %", "annex": "prilog %"}
	english = map[string]string{"art": "Art. %", "par": "(%)", "pt": "(%)", "sec": "Sec. %", "ch": "Ch. %", "annex": "Annex %"}
	romance = map[string]string{"art": "art. %", "par": "alin. (%)", "pt": "lit. %)", "sec": "secțiunea %", "ch": "cap. %", "annex": "anexa %"}
	illyric = map[string]string{"art": "neni %", "par": "paragrafi %", "pt": "pika %)", "sec": "seksioni %", "ch": "kreu %", "annex": "shtojca %"}
	hellene = map[string]string{"art": "άρθρο %", "par": "παρ. %", "pt": "περ. %΄", "sec": "ενότητα %", "ch": "κεφάλαιο %", "annex": "παράρτημα %"}

	cyrillicLetters = map[rune]string{'a': "а", 'b': "б", 'v': "в", 'g': "г", 'd': "д", 'c': "в"}
	greekLetters    = map[rune]string{'A': "Α", 'B': "Β", 'D': "Δ", 'E': "Ε", 'Z': "Ζ", 'H': "Η", 'I': "Ι", 'K': "Κ",
		'a': "α", 'b': "β", 'c': "γ", 'd': "δ", 'e': "ε", 'z': "ζ", 'h': "η"}

	glasnik = gazettePractice{pattern: "„{name}“, br. {refs}", every: true}
)

// practices are the native styles. They follow what courts and law journals of each
// jurisdiction print: for Slovenia the nomotechnical guidelines (prvi odstavek 186.
// člena), for Bulgaria decree 883/1974 (чл., ал., т.), for Romania law 24/2000 on
// legislative technique (art., alin., lit.), for Turkey the article abbreviated m.
// and its paragraph behind a slash.
var practices = map[string]practice{
	"AL": {lang: "sq", short: "{pin} i {genitive}< ({dated})>", numbered: "{pin} i {law}< “{title}”>", titled: "{title}< ({dated})>, {pin}",
		whole: "<{dated} >“{title}”<, {gazette}>", steps: illyric, join: " ", country: "Alb.",
		gazette: gazettePractice{pattern: "Fletorja Zyrtare nr. {refs}"}},
	"BA": {lang: "bs", short: "{pin} {name}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}", whole: "{title}< ({gazette})>",
		steps: bosnian, join: " ", gazette: glasnik, country: "Bosn. & Herz."},
	"BA-BIH": {lang: "bs", short: "{pin} {name}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}", whole: "{title}< ({gazette})>",
		steps: bosnian, join: " ", gazette: glasnik, country: "Fed’n of Bosn. & Herz."},
	"BA-SRP": {lang: "sr-Latn", short: "{pin} {name}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}", whole: "{title}< ({gazette})>",
		steps: serbian, join: " ", gazette: glasnik, country: "Republika Srpska"},
	"BA-BRC": {lang: "bs", short: "{pin} {name}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}", whole: "{title}< ({gazette})>",
		steps: bosnian, join: " ", gazette: glasnik, country: "Brčko Dist."},
	"BG": {lang: "bg", short: "{pin} {name}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}", whole: "{title}< ({gazette})>",
		steps: map[string]string{"art": "чл. %", "par": "ал. %", "pt": "т. %", "sec": "раздел %", "ch": "глава %", "annex": "приложение %"}, join: ", ",
		alphabet: cyrillicLetters, country: "Bulg.",
		gazette: gazettePractice{pattern: "обн., ДВ, бр. {no} от {year} г.", latest: "посл. изм., бр. {no} от {year} г."}},
	"CY": {lang: "el", titled: "{title}< ({number})>, {pin}", whole: "{title}< ({number})>", steps: map[string]string{
		"art": "άρθρο %", "par": "εδάφιο (%)", "pt": "παράγραφος (%)", "sec": "ενότητα %", "ch": "κεφάλαιο %", "annex": "παράρτημα %"}, join: ", ",
		alphabet: greekLetters, country: "Cyprus"},
	"EU": {lang: "en", titled: "{pin} of {title}<, {gazette}>", whole: "{title}<, {gazette}>",
		steps: map[string]string{"art": "Article %", "par": "(%)", "pt": "(%)", "sec": "section %", "ch": "Chapter %", "annex": "Annex %"}, country: "EU",
		gazette: gazettePractice{pattern: "{refs}"}},
	"GR": {lang: "el", short: "{pin} {name}< ({facts})>", numbered: "{pin} {number}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}",
		whole: "{number} «{title}»< ({gazette})>", steps: hellene, join: " ", alphabet: greekLetters, country: "Greece",
		gazette: gazettePractice{pattern: "Α΄ {no}/{year}"}},
	"HR": {lang: "hr", short: "{pin} {name}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}", whole: "{title}< ({gazette})>",
		steps: map[string]string{"art": "čl. %.", "par": "st. %.", "pt": "toč. %", "sec": "odjeljak %", "ch": "glava %", "annex": "prilog %"}, join: " ",
		gazette: gazettePractice{pattern: "NN {refs}", every: true}, country: "Croat."},
	"INT": {lang: "en", titled: "{pin}, {title}<, {dated}>", whole: "{title}<, {dated}>",
		steps: map[string]string{"art": "Article %", "par": "(%)", "pt": "(%)", "sec": "para. %", "ch": "Chapter %", "annex": "Annex %"}},
	"MD": {lang: "ro", short: "{pin} {name}< ({gazette})>", numbered: "{pin} din {dated}< ({gazette})>", titled: "{title}< ({facts})>, {pin}",
		whole: "{title}< ({facts})>", steps: romance, join: " ", country: "Mold.",
		gazette: gazettePractice{pattern: "Monitorul Oficial al Republicii Moldova, {refs}", again: ", republicat în Monitorul Oficial al Republicii Moldova, {ref}"}},
	"ME": {lang: "cnr", short: "{pin} {name}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}", whole: "{title}< ({gazette})>",
		steps: serbian, join: " ", gazette: glasnik, country: "Montenegro"},
	"MK": {lang: "mk", short: "{pin} {name}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}", whole: "{title}< ({gazette})>",
		steps: map[string]string{"art": "член %", "par": "став %", "pt": "точка %", "sec": "дел %", "ch": "глава %", "annex": "прилог %"}, join: " ",
		alphabet: cyrillicLetters, country: "N. Maced.", gazette: gazettePractice{pattern: "„{name}“ бр. {refs}", every: true}},
	"RO": {lang: "ro", short: "{pin} {name}< ({facts})>", numbered: "{pin} din {number}< ({gazette})>", titled: "{title}< ({facts})>, {pin}",
		whole: "{title}< ({facts})>", steps: romance, join: " ", country: "Rom.",
		gazette: gazettePractice{pattern: "M. Of. nr. {no} din {date}", again: ", republicată în M. Of. nr. {no} din {date}", later: ", cu modificările și completările ulterioare"}},
	"RS": {lang: "sr-Latn", short: "{pin} {name}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}", whole: "{title}< ({gazette})>",
		steps: serbian, join: " ", gazette: glasnik, country: "Serb."},
	"SI": {lang: "sl", short: "{pin} {name}< ({gazette})>", titled: "{title}< ({gazette})>, {pin}", whole: "{title}< ({facts})>",
		steps: map[string]string{"art": "%. člen", "art+": "%. člena", "par": "§ odstavek", "par+": "§ odstavka", "pt": "%. točka", "pt+": "%. točke",
			"sec": "razdelek %", "ch": "poglavje %", "annex": "priloga %"}, join: " ", inner: true,
		gazette: gazettePractice{pattern: "{name}, št. {refs}", every: true}, country: "Slovn."},
	"TR": {lang: "tr", short: "{name} {pin}", numbered: "{number} sayılı {title} {pin}", titled: "{title}< ({gazette})>, {pin}", whole: "<{number} sayılı >{title}< ({gazette})>",
		steps:   map[string]string{"art": "m. %", "par": "/%", "pt": "-%", "sec": "bölüm %", "ch": "bölüm %", "annex": "ek %"},
		gazette: gazettePractice{pattern: "RG {day}, S. {no}"}, country: "Turk."},
	"XK": {lang: "sq", numbered: "{pin} i {genitive}< ({facts})>", titled: "{title}< ({facts})>, {pin}",
		whole: "{title}< ({facts})>", steps: illyric, join: " ", country: "Kos.",
		gazette: gazettePractice{pattern: "Gazeta Zyrtare nr. {refs}"}},
}

// slovene are the ordinals of paragraphs in Slovene citations, nominative and
// genitive.
var slovene = [][2]string{{}, {"prvi", "prvega"}, {"drugi", "drugega"}, {"tretji", "tretjega"}, {"četrti", "četrtega"}, {"peti", "petega"},
	{"šesti", "šestega"}, {"sedmi", "sedmega"}, {"osmi", "osmega"}, {"deveti", "devetega"}, {"deseti", "desetega"}}

// numberWords turn the beginning of a number as the corpus writes it, in English,
// into the language of the act.
var numberWords = map[string][][2]string{
	"sq": {{"Law No. ", "ligji nr. "}, {"Code No. ", "Kodi nr. "}, {"Council of Ministers Decision No. ", "VKM nr. "}, {"No. ", "nr. "}},
	"ro": {{"Law no. ", "Legea nr. "}, {"Order no. ", "Ordinul nr. "}},
	"el": {{"Law ", "ν. "}, {"PD ", "π.δ. "}, {"Cap. ", "Κεφ. "}},
	"tr": {{"Law No. ", ""}, {"Official Gazette ", "RG "}, {"Decision ", ""}, {"Circular ", ""}, {"Cabinet decision ", ""}},
	"bg": {{"Council of Ministers Decree No ", "ПМС № "}},
}

// gazetteNames are the short forms of the gazettes' names.
var gazetteNames = [][2]string{{"Službeni glasnik ", "Sl. glasnik "}, {"Službeni list ", "Sl. list "}, {"Službene novine ", "Sl. novine "}, {"Narodne novine", "NN"}}

// renamed are gazettes that changed their names, with the first year of the new one.
var renamed = map[string]struct {
	from int
	name string
}{
	"Službeni list RCG": {2007, "Službeni list CG"},
	"Службен весник на Република Македонија": {2019, "Службен весник на Република Северна Македонија"},
}

// treatySeries are the places of the drug conventions in the United Nations Treaty
// Series that the corpus does not give with volume and page: registration No. 14152
// of 8 August 1975 for the Single Convention as amended, volume 976, page 105.
var treatySeries = map[string]string{"int/convention-1961": "976 UNTS 105"}

var romanianMonths = []string{"", "ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie", "octombrie", "noiembrie", "decembrie"}

// genitives are the Albanian titles' heads in the genitive.
var genitives = [][2]string{{"Kodi ", "Kodit "}, {"Ligji ", "Ligjit "}, {"Projektligji ", "Projektligjit "}}
