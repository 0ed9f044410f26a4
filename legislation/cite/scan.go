package cite

import (
	"slices"
	"strings"

	"seelex/legislation"
)

// part is a stretch of tokens that means something.
type part struct {
	kind        partKind
	from, to    int // tokens
	instruments []*legislation.Instrument
	words       int      // tokens of the name
	short       bool     // the name is an abbreviation
	derived     bool     // … that the corpus does not give
	law         bool     // the number was announced by a word for law
	vague       bool     // the number may be another's, or a gazette's
	codes       []string // of a place
	event       event
}

type partKind uint8

const (
	namePart partKind = iota
	numberPart
	gazettePart
	placePart
	pinPart
	yearPart
	barePart // a number that says nothing by itself
	unknownPart
)

// event is one step of a pinpoint: a level and the ways in which ids may write its
// number.
type event struct {
	level   level
	section bool // typed as section, rule or the like, which ids may keep apart
	sign    bool // … with the sign §
	forms   []string
	named   bool       // forms are whole segments
	bare    bool       // no word said that it is a level
	behind  bool       // the level word stood behind the number
	listed  bool       // continues a list: čl. 246, 247
	inner   bool       // in brackets or behind a slash: belongs to what is before it
	slash   bool       // behind a slash: 283/1 is a paragraph in Albania, 217/1 an article in Moldova
	members [][]string // of a range, as ids may write each; nil for one number
}

// scan finds the parts of a text from a token on. Every token is looked at a bounded
// number of times.
func (r *Reader) scan(tokens []token, from int) scanned {
	s := scanned{tokens: tokens}
	for i := from; i < len(tokens); {
		next := r.partAt(&s, i)
		if next <= i {
			next = i + 1
		}
		i = next
	}
	return s
}

type scanned struct {
	tokens []token
	parts  []part
}

// laws counts the names and numbers of laws.
func (s *scanned) laws() (n int) {
	for _, p := range s.parts {
		if p.kind == namePart || p.kind == numberPart {
			n++
		}
	}
	return n
}

func (s *scanned) put(p part) int {
	s.parts = append(s.parts, p)
	return p.to
}

func (s *scanned) last(kind partKind) *part {
	if n := len(s.parts); n > 0 && s.parts[n-1].kind == kind {
		return &s.parts[n-1]
	}
	return nil
}

func (r *Reader) partAt(s *scanned, i int) int {
	tokens := s.tokens
	t := tokens[i]
	ends, nameEnd := []named(nil), i
	if t.kind != markToken {
		ends, nameEnd = r.names.match(tokens, i)
	}
	key, kind, numberEnd := "", "", i
	if t.kind != markToken {
		key, kind, numberEnd = lawNumber(tokens, i)
	}
	pins, pinEnd := r.pins(s, i)
	gazette, gazetteEnd := r.gazettes.at(tokens, i)
	codes, placeEnd := r.places.at(tokens, i)
	switch {
	case nameEnd > i && nameEnd >= numberEnd && nameEnd >= pinEnd && nameEnd >= gazetteEnd && nameEnd >= placeEnd && !(nameEnd == placeEnd && shortOnly(ends)):
		return s.put(nameOf(tokens, ends, i, nameEnd))
	case gazetteEnd > i:
		return s.put(part{kind: gazettePart, from: i, to: gazetteEnd, instruments: gazette})
	case pinEnd > i:
		for _, p := range pins {
			s.put(p)
		}
		return pinEnd
	case numberEnd > i:
		if p, ok := r.numberOf(key, kind); ok {
			p.from, p.to = i, numberEnd
			return s.put(p)
		}
		if kind == "" {
			numberEnd = i
		}
	}
	if placeEnd > i {
		return s.put(part{kind: placePart, from: i, to: placeEnd, codes: codes})
	}
	return s.leftover(i, numberEnd)
}

