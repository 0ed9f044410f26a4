package cite

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"seelex/legislation"
)

// Span is a citation in a text.
type Span struct {
	Start  int    `json:"start"` // in bytes of the text
	End    int    `json:"end"`
	Text   string `json:"text"`
	Result Result `json:"result"`
}

// FindAll finds the citations in a footnote or a whole text, in order and without
// overlap, as the law stands on a day. An article in a list ("čl. 246 i 246a KZ") is
// a citation of its own. Only the first [MaxText] bytes are searched.
func (r *Reader) FindAll(text string, on legislation.Day) []Span {
	if len(text) > MaxText {
		text = text[:MaxText]
		for !utf8.ValidString(text[max(0, len(text)-utf8.UTFMax):]) && len(text) > 0 {
			text = text[:len(text)-1]
		}
	}
	text = strings.ToValidUTF8(text, " ")
	var spans []Span
	s := r.scan(tokenize(text), 0)
	at := 0
	for _, url := range addressesIn.FindAllStringIndex(text, MaxSpans) {
		out := r.empty(text[url[0]:url[1]], on)
		if !r.address(out.Query, &out) {
			continue
		}
		spans, s.parts = r.between(spans, text, s, at, url[0], on)
		spans = append(spans, Span{url[0], url[1], out.Query, out})
		at = url[1]
	}
	spans, _ = r.between(spans, text, s, at, len(text), on)
	return spans[:min(len(spans), MaxSpans)]
}

var addressesIn = regexp.MustCompile(`(?:https?://[^\s<>"]+?)?(?:/law/)?\b[a-z]{2,3}(?:-[a-z]{3})?/[a-z0-9-]+(?:/[A-Za-z0-9.-]*[A-Za-z0-9])*(?:\?on=[0-9-]{10})?`)

// between finds the citations in the part of a text between two bytes, and gives the
// parts behind it.
func (r *Reader) between(spans []Span, text string, s scanned, from, to int, on legislation.Day) ([]Span, []part) {
	var cluster []part
	flush := func() {
		spans = append(spans, r.cluster(text, scanned{s.tokens, cluster}, on)...)
		cluster = nil
	}
	rest := s.parts
	for len(rest) > 0 && len(spans) < MaxSpans {
		p := rest[0]
		if s.tokens[p.from].start >= to {
			break
		}
		rest = rest[1:]
		if s.tokens[p.from].start < from || s.tokens[p.to-1].end > to {
			continue
		}
		if len(cluster) > 0 && s.apart(text, cluster, p) {
			taken := s.taken(cluster, p, rest)
			cluster = cluster[:len(cluster)-len(taken)]
			flush()
			cluster = append(cluster, taken...)
		}
		if p.kind != unknownPart {
			cluster = append(cluster, p)
		}
	}
	flush()
	return spans, rest
}

// maxCluster bounds the parts of one citation.
const maxCluster = 48

// apart reports whether a part belongs to another citation than those before it: it
// is a word, a sentence or a semicolon lies between, or it starts a citation anew.
func (s scanned) apart(text string, cluster []part, p part) bool {
	last := cluster[len(cluster)-1]
	if p.kind == unknownPart || len(cluster) >= maxCluster || p.from-last.to > 12 {
		return true
	}
	if strings.Count(text[s.tokens[last.to-1].end:s.tokens[p.from].start], "\n") > 1 {
		return true // another paragraph
	}
	for at := last.to; at < p.from; at++ {
		t := s.tokens[at]
		if t.fold == ";" || t.fold == "." && at+1 < len(s.tokens) && !s.tokens[at+1].glued && at > last.to {
			return true
		}
	}
	pins, names := 0, 0
	for _, c := range cluster {
		switch c.kind {
		case pinPart:
			pins++
		case namePart, numberPart:
			names++
		}
	}
	switch p.kind {
	case pinPart:
		// An article after "article … law" begins the next citation.
		return pins > 0 && names > 0 && last.kind != pinPart && !p.event.inner && p.event.level <= article && !p.event.named
	case namePart, numberPart:
		return names > 0 && pins > 0 && last.kind == pinPart && !p.event.inner
	}
	return false
}

