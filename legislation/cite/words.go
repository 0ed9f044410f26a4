package cite

import "strings"

// level is the kind of a segment of a pinpoint, outermost first.
type level uint8

const (
	noLevel level = iota
	annex
	chapter
	article
	paragraph
	point
	sentence // no provision is one
)

// levelWords are the words for the levels, folded, by level: in front of the number
// in most languages, behind it in Slovene and Turkish.
var levelWords = invert(map[level]string{
	annex:   "annex annexes schedule appendix prilog priloga prilogu aneks aneksa shtojca shtojces shtojce lidhja parartima parartimatos anexa anexei ek eki prilozenie prilozenieto",
	chapter: "chapter ch chap glava glavi glave poglavlje poglavlja poglavlju kreu kreut kefalaio kefalaiou kef capitolul capitolului cap bolum bolumu poglavje poglavja",
	article: "art arts article articles cl clan clana clanu clanom clanak clanka clanku clankom clanka clanovi clanove neni nenit nenin nenet arthro arthr arth arthrou arthra arthron ar " +
		"articolul articolului articol articolele madde maddeleri maddelerinin maddelerinde maddeler maddesi maddesinin maddesine maddesinde maddenin md m clen clena clenu clenom clenot clenovi clenovite clenite chlen chl rule rules " +
		"section sections sec secs s sect odeljak odeljku odjeljak odjeljka odelek seksioni seksionit sectiunea sectiunii enotita razdel oddelek del delot razdelek razdelka",
	paragraph: "par para paras paragraph paragraphs paragrafi paragrafit paragrafet paragrafeve paragraful paragrafului paragraf st stav stava stavu stavom stavovi stavova stavovite stavak stavka stavku stavkom stavci stavaka al alineja alineja alineata alineatul alineatului alineatele alin alinei alineite " +
		"abs absatz paragrafos paragrafou paragrafo parag edafio edafiou ed odst odstavek odstavka odstavku odstavkom odstavci odstavki f fikra fikrasi fikrasinin fikralari subsection subsec ss",
	point:    "pika pikes stoich stoicheio stoicheiou pt point points subpara subparagraph letter lit litera literei lettera tac tacka tacke tacki toc tocka tocki tockata t pkt pct punctul punctului per peript periptosi periptoseos pik bent bendi bendinin bentleri bentlerinin b germa shkronja p",
	sentence: "predl predlozenie izr izrecenie pr teza tezei teze recenica recenice",
})

// shortLevels are level words that mean something else too often to be heard
// without an article before them.
var shortLevels = map[string]bool{"s": true, "t": true, "p": true, "b": true, "f": true, "per": true, "par": true, "al": true, "point": true, "item": true, "cap": true, "ar": true, "pr": true}

// subsections are the words that are a sentence behind a paragraph and a paragraph
// behind an article: εδάφιο in Greece and in Cyprus, алинеја.
var subsections = words("ed edafio edafiou edafia alineja alineje alineji")

// ordinalsBehind are the numbers written out behind the word for a paragraph: paragrafi i
// parë, stav prvi, алинея първа.
var ordinalsBehind = folded(map[string]string{"pare": "1", "dyte": "2", "trete": "3", "katert": "4", "peste": "5", "gjashte": "6",
	"prvi": "1", "drugi": "2", "treci": "3", "cetvrti": "4", "peti": "5", "prv": "1", "vtor": "2", "tret": "3", "cetvrt": "4",
	"parva": "1", "vtora": "2", "treta": "3", "cetvarta": "4", "peta": "5", "intai": "1", "doi": "2", "trei": "3"})

// postfixed are the words of languages that put the number first: 186. člen, 191. madde.
var postfixed = words("clen clena clenu clenom odstavek odstavka odstavku odstavkom odst tocka tocke tocki alineja poglavje poglavja priloga " +
	"madde maddeleri maddelerinin maddelerinde maddeler maddesi maddesinin maddesine maddesinde maddenin fikra fikrasi fikrasinin bent bendi bendinin")

// ordinals are the numbers written out in front of Slovene and Turkish level words.
var ordinals = folded(map[string]string{
	"prvi": "1", "drugi": "2", "tretji": "3", "cetrti": "4", "peti": "5", "sesti": "6", "sedmi": "7", "osmi": "8", "deveti": "9", "deseti": "10", "enajsti": "11", "dvanajsti": "12",
	"prvega": "1", "drugega": "2", "tretjega": "3", "cetrtega": "4", "petega": "5",
	"prvem": "1", "drugem": "2", "tretjem": "3", "cetrtem": "4", "petem": "5",
	"prva": "1", "druga": "2", "tretja": "3", "cetrta": "4", "peta": "5", "sesta": "6", "sedma": "7",
	"prve": "1", "druge": "2", "tretje": "3", "cetrte": "4", "pete": "5",
	"birinci": "1", "ikinci": "2", "ucuncu": "3", "dorduncu": "4", "besinci": "5", "altinci": "6", "yedinci": "7", "sekizinci": "8",
})

