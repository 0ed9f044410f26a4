package cite

import (
	"maps"
	"slices"
	"strings"

	"seelex/legislation"
)

// names finds instruments by their titles and abbreviations: a tree of words, so
// that the cost of a look-up does not grow with the number of instruments. It lies in
// lists, node after node, the branches of each beside each other and by their words:
// so a start reads it in one piece.
type names struct {
	words    []string // node → the word that leads to it
	branches []uint32 // node → the first of its branches; they end where those of the next node begin
	ends     []uint32 // node → behind the last of its names; they begin where those of the node before end
	named    []named
	first    map[string]uint32 // the branches of the root, by their words
}

// child is the branch of a word, 0 where there is none.
func (n *names) child(node uint32, word string) uint32 {
	if node == 0 {
		return n.first[word]
	}
	from, to := n.branches[node], n.branches[node+1]
	at, found := slices.BinarySearch(n.words[from:to], word)
	if !found {
		return 0
	}
	return from + uint32(at)
}

func (n *names) endsOf(node uint32) []named {
	from := uint32(0)
	if node > 0 {
		from = n.ends[node-1]
	}
	return n.named[from:n.ends[node]]
}

// ready makes what is looked up most.
func (n *names) ready() *names {
	n.first = make(map[string]uint32, n.branches[1])
	for node := n.branches[0]; node < n.branches[1]; node++ {
		n.first[n.words[node]] = node
	}
	return n
}

// nameTree is the tree while it grows.
type nameTree struct {
	next map[string]*nameTree
	ends []named
}

// lists makes the names of a tree.
func (t *nameTree) lists() *names {
	n := &names{words: []string{""}}
	nodes := []*nameTree{t}
	for at := 0; at < len(nodes); at++ {
		node := nodes[at]
		n.branches = append(n.branches, uint32(len(nodes)))
		n.named = append(n.named, node.ends...)
		n.ends = append(n.ends, uint32(len(n.named)))
		for _, word := range slices.Sorted(maps.Keys(node.next)) {
			n.words, nodes = append(n.words, word), append(nodes, node.next[word])
		}
	}
	n.branches = append(n.branches, uint32(len(nodes)))
	return n.ready()
}

// named is an instrument that a name can mean.
type named struct {
	instrument *legislation.Instrument
	short      bool // by an abbreviation
	derived    bool // by initials that the corpus does not give
	number     bool // by its number: nothing else is called so
}

func newNames(k *legislation.Catalog, p *places) *names {
	root := new(nameTree)
	for _, i := range k.Instruments {
		titles := []string{i.TitleEn, i.Number, composedTitle(i), penal.Replace(i.TitleEn)}
		ecli, _ := strings.CutPrefix(i.Number, "ECLI:") // the Court leaves the acronym out
		titles = append(titles, ecli)
		for lang, t := range i.Title {
			titles = append(titles, t, bih.Replace(t))
			if rest, found := strings.CutPrefix(t, "Lege "); found {
				titles = append(titles, rest) // Legea nr. 382-XIV cu privire la …
			}
			if latin := romanise(t, lang); latin != t {
				titles = append(titles, latin)
			}
		}
		for _, title := range titles {
			for _, keys := range titleKeys(i, title, p) {
				root.add(keys, named{instrument: i, number: title == i.Number || title == ecli})
			}
		}
		if registry := shortKeys(tokenize(i.Number)); len(registry) > 2 && registry[0][0] <= '9' {
			root.add(registry, named{instrument: i, number: true}) // 01-009/25-2542/2
		}
		for _, name := range otherNames[string(i.ID)] {
			tokens := tokenize(name)
			root.add(shortKeys(tokens), named{instrument: i, short: true})
			if keys := keysOf(tokens, nil); len(keys) > 2 {
				root.add(keys, named{instrument: i, short: true})
			}
		}
		for _, a := range abbreviations(i, p) {
			root.add(a.keys, named{instrument: i, short: true, derived: a.derived})
		}
	}
	return root.lists()
}

// What is written for words of a title: Penal Code, Federacija BiH.
var (
	penal = strings.NewReplacer("Criminal Code", "Penal Code", "Criminal Procedure Code", "Code of Criminal Procedure", "Code of Criminal Procedure", "Criminal Procedure Code")
	bih   = strings.NewReplacer("Bosne i Hercegovine", "BiH", "Босне и Херцеговине", "БиХ")
)

func (n *nameTree) add(keys []string, end named) {
	for _, key := range keys {
		child := n.next[key]
		if child == nil {
			if n.next == nil {
				n.next = map[string]*nameTree{}
			}
			child = new(nameTree)
			n.next[key] = child
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
	return n.walk(0, tokens, i, 0, 0)
}

func (n *names) walk(node uint32, tokens []token, i, depth, skips int) (ends []named, end int) {
	own := n.endsOf(node)
	if len(own) > 0 {
		ends, end = own, i
	}
	if i >= len(tokens) || n.branches[node] == n.branches[node+1] {
		return ends, end
	}
	t := &tokens[i]
	key := t.stem
	if t.kind != wordToken {
		key = t.fold
	}
	if child := n.child(node, key); child != 0 {
		if e, to := n.walk(child, tokens, i+1, depth+1, 0); e != nil && to > end {
			ends, end = e, to
		}
	}
	if depth > 0 && skips < maxSkips && (t.kind == markToken || small[t.fold] && t.kind == wordToken) {
		if e, to := n.walk(node, tokens, i+1, depth, skips+1); e != nil && to > end && len(e) > 0 && !sameEnds(e, own) {
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

// countryInitials are what lawyers write behind an abbreviation without a space: KZRS,
// KZFBiH, KPRSH. What is written with one is a place.
var countryInitials = map[string][]string{"AL": {"SH", "RSH"}, "BA": {"BiH"}, "BA-BIH": {"FBiH"}, "BA-BRC": {"BD", "BDBiH"}, "BA-SRP": {"RS"},
	"HR": {"RH"}, "ME": {"CG", "RCG"}, "MK": {"M", "RM", "RSM"}, "RS": {"RS", "S"}, "SI": {"S"}, "XK": {"K", "RK"}}

// abbreviations are those of the corpus, without the country or year they may end
// in, and, for a law without one, the initials of its title, as lawyers form them.
func abbreviations(i *legislation.Instrument, p *places) []abbreviation {
	var out []abbreviation
	for a := range strings.SplitSeq(i.Abbreviation, " / ") {
		if a == "" {
			continue
		}
		tokens := tokenize(a)
		if latin := inLatinShapes(a); latin != "" {
			out = append(out, abbreviation{keys: shortKeys(tokenize(latin))})
		}
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
		if tokens[0].kind == wordToken {
			for _, country := range countryInitials[i.ID.Jurisdiction()] {
				out = append(out, abbreviation{keys: shortKeys(tokenize(tokens[0].raw + country))})
			}
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
		for at := range tokens {
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

// inLatinShapes is a Cyrillic abbreviation in Latin letters of the same shape, as it is
// typed without changing the keyboard: HK for НК; "" where they do not give it.
func inLatinShapes(a string) string {
	var b strings.Builder
	for _, r := range a {
		at := -1
		for latin, cyrillic := range lookalikes {
			if cyrillic == r {
				at = int(latin)
			}
		}
		if at < 0 {
			return ""
		}
		b.WriteRune(rune(at))
	}
	return b.String()
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
