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
	topics    sync.Map // *legislation.Topic → *known
}

// known is what is known on a topic, on whatever day.
type known struct {
	json      string              // of the topic
	histories map[string]*history // by the code of the jurisdiction
}

// history is what is known of one jurisdiction.
type history struct {
	positions []*legislation.Position // by their start
	gaps      []*Gap                  // before each of them, and after the last
	json      columnJSON
}

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

func (p *prepared) known(c *cells, topic *legislation.Topic) (*known, error) {
	return once(&p.topics, topic, func() (*known, error) { return c.known(topic) })
}

func (c *cells) known(topic *legislation.Topic) (*known, error) {
	all := &known{histories: make(map[string]*history, len(c.catalog.Jurisdictions))}
	for i := range c.catalog.Jurisdictions {
		h, err := c.history(partyOf(&c.catalog.Jurisdictions[i]), topic)
		if err != nil {
			return nil, err
		}
		all.histories[c.catalog.Jurisdictions[i].Code] = h
	}
	var err error
	all.json, err = jsonpart.Encode(topic)
	return all, err
}

func (c *cells) history(party Party, topic *legislation.Topic) (*history, error) {
	h := &history{positions: c.catalog.PositionsOf(party.Code, topic.ID)}
	for n := range len(h.positions) + 1 {
		g := gapBefore(h.positions, n)
		var err error
		if g.json, err = jsonpart.Encode(g); err != nil {
			return nil, err
		}
		h.gaps = append(h.gaps, g)
	}
	name, err := jsonpart.Encode(party)
	if err != nil {
		return nil, err
	}
	from, err := jsonpart.Encode(h.knownFrom())
	h.json = columnJSON{`{"jurisdiction":` + name + `,"position":`, `,"known_from":` + from + `,"against":`}
	return h, err
}

// knownFrom is the start of the first position, zero without any.
func (h *history) knownFrom() legislation.Date {
	if len(h.positions) == 0 {
		return legislation.Date{}
	}
	return h.positions[0].From
}

// gap is why nothing is known for a day.
func (h *history) gap(day legislation.Day) *Gap { return h.gaps[begun(h.positions, day)] }

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
	w.day("on", b.On)
	w.day("against", b.Against)
	w.name("columns")
	w.b = append(w.b, '[')
	for i := range b.Columns {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.column(&b.Columns[i])
	}
	w.b = append(w.b, ']')
	w.name("differing")
	w.b = append(w.b, '[')
	for i, name := range b.Differing {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = jsonpart.AppendString(w.b, name)
	}
	w.b = append(w.b, ']')
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
	w.gap("gap", c.Gap)
	w.b = append(w.b, c.json.knownFrom...)
	w.b = c.Against.appendJSON(w.b)
	w.gap("against_gap", c.AgainstGap)
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

func (w *writer) day(name string, day legislation.Day) {
	w.name(name)
	if day == 0 {
		w.b = append(w.b, "null"...)
	} else {
		w.b = jsonpart.AppendString(w.b, day.String())
	}
}

func (w *writer) gap(name string, gap *Gap) {
	if gap != nil {
		w.name(name)
		w.b = append(w.b, gap.json...)
	}
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
