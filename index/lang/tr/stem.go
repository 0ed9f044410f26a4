package tr

import "seelex/index/lang/stem"

// Stem takes off the chain plural, possessive, case of the noun, after Eryiğit and Adalı, "An Affix Stripping
// Morphological Analyzer for Turkish" (2004), as one table of whole chains, carried over to text without diacritics,
// which Snowball's stemmer cannot read. Derivation stays: suç and suçlu, ceza and cezaevi are apart. A final vowel goes in every
// form, so that the vowel of ceza is never mistaken for a dative.
func Stem(key []byte) []byte {
	keep := kept.Len(key)
	if keep < len(key) {
		key = infinitive.Strip(key, max(keep, 2))
		key = chains.Strip(key, keep)
		key = chains.Strip(key, max(keep, 4))
		key = without.Strip(key, keep)
	}
	return root(key, keep)
}

var infinitive = stem.NewEndings().Add(2, "mak>ma mek>me makta>ma mekte>me")

// chains: after a consonant (suç-u, suç-un), after a vowel (ceza-sı, ceza-nın), after the plural (suç-lar-ın-dan).
var chains = stem.NewEndings().
	Add(3, "i u e a de da den dan ya ye yi yu yla yle si su").
	Add(4, "in un la le").
	// -te, -ten stand after a voiceless consonant only; -e after t is a dative (ticaret-e)
	Add(2, "tte>t kte>k pte>p cte>c ste>s hte>h fte>f tta>t kta>k pta>p cta>c sta>s hta>h fta>f").
	Add(2, "tten>t kten>k pten>p cten>c sten>s hten>h ften>f ttan>t ktan>k ptan>p ctan>c stan>s htan>h ftan>f").
	// roots too short for the table, whole
	Add(0, "sucun>suc sucunu>suc sucuna>suc sucunda>suc sucundan>suc sucla>suc halin>hal halinin>hal").
	Add(0, "iznin>izin iznini>izin hapsi>hapis hapse>hapis hapsin>hapis hapsini>hapis hapsine>hapis hapsinin>hapis").
	Product(3, "si su", "- ni nu na ne nin nun nda nde ndan nden yla yle").
	Product(4, "i u", "ni nu nin nun yla yle").
	Product(3, "- ni nu", "nin nun").
	Product(3, "lar ler", "- a e i in da de dan den la le").
	Product(3, "lari leri larin lerin", "- ni na ne nin nda nde ndan nden yla yle a e i in dan den da de").
	Product(3, "-", "dir dur tir tur").
	Product(3, "i u", "na ne nda nde ndan nden").
	Product(3, "sin sun larin lerin", "ca ce").
	Product(4, "in un", "ca ce").
	Product(4, "-", "daki deki taki teki ndaki ndeki sindaki sindeki")

// without is -sız: who asks of growing without a licence asks of the licence.
var without = stem.NewEndings().Add(3, "siz suz")

// root closes what endings open: the final vowel, soft consonants (uyuşturuculuk, uyuşturuculuğu; sebep, sebebi) and the
// vowel that falls out before an ending (hüküm, hükmü; izin, izni).
func root(key []byte, keep int) []byte {
	if n := len(key); n > 3 && n > keep && stem.Vowel(key[n-1]) {
		key = key[:n-1]
	}
	if whole, ok := contracted[string(key)]; ok {
		return append(key[:0], whole...)
	}
	if n := len(key); n > 3 {
		switch key[n-1] {
		case 'd':
			key[n-1] = 't'
		case 'b':
			key[n-1] = 'p'
		case 'g':
			key[n-1] = 'k'
		}
	}
	return key
}

// contracted maps roots that lost their vowel to the whole word.
var contracted = map[string]string{
	"hukm": "hukum", "izn": "izin", "haps": "hapis", "kayd": "kayit", "kism": "kisim", "resm": "resim", "cism": "cisim",
	"akl": "akil", "fikr": "fikir", "emr": "emir", "nakl": "nakil", "metn": "metin", "asl": "asil",
}

// kept words look inflected and are not.
var kept = stem.NewKept("adliye altin amfetamin bakan baris baskan buprenorfin davranis eroin gerekce gorus hasta hastane ifade insan " +
	"cezasiz hirsiz irade kadin kanun kokain kurulus liste madde magdur metamfetamin metin morfin muamele mucadele neden " +
	"nokta posta recete sahte satis sorun takdir tedavi vesile yasa yayin yetkili")
