package legal

import (
	"unicode"
	"unicode/utf8"
)

// maxPieces is how many pieces a compound number may have (06/L-074 has three); a longer chain is read as several.
const maxPieces = 4

// piece is a run of letters and digits in the text. Its word ends at bare; an apostrophe ending may follow up to end.
type piece struct {
	start, bare, end int
	letters          int // characters that are letters
	digits           bool
	dotted           bool // an abbreviation with dots between its letters: Ε.Ο.Π.Α.Ε.
}

// scanner finds chunks: pieces held together by / or - without white space.
type scanner struct {
	text       []byte
	apostrophe bool
	at         int
	pieces     [maxPieces]piece
	n          int
}

// next reads the next chunk into pieces[:n]; false at the end of the text.
func (s *scanner) next() bool {
	for s.at < len(s.text) {
		if r, size := decode(s.text[s.at:]); kindOf(r) == letter || kindOf(r) == digit {
			break
		} else {
			s.at += size
		}
	}
	s.n = 0
	for s.at < len(s.text) && s.n < maxPieces {
		s.pieces[s.n] = s.piece()
		s.n++
		joint := s.joint()
		if joint == 0 {
			break
		}
		if s.n < maxPieces {
			s.at += joint
		}
	}
	return s.n > 0
}

// joint returns the length of the joiner at the present place if a letter or digit follows it, else 0.
func (s *scanner) joint() int {
	r, size := decode(s.text[s.at:])
	if r != '/' && r != '-' && r != '\u2010' && r != '\u2011' && r != '\u2013' {
		return 0
	}
	after, _ := decode(s.text[s.at+size:])
	if k := kindOf(after); k != letter && k != digit {
		return 0
	}
	return size
}

// piece reads one run of letters and digits.
func (s *scanner) piece() piece {
	p := piece{start: s.at, bare: -1}
	for s.at < len(s.text) {
		r, size := decode(s.text[s.at:])
		if r == '.' && p.bare < 0 && !p.digits && capitals(s.text[p.start:s.at]) && s.abbreviates() {
			p.dotted = true
			s.at += size
			continue
		}
		switch s.kind(r, size, p) {
		case letter:
			if p.bare < 0 {
				p.letters++
			}
		case digit:
			p.digits = p.digits || p.bare < 0
		case raised:
			if !p.digits {
				return p.finish(s.at)
			}
		case invisible:
		case apostrophe:
			after, _ := decode(s.text[s.at+size:])
			if !s.apostrophe || kindOf(after) != letter {
				return p.finish(s.at)
			}
			if p.bare < 0 {
				p.bare = s.at
			}
		default:
			return p.finish(s.at)
		}
		s.at += size
	}
	return p.finish(s.at)
}

// maxAbbreviated is how many letters may stand before a dot of an abbreviation: Ο.ΚΑ.ΝΑ.
const maxAbbreviated = 2

// capitals reports whether the last part of an abbreviation is one or two capital letters.
func capitals(text []byte) bool {
	n := 0
	for len(text) > 0 {
		r, size := utf8.DecodeLastRune(text)
		if r == '.' {
			break
		}
		if n++; n > maxAbbreviated || !unicode.IsUpper(r) {
			return false
		}
		text = text[:len(text)-size]
	}
	return n > 0
}

// abbreviates reports whether such a part follows the dot at the present place, and ends.
func (s *scanner) abbreviates() bool {
	end := s.at + 1
	for end < len(s.text) {
		r, size := decode(s.text[end:])
		if k := kindOf(r); k != letter && k != digit {
			break
		}
		end += size
	}
	return end > s.at+1 && capitals(s.text[s.at+1:end])
}

// kind is the kind of the character r in the place where it stands: ^ raises the digits after it, as people type 217^1.
func (s *scanner) kind(r rune, size int, p piece) kind {
	if r == '^' && p.digits {
		if after, _ := decode(s.text[s.at+size:]); kindOf(after) == digit {
			return raised
		}
	}
	return kindOf(r)
}

func (p piece) finish(end int) piece {
	p.end = end
	if p.bare < 0 {
		p.bare = end
	}
	return p
}

// chunk adds the terms of the scanner's present chunk.
func (w *writer) chunk(s *scanner) {
	pieces := s.pieces[:s.n]
	if !compound(pieces) {
		for _, p := range pieces {
			w.single(p)
		}
		return
	}
	w.position++
	first, last := pieces[0], pieces[len(pieces)-1]
	from := len(w.arena)
	oneLetter := len(pieces) == 2 && first.digits && !last.digits && last.letters == 1
	for i, p := range pieces {
		if i > 0 && !oneLetter {
			w.arena = append(w.arena, '-')
		}
		w.arena = appendNumber(w.arena, w.text[p.start:p.bare])
	}
	w.add(first.start, last.end, from, 0)
	if oneLetter { // 283/a is article 283a and not article 283
		return
	}
	w.position--
	parts := len(w.stream)
	for _, p := range pieces {
		if p.digits || p.letters > 1 {
			w.single(p)
		}
	}
	// A part points at the whole number: bleve's highlighter loses the longer of two overlapping places.
	for _, t := range w.stream[parts:] {
		t.Start, t.End = first.start, last.end
	}
}

func (w *writer) single(p piece) {
	if p.digits {
		w.position++
		w.number(p)
		return
	}
	w.word(p)
}

// compound reports whether the pieces are one number: some digits, and no piece that is a word of more than three letters.
func compound(pieces []piece) bool {
	digits := false
	for _, p := range pieces {
		if p.letters > 3 {
			return false
		}
		digits = digits || p.digits
	}
	return digits && len(pieces) > 1
}

type kind uint8

const (
	other kind = iota
	letter
	digit
	raised    // superscript digits
	invisible // combining marks, soft hyphens, joiners: part of the word that they stand in
	apostrophe
)

// kinds answers for the characters of the region's scripts without a search.
var kinds = func() (t [0x530]kind) {
	for r := range rune(len(t)) {
		t[r] = classify(r)
	}
	return t
}()

func kindOf(r rune) kind {
	if r < rune(len(kinds)) {
		return kinds[r]
	}
	return classify(r)
}

func classify(r rune) kind {
	if _, ok := superscript(r); ok {
		return raised
	}
	switch {
	case r == utf8.RuneError:
		return other
	case r == '\'' || r == '’' || r == 'ʼ':
		return apostrophe
	case r == '\u00AD' || r == '\u200C' || r == '\u200D' || r == '\u2060' || unicode.Is(unicode.Mn, r):
		return invisible
	case r == 'ª' || r == 'º': // ordinal signs stand beside numbers as decoration
		return other
	case unicode.IsLetter(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

// superscript returns the ASCII digit of a superscript digit.
func superscript(r rune) (byte, bool) {
	switch {
	case r == '¹':
		return '1', true
	case r == '²' || r == '³':
		return byte(r-'²') + '2', true
	case r == '⁰' || '⁴' <= r && r <= '⁹':
		return byte(r-'⁰') + '0', true
	}
	return 0, false
}

func decode(b []byte) (rune, int) {
	if len(b) > 0 && b[0] < utf8.RuneSelf {
		return rune(b[0]), 1
	}
	r, size := utf8.DecodeRune(b)
	return r, max(size, 1)
}
