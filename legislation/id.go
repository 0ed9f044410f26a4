package legislation

import (
	"strconv"
	"strings"
	"unicode"
)

// ID names an instrument or one of its provisions for ever:
//
//	rs/criminal-code                  an instrument
//	rs/criminal-code/art-246a         an article
//	rs/criminal-code/art-246a/par-1   a paragraph
//
// Its parts are the jurisdiction's code in lower case, the instrument's slug and
// the segments below it ("kind-number" or "kind-name"). Ids are written with the
// letters as printed (art-5A) and looked up without regard to case.
type ID string

// maxID bounds what is accepted as an id, in bytes.
const maxID = 200

// Valid reports, as an [*Error], why the id is not well formed; nil if it is.
func (id ID) Valid() error {
	bad := func(why string) error {
		return &Error{Code: Invalid, Field: "id", Value: string(id), Message: why,
			Want: "an id such as rs/criminal-code or rs/criminal-code/art-246a/par-1"}
	}
	if len(id) > maxID {
		return bad("is too long for an id")
	}
	parts := strings.Split(string(id), "/")
	if len(parts) < 2 {
		return bad("is not an id of an instrument or provision")
	}
	for i, part := range parts {
		if part == "" {
			return bad("has an empty part")
		}
		for j, r := range part {
			switch {
			case r >= 'a' && r <= 'z', r >= '0' && r <= '9' && (i > 0 || j > 0):
			case r == '-' && j > 0 && j < len(part)-1:
			case (r == '.' || r >= 'A' && r <= 'Z') && i >= 2:
			default:
				return bad("has a character that ids do not have: " + seen(r))
			}
		}
	}
	return nil
}

// seen is a character as somebody sees it in a message.
func seen(r rune) string {
	switch {
	case r == ' ':
		return "a space"
	case !unicode.IsPrint(r):
		return strconv.QuoteRuneToASCII(r)
	}
	return string(r)
}

// Jurisdiction is the code of the legal order, in capitals: RS, BA-SRP.
func (id ID) Jurisdiction() string {
	code, _, _ := strings.Cut(string(id), "/")
	return strings.ToUpper(code)
}

// Instrument is the id of the instrument: the first two parts.
func (id ID) Instrument() ID {
	code, rest, ok := strings.Cut(string(id), "/")
	if !ok {
		return id
	}
	slug, _, _ := strings.Cut(rest, "/")
	return ID(code + "/" + slug)
}

// IsInstrument reports whether the id names an instrument, not a provision.
func (id ID) IsInstrument() bool { return strings.Count(string(id), "/") == 1 }

// Segments are the parts below the instrument: ["art-246a", "par-1"].
func (id ID) Segments() []string {
	parts := strings.Split(string(id), "/")
	if len(parts) <= 2 {
		return nil
	}
	return parts[2:]
}

// Parent is the id one level up, "" above an instrument.
func (id ID) Parent() ID {
	if id.IsInstrument() {
		return ""
	}
	at := strings.LastIndexByte(string(id), '/')
	if at < 0 {
		return ""
	}
	return id[:at]
}

// Under reports whether the id is the other one or stands below it.
func (id ID) Under(other ID) bool {
	return len(id) >= len(other) && strings.EqualFold(string(id[:len(other)]), string(other)) &&
		(len(id) == len(other) || id[len(other)] == '/')
}

// Base is the id without the "@date" that marks the row of an earlier version in
// the corpus files; At is that date, "" without one.
func (id ID) Base() ID {
	base, _, _ := strings.Cut(string(id), "@")
	return ID(base)
}

// At is the date behind "@", "" without one.
func (id ID) At() string {
	_, at, _ := strings.Cut(string(id), "@")
	return at
}

// Key orders ids as lawyers count (art-2 before art-10, art-246 before art-246a)
// and holds ids that differ only in case for one: lower case, each number preceded by
// the count of its digits.
func (id ID) Key() string {
	var b strings.Builder
	b.Grow(len(id) + 8)
	s := strings.ToLower(string(id))
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && unicode.IsDigit(rune(s[j])) {
			j++
		}
		if j == i {
			c := s[i]
			if c == '/' {
				c = 1 // an article's paragraphs come before its lettered sister
			}
			b.WriteByte(c)
			i++
			continue
		}
		digits := strings.TrimLeft(s[i:j], "0")
		b.WriteByte(byte('0' + min(len(digits), 9)))
		b.WriteString(digits)
		i = j
	}
	return b.String()
}

// IDOf is the id that has the key, in small letters.
func IDOf(key string) ID {
	var b strings.Builder
	for i := 0; i < len(key); i++ {
		c := key[i]
		if c == 1 {
			c = '/'
		}
		counts := unicode.IsDigit(rune(c)) && (i == 0 || !unicode.IsDigit(rune(key[i-1])))
		if !counts || c == '0' { // of no digits: the number is nought
			b.WriteByte(c)
		}
	}
	return ID(b.String())
}

// PositionID names how a jurisdiction answers a topic, in all periods:
// rs/position/personal-possession. No instrument has the slug "position".
func PositionID(jurisdiction, topic string) ID {
	return ID(strings.ToLower(jurisdiction) + "/position/" + topic)
}

// As writes the id as the published one, at or below which it stands, writes it:
// letters in their case, numbers without the zeros that someone put before them.
func (id ID) As(published ID) ID {
	for len(published.Segments()) > len(id.Segments()) {
		published = published.Parent()
	}
	return published
}