// folded writes the words of a map as tokens are folded: tretjega is tretega.
func folded(m map[string]string) map[string]string {
	out := make(map[string]string, len(m))
	for word, value := range m {
		out[oneForm(word)] = value
	}
	return out
}

// lawWords announce the number of a law; the kind tells a law from an ordinance of
// the same number.
var lawWords = invert(map[string]string{
	"law": "law act code ligj ligji ligjit ligjin ligjin kod kodi zakon zakona zakonu zakonik zakonika nomos nomou nomo n lege legea legii legi lg kanun kanunu kanunun sayili zakonot l v",
	"oug": "oug geo ordonanta ordonantei",
	"hg":  "hg gd hotarare hotararea hotararii hotarire hotarirea hotaririi",
	"pd":  "pd",
	"dec": "vkm pms decree postanovlenie postanovlenieto decision vendim vendimi odluka odluke odluku odluci resenie resenieto deciziei sklep sklepa karar karari decizia",
	"ord": "order ordin ordinul ordinului prikaz naredba naredbata ordinance",
	"reg": "regulation verordnung uredba uredbe uredbi uredbom reglament regulamentul kanonismos",
	"dir": "directive direktiva direktivata",
	"cap": "cap kef",
	"gen": "circular genelge genelgesi",
})

func invert[V comparable](lists map[V]string) map[string]V {
	out := map[string]V{}
	for v, list := range lists {
		for w := range strings.FieldsSeq(list) {
			out[w] = v
		}
	}
	return out
}

// gazettes are the names of the official gazettes, folded, with the legal orders
// that publish in them; the longest stands first where one begins another.
var gazettes = []struct {
	words  string
	places string
}{
	{"sluzbene novine", "BA-BIH"}, {"sl novine", "BA-BIH"}, {"sl nov", "BA-BIH"},
	{"sluzbeni glasnik", "RS BA BA-SRP BA-BRC"}, {"sl glasnik", "RS BA BA-SRP BA-BRC"}, {"sl gl", "RS BA BA-SRP BA-BRC"}, {"sluzbenom glasniku", "RS BA BA-SRP BA-BRC"},
	{"sluzbeni list", "ME RS BA MK"}, {"sl list", "ME RS BA MK"}, {"sl l", "ME RS BA"}, {"sluzbenom listu", "ME RS BA"}, {"sluzben list", "MK"},
	{"narodne novine", "HR"}, {"narodnim novinama", "HR"}, {"nar nov", "HR"}, {"nn", "HR"},
	{"uradni list", "SI"}, {"uradnem listu", "SI"}, {"ur l", "SI"}, {"url", "SI"},
	{"drzaven vestnik", "BG"}, {"drzavenvestnik", "BG"}, {"darzaven vestnik", "BG"}, {"dv", "BG"},
	{"sluzben vesnik", "MK"}, {"sl vesnik", "MK"}, {"slvesnik", "MK"},
	{"monitorul oficial", "RO MD"}, {"m of", "RO MD"}, {"mof", "RO"}, {"mo", "RO MD"}, {"buletinul oficial", "RO"},
	{"fek", "GR"}, {"efimeris tis kyverniseos", "GR"}, {"episimi efimerida", "CY"},
	{"fletorja zyrtare", "AL"}, {"fletore zyrtare", "AL"}, {"fletoren zyrtare", "AL"}, {"fz", "AL"},
	{"gazeta zyrtare", "XK"}, {"gazeten zyrtare", "XK"}, {"gz", "XK"},
	{"resmi gazete", "TR"}, {"rg", "TR"},
	{"official journal", "EU"}, {"oj", "EU"}, {"official gazette", ""}, {"og", ""},
}

// former are the words that say of a law that it is the earlier one.
var former = words("vechiul vechi vechiului anterior palaiou palaios proin proinou stari starog starom star starija stariot starijat raniji ranijeg bivsi bivseg eski mulga vjeter vjetri vjetren former old previous")

