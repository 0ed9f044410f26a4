package index

import (
	"maps"
	"slices"

	"seelex/index/lang"
	"seelex/legislation"
)

// passages are the texts of a document: what a snippet is cut from and a phrase is
// looked for in.
func (x *Index) passages(s *state, k key) ([]passage, error) {
	switch k.kind {
	case kindInstrument:
		i, err := s.catalog.Instrument(k.id)
		if err != nil {
			return nil, err
		}
		return instrumentPassages(i), nil
	case kindPosition:
		p, err := s.positionOf(k)
		if err != nil {
			return nil, err
		}
		return positionPassages(p), nil
	case kindText:
		_, w, err := x.wording(k)
		return []passage{{w.Language, w.Text}}, err
	}
	v, err := x.versionOf(k)
	if err != nil {
		return nil, err
	}
	return provisionPassages(v), nil
}

func instrumentPassages(i *legislation.Instrument) []passage {
	return append([]passage{{"en", i.Summary}, {"en", i.TitleEn}}, texts(i.Title)...)
}

func positionPassages(p *legislation.Position) []passage { return []passage{{"en", p.Summary}} }

func provisionPassages(v *legislation.Version) []passage {
	out := append([]passage{{"en", v.Digest}}, texts(v.Heading)...)
	for _, tag := range slices.Sorted(maps.Keys(v.Terms)) {
		out = append(out, termPassage(tag, v.Terms[tag]))
	}
	return out
}

func texts(t legislation.Text) []passage {
	var out []passage
	for _, tag := range slices.Sorted(maps.Keys(t)) {
		out = append(out, passage{tag, t[tag]})
	}
	return out
}

// positionOf is the position of a document.
func (s *state) positionOf(k key) (*legislation.Position, error) {
	code := k.id.Jurisdiction()
	all := s.catalog.PositionsOf(code, string(k.id)[len(code)+len("/position/"):])
	if k.version >= len(all) {
		return nil, errStale
	}
	return all[k.version], nil
}

// versionOf is the version of a provision of a document.
func (x *Index) versionOf(k key) (*legislation.Version, error) {
	p, err := x.source.Provision(k.id)
	if err != nil {
		return nil, err
	}
	if k.version >= len(p.Versions) {
		return nil, errStale
	}
	return &p.Versions[k.version], nil
}

// standIn reports whether a phrase of each book stands in the passages.
func standIn(books []*phrasebook, passages []passage) bool {
	missing := slices.Clone(books)
	for _, p := range passages {
		l, _ := lang.Find(p.tag)
		tokens := distinctPlaces(lang.Tokens(l.Code, []byte(p.text)))
		missing = slices.DeleteFunc(missing, func(b *phrasebook) bool { return len(b.find(l.Code, tokens)) > 0 })
	}
	return len(missing) == 0
}
