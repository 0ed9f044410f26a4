package structure

// StartsPart tells readers that have to put lines together that a line begins a division: "Член 5", "GLAVA II". One
// that stands out in print may go on with a long heading.
func StartsPart(s string, strong bool) bool {
	for _, lang := range [...]string{"sl", "el"} {
		if m, ok := (classifier{lang: lang}).classify(0, &Block{Text: s, Strong: strong}); ok && !(m.unsure || m.loose || !strong && m.kind == Article && m.body < len(s) && len(s) > 60) {
			return true
		}
	}
	return false
}

// IsLabel tells that a line holds the label of an article and nothing else.
func IsLabel(s string) bool {
	for _, lang := range [...]string{"sl", "el"} {
		if m, ok := (classifier{lang: lang}).classify(0, &Block{Text: s}); ok && m.kind == Article && m.body >= len(s) {
			return true
		}
	}
	return false
}

// ItemInSmall tells that the text behind the marker goes on in small letters: "2. ovoga članka" within a sentence is a
// reference, not a paragraph.
func ItemInSmall(s string) bool {
	m, ok := parseMarker(s)
	return ok && startsLower(s[m.body:]) && m.numeric()
}

// BeginsBelow tells that a line begins a division, a paragraph or a point behind the text before it. A number belongs to
// the text where that has not ended, or ends with a word that asks for one: "iz čl. / 5. ovog zakona".
func BeginsBelow(before, line string) bool {
	ended := endsSentence(before)
	return StartsPart(line, ended) || ended && StartsItem(line) && !refersBefore(before)
}

// StartsItem tells that a line begins with the number or letter of a paragraph or point.
func StartsItem(s string) bool {
	_, ok := parseMarker(s)
	return ok
}
