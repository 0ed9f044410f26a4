package compare

import (
	"strconv"
	"strings"
	"sync"

	"seelex/legislation"
	"seelex/legislation/jsonpart"
)

// A comparison of all jurisdictions is 60 kB of JSON, of which the day that is asked
// about changes some hundred bytes: the ends of addresses. So the rest is written once
// for each generation, and an answer is put together from the pieces.

// prepared is what does not depend on the day, made when it is first needed. It belongs
// to one generation and may be used from many goroutines.
type prepared struct {
	rows      sync.Map // *legislation.Position → *row
	citations sync.Map // legislation.ID → *cited
	topics    sync.Map // *legislation.Topic → its JSON
	columns   sync.Map // place → columnJSON
}

// place is where a column stands.
type place struct{ jurisdiction, topic string }

// columnJSON is a column around its position: up to it, and when it is first known.
type columnJSON struct{ head, knownFrom string }

// prepared is that of the survey, which is kept; without one it is the request's own.
func (c *cells) prepared() *prepared {
	if survey, ok := c.provisions.(*Survey); ok {
		return &survey.prepared
	}
	if c.own == nil {
		c.own = new(prepared)
	}
	return c.own
}

func (p *prepared) row(c *cells, position *legislation.Position) (*row, error) {
	return once(&p.rows, position, func() (*row, error) { return c.row(position) })
}

func (p *prepared) cited(c *cells, id legislation.ID) (*cited, error) {
	return once(&p.citations, id, func() (*cited, error) { return c.resolve(id) })
}

func (p *prepared) topic(topic *legislation.Topic) (string, error) {
	return once(&p.topics, topic, func() (string, error) { return jsonpart.Encode(topic) })
}

func (p *prepared) column(c *Column, topic string) (columnJSON, error) {
	return once(&p.columns, place{c.Jurisdiction.Code, topic}, func() (columnJSON, error) {
		party, err := jsonpart.Encode(c.Jurisdiction)
		if err != nil {
			return columnJSON{}, err
		}
		from, err := jsonpart.Encode(c.KnownFrom)
		return columnJSON{`{"jurisdiction":` + party + `,"position":`, `,"known_from":` + from + `,"against":`}, err
	})
}

func once[T any](known *sync.Map, key any, work func() (T, error)) (T, error) {
	if v, ok := known.Load(key); ok {
		return v.(T), nil
	}
	v, err := work()
	if err == nil {
		known.Store(key, v)
	}
	return v, err
}

// encode makes the parts of the cell's JSON around its citations, of which it has none yet.
func (c *Cell) encode() error {
	all, err := jsonpart.Encode(c)
	c.json[0], c.json[1], _ = strings.Cut(all, `"citations":[]`) // no text has these quotes unescaped
	return err
}

func (c *Cell) appendJSON(b []byte) []byte {
	if c == nil {
		return append(b, "null"...)
	}
	b = append(b, c.json[0]...)
	b = append(b, `"citations":[`...)
	for i := range c.Citations {
		if i > 0 {
			b = append(b, ',')
		}
		b = c.Citations[i].appendJSON(b)
	}
	b = append(b, ']')
	return append(b, c.json[1]...)
}

const behindURL = `","in_force":`

// encode makes the JSON of the citation up to the end of its URL, which has no day yet.
func (c *Citation) encode() error {
	all, err := jsonpart.Encode(c)
	if at := strings.LastIndex(all, behindURL); at >= 0 {
		c.json = all[:at]
	}
	return err
}

func (c *Citation) appendJSON(b []byte) []byte {
	b = append(b, c.json...)
	if at := strings.IndexByte(c.URL, '?'); at >= 0 {
		b = append(b, c.URL[at:]...)
	}
	b = append(b, behindURL...)
	return append(strconv.AppendBool(b, c.InForce), '}')
}

// AppendJSON appends the JSON of a block of [Matrix] as encoding/json writes it, at a
// fraction of the cost.
func (b *Block) AppendJSON(to []byte) ([]byte, error) {
	w := writer{b: append(to, `{"topic":`...)}
	w.b = append(w.b, b.json...)
	w.field("on", b.On)
	w.field("against", b.Against)
	w.name("columns")
	w.b = append(w.b, '[')
	for i := range b.Columns {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.column(&b.Columns[i])
	}
	w.b = append(w.b, ']')
	w.field("differing", b.Differing)
	if b.Sort != "" {
		w.field("sort", b.Sort)
	}
	return append(w.b, '}'), w.err
}

// writer writes an object field by field.
type writer struct {
	b   []byte
	err error
}

func (w *writer) column(c *Column) {
	w.b = append(w.b, c.json.head...)
	w.b = c.Position.appendJSON(w.b)
	if c.Gap != nil {
		w.field("gap", c.Gap)
	}
	w.b = append(w.b, c.json.knownFrom...)
	w.b = c.Against.appendJSON(w.b)
	if c.AgainstGap != nil {
		w.field("against_gap", c.AgainstGap)
	}
	if w.name("changes"); len(c.Changes) == 0 {
		w.b = append(w.b, "[]"...)
	} else {
		w.value(c.Changes)
	}
	w.b = append(w.b, '}')
}

func (w *writer) name(name string) {
	w.b = append(w.b, `,"`...)
	w.b = append(w.b, name...)
	w.b = append(w.b, `":`...)
}

func (w *writer) field(name string, v any) {
	w.name(name)
	w.value(v)
}

func (w *writer) value(v any) {
	text, err := jsonpart.Encode(v)
	w.b = append(w.b, text...)
	if w.err == nil {
		w.err = err
	}
}
