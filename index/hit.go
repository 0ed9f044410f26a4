package index

import (
	"errors"
	"math"

	"seelex/legislation"
)

// hit is what is shown of what was found.
func (x *Index) hit(s *state, u *understood, r ranked, cut *cutter, h *Hit) error {
	k := r.key
	if k.kind == kindText {
		*h = s.start(k)
		h.complete(u, r)
		return x.textHit(s, u, k, h)
	}
	c, err := x.cardOf(s, r)
	if err != nil {
		return err
	}
	*h = c.hit
	h.complete(u, r)
	h.URL = c.address(u.request)
	cut.marks = s.marks(cut.marks[:0], r, c.passages)
	h.Snippet, h.Lang = cut.best(s.knowledge().marker(u), c.passages, h.Heading, h.Native)
	return nil
}

// start is a hit with what the key alone says.
func (s *state) start(k key) Hit {
	h := Hit{ID: string(k.id), Kind: k.kind, Jurisdiction: k.id.Jurisdiction(), Label: k.id.Label(), Topics: []string{}}
	if k.kind != kindPosition { // it is of no instrument, and to find none takes long
		if i, err := s.catalog.Instrument(k.id.Instrument()); err == nil {
			h.Instrument = &InstrumentRef{string(i.ID), i.TitleEn}
		}
	}
	return h
}

// complete adds what depends on the request.
func (h *Hit) complete(u *understood, r ranked) {
	h.Status, h.Score = r.key.status(u.request.On), math.Round(r.score*1000)/1000
	h.Direct = u.cited != nil && u.cited.direct[r.key.String()]
}

// card is what a hit shows whatever is searched for.
type card struct {
	hit      Hit                // its URL without a day
	valid    legislation.Period // of the position or version
	passages []passage
}

// cardOf is the card of what is curated, made when it is first found, or made now of a
// law that is known by its text only.
func (x *Index) cardOf(s *state, r ranked) (*card, error) {
	if r.doc < 0 {
		return x.newCard(s, r.key)
	}
	of := &s.curated.docs[r.doc]
	if known, ok := s.cards.Load(of); ok {
		return known.(*card), nil
	}
	c, err := x.newCard(s, r.key)
	if err != nil {
		return nil, err
	}
	if err := c.hit.encode(); err != nil {
		return nil, err
	}
	s.cards.Store(of, c)
	return c, nil
}

func (x *Index) newCard(s *state, k key) (c *card, err error) {
	c = &card{hit: s.start(k)}
	if c.passages, err = x.passages(s, k); err != nil {
		return nil, err
	}
	switch k.kind {
	case kindInstrument:
		err = c.instrument(s, k)
	case kindPosition:
		err = c.position(s, k)
	default:
		err = c.provision(x, s, k)
	}
	return c, err
}

// address is where the hit leads on the day of the request: a day is part of it only
// where it is needed.
func (c *card) address(r Request) string {
	switch day := c.valid.Nearest(r.On); {
	case c.hit.Kind == kindPosition && !c.valid.Contains(r.Today):
		return c.hit.URL + "&on=" + day.String()
	case c.hit.Kind == kindProvision && day != r.Today:
		return c.hit.URL + "?on=" + day.String()
	}
	return c.hit.URL
}

// marks are where words and concepts stand in the passages of a hit: known of what is
// curated, read now of a law that is known by its text only.
func (s *state) marks(to []marks, r ranked, passages []passage) []marks {
	if r.doc >= 0 {
		return s.curated.appendMarks(to, uint32(r.doc))
	}
	read := newReading(s.knowledge())
	for _, p := range passages {
		to = append(to, read.marks(p))
	}
	return to
}

func (c *card) instrument(s *state, k key) error {
	i, err := s.catalog.Instrument(k.id)
	if err != nil {
		return err
	}
	h := &c.hit
	h.Heading, h.InForce, h.Ended, h.Confidence = i.TitleEn, i.InForce, i.Ended, i.Confidence
	h.Native, h.NativeLang = native(i.Title)
	h.URL = lawURL(k.id, 0)
	return nil
}

func (c *card) position(s *state, k key) error {
	p, err := s.positionOf(k)
	if err != nil {
		return err
	}
	h := &c.hit
	h.Label, h.Topics, h.InForce, h.Ended, h.Confidence = "", []string{p.Topic}, p.From, p.To, p.Confidence
	if t, err := s.catalog.Topic(p.Topic); err == nil {
		h.Heading = t.Label
	}
	h.Instrument = s.restsOn(p)
	h.URL, c.valid = "/compare?topic="+p.Topic+"&jurisdictions="+p.Jurisdiction, p.Valid()
	return nil
}

// restsOn is the instrument that a position cites first.
func (s *state) restsOn(p *legislation.Position) *InstrumentRef {
	for _, id := range p.Citations {
		if i, err := s.catalog.Instrument(id.Base().Instrument()); err == nil {
			return &InstrumentRef{string(i.ID), i.TitleEn}
		}
	}
	return &InstrumentRef{}
}

func (c *card) provision(x *Index, s *state, k key) error {
	v, err := x.versionOf(k)
	if err != nil {
		return err
	}
	h := &c.hit
	h.Heading, h.Topics, h.InForce, h.Ended, h.Confidence = v.Heading["en"], v.Topics, v.InForce, v.Ended, v.Confidence
	h.Native, h.NativeLang = native(v.Heading)
	if h.Heading == "" {
		h.Heading = h.Native
	}
	h.URL, c.valid = lawURL(k.id, 0), s.catalog.Valid(k.id, *v)
	return nil
}

// errStale says that the index and the store are of different generations, which
// happens for a moment while an import takes its place.
var errStale = &legislation.Error{Code: legislation.Unavailable, Message: "the search index is being brought up to date", Want: "the same search again in a moment"}

// notStale leaves out that a text was changed this moment: the next search shows it.
func notStale(err error) error {
	if errors.Is(err, errStale) {
		return nil
	}
	return err
}

func lawURL(id legislation.ID, on legislation.Day) string {
	if on == 0 {
		return "/law/" + string(id)
	}
	return "/law/" + string(id) + "?on=" + on.String()
}

// native is the heading in the original language.
func native(t legislation.Text) (text, tag string) {
	tag = nativeTags(t)[0]
	if tag == "en" {
		return "", ""
	}
	return t[tag], tag
}
