package index

import (
	"math"

	"seelex/legislation"
)

// hit reads what a hit shows of its record.
func (x *Index) hit(s *state, u *understood, r ranked) (Hit, error) {
	k := r.key
	h := Hit{ID: string(k.id), Kind: k.kind, Jurisdiction: k.id.Jurisdiction(), Label: k.id.Label(), Status: k.status(u.request.On),
		Score: math.Round(r.score*1000) / 1000, Topics: []string{}, Direct: u.cited != nil && u.cited.direct[k.String()]}
	if k.kind != kindPosition { // it is of no instrument, and to find none takes long
		if i, err := s.catalog.Instrument(k.id.Instrument()); err == nil {
			h.Instrument = &InstrumentRef{string(i.ID), i.TitleEn}
		}
	}
	if k.kind == kindText {
		return h, x.textHit(s, u, k, &h)
	}
	passages, err := x.passages(s, k)
	if err != nil {
		return h, err
	}
	switch k.kind {
	case kindInstrument:
		err = s.instrumentHit(u, k, &h)
	case kindPosition:
		err = s.positionHit(u, k, &h)
	default:
		err = x.provisionHit(u, k, &h)
	}
	h.Snippet, h.Lang = s.knowledge().marker(u).best(passages, s.marks(r, passages), h.Heading, h.Native)
	return h, err
}

// marks are where words and concepts stand in the passages of a hit: known of what is
// curated, read now of a law that is known by its text only.
func (s *state) marks(r ranked, passages []passage) []marks {
	if r.doc >= 0 {
		return s.curated.marksOf(uint32(r.doc))
	}
	read := newReading(s.knowledge())
	out := make([]marks, len(passages))
	for i, p := range passages {
		out[i] = read.marks(p)
	}
	return out
}

func (s *state) instrumentHit(u *understood, k key, h *Hit) error {
	i, err := s.catalog.Instrument(k.id)
	if err != nil {
		return err
	}
	h.Heading, h.InForce, h.Ended, h.Confidence = i.TitleEn, i.InForce, i.Ended, i.Confidence
	h.Native, h.NativeLang = native(i.Title)
	h.URL = lawURL(k.id, 0)
	return nil
}

func (s *state) positionHit(u *understood, k key, h *Hit) error {
	p, err := s.positionOf(k)
	if err != nil {
		return err
	}
	h.Label, h.Topics, h.InForce, h.Ended, h.Confidence = "", []string{p.Topic}, p.From, p.To, p.Confidence
	if t, err := s.catalog.Topic(p.Topic); err == nil {
		h.Heading = t.Label
	}
	h.Instrument = s.restsOn(p)
	h.URL = "/compare?topic=" + p.Topic + "&jurisdictions=" + p.Jurisdiction
	if !p.Valid().Contains(u.request.Today) {
		h.URL += "&on=" + within(p.Valid(), u.request.On).String()
	}
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

func (x *Index) provisionHit(u *understood, k key, h *Hit) error {
	v, err := x.versionOf(k)
	if err != nil {
		return err
	}
	h.Heading, h.Topics, h.InForce, h.Ended, h.Confidence = v.Heading["en"], v.Topics, v.InForce, v.Ended, v.Confidence
	h.Native, h.NativeLang = native(v.Heading)
	if h.Heading == "" {
		h.Heading = h.Native
	}
	day := u.request.On
	if !v.Valid().Contains(day) {
		day = within(v.Valid(), day)
	}
	if day == u.request.Today {
		day = 0
	}
	h.URL = lawURL(k.id, day)
	return nil
}

// errStale says that the index and the store are of different generations, which
// happens for a moment while an import takes its place.
var errStale = &legislation.Error{Code: legislation.Unavailable, Message: "the search index is being brought up to date", Want: "the same search again in a moment"}

// within is the day of a period that is nearest to the given one.
func within(p legislation.Period, day legislation.Day) legislation.Day {
	switch {
	case p.Ended(day):
		return p.To.Last()
	case !p.Begun(day):
		return p.From.First()
	}
	return day
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
