package text

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
)

// legacy are the code pages of the region with the letters that their languages use beyond ASCII.
var legacy = []struct {
	name    string
	enc     encoding.Encoding
	letters string
}{
	{"windows-1250", charmap.Windows1250, central},
	{"iso-8859-2", charmap.ISO8859_2, central},
	{"windows-1251", charmap.Windows1251, cyrillic},
	{"iso-8859-5", charmap.ISO8859_5, cyrillic},
	{"windows-1253", charmap.Windows1253, greek},
	{"iso-8859-7", charmap.ISO8859_7, greek},
	{"windows-1254", charmap.Windows1254, turkish},
	{"iso-8859-9", charmap.ISO8859_9, turkish},
}

const (
	central  = "čćžšđČĆŽŠĐăâîşţĂÂÎŞŢëçËÇáéíóúöü"
	cyrillic = "абвгдђежзиіјйклљмнњопрстћуфхцчџшщъьюяѓќѕ" + "АБВГДЂЕЖЗИЈЙКЛЉМНЊОПРСТЋУФХЦЧЏШЩЪЬЮЯЃЌЅ"
	greek    = "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ" + "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ"
	turkish  = "çğıöşüâîûÇĞİÖŞÜëË"
	quotes   = "«»„“”‘’–—…§°·\u00a0€•"
)

// Decode returns data as UTF-8 and the name of the encoding it was in: "utf-8", "utf-16le", "windows-1251", ….
// Data with NUL bytes that is not UTF-16 is no text and gives an error.
func Decode(data []byte) (string, string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeWith(data, "utf-16le", textunicode.UTF16(textunicode.LittleEndian, textunicode.UseBOM))
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeWith(data, "utf-16be", textunicode.UTF16(textunicode.BigEndian, textunicode.UseBOM))
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", "", fmt.Errorf("not a text: a NUL byte at offset %d", i)
	}
	if utf8.Valid(data) {
		return string(data), "utf-8", nil
	}
	if almostUTF8(data) {
		return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), "utf-8 with invalid bytes", nil
	}
	best, score := 0, -1<<60
	sample := data
	if len(sample) > 64<<10 {
		sample = sample[:64<<10]
	}
	for i := range legacy {
		if s := rate(sample, i); s > score {
			best, score = i, s
		}
	}
	return decodeWith(data, legacy[best].name, legacy[best].enc)
}

func decodeWith(data []byte, name string, enc encoding.Encoding) (string, string, error) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", name, fmt.Errorf("cannot decode the text as %s: %w", name, err)
	}
	return string(out), name, nil
}

// almostUTF8 says that data is UTF-8 with a few broken bytes rather than a code page.
func almostUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data) && i < 1<<20; {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, w := utf8.DecodeRune(data[i:])
		if w == 1 {
			bad++
		} else {
			good++
		}
		i += w
	}
	return good > 4*bad
}

// rate says how well a code page explains the high bytes of the sample: letters of its languages count for it;
// control characters, symbols, capitals behind small letters and two scripts in a word count against it.
func rate(sample []byte, page int) int {
	out, err := legacy[page].enc.NewDecoder().Bytes(sample)
	if err != nil {
		return -1 << 50
	}
	known := letterSet(legacy[page].letters)
	score, prev := 0, ' '
	for _, r := range string(out) {
		switch {
		case r < 0x80:
		case known[r]:
			score += 2
			if unicode.IsUpper(r) && unicode.IsLower(prev) {
				score -= 6
			}
			if r >= 0x370 && prev < 0x80 && unicode.IsLetter(prev) {
				score -= 8 // scripts do not mix within a word
			}
		case quoteSet[r]:
		case r == utf8.RuneError || r < 0xa0:
			score -= 12
		default:
			score -= 4
		}
		prev = r
	}
	return score
}

var quoteSet = letterSet(quotes)

func letterSet(s string) map[rune]bool {
	m := map[rune]bool{}
	for _, r := range s {
		m[r] = true
	}
	return m
}
