package cite

import (
	"slices"
	"strings"

	"seelex/legislation"
)

// gazetteRefs finds instruments by where they were published.
type gazetteRefs struct {
	published map[string][]*legislation.Instrument // by number/year
	amended   map[string][]*legislation.Instrument
	families  map[string][]gazetteName // by the first word
}

type gazetteName struct {
	words  []string
	places []string
}

func newGazetteRefs(k *legislation.Catalog) *gazetteRefs {
	g := &gazetteRefs{map[string][]*legislation.Instrument{}, map[string][]*legislation.Instrument{}, map[string][]gazetteName{}}
	for _, f := range gazettes {
		w := strings.Fields(f.words)
		g.families[w[0]] = append(g.families[w[0]], gazetteName{w, strings.Fields(f.places)})
	}
	seen := map[[2]string]bool{}
	for _, i := range k.Instruments { // the gazettes of the corpus by their whole names
		for _, at := range i.Gazette {
			if key := [2]string{at.Name, i.ID.Jurisdiction()}; seen[key] {
				continue
			} else {
				seen[key] = true
			}
			g.add(at.Name, i.ID.Jurisdiction())
			g.add(romanise(at.Name, practices[i.ID.Jurisdiction()].lang), i.ID.Jurisdiction())
		}
	}
	for _, family := range g.families {
		slices.SortStableFunc(family, func(a, b gazetteName) int { return len(b.words) - len(a.words) })
	}
	put := func(m map[string][]*legislation.Instrument, text string, i *legislation.Instrument) {
		refs, _ := readRefs(tokenize(text), 0, true)
		for _, ref := range refs {
			if !slices.Contains(m[ref], i) {
				m[ref] = append(m[ref], i)
			}
		}
	}
	for _, i := range k.Instruments {
		for _, at := range i.Gazette {
			text := at.Ref
			if !strings.Contains(text, "/") {
				put(g.published, text, i)
			}
			if y := at.Date.String(); y != "" && !strings.Contains(text, "/") {
				text += " " + y[:4]
			}
			put(g.published, text, i)
		}
		for _, a := range i.Amendments {
			if tokens := tokenize(a.Ref); len(tokens) > 0 && tokens[0].kind == numberToken {
				put(g.amended, a.Ref, i)
			}
		}
	}
	return g
}

// add makes a gazette known by its whole name.
func (g *gazetteRefs) add(name, code string) {
	var words []string
	for _, t := range tokenize(name) {
		if t.kind == wordToken {
			words = append(words, t.fold)
		}
	}
	if len(words) < 2 {
		return
	}
	family := g.families[words[0]]
	at := slices.IndexFunc(family, func(n gazetteName) bool { return slices.Equal(n.words, words) })
	if at < 0 {
		at, family = len(family), append(family, gazetteName{words: words})
	}
	if !slices.Contains(family[at].places, code) {
		family[at].places = append(family[at].places, code)
	}
	g.families[words[0]] = family
}

// at recognises a reference to a gazette at a token: the instruments published
// there, whether it is the place where they were first published, and the token
// behind it.
func (g *gazetteRefs) at(tokens []token, i int) (found []*legislation.Instrument, next int) {
	name, at := g.name(tokens, i)
	if tokens[i].fold == "a" && glued(tokens, i+1, "'") {
		name, at = gazetteName{places: []string{"GR"}}, i+2 // Α΄ 74
	}
	if at == i {
		return nil, i
	}
	refs, at := readRefs(tokens, at, false)
	if len(refs) == 0 {
		return nil, i
	}
	for _, in := range []map[string][]*legislation.Instrument{g.published, g.amended} {
		for _, ref := range refs[:1] { // the first; the others are its amendments
			for _, instrument := range in[ref] {
				if (len(name.places) == 0 || slices.Contains(name.places, instrument.ID.Jurisdiction())) && !slices.Contains(found, instrument) {
					found = append(found, instrument)
				}
			}
		}
		if len(found) > 0 {
			break
		}

	}
	if back := beforeArticle(tokens, at); back < at && len(found) > 0 && !slices.ContainsFunc(found, numberedInside) {
		at = back
	}
	for at+1 < len(tokens) && tokens[at].fold == "," && partWords[tokens[at+1].fold] {
		for at++; at < len(tokens) && partWords[tokens[at].fold]; at++ {
		}
	}
	return found, at
}

// numberedInside reports whether the gazette of an instrument numbers its acts
// ("2002, nr. 128-129, art. 1012").
func numberedInside(i *legislation.Instrument) bool {
	return slices.ContainsFunc(i.Gazette, func(g legislation.Gazette) bool { return strings.Contains(g.Ref, "art.") })
}

// beforeArticle is the place before ", art. 5" at the end of a reference.
func beforeArticle(tokens []token, end int) int {
	for at := end - 1; at > 0 && at >= end-3; at-- {
		if tokens[at].fold == "art" && tokens[at-1].fold == "," {
			return at - 1
		}
	}
	return end
}