// taken are the last parts of a cluster that belong to the law that comes behind
// them: of "KZ čl. 246a and art. 4 din Legea nr. 143/2000" the article of the second
// law. A law behind a comma, or one with an article behind it, takes none.
func (s scanned) taken(cluster []part, law part, rest []part) []part {
	if law.kind != namePart && law.kind != numberPart {
		return nil
	}
	if len(rest) > 0 && rest[0].kind == pinPart && rest[0].from-law.to <= 2 {
		return nil
	}
	for at := cluster[len(cluster)-1].to; at < law.from; at++ {
		if s.tokens[at].fold == "," {
			return nil
		}
	}
	for at := len(cluster) - 1; at > 0 && cluster[at].kind == pinPart; at-- {
		if e := cluster[at].event; e.named && e.level <= article && !e.inner {
			if slices.ContainsFunc(cluster[:at], func(p part) bool { return p.kind == pinPart }) {
				return slices.Clone(cluster[at:])
			}
			return nil
		}
	}
	return nil
}

// cluster makes the citations of parts that belong together.
func (r *Reader) cluster(text string, s scanned, on legislation.Day) []Span {
	for len(s.parts) > 0 && !anchors(s.parts[0]) {
		s.parts = s.parts[1:]
	}
	for n := len(s.parts); n > 0 && !anchors(s.parts[n-1]); n-- {
		s.parts = s.parts[:n-1]
	}
	c := r.collect(s)
	if len(c.set) == 0 || !c.stands() {
		return nil
	}
	first, last := s.parts[0], s.parts[len(s.parts)-1]
	if len(c.paths) < 2 {
		return r.spanOf(nil, text, s, first, last, on)
	}
	var spans []Span
	others := func(keep path) []part {
		var out []part
		for _, p := range s.parts {
			if p.kind != pinPart || holds(keep, p) {
				out = append(out, p)
			}
		}
		return out
	}
	for n, p := range c.paths {
		one := scanned{s.tokens, others(p)}
		from, to := ends(p)
		if n == 0 && first.from < from.from && first.kind != pinPart {
			from = first
		}
		if n == len(c.paths)-1 && last.to > to.to {
			to = last
		}
		if len(spans) > 0 && s.tokens[from.from].start < spans[len(spans)-1].End {
			from = p.steps[len(p.steps)-1] // a second paragraph of the same article
		}
		spans = r.spanOf(spans, text, one, from, to, on)
	}
	return spans
}

func holds(p path, step part) bool {
	for _, s := range p.steps {
		if s.from == step.from {
			return true
		}
	}
	return false
}

func ends(p path) (from, to part) {
	from, to = p.steps[0], p.steps[0]
	for _, s := range p.steps {
		if s.from < from.from {
			from = s
		}
		if s.to > to.to {
			to = s
		}
	}
	return from, to
}

func (r *Reader) spanOf(spans []Span, text string, s scanned, from, to part, on legislation.Day) []Span {
	start, end := s.tokens[from.from].start, s.tokens[to.to-1].end
	if start >= end || len(spans) > 0 && start < spans[len(spans)-1].End {
		return spans
	}
	if strings.Count(text[start:end], "(") > strings.Count(text[start:end], ")") {
		if strings.HasPrefix(text[end:], ")") {
			end++
		} else if open := start + strings.LastIndexByte(text[start:end], '('); open > start {
			end = start + len(strings.TrimRight(text[start:open], " ,\n"))
		}
	}
	out := r.empty(text[start:end], on)
	r.decide(text, s, on, false, &out)
	if !out.Is() {
		return spans
	}
	return append(spans, Span{start, end, text[start:end], out})
}

// anchors reports whether a citation may begin or end with a part.
func anchors(p part) bool {
	return p.kind == namePart || p.kind == numberPart || p.kind == pinPart || p.kind == gazettePart
}

// stands says whether parts in a running text are a citation: an abbreviation or a
// bare number is one only with an article.
func (c *collected) stands() bool {
	if c.lower && c.short {
		return false
	}
	explicit := len(c.paths) > 0 && !c.paths[0].bare()
	return explicit || c.strong || c.titled || len(c.paths) > 0 && !c.derived
}
