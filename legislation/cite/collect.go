package cite

import (
	"slices"
	"strings"

	"seelex/legislation"
)

// collected is what a text says, put together.
type collected struct {
	set      []*legislation.Instrument // what all names and numbers together can mean
	paths    []path
	unknown  []part // words that say nothing
	ignored  []part // parts that contradict the others
	conflict bool   // names of two different things

	titled         bool // by a title
	vague          bool // only by a number such as 17/2026, which may be a gazette's
	named, strong  bool // by a title or abbreviation; by a number or gazette
	homonyms       bool // a name that successive laws may share
	short, derived bool // only by an abbreviation; that the corpus does not give
	lower, tiny    bool // the abbreviation is not in capitals; of two letters
	located        bool // its country is named
	former         bool // the law before that of the day is meant
}

func (r *Reader) collect(s scanned) collected {
	c := collected{short: true, derived: true}
	var pins, years, bares []part
	var codes [][]string
	digits := false
	for n, p := range s.parts {
		switch p.kind {
		case namePart, numberPart:
			c.narrow(p)
			c.homonyms = c.homonyms || p.kind == namePart
			if t := s.tokens[p.from]; p.kind == namePart && p.short && t.kind == wordToken && !t.upper && p.words == 1 {
				c.lower, c.tiny = true, utfLen(t.raw) < 3
			}
		case pinPart:
			if len(bares) > 0 && len(pins) == 0 && s.parts[n-1].from == bares[len(bares)-1].from && p.event.level > article && !p.event.behind {
				p.event.inner = true // НК 354в ал. 1: the number before it is the article
			}
			if p.event.inner && n > 0 && s.parts[n-1].kind == barePart || len(bares) > 0 && p.event.inner && len(pins) == 0 {
				bares = append(bares, p)
				continue
			}
			pins = append(pins, p)
		case yearPart:
			years = append(years, p)
		case barePart:
			bares = append(bares, p)
		case placePart:
			codes = append(codes, p.codes)
		case unknownPart:
			c.unknown = append(c.unknown, p)
			digits = digits || s.tokens[p.from].kind == numberToken
			c.former = c.former || former[s.tokens[p.from].fold]
		}
	}
	for _, p := range s.parts {
		if p.kind == gazettePart {
			c.narrow(p)
		}
	}
	for n, set := range codes {
		c.keep(func(i *legislation.Instrument) bool { return slices.Contains(set, i.ID.Jurisdiction()) }, nthPlace(s.parts, n), true)
	}
	c.located = len(codes) > 0 && len(c.set) > 0 && !c.conflict
	for _, y := range years {
		year := s.tokens[y.from].fold
		c.keep(func(i *legislation.Instrument) bool { return ofYear(i, year) }, y, s.yearOfLaw(y))
	}
	c.paths = paths(pins)
	if len(c.paths) == 0 && len(bares) > 0 && s.beside(bares[0]) {
		c.paths = s.bareList(bares)
	} else if len(c.paths) > 0 {
		for _, p := range bares {
			if !p.event.inner {
				c.ignored = append(c.ignored, p)
				c.conflict = true // what it counts is not known
			}
		}
	}
	c.conflict = c.conflict || c.former || digits && len(c.paths) > 0 || c.vague && len(codes) == 0
	if len(c.paths) == 0 {
		c.unknown = append(c.unknown, bares...)
	}
	return c
}

// yearOfLaw reports whether a year stands behind the name of a law: KZ iz 1976.
func (s scanned) yearOfLaw(year part) bool {
	return slices.ContainsFunc(s.parts, func(p part) bool {
		return p.kind == namePart && p.to <= year.from && year.from-p.to <= 1 && !slices.ContainsFunc(s.tokens[p.to:year.from], func(t token) bool { return t.kind == markToken })
	})
}

// bareList makes a pinpoint of each bare number of a list, TCK 191/1, 191/2; none where
// they are no list.
func (s scanned) bareList(bares []part) (out []path) {
	for n, p := range bares {
		switch {
		case p.event.inner:
			last := &out[len(out)-1]
			last.steps = append(last.steps, p)
			continue
		case n > 0 && behindJoin(s.tokens, bares[n-1].to) != p.from:
			return nil
		}
		p.event.level = article
		out = append(out, path{[]part{p}})
	}
	return out
}

