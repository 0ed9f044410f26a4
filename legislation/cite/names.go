package cite

import (
	"slices"
	"strings"

	"seelex/legislation"
)

// names finds instruments by their titles and abbreviations: a tree of words, so
// that the cost of a look-up does not grow with the number of instruments.
type names struct {
	word string // of the only branch: most titles go on without one
	only *names
	next map[string]*names // of several branches
	ends []named
}

// child is the branch of a word, nil where there is none.
func (n *names) child(word string) *names {
	if n.only != nil && n.word == word {
		return n.only
	}
	return n.next[word]
}

func (n *names) grow(word string) *names {
	child := new(names)
	switch {
	case n.only == nil && n.next == nil:
		n.word, n.only = word, child
	case n.next == nil:
		n.next = map[string]*names{n.word: n.only, word: child}
		n.word, n.only = "", nil
	default:
		n.next[word] = child
	}
	return child
}

// named is an instrument that a name can mean.
type named struct {
	instrument *legislation.Instrument
	short      bool // by an abbreviation
	derived    bool // by initials that the corpus does not give
	number     bool // by its number: nothing else is called so
}

func newNames(k *legislation.Catalog, p *places) *names {
	root := new(names)
	for _, i := range k.Instruments {
		titles := []string{i.TitleEn, i.Number, composedTitle(i)}
		for lang, t := range i.Title {
			titles = append(titles, t)
			if rest, found := strings.CutPrefix(t, "Lege "); found {
				titles = append(titles, rest) // Legea nr. 382-XIV cu privire la …
			}
			if latin := romanise(t, lang); latin != t {
				titles = append(titles, latin)
			}
		}
		for _, title := range titles {
			for _, keys := range titleKeys(i, title, p) {
				root.add(keys, named{instrument: i, number: title == i.Number})
			}
		}
		if registry := shortKeys(tokenize(i.Number)); len(registry) > 2 && registry[0][0] <= '9' {
			root.add(registry, named{instrument: i, number: true}) // 01-009/25-2542/2
		}
		for _, name := range otherNames[string(i.ID)] {
			root.add(shortKeys(tokenize(name)), named{instrument: i, short: true})
		}
		for _, a := range abbreviations(i, p) {
			root.add(a.keys, named{instrument: i, short: true, derived: a.derived})
		}
	}
	return root
}

func (n *names) add(keys []string, end named) {
	for _, key := range keys {
		child := n.child(key)
		if child == nil {
			child = n.grow(key)
		}
		n = child
	}
	for at, e := range n.ends {
		if e.instrument == end.instrument {
			n.ends[at].short = e.short && end.short
			n.ends[at].derived = e.derived && end.derived
			n.ends[at].number = e.number && end.number
			return
		}
	}
	n.ends = append(n.ends, end)
}

// maxSkips bounds how many small words and marks a title may have between two of its
// words.
const maxSkips = 5

// match gives the longest name that begins at a token, and the token behind it.
func (n *names) match(tokens []token, i int) ([]named, int) {
	return n.walk(tokens, i, 0, 0)
}

func (n *names) walk(tokens []token, i, depth, skips int) (ends []named, end int) {
	if len(n.ends) > 0 {
		ends, end = n.ends, i
	}
	if i >= len(tokens) || n.only == nil && n.next == nil {
		return ends, end
	}
	t := &tokens[i]
	key := t.stem
	if t.kind != wordToken {
		key = t.fold
	}
	if child := n.child(key); child != nil {
		if e, to := child.walk(tokens, i+1, depth+1, 0); e != nil && to > end {
			ends, end = e, to
		}
	}
	if depth > 0 && skips < maxSkips && (t.kind == markToken || small[t.fold] && t.kind == wordToken) {
		if e, to := n.walk(tokens, i+1, depth, skips+1); e != nil && to > end && len(e) > 0 && !sameEnds(e, n.ends) {
			ends, end = e, to
		}
	}
	return ends, end
}

// sameEnds reports whether skipping words led nowhere: back to the node's own ends.
func sameEnds(a, b []named) bool { return len(a) == len(b) && len(a) > 0 && &a[0] == &b[0] }

