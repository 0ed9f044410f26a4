package stem

// Vowel reports whether c is a, e, i, o, u or y.
func Vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// Fleeting drops the vowel v from the last syllable of a word of at least five letters: opasan and opasna share opasn.
func Fleeting(word []byte, v byte) []byte {
	n := len(word)
	if n < 5 || word[n-2] != v || Vowel(word[n-1]) || Vowel(word[n-3]) {
		return word
	}
	word[n-2] = word[n-1]
	return word[:n-1]
}

// Velar undoes what the South Slavic languages do to k and g before i: narkotik, narkotici; nalog, nalozi. Feminine -ica
// follows the masculine -ik, which only brings zatvorenica to zatvorenik. Words of fewer than four letters stay.
func Velar(word []byte) []byte {
	n := len(word)
	if n < 4 {
		return word
	}
	switch {
	case word[n-1] == 'c':
		word[n-1] = 'k'
	case word[n-1] == 'z' && word[n-2] == 'o':
		word[n-1] = 'g'
	}
	return word
}
