package akn

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
)

// languages maps the codes of ISO 639-2 that FRBRlanguage uses.
var languages = map[string]string{"ell": "el", "gre": "el", "el": "el", "srp": "sr-Latn", "sr": "sr-Latn", "hrv": "hr", "hr": "hr", "bos": "bs", "bs": "bs",
	"cnr": "cnr", "mkd": "mk", "mac": "mk", "mk": "mk", "bul": "bg", "bg": "bg", "ron": "ro", "rum": "ro", "ro": "ro", "slv": "sl", "sl": "sl", "sqi": "sq",
	"alb": "sq", "sq": "sq", "tur": "tr", "tr": "tr", "eng": "en", "en": "en"}

// meta reads the metadata that stands at the head of the document.
func (r *reader) meta(data []byte) {
	d := xml.NewDecoder(bytes.NewReader(data))
	in, level := false, ""
	for depth := 0; ; {
		tok, err := d.RawToken()
		if err != nil {
			return // the main pass reports what is wrong
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if depth++; depth > r.lim.Depth {
				return
			}
			name := t.Name.Local
			switch {
			case name == "meta":
				in = true
			case name == "FRBRWork" || name == "FRBRExpression" || name == "FRBRManifestation":
				level = name
			case name == "body" || name == "mainBody":
				return
			case in:
				r.field(level, name, attributes(t))
			case name == "act" || name == "doc" || name == "bill":
				r.alias = strings.ReplaceAll(attributes(t)["name"], "_", " ")
			}
		case xml.EndElement:
			depth--
			if t.Name.Local == "meta" {
				return
			}
		}
	}
}

func (r *reader) field(level, name string, a map[string]string) {
	switch {
	case name == "FRBRdate" && level == "FRBRWork":
		r.m.Adopted = isoDate(a["date"])
	case name == "FRBRdate" && level == "FRBRExpression":
		r.m.Consolidation = isoDate(a["date"])
	case name == "FRBRnumber" && level == "FRBRWork":
		r.m.Number = a["value"]
	case name == "FRBRalias" && level == "FRBRWork" && !strings.HasPrefix(a["value"], "/"):
		r.title = a["value"]
	case name == "FRBRlanguage":
		r.language = languages[strings.ToLower(a["language"])]
	case name == "publication":
		r.m.Gazette = strings.TrimSpace(a["showAs"] + " " + a["number"])
		r.m.Published = isoDate(a["date"])
	case name == "FRBRuri" && level == "FRBRExpression", name == "FRBRuri" && r.m.Source == "":
		r.m.Source = a["value"]
	}
}

var dayFirst = regexp.MustCompile(`^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$`)

// isoDate writes a date that begins with the day, as the standard does not allow, the way it wants it.
func isoDate(s string) string {
	m := dayFirst.FindStringSubmatch(strings.TrimRight(s, "."))
	if m == nil {
		return s
	}
	return fmt.Sprintf("%s-%02s-%02s", m[3], m[2], m[1])
}

func attributes(t xml.StartElement) map[string]string {
	m := make(map[string]string, len(t.Attr))
	for _, a := range t.Attr {
		m[a.Name.Local] = a.Value
	}
	return m
}

// plainSample is the character data of the first part of the body, to tell the language from.
func plainSample(data []byte) string {
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	for n := 0; n < 20000 && b.Len() < 64<<10; n++ {
		tok, err := d.RawToken()
		if err != nil {
			break
		}
		if t, ok := tok.(xml.CharData); ok {
			b.Write(t)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