// partWords name the part of an issue behind its number.
var partWords = words("parartima proto deftero trito partea parte")

func (g *gazetteRefs) name(tokens []token, i int) (gazetteName, int) {
	if tokens[i].kind != wordToken {
		return gazetteName{}, i
	}
	for _, name := range g.families[tokens[i].fold] {
		at := i + 1
		matched := true
		for _, word := range name.words[1:] {
			for at < len(tokens) && tokens[at].fold == "." {
				at++
			}
			if at >= len(tokens) || tokens[at].fold != word && !(len(word) > 4 && strings.HasPrefix(tokens[at].fold, word[:len(word)-1])) {
				matched = false
				break
			}
			at++
		}
		if matched {
			return name, at
		}
	}
	return gazetteName{}, i
}

var gazetteWords = words("rs srj sfrj rcg cg bih fbih rh sr srs brcko distrikta republike republika na makedonija severna crne gore srpske bosne hercegovine federacije " +
	"nr no br broj brojevi st s sv i and dhe si ke ve od ot of din dt date a b l c partea parte part series teychos proto pp p sayi sayili tarih tarihli al romaniei moldova republicii " +
	"rm rsm rks rsh viti vitit e te se republikes kosoves shqiperise january february march april may june july august september october november december " +
	"ianuarie februarie martie aprilie mai iunie iulie septembrie octombrie noiembrie decembrie arith ar parartima proto kypriakis dimokratias " +
	"as last amended by posl izm dop obn ispr ispravka correction bis in kantona sarajevo tuzlanskog hnk upb")

// readRefs reads numbers of a gazette, each with its year: 85/2005, 107/2005 or 362
// din 3 august 2000. It stops before what belongs to something else, unless the whole is
// known to be a reference, and gives the token behind what it has read.
func readRefs(tokens []token, i int, whole bool) (refs []string, next int) {
	const most = 400 // steps
	r := refReader{tokens: tokens, at: i, end: i}
	for steps := 0; steps < most && r.at < len(tokens) && r.step(whole); steps++ {
	}
	if len(r.refs) == 0 && r.number != "" {
		r.refs = append(r.refs, r.number)
	}
	if len(r.refs) == 0 {
		return nil, i
	}
	return r.refs, min(r.end, r.at)
}

// refReader reads numbers of a gazette, token by token.
type refReader struct {
	tokens []token
	at     int      // the token at hand
	end    int      // behind the last token that belongs to the reference
	refs   []string // number/year; the number alone where the gazette counts through
	number string   // one whose year may follow
	year   string   // one whose number follows: 2002, nr. 128-129, art. 1012
	opened bool     // a bracket that belongs to the reference: 2004 O.J. (L 335) 8
}

// take goes on behind what belongs to the reference.
func (r *refReader) take(to int) { r.at, r.end = to, to }

func (r *refReader) add(number, year string) {
	r.refs = append(r.refs, number+"/"+year)
	r.number, r.year = "", ""
}

// step reads what stands at hand; false where the reference has ended.
func (r *refReader) step(whole bool) bool {
	t := r.tokens[r.at]
	switch {
	case t.kind == numberToken:
		return r.readNumber(t)
	case (t.fold == "p" || t.fold == "pp") && len(r.refs) > 0 && r.at+2 < len(r.tokens) && r.tokens[r.at+1].fold == "." && r.tokens[r.at+2].kind == numberToken:
		r.take(r.at + 3)
	case t.fold == "(" && remarkEnd(r.tokens, r.at) > r.at:
		r.at = remarkEnd(r.tokens, r.at)
	case (t.fold == "–" || t.fold == "-") && len(r.refs) > 0 && behindRemark(r.tokens, r.at) > r.at:
		r.take(behindRemark(r.tokens, r.at))
	case t.fold == "(" && len(r.refs) == 0 && r.number == "" && r.year == "":
		r.opened = true
		r.at++
	case t.fold == ")" && r.opened:
		r.opened = false
		r.take(r.at + 1)
	case !whole && t.kind == markToken && (t.fold == ")" || t.fold == "(" || t.fold == "[" || t.fold == "]"):
		return false
	case !whole && t.kind == wordToken && (!gazetteWords[t.fold] || t.raw == "s"):
		return false
	default:
		r.at++
	}
	return true
}

