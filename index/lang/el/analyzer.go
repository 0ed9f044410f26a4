// Package el analyses Greek: monotonic and polytonic, demotic and katharevousa, and Greek typed in Latin letters.
package el

import (
	"seelex/index/lang/fold"
	"seelex/index/lang/legal"
)

// Analyzer is registered with bleve as seelex_el.
var Analyzer = legal.Register(legal.Language{Name: "seelex_el", Fold: Fold, Stem: Stem, Stop: stopWords})

// letters drop accents and breathings by themselves. ξ and χ are one, for x stands for either when Greek is typed in
// Latin letters.
var letters = fold.NewTable(map[rune]string{'β': "v", 'ξ': "x", 'χ': "x", 'θ': "th", 'ψ': "ps"})

// spellings write by sound what has several spellings (ι η υ ει; ο ω; ου; αυ ευ) and what greeklish writes in several
// ways, for Greek and Latin input alike: then narkotika, narkwtika and ναρκωτικά are one word. οι stays, or όπιο
// (opium) would be οποίο (which).
var (
	spellings = fold.NewRules(
		"ou", "u", "oy", "u", "ei", "i", "yi", "i", "y", "i", "u", "i", "w", "o",
		"ay", "av", "au", "av", "ey", "ev", "eu", "ev",
		"ph", "f", "ch", "x", "kh", "x", "ks", "x", "j", "x", "b", "v", "c", "k", "ck", "k", "q", "k", "dh", "d",
		"gg", "g", "gk", "g", "ng", "g", "nch", "gx", "nx", "gx",
		"ll", "l", "mm", "m", "nn", "n", "ss", "s", "rr", "r", "kk", "k", "pp", "p", "tt", "t", "vv", "v", "cc", "k")
	// voiceless: av and ev before a voiceless consonant are typed af and ef as well.
	voiceless = fold.NewRules("aft", "avt", "afk", "avk", "afs", "avs", "afx", "avx", "afp", "avp",
		"eft", "evt", "efk", "evk", "efs", "evs", "efx", "evx", "efp", "evp")
)

// Fold appends the key of word.
func Fold(dst, word []byte) []byte {
	from := len(dst)
	dst = letters.Append(dst, word)
	key := voiceless.Apply(spellings.Apply(readH(dst[from:])))
	return dst[:from+len(key)]
}

// readH decides what a typed h is. Who writes η as h (hrwinh, dhmosio) betrays it by a w, a final h or an h between
// consonants; all others mean χ (hrisi, katohi). Digraphs (th, ch, ph, kh) are left alone. Greek letters never give an h
// but in th.
func readH(key []byte) []byte {
	eta, any := false, false
	for i, c := range key {
		switch {
		case c == 'w':
			eta = true
		case c == 'h' && !digraph(key, i):
			any = true
			last := i == len(key)-1
			eta = eta || last || i > 0 && !vowel(key[i-1]) && !vowel(key[i+1])
		}
	}
	if !any {
		return key
	}
	for i, c := range key {
		if c != 'h' || digraph(key, i) {
			continue
		}
		key[i] = 'x'
		if eta {
			key[i] = 'i'
		}
	}
	return key
}

// digraph reports whether the h at i belongs to the letter before it.
func digraph(key []byte, i int) bool {
	if i == 0 {
		return false
	}
	switch key[i-1] {
	case 't': // no θ stands at the end of a word or before σ
		return i+1 < len(key) && key[i+1] != 's'
	case 'c', 'p', 'k':
		return true
	case 'd':
		return i+1 < len(key) && vowel(key[i+1])
	}
	return false
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'w':
		return true
	}
	return false
}
