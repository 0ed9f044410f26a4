package cite

import (
	"slices"
	"strings"

	"seelex/legislation"
)

// path is one pinpoint: the steps from the instrument down, with the parts they were
// read from.
type path struct {
	steps []part
}

func (p path) bare() bool { return len(p.steps) > 0 && p.steps[0].event.bare }

// paths arranges the steps of a text into pinpoints, one for each article (or
// paragraph) of a list.
func paths(pins []part) []path {
	var out []path
	var waiting []part // steps that stand before their article
	for n, p := range pins {
		e := p.event
		sub := e.level == paragraph || e.level == point
		ahead := e.behind && sub && n+1 < len(pins) && pins[n+1].event.behind
		switch {
		case sub && (len(out) == 0 || ahead):
			waiting = append(waiting, p)
		case sub && !starts(out[len(out)-1], p):
			out[len(out)-1].steps = append(out[len(out)-1].steps, p)
		case sub:
			last := out[len(out)-1]
			kept := slices.Clone(last.steps)
			for len(kept) > 1 && kept[len(kept)-1].event.level >= e.level {
				kept = kept[:len(kept)-1]
			}
			out = append(out, path{append(kept, p)})
		case len(out) > 0 && (out[len(out)-1].head().level < e.level && e.level == article || e.named):
			last := &out[len(out)-1] // an article in a chapter, a named place in an article
			last.steps = append(last.steps, p)
		default:
			steps := []part{p}
			slices.SortStableFunc(waiting, func(a, b part) int { return int(a.event.level) - int(b.event.level) })
			out = append(out, path{append(steps, waiting...)})
			waiting = nil
		}
		if len(out) > 60 {
			break
		}
	}
	if len(out) == 0 && len(waiting) > 0 {
		out = append(out, path{waiting})
	}
	for i := range out {
		out[i].dropChapter()
	}
	return out
}

func (p path) head() event { return p.steps[0].event }

// starts reports whether a paragraph or point begins another pinpoint: a second
// paragraph of the same article.
func starts(last path, p part) bool {
	end := last.steps[len(last.steps)-1].event
	if p.event.inner || p.event.named {
		return false
	}
	return end.level >= p.event.level && end.level > article && (p.event.listed || p.event.level < point)
}

// dropChapter leaves out the chapter that an article stands in: articles are counted
// through the whole instrument.
func (p *path) dropChapter() {
	for i, s := range p.steps {
		if s.event.level == article && i > 0 && p.steps[i-1].event.level == chapter && !p.steps[i-1].event.named {
			p.steps = p.steps[i:]
			return
		}
	}
}

// follow goes down a pinpoint as far as there are provisions: the id reached and the
// number of steps taken.
func (r *Reader) follow(i *legislation.Instrument, p path) (legislation.ID, int) {
	id := i.ID
	for n := 0; n < len(p.steps); {
		found, taken := r.step(id, p.steps[n:])
		if taken == 0 {
			return id, n
		}
		id, n = found, n+taken
	}
	return id, len(p.steps)
}

// step takes one step, or two that ids write as one: (a)(i) is pt-a-i, para. 4(j) is
// sec-4-j.
func (r *Reader) step(id legislation.ID, steps []part) (legislation.ID, int) {
	e := steps[0].event
	if len(steps) > 1 && steps[1].event.level == point && !e.named && !steps[1].event.named {
		for _, segment := range segments(e) {
			for _, letter := range steps[1].event.forms {
				if found, ok := r.provisions.Find(id + legislation.ID("/"+segment+"-"+letter)); ok {
					return found, 2
				}
			}
		}
	}
	for _, segment := range segments(e) {
		if found, ok := r.provisions.Find(id + "/" + legislation.ID(segment)); ok {
			return found, 1
		}
	}
	return id, 0
}

func segments(e event) []string {
	if e.named {
		return e.forms
	}
	var out []string
	for _, kind := range kindsOf(e) {
		for _, form := range e.forms {
			out = append(out, kind+"-"+form)
		}
	}
	return out
}

// decide makes a result of the parts of a query or of one citation in a text.
func (r *Reader) decide(text string, s scanned, on legislation.Day, query bool, out *Result) {
	c := r.collect(s)
	if len(c.set) == 0 || query && !c.accept() {
		return
	}
	main, others := c.set, []*legislation.Instrument(nil)
	if c.homonyms && len(c.set) > 1 {
		main, others = pick(c.set, on)
	}
	for _, p := range slices.Concat(c.unknown, c.ignored) {
		out.NotUnderstood = append(out.NotUnderstood, raw(text, s.tokens, p))
	}
	switch {
	case len(c.paths) == 0 && len(main) == 1 && !c.conflict:
		r.name(out, main[0].ID)
	case len(c.paths) == 0:
		for _, i := range slices.Concat(main, others) {
			out.add(r.candidate(i.ID))
		}
	default:
		r.pinpoint(text, s.tokens, c, main, others, out)
	}
	if query && c.timid() && (out.ID == "" || len(c.paths) == 0) {
		out.ID, out.Label, out.Jurisdiction = "", "", ""
		out.Candidates, out.NotUnderstood = []Candidate{}, []string{}
	}
}

func (out *Result) add(c Candidate) {
	if len(out.Candidates) < maxCandidates && !slices.Contains(out.Candidates, c) {
		out.Candidates = append(out.Candidates, c)
	}
}

// maxCandidates bounds what is listed for an ambiguous citation.
const maxCandidates = 20

