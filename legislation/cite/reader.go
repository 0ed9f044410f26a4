package cite

import (
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"seelex/legislation"
)

// Provisions is what the reader asks of the provisions: which there are.
type Provisions interface {
	// Find returns, as it was published, the id of the provision with that id in any
	// case of letters, or of the article, chapter or annex that has provisions below
	// it; false where there is neither.
	Find(legislation.ID) (legislation.ID, bool)
}

// Limits of what is read. A longer query is no citation; of a longer text only the
// beginning is searched.
const (
	MaxQuery = 2000    // bytes of a query
	MaxText  = 200_000 // bytes of a text
	MaxSpans = 2000    // citations found in a text; later ones are left out
)

// Result says what a citation names.
type Result struct {
	Query         string          `json:"query"`
	ID            legislation.ID  `json:"id"`    // "" when nothing or several fit
	Label         string          `json:"label"` // "Criminal Code, Art. 246a(1)"
	Jurisdiction  string          `json:"jurisdiction"`
	On            legislation.Day `json:"on"` // the day whose law is meant
	Candidates    []Candidate     `json:"candidates"`
	NotUnderstood []string        `json:"not_understood"` // parts of the query that were not made use of
	Aside         bool            `json:"-"`              // some of them are words, which may be what is looked for
}

// Candidate is one thing that a citation may name.
type Candidate struct {
	ID           legislation.ID `json:"id"`
	Label        string         `json:"label"`
	Jurisdiction string         `json:"jurisdiction"`
}

// Is reports whether the query is a citation at all.
func (r Result) Is() bool { return r.ID != "" || len(r.Candidates) > 0 }

// Reader reads citations. It belongs to one generation of the knowledge base, is
// never changed once built, and may be used from many goroutines.
type Reader struct {
	catalog    *legislation.Catalog
	provisions Provisions
	places     *places
	names      *names
	numbers    map[string][]numbered
	gazettes   *gazetteRefs
}

// NewReader makes a reader for the instruments of a catalog and their provisions.
func NewReader(k *legislation.Catalog, p Provisions) *Reader {
	r := &Reader{catalog: k, provisions: p, places: newPlaces(k)}
	r.names = newNames(k, r.places)
	r.numbers = newNumbers(k)
	r.gazettes = newGazetteRefs(k)
	return r
}

// Read says what a query cites, as the law stands on a day. A query that is words
// rather than a citation gets a result that names nothing.
func (r *Reader) Read(query string, on legislation.Day) Result {
	out := r.empty(query, on)
	if len(query) > MaxQuery || !utf8.ValidString(query) {
		return out
	}
	if trimmed := strings.TrimSpace(query); r.address(trimmed, &out) || r.celex(trimmed, &out) {
		return out
	}
	tokens := tokenize(query)
	if len(tokens) == 0 || len(tokens) > 600 {
		return out
	}
	s := r.scan(tokens, 0)
	r.decide(query, s, on, true, &out)
	if out.ID == "" && out.Is() && s.laws() > 1 {
		r.several(query, on, &out)
	}
	return out
}

// several makes candidates of the places that a query cites in several laws: art. 2 din
// Legea 143/2000 rap. la art. 336 C. pen.
func (r *Reader) several(query string, on legislation.Day, out *Result) {
	laws := map[legislation.ID]bool{}
	var cited []Candidate
	for _, span := range r.FindAll(query, on) {
		if id := span.Result.ID; id != "" && !id.IsInstrument() {
			laws[id.Instrument()] = true
			cited = append(cited, r.candidate(id))
		}
	}
	if len(laws) < 2 {
		return
	}
	out.Candidates, out.NotUnderstood = nil, []string{}
	for _, c := range cited {
		out.add(c)
	}
}

func (r *Reader) empty(query string, on legislation.Day) Result {
	return Result{Query: query, On: on, Candidates: []Candidate{}, NotUnderstood: []string{}}
}

var addressPattern = regexp.MustCompile(`(?i)^(?:https?://[^/\s]+)?/?(?:law/)?([a-z]{2,3}(?:-[a-z]{2,4})?(?:/[a-z0-9][a-z0-9.-]*)+)/?(?:@([0-9-]+))?(?:\?([^#\s]*))?(?:#\S*)?$`)

// address reads an id or the URL of a law's page.
func (r *Reader) address(text string, out *Result) bool {
	m := addressPattern.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	id := legislation.ID(m[1])
	if moved, ok := r.catalog.Moved(id); ok && moved.To != "" {
		id = moved.To
	}
	instrument, err := r.catalog.Instrument(id.Instrument())
	if err != nil {
		return false
	}
	if query, err := url.ParseQuery(m[3]); err == nil {
		if day, err := legislation.ParseDay(query.Get("on")); err == nil && day != 0 {
			out.On = day
		}
	}
	if day, err := legislation.ParseDay(m[2]); err == nil && day != 0 {
		out.On = day
	}
	if id.IsInstrument() {
		r.name(out, instrument.ID)
		return true
	}
	for at := id; at != ""; at = at.Parent() {
		if found, ok := r.find(instrument, at); ok {
			if at == id {
				r.name(out, found)
				return true
			}
			out.Candidates = append(out.Candidates, r.candidate(found))
			out.NotUnderstood = append(out.NotUnderstood, string(id[len(at)+1:]))
			return true
		}
	}
	return false
}

var celexPattern = regexp.MustCompile(`^(?i:CELEX:?\s*)?3(\d{4})[DFLR](\d{4})$`)

// celex reads the number of an act in the database of the law of the Union: 32004F0757.
func (r *Reader) celex(text string, out *Result) bool {
	m := celexPattern.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	year, number := m[1], trimZeros(m[2])
	for _, key := range []string{year + "/" + number, number + "/" + year} {
		for _, n := range r.numbers[key] {
			if n.instrument.ID.Jurisdiction() == "EU" {
				r.name(out, n.instrument.ID)
				return true
			}
		}
	}
	return false
}

func (r *Reader) find(i *legislation.Instrument, id legislation.ID) (legislation.ID, bool) {
	if id.IsInstrument() {
		return i.ID, true
	}
	return r.provisions.Find(id)
}

func (r *Reader) name(out *Result, id legislation.ID) {
	c := r.candidate(id)
	out.ID, out.Label, out.Jurisdiction = c.ID, c.Label, c.Jurisdiction
}

func (r *Reader) candidate(id legislation.ID) Candidate {
	label := id.Label()
	if i, err := r.catalog.Instrument(id.Instrument()); err == nil {
		if label == "" {
			label = i.TitleEn
		} else {
			label = i.TitleEn + ", " + label
		}
	}
	return Candidate{ID: id, Label: label, Jurisdiction: id.Jurisdiction()}
}