// titleKeys are the ways in which a title is typed: whole; without what stands in
// brackets; without its country; of laws, without number and year.
func titleKeys(i *legislation.Instrument, title string, p *places) [][]string {
	if title == "" {
		return nil
	}
	var out [][]string
	add := func(keys []string) {
		words := 0
		for _, k := range keys {
			if k[0] < '0' || k[0] > '9' {
				words++
			}
		}
		if len(keys) < 2 || words == 0 {
			return
		}
		for _, have := range out {
			if slices.Equal(have, keys) {
				return
			}
		}
		out = append(out, keys)
	}
	law := i.Type == "code" || i.Type == "act" || i.Type == "bylaw" || i.Type == "treaty" || i.Type == "directive"
	whole := tokenize(title)
	add(keysOf(whole, nil))
	bare := withoutBrackets(whole)
	hasDigits := strings.ContainsAny(title, "0123456789")
	if law {
		add(keysOf(bare, nil))
	}
	if short, _, found := strings.Cut(title, ","); found && i.Type == "treaty" {
		add(keysOf(tokenize(short), nil)) // without ", as amended by …"
	}
	if law || hasDigits {
		add(keysOf(whole, p))
	}
	if law {
		local := keysOf(bare, p)
		add(local)
		var plain []string
		for _, k := range local {
			if k[0] < '0' || k[0] > '9' {
				plain = append(plain, k)
			}
		}
		if title != i.Number {
			add(plain)
		}
	}
	return out
}

// keysOf are the words and numbers of a title that count; without the names of
// countries when the places are given.
func keysOf(tokens []token, p *places) []string {
	var keys []string
	for at := 0; at < len(tokens); at++ {
		t := tokens[at]
		if p != nil {
			if _, next := p.at(tokens, at); next > at {
				at = next - 1
				continue
			}
			if strings.HasPrefix(t.fold, "republi") && at > 0 {
				continue
			}
		}
		switch {
		case t.kind == numberToken:
			keys = append(keys, t.fold)
		case t.kind == wordToken && !small[t.fold]:
			keys = append(keys, t.stem)
		}
	}
	return keys
}

func withoutBrackets(tokens []token) []token {
	var out []token
	depth := 0
	for _, t := range tokens {
		switch {
		case t.fold == "(":
			depth++
		case t.fold == ")":
			depth = max(0, depth-1)
		case depth == 0:
			out = append(out, t)
		}
	}
	return out
}

type abbreviation struct {
	keys    []string
	derived bool
}

// abbreviations are those of the corpus, without the country or year they may end
// in, and, for a law without one, the initials of its title, as lawyers form them.
func abbreviations(i *legislation.Instrument, p *places) []abbreviation {
	var out []abbreviation
	for a := range strings.SplitSeq(i.Abbreviation, " / ") {
		if a == "" {
			continue
		}
		tokens := tokenize(a)
		shared := false
		if len(tokens) == 2 && tokens[0].kind == wordToken {
			if codes, next := p.at(tokens, 1); next == 2 {
				out = append(out, abbreviation{keys: shortKeys(tokens[:1])})
				shared = len(codes) > 1 // KZ RS: the country says no more than it does elsewhere
			}
		}
		if !shared {
			out = append(out, abbreviation{keys: shortKeys(tokens)})
		}
		if base, year, found := strings.Cut(a, "/"); found && len(year) == 2 {
			out = append(out, abbreviation{keys: shortKeys(tokenize(base))})
		}
	}
	if i.Type != "code" && i.Type != "act" || strings.Contains(i.Abbreviation, "-") {
		return out
	}
	for _, title := range i.Title {
		var initials strings.Builder
		tokens := withoutBrackets(tokenize(title))
		words := 0
		for at := 0; at < len(tokens); at++ {
			if _, next := p.at(tokens, at); next > at && words > 0 {
				break
			}
			if t := tokens[at]; t.kind == wordToken && !small[t.fold] && len([]rune(t.raw)) > 1 {
				fold, _ := foldWord(string([]rune(t.raw)[:1]))
				initials.WriteString(fold)
				words++
			}
		}
		if n := words; n >= 2 && n <= 6 && (i.Type == "code" || n >= 3) {
			out = append(out, abbreviation{[]string{initials.String()}, true})
		}
	}
	return out
}

// shortKeys keep the hyphen and the slash: KZ-1 is not KZ 1.
func shortKeys(tokens []token) []string {
	var keys []string
	for _, t := range tokens {
		switch {
		case t.kind == wordToken:
			keys = append(keys, t.stem)
		case t.kind == numberToken, t.fold == "-", t.fold == "/", t.fold == "–":
			keys = append(keys, t.fold)
		}
	}
	return keys
}
