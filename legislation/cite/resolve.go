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
			out = append(out, below(p, waiting)...)
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

// below puts the steps that stand before their article below it; several of a level, as
// in "st. 1 i 3 čl. 246", are pinpoints of their own.
func below(p part, waiting []part) []path {
	out := []path{{[]part{p}}}
	for l := paragraph; l <= sentence; l++ {
		var longer []path
		for _, step := range waiting {
			for _, above := range out {
				if step.event.level == l && len(longer) < maxMembers {
					longer = append(longer, path{append(slices.Clone(above.steps), step)})
				}
			}
		}
		if longer != nil {
			out = longer
		}
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
	if i.ID.Jurisdiction() == "BG" && p.head().sign {
		return id, 0 // there § counts the additional and final provisions, never the articles
	}
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
		main, others = r.pick(c.set, on)
	}
	for _, p := range slices.Concat(c.unknown, c.ignored) {
		out.NotUnderstood = append(out.NotUnderstood, raw(text, s.tokens, p))
		out.Aside = out.Aside || p.kind == unknownPart && s.tokens[p.from].kind == wordToken
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
	best, sure := -1, !c.conflict
	var missing []path
	paths, several := r.spread(c.paths, main)
	sure = sure && !several
	for _, p := range paths {
		hit, rest := false, p
		for n, i := range slices.Concat(main, others) {
			id, taken := r.follow(i, p)
			switch {
			case taken == len(p.steps) && n < len(main):
				full, hit = append(full, id), true
			case taken == len(p.steps):
				past = append(past, id)
			case n < len(main):
				if len(p.steps)-taken < len(rest.steps) {
					rest = path{p.steps[taken:]}
				}
				if taken > best {
					best, part = taken, id
				}
			}
		}
		if !hit {
			missing = append(missing, rest)
			sure = sure && len(paths) == 1
		}
	}
	full = dedupe(full)
	if len(full) == 1 && sure {
		r.name(out, full[0])
		return
	}
	for _, id := range full {
		out.add(r.candidate(id))
	}
	for _, p := range missing {
		for _, step := range p.steps {
			if words := raw(text, tokens, step); !slices.Contains(out.NotUnderstood, words) {
				out.NotUnderstood = append(out.NotUnderstood, words)
			}
		}
	}
	if len(full) > 0 {
		return
	}
	if best > 0 { // the others have not even the article
		out.add(r.candidate(part))
	} else {
		for _, i := range main {
			out.add(r.candidate(i.ID))
		}
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

// pick chooses among homonyms of one legal order the one that holds on a day; the
// others are left for when it does not have what is cited. Laws of which none replaced
// another (KPPK is a code of Kosovo and a code of procedure) are no homonyms.
func (r *Reader) pick(set []*legislation.Instrument, on legislation.Day) (main, others []*legislation.Instrument) {
	byLine := map[string][]*legislation.Instrument{}
	var order []string
	for _, i := range set {
		line := r.line(i)
		if byLine[line] == nil {
			order = append(order, line)
		}
		byLine[line] = append(byLine[line], i)
	}
	for _, line := range order {
		group := byLine[line]
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

// line tells which laws follow one another: by the last that replaced them, and its title.
func (r *Reader) line(i *legislation.Instrument) string {
	for range maxLine {
		next, err := r.catalog.Instrument(i.ReplacedBy)
		if i.ReplacedBy == "" || err != nil {
			break
		}
		i = next
	}
	_, title := nativeTitle(i, practices[i.ID.Jurisdiction()].lang, nil)
	if title == "" {
		title = i.TitleEn
	}
	title, _, _ = strings.Cut(title, " (")
	return i.ID.Jurisdiction() + " " + title
}

// maxLine bounds how many laws are followed from one to its successor.
const maxLine = 20

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