// leftover sorts what is no part of a citation: years, bare numbers, dates and words.
func (s *scanned) leftover(i, numberEnd int) int {
	tokens := s.tokens
	t := tokens[i]
	switch {
	case t.kind == markToken:
		return i + 1
	case t.kind == numberToken:
		if end := dateAt(tokens, i); end > i {
			return end
		}
		if announced(tokens, i) {
			return i + 1
		}
		if yearLike(t.fold) {
			return s.put(part{kind: yearPart, from: i, to: i + 1})
		}
		e, next := readNumber(tokens, i, article)
		if len(e.forms) == 0 || s.within(i, next) {
			return s.put(part{kind: unknownPart, from: i, to: i + 1})
		}
		e.bare = true
		next = s.put(part{kind: barePart, from: i, to: next, event: e})
		for _, sub := range readInner(tokens, next) {
			next = s.put(sub)
		}
		return next
	case numberEnd > i:
		return s.put(part{kind: unknownPart, from: i, to: numberEnd})
	case months[t.fold] && dayBehind(tokens, i) > i:
		return dayBehind(tokens, i)
	case fillers[t.fold] || months[t.fold] || lawWords[t.fold] != "" && len(t.fold) > 1 || utfLen(t.raw) == 1 || isRoman(t.fold):
		return i + 1
	}
	return s.put(part{kind: unknownPart, from: i, to: i + 1})
}

// announced reports whether a number is announced as one, "No. 1", and so is no
// article.
func announced(tokens []token, i int) bool {
	i--
	for i > 0 && tokens[i].fold == "." {
		i--
	}
	return i >= 0 && (tokens[i].fold == "№" || tokens[i].kind == wordToken && numberSigns[tokens[i].fold] && utfLen(tokens[i].raw) > 1)
}

// within reports whether a number is a piece of a longer one, such as the number of
// a file: no article.
func (s *scanned) within(i, next int) bool {
	t := s.tokens
	before := i > 0 && t[i].glued && strings.Contains("-/.:", t[i-1].fold)
	after := next+1 < len(t) && (glued(t, next, "-") || glued(t, next, "/") && (len(t[next+1].fold) > 2 || glued(t, next+2, "/") || glued(t, next+2, "-")) ||
		glued(t, next, ".") || glued(t, next, ":")) && t[next+1].glued && t[next+1].kind == numberToken
	return before || after
}

// dayBehind is the token behind the day in "December 20, 1988"; the token itself where
// no day stands there.
func dayBehind(tokens []token, i int) int {
	at := i + 1
	for at < len(tokens) && tokens[at].fold == "." {
		at++
	}
	if at+2 < len(tokens) && tokens[at].kind == numberToken && len(tokens[at].fold) <= 2 && tokens[at+1].fold == "," && yearLike(tokens[at+2].fold) {
		return at + 1
	}
	return i
}

func utfLen(s string) int { return len([]rune(s)) }

func shortOnly(ends []named) bool {
	return !slices.ContainsFunc(ends, func(e named) bool { return !e.short })
}

// nameOf is a name as a part. An inflection behind an abbreviation (KZ-a, TCK'nın)
// belongs to it.
func nameOf(tokens []token, ends []named, i, next int) part {
	p := part{kind: namePart, from: i, to: next, words: next - i, short: true, derived: true}
	number := true
	for _, e := range ends {
		p.instruments = append(p.instruments, e.instrument)
		p.short = p.short && e.short
		p.derived = p.derived && e.derived
		number = number && e.number
	}
	if number {
		p.kind, p.law, p.short, p.derived = numberPart, true, false, false
	}
	if next+1 < len(tokens) && (glued(tokens, next, "-") || glued(tokens, next, "'")) && tokens[next+1].glued &&
		tokens[next+1].kind == wordToken && utfLen(tokens[next+1].raw) <= 6 && !tokens[next+1].upper {
		p.to = next + 2
	}
	return p
}

func (r *Reader) numberOf(key, kind string) (part, bool) {
	p := part{kind: numberPart, law: kind != "", vague: kind == "" && !strings.Contains(key, "l-") && !yearLike(strings.SplitN(key, "/", 2)[0])}
	for _, n := range r.numbers[key] {
		if kind == "" || kind == anyKind || n.kind == "" || n.kind == kind {
			p.instruments = append(p.instruments, n.instrument)
		}
	}
	return p, len(p.instruments) > 0
}