func (r *refReader) readNumber(t token) bool {
	date := dateAt(r.tokens, r.at)
	switch {
	case date > r.at && r.number == "" && r.year == "": // 3 august 2000
		if r.at = date; len(r.refs) > 0 {
			r.end = date
		}
	case date > r.at && r.number != "": // OJ L 335, 11.11.2004
		r.add(r.number, r.tokens[date-1].fold)
		r.take(date)
	case r.at+1 < len(r.tokens) && glued(r.tokens, r.at+1, "/") && gluedNumber(r.tokens, r.at+2):
		year, end := r.yearAt(r.at + 2)
		r.add(trimZeros(t.fold), year)
		r.take(end)
	case yearLike(t.fold) && r.year != "":
		r.year = ""
		r.at++
	case yearLike(t.fold) && r.number != "":
		r.add(r.number, t.fold)
		r.take(r.at + 1)
	case yearLike(t.fold) && len(r.refs) == 0 && r.at+1 < len(r.tokens) && r.tokens[r.at+1].fold == ",":
		r.year = t.fold
		r.at++
	case r.year != "":
		r.add(trimZeros(t.fold), r.year)
		r.take(behindArticle(r.tokens, r.at))
		return false
	case r.number != "":
		r.take(r.at + 1)
	case len(r.refs) > 0:
		r.at++
	default:
		if r.number = trimZeros(t.fold); len(r.number) == 5 { // Resmî Gazete 29842
			r.refs, r.number = append(r.refs, r.number), ""
		}
		r.take(r.at + 1)
	}
	return true
}

// yearAt reads the year behind a number's stroke, 85/2005 or 85/05, which may stand at the
// end of a date: 74/20.3.2013.
func (r *refReader) yearAt(i int) (year string, end int) {
	year, end = r.tokens[i].fold, i+1
	if glued(r.tokens, end, ".") && gluedNumber(r.tokens, end+1) && glued(r.tokens, end+2, ".") && gluedNumber(r.tokens, end+3) {
		year, end = r.tokens[end+3].fold, end+4
	}
	if len(year) == 2 {
		year = fullYear(year)
	}
	return year, end
}

var remarks = words("ispr ispravka correction republication republicata bis isp corr")

// remarkEnd is the token behind "(ispr.)"; the token itself where that is not what
// stands there.
func remarkEnd(tokens []token, i int) int {
	at := i + 1
	for at < len(tokens) && at < i+4 && (remarks[tokens[at].fold] || tokens[at].fold == ".") {
		at++
	}
	if at > i+1 && at < len(tokens) && tokens[at].fold == ")" {
		return at + 1
	}
	return i
}

// maxRemark bounds the tokens of a remark.
const maxRemark = 8

// behindRemark is the token behind what is said of a number of the gazette after a dash, "50/12
// – uradno prečiščeno besedilo, 6/16 – popr., 186/21 – ZZNŠPP)"; the token itself where
// neither a comma nor the end of the reference follows.
func behindRemark(tokens []token, i int) int {
	for at := i + 1; at < len(tokens) && at <= i+maxRemark; at++ {
		switch t := tokens[at]; {
		case (t.fold == "," || t.fold == ")") && at > i+1:
			return at
		case t.kind == numberToken && !t.glued, t.kind == markToken && t.fold != ".":
			return i
		}
	}
	return i
}

// behindArticle skips "-129, art. 1012", the number of the act inside the Moldovan
// gazette.
func behindArticle(tokens []token, i int) int {
	i++
	if glued(tokens, i, "-") && gluedNumber(tokens, i+1) {
		i += 2
	}
	if i+1 < len(tokens) && tokens[i].fold == "," && (tokens[i+1].fold == "art" || tokens[i+1].fold == "p") {
		i += 2
		if i < len(tokens) && tokens[i].fold == "." {
			i++
		}
		if i < len(tokens) && tokens[i].kind == numberToken {
			i++
		}
	}
	return i
}

var months = words("january february march april may june july august september october november december " +
	"ianuarie februarie martie aprilie mai iunie iulie septembrie octombrie noiembrie decembrie " +
	"januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra " +
	"sijecnja sjecnja secnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca " +
	"januari fevruari mart april maj juni juli avgust septemvri oktomvri noemvri dekemvri " +
	"ianouariou fevrouariou martiou apriliou maiou iouniou iouliou avgoustou septemvriou oktovriou noemvriou dekemvriou " +
	"ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik " +
	"janar shkurt mars prill maj qershor korrik gusht shtator tetor nentor dhjetor " +
	"januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra jan feb mar apr jun jul aug sept sep oct nov dec")

// dateAt recognises a date at a number (3 august 2000, 26.7.1995, 6. 10. 2005.) and
// gives the token behind it; the token itself for no date.
func dateAt(tokens []token, i int) int {
	at := i + 1
	dot := func() {
		for at < len(tokens) && (tokens[at].fold == "." || tokens[at].fold == "/" || tokens[at].fold == "de") {
			at++
		}
	}
	if tokens[i].kind != numberToken || len(tokens[i].fold) > 2 {
		return i
	}
	dot()
	if at >= len(tokens) || !(months[tokens[at].fold] || at > i+1 && tokens[at].kind == numberToken && len(tokens[at].fold) <= 2) {
		return i
	}
	at++
	dot()
	if at < len(tokens) && tokens[at].kind == numberToken && yearLike(tokens[at].fold) {
		return at + 1
	}
	return i
}
