package index

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"seelex/index/lang"
	"seelex/legislation"
)

// called is what people call a jurisdiction beside the name of the country: its law and
// people, in the languages of the region, its abbreviations, and its cities, since who
// asks for the penalty in Sarajevo asks for the law that holds there. What is not English
// is looked for only where the query may be in that language: Romanian pain is no Durrës.
// A city whose name is a word, as Rijeka is the river, is not among them.
var called = map[string]map[string]string{
	"AL":     {"en": "Albanian", "sq": "shqiptar, shqiptare, Tiranë, Tirana, Durrës, Vlorë, Elbasan, Shkodër", "sh": "albanski, Tirana", "mk": "албански, Тирана", "bg": "албански, Тирана", "el": "αλβανικός, αλβανική, αλβανικό, Τίρανα", "ro": "albanez, albaneză", "sl": "albanski", "tr": "Arnavut"},
	"BA":     {"en": "Bosnian, Bosnia", "sq": "boshnjak, BiH", "sh": "bosanski, bosanskohercegovački, BiH, Bosna", "mk": "босански, БиХ, Босна", "bg": "босненски, БиХ, Босна", "el": "βοσνιακός, βοσνιακή, Βοσνία", "ro": "bosniac, bosniacă, Bosnia", "sl": "bosanski, BiH, Bosna", "tr": "Bosna"},
	"BA-BIH": {"en": "Sarajevo, Mostar", "sq": "Sarajevë, Federata e Bosnjës", "sh": "FBiH, Federacija BiH, Sarajevo, Mostar, Tuzla, Zenica, Bihać", "mk": "Сараево, ФБиХ, Федерација БиХ", "bg": "Сараево, ФБиХ, Федерация БиХ"},
	"BA-SRP": {"en": "RS entity, Banja Luka", "sq": "Banja Llukë", "sh": "Banja Luka, Banjoj Luci, Doboj, Bijeljina, Prijedor, Trebinje", "mk": "Бања Лука", "bg": "Баня Лука"},
	"BA-BRC": {"en": "Brčko", "sq": "Bërçko", "sh": "Brčko, distrikt Brčko", "mk": "Брчко", "bg": "Бръчко"},
	"BG":     {"en": "Bulgarian, Sofia", "sq": "bullgar, bullgare, Sofje", "sh": "bugarski, Sofija", "mk": "бугарски, Софија", "bg": "български, София, Пловдив, Варна, Бургас", "el": "βουλγαρικός, βουλγαρική, βουλγαρικό, Σόφια", "ro": "bulgar, bulgară, bulgăresc, Sofia", "sl": "bolgarski", "tr": "Bulgar, Sofya"},
	"HR":     {"en": "Croatian, Zagreb", "sq": "kroat, kroate, Zagreb", "sh": "hrvatski, RH, Zagreb, Osijek, Zadar, Dubrovnik", "mk": "хрватски, Загреб", "bg": "хърватски, Загреб", "el": "κροατικός, κροατική, κροατικό", "ro": "croat, croată", "sl": "hrvaški, Zagreb", "tr": "Hırvat"},
	"CY":     {"en": "Cypriot", "sq": "qipriot, qipriote", "sh": "kiparski, Nikozija", "mk": "кипарски", "bg": "кипърски, Никозия", "el": "κυπριακός, κυπριακή, κυπριακό, Λευκωσία, Λεμεσός, Λάρνακα", "ro": "cipriot, cipriotă", "sl": "ciprski", "tr": "Kıbrıs Rum, Lefkoşa"},
	"GR":     {"en": "Greek", "sq": "grek, greke, Athinë", "sh": "grčki, Atina, Solun", "mk": "грчки, Атина, Солун", "bg": "гръцки, Атина, Солун", "el": "ελληνικός, ελληνική, ελληνικό, Αθήνα, Θεσσαλονίκη, Πάτρα", "ro": "grecesc, grecească, Atena", "sl": "grški, Atene", "tr": "Yunan, Atina, Selanik"},
	"XK":     {"en": "Kosovar, Pristina", "sq": "kosovar, kosovare, Prishtinë, Prishtina, Prizren, Gjilan, Pejë, Mitrovicë, RKS", "sh": "kosovski, Priština, Kosovo", "mk": "косовски, Приштина, Косово", "bg": "косовски, Прищина", "el": "κοσοβαρικός, Κόσοβο, Πρίστινα", "ro": "kosovar", "sl": "kosovski, Priština", "tr": "Kosova, Priştine"},
	"MD":     {"en": "Moldovan", "sq": "moldav, moldave", "sh": "moldavski, Kišinjev", "mk": "молдавски", "bg": "молдовски, Кишинев", "el": "μολδαβικός, μολδαβική", "ro": "moldovenesc, moldovenească, Chișinău, Bălți", "sl": "moldavski"},
	"ME":     {"en": "Montenegrin, Podgorica", "sq": "malazez, malazeze, Podgoricë", "sh": "crnogorski, CG, Podgorica, Nikšić, Kotor, Budva, Herceg Novi", "mk": "црногорски, Подгорица", "bg": "черногорски, Подгорица", "el": "μαυροβουνιακός, μαυροβουνιακή", "ro": "muntenegrean, muntenegreană", "sl": "črnogorski, Podgorica", "tr": "Karadağ"},
	"MK":     {"en": "Macedonian, Macedonia, Skopje", "sq": "maqedonas, maqedonase, Maqedoni, Shkup", "sh": "makedonski, Makedonija, Skoplje", "mk": "македонски, Македонија, РСМ, РМ, Скопје, Битола, Тетово", "bg": "македонски, Македония, Скопие", "el": "Μακεδονία, Σκόπια", "ro": "macedonean, macedoneană, Macedonia", "sl": "makedonski, Makedonija, Skopje", "tr": "Makedon, Makedonya, Üsküp"},
	"RO":     {"en": "Romanian, Bucharest", "sq": "rumun, rumune, Bukuresht", "sh": "rumunski, Bukurešt", "mk": "романски, Букурешт", "bg": "румънски, Букурещ", "el": "ρουμανικός, ρουμανική, ρουμανικό, Βουκουρέστι", "ro": "românesc, românească, român, București, Cluj", "sl": "romunski, Bukarešta", "tr": "Romen, Rumen, Bükreş"},
	"RS":     {"en": "Serbian, Belgrade", "sq": "serb, serbe, Beograd", "sh": "srpski, Beograd, Novi Sad, Kragujevac, Vojvodina", "mk": "српски, Белград", "bg": "сръбски, Белград", "el": "Βελιγράδι", "ro": "sârb, sârbă, sârbesc, Belgrad", "sl": "srbski, Beograd", "tr": "Sırp, Belgrad"},
	"SI":     {"en": "Slovenian, Slovene", "sq": "slloven, sllovene, Lubjanë", "sh": "slovenski, slovenački, Ljubljana", "mk": "словенечки, Љубљана", "bg": "словенски, Любляна", "el": "σλοβενικός, σλοβενική, σλοβενικό", "ro": "sloven, slovenă", "sl": "slovenski, Ljubljana, Maribor", "tr": "Sloven"},
	"TR":     {"en": "Turkish, Turkey", "sq": "turk, turke, Ankara, Stamboll", "sh": "turski, Ankara, Istanbul", "mk": "турски, Анкара, Истанбул", "bg": "турски, Анкара, Истанбул", "el": "τουρκικός, τουρκική, τουρκικό, Άγκυρα, Κωνσταντινούπολη", "ro": "turc, turcesc, turcească, Ankara", "sl": "turški, Ankara", "tr": "Türk, Ankara, İstanbul, İzmir"},
	"EU":     {"en": "European Union, EU", "sq": "Bashkimi Evropian", "sh": "EU, Evropska unija, Europska unija", "mk": "ЕУ, Европска унија", "bg": "ЕС, Европейски съюз", "el": "ΕΕ, Ευρωπαϊκή Ένωση", "ro": "UE, Uniunea Europeană", "sl": "EU, Evropska unija", "tr": "AB, Avrupa Birliği"},
	"INT":    {"en": "United Nations", "sq": "Kombet e Bashkuara, OKB", "sh": "Ujedinjene nacije, Ujedinjeni narodi", "mk": "Обединети нации", "bg": "Обединените нации, ООН", "el": "Ηνωμένα Έθνη, ΟΗΕ", "ro": "Națiunile Unite, ONU", "sl": "Združeni narodi, OZN", "tr": "Birleşmiş Milletler"},
}

// addPlace makes the names of a jurisdiction known in every language of the region: its
// own from the corpus, what it is called, the others' from the Unicode locale data.
func (m *lexiconMaker) addPlace(i int, j legislation.Jurisdiction) {
	m.places.add("en", j.Name, i)
	for tag, name := range j.NativeNames {
		m.places.add(tag, name, i)
	}
	for tag, names := range called[j.Code] {
		for name := range strings.SplitSeq(names, ", ") {
			if tag == "en" {
				m.places.add(tag, name, i)
			} else {
				m.called.add(tag, name, i)
			}
		}
	}
	region, err := language.ParseRegion(j.Code)
	if err != nil || !region.IsCountry() && j.Code != "XK" {
		return
	}
	for _, l := range lang.All() {
		for _, tag := range l.Tags {
			if namer := display.Regions(language.Make(tag)); namer != nil {
				if name := namer.Name(region); name != "" {
					m.places.add(tag, name, i)
				}
			}
		}
	}
}
