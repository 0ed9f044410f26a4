package svg

import (
	"strings"
	"unicode"
)

// TextWidth estimates the width of text in pixels at a font size. The server sets no type: the widths per kind of
// letter are those of an ordinary sans-serif (Arial, Roboto) with some air; the site's own font is narrower.
func TextWidth(text string, size float64) float64 {
	em := 0.0
	for _, r := range text {
		em += runeWidth(r)
	}
	return em * size
}

// latin holds the widths of the letters that most labels are made of; the labels of one
// timeline are measured some ten thousand times.
var latin = func() (widths [0x250]float64) {
	for r := range widths {
		widths[r] = widthOf(rune(r))
	}
	return widths
}()

func runeWidth(r rune) float64 {
	if r >= 0 && int(r) < len(latin) {
		return latin[r]
	}
	return widthOf(r)
}

func widthOf(r rune) float64 {
	switch {
	case strings.ContainsRune("ijlI|!.,:;'’‘·", r):
		return 0.28
	case strings.ContainsRune(" ftr()[]/-", r):
		return 0.35
	case strings.ContainsRune("mwMW@%—…", r):
		return 0.88
	case unicode.Is(unicode.Mn, r):
		return 0
	case unicode.IsUpper(r):
		return 0.67
	case unicode.IsDigit(r):
		return 0.57
	case unicode.Is(unicode.Han, r):
		return 1
	}
	return 0.555
}

// Fit shortens text with an ellipsis so that it takes at most width pixels. Where not even a few letters would be
// left, it returns "".
func Fit(text string, size, width float64) string {
	if TextWidth(text, size) <= width {
		return text
	}
	const fewest = 6
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

// Lines breaks text into at most n lines of width pixels and shortens the last.
func Lines(text string, size, width float64, n int) []string {
	lines := Wrap(text, size, width)
	if len(lines) > n {
		lines = append(lines[:n-1], Fit(strings.Join(lines[n-1:], " "), size, width))
	}
	return lines
}

// Wrap breaks text at spaces into lines of at most width pixels; a word that is longer than a line keeps its own.
func Wrap(text string, size, width float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
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
