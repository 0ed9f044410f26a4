package store

import (
	"encoding/binary"
	"errors"

	"seelex/legislation"
)

// encodeOutline writes an outline compactly: places as differences, paths by what
// differs from the one before, kinds by their place in a list at the front.
func encodeOutline(o legislation.Outline) []byte {
	b := binary.AppendUvarint(nil, uint64(len(o)))
	kinds := map[string]uint64{}
	path, start := "", 0
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	for _, p := range o {
		kind, known := kinds[p.Kind]
		if !known {
			kind = uint64(len(kinds))
			kinds[p.Kind] = kind
		}
		b = binary.AppendUvarint(b, kind)
		if !known {
			text(p.Kind)
		}
		b = binary.AppendUvarint(b, uint64(p.Depth))
		same := 0
		for same < len(path) && same < len(p.Path) && path[same] == p.Path[same] {
			same++
		}
		b = binary.AppendUvarint(b, uint64(same))
		text(p.Path[same:])
		text(p.Label)
		text(p.Heading)
		b = binary.AppendUvarint(b, uint64(p.Start-start))
		b = binary.AppendUvarint(b, uint64(p.Body-p.Start))
		b = binary.AppendUvarint(b, uint64(p.End-p.Start))
		b = binary.LittleEndian.AppendUint64(b, p.Hash)
		path, start = p.Path, p.Start
	}
	return appendSuggested(b, o)
}

// appendSuggested writes the suggested topics behind the parts: an outline that was
// written before there were any ends there. Words are numbered as they come up.
func appendSuggested(b []byte, o legislation.Outline) []byte {
	words := map[string]uint64{}
	word := func(s string) {
		n, known := words[s]
		if !known {
			n = uint64(len(words))
			words[s] = n
		}
		if b = binary.AppendUvarint(b, n); !known {
			b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
		}
	}
	last := 0
	for i, p := range o {
		for _, s := range p.Suggested {
			b = binary.AppendUvarint(b, uint64(i-last))
			last = i
			word(s.Topic)
			word(s.Rule)
			b = binary.AppendUvarint(b, uint64(len(s.Concepts)))
			for _, c := range s.Concepts {
				word(c)
			}
		}
	}
	return b
}

var errOutline = errors.New("an outline that cannot be read")

// outlineReader reads what encodeOutline wrote. What is damaged makes it bad.
type outlineReader struct {
	b     []byte
	bad   bool
	words []string
}

func (r *outlineReader) number() int {
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > 1<<40 {
		r.bad = true
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

func (r *outlineReader) text() string {
	n := r.number()
	if r.bad || n > len(r.b) {
		r.bad = true
		return ""
	}
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

// word reads a word that is numbered when it comes up.
func (r *outlineReader) word() string {
	n := r.number()
	if n == len(r.words) && !r.bad {
		r.words = append(r.words, r.text())
	}
	if r.bad || n >= len(r.words) {
		r.bad = true
		return ""
	}
	return r.words[n]
}

// decodeOutline reads what encodeOutline wrote.
func decodeOutline(b []byte) (legislation.Outline, error) {
	r := &outlineReader{b: b}
	count := r.number()
	if r.bad || count > len(b) {
		return nil, errOutline
	}
	o := make(legislation.Outline, count)
	var kinds []string
	path, start := "", 0
	for i := range o {
		p := &o[i]
		kind := r.number()
		if kind == len(kinds) {
			kinds = append(kinds, r.text())
		}
		if r.bad || kind >= len(kinds) {
			return nil, errOutline
		}
		p.Kind, p.Depth = kinds[kind], r.number()
		same := r.number()
		if r.bad || same > len(path) {
			return nil, errOutline
		}
		p.Path = path[:same] + r.text()
		p.Label, p.Heading = r.text(), r.text()
		p.Start = start + r.number()
		p.Body = p.Start + r.number()
		p.End = p.Start + r.number()
		if r.bad || len(r.b) < 8 {
			return nil, errOutline
		}
		p.Hash = binary.LittleEndian.Uint64(r.b)
		r.b = r.b[8:]
		path, start = p.Path, p.Start
	}
	r.suggested(o)
	if r.bad {
		return nil, errOutline
	}
	return o, nil
}

// suggested reads the suggested topics.
func (r *outlineReader) suggested(o legislation.Outline) {
	for at := 0; len(r.b) > 0 && !r.bad; {
		if at += r.number(); at >= len(o) {
			r.bad = true
			return
		}
		s := legislation.Suggestion{Topic: r.word(), Rule: r.word()}
		for n := r.number(); n > 0 && !r.bad; n-- {
			s.Concepts = append(s.Concepts, r.word())
		}
		o[at].Suggested = append(o[at].Suggested, s)
	}
}
