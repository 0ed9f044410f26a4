package fold

// common is how letters are written when a language does not say otherwise: Latin letters that no Unicode
// decomposition takes apart, and the Cyrillic and Greek alphabets, so that article numbers such as 354а, 246а and 29Α
// are found by whoever types 354a, 246a or 29A.
var common = map[rune]string{
	'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'ł': "l", 'ø': "o", 'œ': "oe", 'æ': "ae", 'ß': "ss", 'þ': "th", 'ŋ': "n",

	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "i", 'к': "k",
	'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "h",
	'ц': "c", 'ч': "ch", 'ш': "sh", 'щ': "sht", 'ъ': "a", 'ы': "y", 'ь': "", 'э': "e", 'ю': "iu", 'я': "ia",
	'ђ': "d", 'ѓ': "g", 'ѕ': "dz", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ћ': "c", 'ќ': "k", 'џ': "dz",
	'і': "i", 'є': "e", 'ґ': "g",

	'α': "a", 'β': "b", 'γ': "g", 'δ': "d", 'ε': "e", 'ζ': "z", 'η': "i", 'θ': "th", 'ι': "i", 'κ': "k", 'λ': "l",
	'μ': "m", 'ν': "n", 'ξ': "x", 'ο': "o", 'π': "p", 'ρ': "r", 'σ': "s", 'ς': "s", 'τ': "t", 'υ': "y", 'φ': "f",
	'χ': "ch", 'ψ': "ps", 'ω': "o",
}

// Plain is the table without any language's own letters.
var Plain = NewTable(nil)