func nthPlace(parts []part, n int) part {
	for _, p := range parts {
		if p.kind == placePart {
			if n == 0 {
				return p
			}
			n--
		}
	}
	return part{}
}

// beside reports whether a bare number stands next to a name, with nothing between
// them but the country: TCK 191, Croatia Criminal Code 190.
func (s scanned) beside(bare part) bool {
	for n, p := range s.parts {
		if p.from != bare.from {
			continue
		}
		for _, step := range []int{-1, 1} {
			at := n + step
			for at >= 0 && at < len(s.parts) && (s.parts[at].kind == placePart || s.parts[at].kind == yearPart || s.parts[at].kind == pinPart && s.parts[at].event.inner) {
				at += step
			}
			if at >= 0 && at < len(s.parts) && (s.parts[at].kind == namePart || s.parts[at].kind == numberPart) {
				return true
			}
		}
	}
	return false
}

// narrow makes use of a name, number or gazette: what it can mean and what was said
// before must meet.
func (c *collected) narrow(p part) {
	if len(p.instruments) == 0 {
		return
	}
	if p.kind == gazettePart && c.named {
		c.keep(func(i *legislation.Instrument) bool { return slices.Contains(p.instruments, i) }, p, false)
		return
	}
	c.titled = c.titled || p.kind == namePart && !p.short
	c.vague = p.vague && (c.vague || !c.named) && len(c.set) == 0
	c.named = c.named || p.kind != gazettePart
	c.strong = c.strong || p.kind == gazettePart || p.kind == numberPart && p.law
	c.short = c.short && p.short && p.kind == namePart
	c.derived = c.derived && p.derived && p.kind == namePart
	if len(c.set) == 0 {
		c.set = slices.Clone(p.instruments)
		return
	}
	var both []*legislation.Instrument
	for _, i := range c.set {
		if slices.Contains(p.instruments, i) {
			both = append(both, i)
		}
	}
	switch {
	case len(both) > 0:
		c.set = both
	default:
		c.ignored = append(c.ignored, p)
		c.conflict = true
	}
}

// keep narrows to the instruments for which something holds. Where it holds for
// none, the part is not made use of, and, where it must, the citation is not sure.
func (c *collected) keep(holds func(*legislation.Instrument) bool, p part, must bool) {
	var kept []*legislation.Instrument
	for _, i := range c.set {
		if holds(i) {
			kept = append(kept, i)
		}
	}
	switch {
	case len(kept) > 0:
		c.set = kept
	case len(c.set) > 0:
		c.ignored = append(c.ignored, p)
		c.conflict = c.conflict || must
	}
}

// ofYear reports whether a year belongs to an instrument.
func ofYear(i *legislation.Instrument, year string) bool {
	dates := []legislation.Date{i.Adopted, i.InForce}
	if i.Period != nil {
		dates = append(dates, i.Period.From, i.Period.To)
	}
	for _, g := range i.Gazette {
		dates = append(dates, g.Date)
		if strings.Contains(g.Ref, year) || strings.HasSuffix(g.Ref, "/"+year[2:]) {
			return true
		}
	}
	for _, d := range dates {
		if strings.HasPrefix(d.String(), year) {
			return true
		}
	}
	return strings.Contains(i.TitleEn, year) || strings.Contains(i.Number, year)
}

// accept says whether a query is a citation and not words to search for: it names a
// law, and it has nothing else to say or says which article.
func (c *collected) accept() bool {
	explicit := len(c.paths) > 0 && !c.paths[0].bare()
	words := len(c.unknown)
	switch {
	case words == 0:
		return len(c.paths) > 0 || !c.short || len(c.ignored) == 0 // KP 2020 is a search
	case explicit && words <= 12:
		return !c.lower || c.located && words <= maxAside
	case c.strong && words <= 3:
		return true
	}
	return false
}

// maxAside bounds the words beside a citation of which nothing but the country tells that
// its abbreviation is no word: pogledaj čl. 246a kz srbije.
const maxAside = 3

// timid says that a citation must name something to be one: it rests on an
// abbreviation that may be an ordinary word.
func (c *collected) timid() bool {
	return c.short && c.lower && (c.derived || c.tiny && len(c.paths) == 0 || len(c.paths) > 0 && c.paths[0].bare())
}