// pinpoint resolves the pinpoints of a citation in the instruments that it can mean.
func (r *Reader) pinpoint(text string, tokens []token, c collected, main, others []*legislation.Instrument, out *Result) {
	var full, past []legislation.ID
	var part legislation.ID
	missing := path{}
	best := -1
	for _, p := range c.paths {
		hit := false
		for n, i := range slices.Concat(main, others) {
			id, taken := r.follow(i, p)
			switch {
			case taken == len(p.steps) && n < len(main):
				full, hit = append(full, id), true
			case taken == len(p.steps):
				past = append(past, id)
			case n < len(main) && taken > best:
				best, part, missing = taken, id, path{p.steps[taken:]}
			}
		}
		if !hit && len(c.paths) > 1 {
			c.conflict = true
		}
	}
	full = dedupe(full)
	if len(full) == 1 && !c.conflict {
		r.name(out, full[0])
		return
	}
	for _, id := range full {
		out.add(r.candidate(id))
	}
	if len(full) > 0 {
		return
	}
	for _, step := range missing.steps {
		out.NotUnderstood = append(out.NotUnderstood, raw(text, tokens, step))
	}
	if best > 0 {
		out.add(r.candidate(part))
	}
	for _, i := range main {
		if best > 0 && part.Under(i.ID) {
			continue
		}
		out.add(r.candidate(i.ID))
	}
	for _, id := range dedupe(past) {
		out.add(r.candidate(id))
	}
}

func dedupe(ids []legislation.ID) []legislation.ID {
	var out []legislation.ID
	for _, id := range ids {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func raw(text string, tokens []token, p part) string {
	return strings.TrimSpace(text[tokens[p.from].start:tokens[p.to-1].end])
}

// collected is what a text says, put together.
type collected struct {
	set      []*legislation.Instrument // what all names and numbers together can mean
	paths    []path
	unknown  []part // words that say nothing
	ignored  []part // parts that contradict the others
	conflict bool   // names of two different things

	named, strong  bool // by a title or abbreviation; by a number or gazette
	homonyms       bool // a name that successive laws may share
	short, derived bool // only by an abbreviation; that the corpus does not give
	lower, tiny    bool // the abbreviation is not in capitals; of two letters
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
	for _, y := range years {
		year := s.tokens[y.from].fold
		c.keep(func(i *legislation.Instrument) bool { return ofYear(i, year) }, y, false)
	}
	c.paths = paths(pins)
	if len(c.paths) == 0 && len(bares) > 0 && s.beside(bares[0]) {
		bares[0].event.level = article
		c.paths = []path{{bares}}
		for _, p := range bares[1:] {
			if !p.event.inner {
				c.paths = nil
			}
		}
	} else if len(c.paths) > 0 {
		for _, p := range bares {
			if !p.event.inner {
				c.ignored = append(c.ignored, p)
				c.conflict = true // what it counts is not known
			}
		}
	}
	c.conflict = c.conflict || digits && len(c.paths) > 0
	if len(c.paths) == 0 {
		c.unknown = append(c.unknown, bares...)
	}
	return c
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
		return true
	case explicit && words <= 12:
		return !c.lower
	case c.strong && words <= 3:
		return true
	}
	return false
}

// timid says that a citation must name something to be one: it rests on an
// abbreviation that may be an ordinary word.
func (c *collected) timid() bool {
	return c.short && c.lower && (c.derived || c.tiny && len(c.paths) == 0 || len(c.paths) > 0 && c.paths[0].bare())
}

// pick chooses among homonyms of one legal order the one that holds on a day; the
// others are left for when it does not have what is cited.
func pick(set []*legislation.Instrument, on legislation.Day) (main, others []*legislation.Instrument) {
	byPlace := map[string][]*legislation.Instrument{}
	var order []string
	for _, i := range set {
		code := i.ID.Jurisdiction()
		if byPlace[code] == nil {
			order = append(order, code)
		}
		byPlace[code] = append(byPlace[code], i)
	}
	for _, code := range order {
		group := byPlace[code]
		chosen := map[*legislation.Instrument]bool{}
		for _, i := range group {
			chosen[i] = status(i, group, on) == legislation.InForce
		}
		if !slices.ContainsFunc(group, func(i *legislation.Instrument) bool { return chosen[i] }) {
			chosen[latest(group, on)] = true
		}
		for _, i := range group {
			if chosen[i] {
				main = append(main, i)
			} else {
				others = append(others, i)
			}
		}
	}
	return main, others
}

// status is how an instrument stands to a day; one that was replaced on a day that
// is not known has ended when its successor began.
func status(i *legislation.Instrument, group []*legislation.Instrument, on legislation.Day) legislation.Status {
	s := i.Valid().Status(on)
	if s != legislation.InForce || i.ReplacedBy == "" || !i.Ended.IsZero() {
		return s
	}
	for _, j := range group {
		if j.ID == i.ReplacedBy && j.Valid().Begun(on) {
			return legislation.Ended
		}
	}
	return s
}

// latest is the instrument that had begun last before the day, else the first to come.
func latest(group []*legislation.Instrument, on legislation.Day) *legislation.Instrument {
	sorted := slices.Clone(group)
	slices.SortStableFunc(sorted, func(a, b *legislation.Instrument) int { return int(a.InForce.First()) - int(b.InForce.First()) })
	return sorted[max(0, legislation.Pick(sorted, (*legislation.Instrument).Valid, on))]
}
