package svg

import (
	"strings"
	"unicode"
)

// TextWidth estimates the width of text in pixels at a font size. The server has no font: the widths per kind of
// letter are those of a wide sans-serif (DejaVu, Verdana), so that narrower fonts leave air instead of running over.
func TextWidth(text string, size float64) float64 {
	em := 0.0
	for _, r := range text {
		em += runeWidth(r)
	}
	return em * size
}

func runeWidth(r rune) float64 {
	switch {
	case strings.ContainsRune("ijlI|!.,:;'’‘·", r):
		return 0.33
	case strings.ContainsRune(" ftr()[]/-", r):
		return 0.40
	case strings.ContainsRune("mwMW@%—…", r):
		return 0.95
	case unicode.Is(unicode.Mn, r):
		return 0
	case unicode.IsUpper(r):
		return 0.70
	case unicode.IsDigit(r):
		return 0.64
	case unicode.Is(unicode.Han, r):
		return 1
	}
	return 0.61
}

// Fit shortens text with an ellipsis so that it takes at most width pixels. Where not even a few letters would be
// left, it returns "".
func Fit(text string, size, width float64) string {
	if TextWidth(text, size) <= width {
		return text
	}
	const fewest = 4
	runes := []rune(text)
	room := width - runeWidth('…')*size
	for i, r := range runes {
		room -= runeWidth(r) * size
		if room < 0 {
			if i < fewest {
				return ""
			}
			return strings.TrimRight(string(runes[:i]), " ,;:–-(") + "…"
		}
	}
	return text
}

// Wrap breaks text at spaces into lines of at most width pixels; a word that is longer than a line keeps its own.
func Wrap(text string, size, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && TextWidth(line+" "+word, size) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