// fillers are words that a citation may have without changing what it names.
var fillers = words("the of on in to and or for by from with as at no nr num number br broj brojevi st s c sv vol pp p see cf also under pursuant " +
	"i u o na za od sa se iz po prema kao je in ter v z ob do pri od ot na i v s po za so vo od " +
	"e te i se per dhe ne nga me si sipas nen " +
	"al a ale de la cu si din privind pentru prin lui ale ai ce " +
	"tou tis ton tin to ta ton kai peri gia apo me se i o oi os en ar arith arithm mt opos " +
	"ve ile hakkinda dair icin sayili nolu tarihli tarih inci nci uncu ncu unci nin nun ninn in un nda nde " +
	"republic republike republika republici republika republikes republikes republicii republica dimokratias dimokratia demokratias cumhuriyeti " +
	"amended amending last obn posl izm dop izmene dopune isp ispr konsolidirani procisceno besedilo upb precisceno precisceni prec text republished republicata republ consolidated modif modificarile completarile ulterioare " +
	"january february march april may june july august september october november december dated date date daten day year g god godine godina goda let leta " +
	"ianuarie februarie martie aprilie mai iunie iulie septembrie octombrie noiembrie decembrie " +
	"siecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra " +
	"vezi vezano veza vv vr vrska zvezi vo vav povezi lidhur lidhje rap raportat raport coroborat prev prevazut prevazuta sindiasmo rabota " +
	"tekstu snazi forma vigoare sic ishte fuqi tarihinde yururlukteki hali opos ischie ischye stis redakcijata kam tekstot vazel besedilu veljavnem " +
	"okvirna okvirne okvirnoj okvirni okvirnega ramkovo ramkovoto ramkova cadru plaisio plaisiou apofasi apofasis rahmenbeschluss cerceve council vijeca saveta sveta saveta savet consiliului symvouliou konsey " +
	"uyarinca geregince geregi kapsaminda anlaminda vd devami shodno sukladno skladu temelju osnovu potrivit conform baza temeiul kata symfona basei bazuar baze podlagi " +
	"sl sled judgment unga ga res doc case predmet zadeva cauza delo ypothesi rep " +
	"nd january signed opened adopted entered into force unts ets no published un united nations")

func words(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// small are the words that titles are compared without.
var small = words("the of on in to and or for by from with as at a an no nr i u o na za od sa se iz po je ter v z s ob do pri ot so vo e te per dhe ne nga me al ale de la cu si din privind pentru prin " +
	"tou tis ton tin to ta kai peri gia apo oi ve ile br")

// otherNames are what treaties and laws are called beside their titles.
var otherNames = map[string][]string{
	"int/convention-1961": {"Single Convention", "1961 Single Convention", "1961 UN Convention", "UN Single Convention", "Jedinstvena konvencija o opojnim drogama", "Convenția unică", "Ενιαία Σύμβαση", "Единна конвенция", "1961 UN Drug Convention"},
	"int/convention-1971": {"1971 UN Convention", "1971 Psychotropics Convention", "Psychotropics Convention", "1971 UN Drug Convention", "Konvencija o psihotropnim supstancama", "Конвенция за психотропните вещества", "Convenția asupra substanțelor psihotrope"},
	"int/convention-1988": {"1988 UN Convention", "1988 Vienna Convention", "Vienna Convention 1988", "1988 Trafficking Convention", "Vienna Drug Convention", "Konvencija UN iz 1988", "Konvencija iz 1988", "Convenția din 1988", "Конвенцията от 1988", "Σύμβαση του 1988", "Konvencija Ujedinjenih naroda iz 1988", "Конвенцията на ООН от 1988", "Convenția ONU din 1988", "Σύμβαση ΟΗΕ 1988", "1988 UN Drug Convention",
		"Konvencija UN protiv nezakonitog prometa opojnih droga i psihotropnih supstanci", "Konvencija Ujedinjenih nacija protiv nezakonitog prometa opojnih droga i psihotropnih supstanci",
		"Конвенция на ООН за борба срещу незаконния трафик на упойващи и психотропни вещества", "Convenția contra traficului ilicit de stupefiante și substanțe psihotrope"},
	"ro/law-58-2024": {"Legea 2 Mai"},
	// As courts shorten them, beside the abbreviations of the corpus.
	"md/criminal-code-2002":             {"C. pen. al Republicii Moldova", "C. pen. RM"},
	"ba/criminal-code-sfry-1976":        {"KZ SFRJ"},
	"me/criminal-law-sfry-1976":         {"KZ SFRJ"},
	"rs/criminal-law-sfry-1976":         {"KZ SFRJ"},
	"xk/yugoslav-criminal-code-1976":    {"KZ SFRJ"},
	"xk/provisional-criminal-code-2003": {"PCCK", "CCK"},
	"al/criminal-code":                  {"K. Penal"},
	"al/criminal-procedure-code":        {"K. Pr. Penale", "K. Procedurës Penale"},
	"mk/criminal-code":                  {"Kodi Penal i Maqedonisë së Veriut", "Kodi Penal i Republikës së Maqedonisë së Veriut", "Kodi Penal i RMV"},
	"ba-brc/criminal-code-2003":         {"KZ BD BiH"},
	"ba-brc/criminal-procedure-code":    {"ZKP BD BiH"},
	"ro/criminal-code-2009":             {"NCP", "noul Cod penal"},
	"ro/criminal-procedure-code-2010":   {"NCPP", "noul Cod de procedură penală"},
	"xk/criminal-code-2019":             {"KZRK", "CCRK", "CCK"},
	"xk/criminal-code-2012":             {"KZRK", "CCRK", "CCK"},
	"eu/cjeu-c-634-18":                  {"C-634/18"},
	"eu/cjeu-c-663-18":                  {"C-663/18"},
	"int/ungass-2016":                   {"UNGASS 2016"},
}
