package index

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"seelex/legislation/jsonpart"
)

// An answer is some 20 kB of JSON, nearly all of it what the hits show whatever was
// searched for. That is written once, and an answer is put together from it.

// hitJSON is a hit around its snippet with its language, its status, and its score with
// its address.
type hitJSON struct{ head, middle, confidence string }

// encode makes the parts of the hit's JSON. No text has the quotes of a name unescaped.
func (h *Hit) encode() error {
	all, err := jsonpart.Encode(h)
	if err != nil {
		return err
	}
	parts := new(hitJSON)
	parts.head, all, _ = strings.Cut(all, `"snippet":`)
	_, all, _ = strings.Cut(all, `,"topics":`)
	parts.middle, all, _ = strings.Cut(all, `"status":`)
	_, all, _ = strings.Cut(all, `,"confidence":`)
	parts.confidence, _, _ = strings.Cut(all, `,"score":`)
	h.json = parts
	return nil
}

func (h *Hit) appendJSON(b []byte) ([]byte, error) {
	if h.json == nil { // an official text: what it shows depends on what was searched for
		all, err := jsonpart.Encode(h)
		return append(b, all...), err
	}
	b = append(append(b, h.json.head...), `"snippet":`...)
	b = jsonpart.AppendString(b, string(h.Snippet))
	b = jsonpart.AppendString(append(b, `,"lang":`...), h.Lang)
	b = append(append(b, `,"topics":`...), h.json.middle...)
	b = jsonpart.AppendString(append(b, `"status":`...), string(h.Status))
	b = append(append(b, `,"confidence":`...), h.json.confidence...)
	b = appendNumber(append(b, `,"score":`...), h.Score)
	b = jsonpart.AppendString(append(b, `,"url":`...), h.URL)
	if h.Direct {
		b = append(b, `,"direct":true`...)
	}
	return append(b, '}'), nil
}

// appendNumber appends one of the numbers of an answer; they have three decimals at most.
func appendNumber(b []byte, n float64) []byte { return strconv.AppendFloat(b, n, 'f', -1, 64) }

// AppendJSON appends the answer as encoding/json writes it, at a fraction of the cost.
func (a *Answer) AppendJSON(to []byte) ([]byte, error) {
	b, err := a.Query.appendJSON(append(to, `{"query":`...))
	if err != nil {
		return b, err
	}
	b = strconv.AppendInt(append(b, `,"total":`...), int64(a.Total), 10)
	b = appendNumber(append(b, `,"took_ms":`...), a.TookMS)
	b = append(b, `,"hits":[`...)
	for i := range a.Hits {
		if i > 0 {
			b = append(b, ',')
		}
		if b, err = a.Hits[i].appendJSON(b); err != nil {
			return b, err
		}
	}
	b = a.Facets.appendJSON(append(b, `],"facets":`...))
	if a.Ways != nil {
		ways, err := jsonpart.Encode(a.Ways)
		if err != nil {
			return b, err
		}
		b = append(append(b, `,"ways":`...), ways...)
	}
	return append(b, '}'), nil
}

// appendJSON writes by hand what is large: the terms in all languages.
func (q *Query) appendJSON(b []byte) ([]byte, error) {
	const none = `"expanded":[]`
	rest := *q
	rest.Expanded = []Expanded{}
	all, err := jsonpart.Encode(&rest)
	if err != nil {
		return b, err
	}
	before, behind, _ := strings.Cut(all, none) // no text has these quotes unescaped
	b = append(append(b, before...), none[:len(none)-1]...)
	for i := range q.Expanded {
		if i > 0 {
			b = append(b, ',')
		}
		b = q.Expanded[i].appendJSON(b)
	}
	return append(append(b, ']'), behind...), nil
}

func (e *Expanded) appendJSON(b []byte) []byte {
	b = jsonpart.AppendString(append(b, `{"concept":`...), e.Concept)
	b = jsonpart.AppendString(append(b, `,"label":`...), e.Label)
	b = jsonpart.AppendString(append(b, `,"text":`...), e.Text)
	if b = append(b, `,"terms":`...); e.terms != "" {
		b = append(b, e.terms...)
	} else {
		b = appendTerms(b, e.Terms)
	}
	if e.Off {
		b = append(b, `,"off":true`...)
	}
	return append(b, '}')
}

func appendTerms(b []byte, terms map[string][]string) []byte {
	b = append(b, '{')
	for i, tag := range slices.Sorted(maps.Keys(terms)) {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(jsonpart.AppendString(b, tag), ':')
		b = appendList(b, terms[tag], jsonpart.AppendString)
	}
	return append(b, '}')
}

func (f *Facets) appendJSON(b []byte) []byte {
	for i, facet := range []struct {
		name   string
		counts []Count
	}{{"jurisdiction", f.Jurisdiction}, {"topic", f.Topic}, {"type", f.Type}, {"lang", f.Lang}, {"confidence", f.Confidence}, {"kind", f.Kind}} {
		b = append(b, "{,"[min(i, 1)])
		b = append(jsonpart.AppendString(b, facet.name), ':')
		b = appendList(b, facet.counts, func(b []byte, c Count) []byte {
			b = jsonpart.AppendString(append(b, `{"value":`...), c.Value)
			return append(strconv.AppendInt(append(b, `,"count":`...), int64(c.Count), 10), '}')
		})
	}
	return append(b, '}')
}

func appendList[T any](b []byte, list []T, add func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, v := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = add(b, v)
	}
	return append(b, ']')
}
