package importer

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
	"unicode"

	"seelex/legislation"
	"seelex/legislation/official"
	"seelex/legislation/official/structure"
)

// outline flattens the tree of a document. A path that could be no id, or that an
// earlier part has, is left out: its part stays text within the part above it.
func outline(d *official.Document, id legislation.ID) (o legislation.Outline, without int) {
	paths := map[*official.Part]string{}
	taken := map[string]bool{}
	d.Walk(func(path string, p *official.Part) {
		if path == "" {
			return
		}
		path = repeated(path)
		key := strings.ToLower(path)
		if taken[key] || (id+"/"+legislation.ID(path)).Valid() != nil {
			without++
			return
		}
		taken[key] = true
		paths[p] = path
	})
	f := flattener{text: d.Text, paths: paths}
	f.add(d.Parts, 0)
	return f.out, without
}

// repeated writes what the readers call art-5~2, the second article of one number, as
// art-5-2nd, which is an id.
func repeated(path string) string {
	if !strings.Contains(path, "~") {
		return path
	}
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if base, n, ok := strings.Cut(s, "~"); ok {
			ending := "th"
			switch n {
			case "2":
				ending = "nd"
			case "3":
				ending = "rd"
			}
			segments[i] = base + "-" + n + ending
		}
	}
	return strings.Join(segments, "/")
}

type flattener struct {
	text  string
	paths map[*official.Part]string
	out   legislation.Outline
	plain []byte // the text so far without signs and labels
}

func (f *flattener) add(parts []official.Part, depth int) {
	for i := range parts {
		p := &parts[i]
		own := p.End
		if len(p.Children) > 0 {
			own = p.Children[0].Start
		}
		at, from := len(f.out), len(f.plain)
		f.out = append(f.out, legislation.Part{Kind: string(p.Kind), Depth: depth, Path: f.paths[p], Label: p.Label, Heading: p.Heading,
			Start: p.Start, Body: body(f.text, p, own), End: p.End})
		if p.Kind != structure.VersionNote {
			f.plain = plain(plain(f.plain, p.Heading), p.Text)
			f.add(p.Children, depth+1)
		} else {
			// An amendment note is not the wording that it tells about.
			f.add(p.Children, depth+1)
			f.plain = f.plain[:from]
		}
		sum := sha256.Sum256(f.plain[from:])
		f.out[at].Hash = binary.LittleEndian.Uint64(sum[:])
	}
}

// body is where a part's own text begins.
func body(text string, p *official.Part, own int) int {
	stretch := strings.TrimRightFunc(text[p.Start:own], unicode.IsSpace)
	if p.Text != "" && strings.HasSuffix(stretch, p.Text) {
		return p.Start + len(stretch) - len(p.Text)
	}
	return own
}

// sameLetter joins letters that copies of one text write differently: with the
// diacritics of the language, with those of an older code page, or with none.
var sameLetter = map[rune]rune{'ş': 's', 'ș': 's', 'ţ': 't', 'ț': 't', 'ă': 'a', 'â': 'a', 'î': 'i', 'ë': 'e', 'ç': 'c', 'č': 'c', 'ć': 'c', 'š': 's', 'ž': 'z',
	'ğ': 'g', 'ı': 'i', 'ö': 'o', 'ü': 'u', 'ά': 'α', 'έ': 'ε', 'ή': 'η', 'ί': 'ι', 'ό': 'ο', 'ύ': 'υ', 'ώ': 'ω', 'ς': 'σ'}

// plain appends the letters and digits of a text in small letters. A point or comma
// between digits counts, so that 1.5 is not 15.
func plain(to []byte, s string) []byte {
	var before, between rune
	for _, r := range s {
		switch {
		case r < 0x80 && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9'):
			if between != 0 && r <= '9' {
				to = append(to, byte(between))
			}
			to = append(to, byte(r))
		case r < 0x80 && r >= 'A' && r <= 'Z':
			to = append(to, byte(r)|0x20)
		case (r == '.' || r == ',') && before >= '0' && before <= '9':
			between, before = r, r
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			r = unicode.ToLower(r)
			if same, ok := sameLetter[r]; ok {
				r = same
			}
			to = append(to, string(r)...)
		}
		before, between = r, 0
	}
	return to
}
