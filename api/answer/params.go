package answer

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"seelex/index/lang"
	"seelex/legislation"
)

// Limits of what is accepted in an address, in one place.
const (
	MaxQuery   = 10_000 // bytes of a search text
	MaxList    = 64     // values of one filter
	MaxLimit   = 200    // items of one page
	MaxOffset  = 10_000 // how far a list can be paged
	DefaultLim = 20
)

// Params reads typed values from the parameters of an address and keeps the first
// thing that is wrong.
type Params struct {
	values  url.Values
	catalog *legislation.Catalog
	today   legislation.Day
	err     error
	read    []string // the names that were asked for
}

// Params starts reading parameters.
func (s *Service) Params(v url.Values) *Params {
	return &Params{values: v, catalog: s.Catalog(), today: s.Today()}
}

// Err is the first thing that was wrong, nil when nothing was.
func (p *Params) Err() error { return p.err }

func (p *Params) fail(err error, field string) {
	if p.err != nil || err == nil {
		return
	}
	if e, ok := err.(*legislation.Error); ok {
		e.Field = field
		e.Code = legislation.Invalid
	}
	p.err = err
}

// Misspelt is about a parameter whose name is that of a known one but for a slip, nil where there
// is none: what it asks for would be left out unnoticed. Names that resemble nothing are left
// alone: links that travel get such from mail programs and counters of visits.
func (p *Params) Misspelt(known []string) error {
	var first *legislation.Error
	for name := range p.values {
		if slices.Contains(known, name) || slices.Contains(known, otherwise[name]) || first != nil && first.Field < name {
			continue
		}
		if meant := legislation.Misspelt(name, known); meant != "" {
			first = &legislation.Error{Code: legislation.Invalid, Field: name, Message: "is not a parameter of this address", Want: "one of " + strings.Join(known, ", "), Nearest: []string{meant}}
		}
	}
	if first == nil {
		return nil
	}
	return first
}

// Ignored is Misspelt for what was answered all the same: the names are those that were read.
func (p *Params) Ignored() error { return p.Misspelt(p.read) }

// Once refuses several values where there is one: which of them is meant cannot be told.
func (p *Params) Once(name string) {
	if values := p.values[name]; len(values) > 1 && len(slices.Compact(slices.Clone(values))) > 1 {
		p.fail(&legislation.Error{Value: strings.Join(values, ", "), Message: "are several values", Want: "one of them"}, name)
	}
}

// Text reads a text of bounded length; no byte that is not UTF-8 gets further.
func (p *Params) Text(name string, limit int) string {
	p.read = append(p.read, name)
	s := p.values.Get(name)
	if len(s) > limit {
		p.fail(&legislation.Error{Value: s, Message: "is too long: " + strconv.Itoa(len(s)) + " bytes", Want: "at most " + strconv.Itoa(limit) + " bytes"}, name)
		return ""
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, " ")
	}
	return strings.TrimSpace(s)
}

// Day reads a day; without one it is today.
func (p *Params) Day(name string) legislation.Day {
	if d := p.OptionalDay(name); d != 0 {
		return d
	}
	return p.today
}

// OptionalDay reads a day; without one it is 0.
func (p *Params) OptionalDay(name string) legislation.Day {
	s := p.Text(name, 64)
	if s == "" {
		return 0
	}
	d, err := legislation.ParseDay(s)
	p.fail(err, name)
	return d
}

// Date reads a date as exact as it is given.
func (p *Params) Date(name string) legislation.Date {
	d, err := legislation.ParseDate(p.Text(name, 64))
	p.fail(err, name)
	return d
}

// Bool reads true or false.
func (p *Params) Bool(name string, without bool) bool {
	switch s := p.Text(name, 16); s {
	case "":
		return without
	case "true", "1", "yes", "on":
		return true
	case "false", "0", "no", "off":
		return false
	default:
		p.fail(&legislation.Error{Value: s, Message: "is not a yes or no", Want: "true or false"}, name)
		return without
	}
}

// otherwise are the other names of parameters of which some addresses have one and some
// many: who writes the wrong one would get an answer about everything.
var otherwise = map[string]string{"jurisdiction": "jurisdictions", "jurisdictions": "jurisdiction", "topic": "topics", "topics": "topic"}

// List reads values separated by commas or by repeating the parameter.
func (p *Params) List(name string) []string {
	p.read = append(p.read, name)
	var out []string
	for _, part := range slices.Concat(p.values[name], p.values[otherwise[name]]) {
		for s := range strings.SplitSeq(part, ",") {
			if s = strings.TrimSpace(s); s != "" && !slices.Contains(out, s) {
				out = append(out, s)
			}
			if len(out) > MaxList {
				p.fail(&legislation.Error{Message: "has too many values", Want: "at most " + strconv.Itoa(MaxList)}, name)
				return nil
			}
		}
	}
	return out
}

// Jurisdictions reads codes of jurisdictions, in any case of letters.
func (p *Params) Jurisdictions(name string) []string {
	codes := p.List(name)
	for i, code := range codes {
		j, err := p.catalog.Jurisdiction(code)
		if err != nil {
			p.fail(err, name)
			return nil
		}
		codes[i] = j.Code
	}
	return codes
}

// Topics reads ids of topics.
func (p *Params) Topics(name string) []string {
	ids := p.List(name)
	for _, id := range ids {
		if _, err := p.catalog.Topic(id); err != nil {
			p.fail(err, name)
			return nil
		}
	}
	return ids
}

// OneOf reads codes of which only some are known.
func (p *Params) OneOf(name string, known []string) []string {
	values := p.List(name)
	for _, v := range values {
		if !slices.Contains(known, v) {
			p.fail(&legislation.Error{Value: v, Message: "is not known", Want: "one of " + strings.Join(known, ", "), Nearest: legislation.Nearest(v, known)}, name)
			return nil
		}
	}
	return values
}

// Window is which part of a list is asked for.
type Window struct{ Limit, Offset int }

// Window reads limit and offset.
func (p *Params) Window() Window {
	return Window{p.number("limit", DefaultLim, 1, MaxLimit), p.number("offset", 0, 0, MaxOffset)}
}

func (p *Params) number(name string, without, lowest, highest int) int {
	s := p.Text(name, 32)
	if s == "" {
		return without
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < lowest || n > highest {
		p.fail(&legislation.Error{Value: s, Message: "is not in range", Want: "a whole number from " + strconv.Itoa(lowest) + " to " + strconv.Itoa(highest)}, name)
		return without
	}
	return n
}

// Languages reads BCP 47 tags. Titles are also in languages of other places (an act of Moldova has
// a Russian one), so every language may be asked for; among other names, those that people use in
// the region are known.
func (p *Params) Languages(name string) []string {
	tags := p.List(name)
	for _, tag := range tags {
		if _, ok := lang.Find(tag); ok {
			continue
		}
		if _, err := language.Parse(tag); err != nil {
			var known []string
			for _, l := range lang.All() {
				known = append(known, l.Tags...)
			}
			p.fail(&legislation.Error{Value: tag, Message: "is not the tag of a language", Want: "a tag of BCP 47; those of the region are " + strings.Join(known, ", "), Nearest: legislation.Nearest(tag, known)}, name)
			return nil
		}
	}
	return tags
}
