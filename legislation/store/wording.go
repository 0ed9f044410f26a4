package store

import (
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"

	"seelex/legislation"
)

// stretch is a run of editions in which a provision has one wording.
type stretch struct {
	legislation.Wording
	in *edition
	at int // of the part, in the outline of the last edition
}

// stretches follows a provision through the editions of one language: a wording
// lasts until an edition in which it reads otherwise or is gone.
func stretches(chain []*edition, path string) (out []stretch) {
	open := false
	for _, e := range chain {
		at := e.outline.Find(path)
		n := len(out)
		switch {
		case at < 0:
			if open {
				out[n-1].To = dayBefore(e.Consolidated)
			}
			open = false
			continue
		case open && e.outline[at].Hash == out[n-1].in.outline[out[n-1].at].Hash:
			out[n-1].in, out[n-1].at, out[n-1].Edition = e, at, e.Edition
		default:
			if open {
				out[n-1].To = dayBefore(e.Consolidated)
			}
			out = append(out, stretch{legislation.Wording{Language: e.Language, From: e.Consolidated, Edition: e.Edition}, e, at})
		}
		open = true
	}
	return out
}

func dayBefore(d legislation.Date) legislation.Date {
	if d.IsZero() {
		return d
	}
	return d.First().Prev().Date()
}

// fill reads the text of a wording.
func (s *Store) fill(tx *bolt.Tx, w *stretch) error {
	root := w.in.outline[w.at]
	text, err := s.text(tx, w.in, root.Start, root.End)
	if err != nil {
		return err
	}
	w.Text, w.Heading, w.Suggested = text, root.Heading, w.in.outline.SuggestedAt(w.at)
	w.Parts = slices.Clone(w.in.outline.Subtree(w.at))
	for i := range w.Parts {
		p := &w.Parts[i]
		p.Start, p.Body, p.End, p.Depth = p.Start-root.Start, p.Body-root.Start, p.End-root.Start, p.Depth-root.Depth
	}
	return nil
}

// Wordings reads the official text of a provision in every language and wording
// that was imported, by language and then by day; none where none was. Of an instrument
// it is what belongs to none of its provisions.
func (s *Store) Wordings(id legislation.ID) (out []legislation.Wording, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		chains, err := s.chains(tx, id.Instrument())
		if err != nil {
			return err
		}
		out, err = s.wordings(tx, chains, below(id))
		return err
	})
	return out, err
}

// below is what an id has below its instrument.
func below(id legislation.ID) string { return strings.Join(id.Segments(), "/") }

// Find returns, as it was published, the id of the provision with that id in any
// case of letters, or of what has provisions below it: curated or imported.
func (s *Store) Find(id legislation.ID) (legislation.ID, bool) {
	if id.IsInstrument() {
		return "", false
	}
	if found, err := s.Below(id); err == nil && len(found) > 0 {
		return id.As(found[0].ID), true
	}
	instrument, err := s.Catalog().Instrument(id.Instrument())
	if err != nil || len(instrument.Expressions) == 0 {
		return "", false
	}
	var found legislation.ID
	err = s.view(func(tx *bolt.Tx) error {
		chains, err := s.chains(tx, id.Instrument())
		for _, chain := range chains {
			for _, e := range slices.Backward(chain) {
				if at := e.outline.Find(below(id)); at >= 0 {
					found = instrument.ID + "/" + legislation.ID(e.outline[at].Path)
					return nil
				}
			}
		}
		return err
	})
	return found, found != "" && err == nil
}

// Outline is the tree of an instrument's text as of a day in one of its languages,
// the first where none is named; an empty one where nothing was imported.
func (s *Store) Outline(id legislation.ID, language string, on legislation.Day) (e legislation.Edition, o legislation.Outline, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		chains, err := s.chains(tx, id.Instrument())
		for _, chain := range chains {
			if language != "" && chain[0].Language != language {
				continue
			}
			at := legislation.Pick(chain, func(e *edition) legislation.Period { return legislation.Period{From: e.Consolidated} }, on)
			e, o = chain[at].Edition, chain[at].outline
			return nil
		}
		return err
	})
	return e, o, err
}

// Texts calls do for every unit of an instrument's official texts with all its
// wordings, as [Store.Wordings] gives them. Text that belongs to no unit comes last,
// under the instrument's own id.
func (s *Store) Texts(id legislation.ID, do func(legislation.ID, []legislation.Wording) error) error {
	return s.view(func(tx *bolt.Tx) error {
		chains, err := s.chains(tx, id)
		if err != nil {
			return err
		}
		seen := map[string]bool{}
		for _, chain := range chains {
			for _, e := range chain {
				for _, at := range e.outline.Units() {
					path := e.outline[at].Path
					if key := strings.ToLower(path); seen[key] {
						continue
					} else {
						seen[key] = true
					}
					wordings, err := s.wordings(tx, chains, path)
					if err != nil {
						return err
					}
					if err := do(id+"/"+legislation.ID(path), wordings); err != nil {
						return err
					}
				}
			}
		}
		rest, err := s.wordings(tx, chains, "")
		if err != nil || len(rest) == 0 {
			return err
		}
		return do(id, rest)
	})
}

// wordings reads a provision in every language, and without a path what belongs to
// no provision.
func (s *Store) wordings(tx *bolt.Tx, chains [][]*edition, path string) (out []legislation.Wording, err error) {
	for _, chain := range chains {
		if path == "" {
			rest, err := s.rest(tx, chain[len(chain)-1])
			if err != nil {
				return nil, err
			}
			if rest.Text != "" {
				out = append(out, rest)
			}
			continue
		}
		for _, w := range stretches(chain, path) {
			if err := s.fill(tx, &w); err != nil {
				return nil, err
			}
			out = append(out, w.Wording)
		}
	}
	return out, nil
}

// rest is the text of an edition that belongs to no unit.
func (s *Store) rest(tx *bolt.Tx, e *edition) (legislation.Wording, error) {
	w := legislation.Wording{Language: e.Language, From: e.Consolidated, Edition: e.Edition}
	var b strings.Builder
	at := 0
	take := func(to int) error {
		if to <= at {
			return nil
		}
		text, err := s.text(tx, e, at, to)
		b.WriteString(strings.TrimSpace(text) + "\n")
		return err
	}
	for _, u := range e.outline.Units() {
		if err := take(e.outline[u].Start); err != nil {
			return w, err
		}
		at = e.outline[u].End
	}
	if err := take(e.Bytes); err != nil {
		return w, err
	}
	w.Text = strings.TrimSpace(b.String())
	return w, nil
}

// EditionText reads the whole text of an edition, for exports and checks.
func (s *Store) EditionText(id legislation.ID, key string) (text string, o legislation.Outline, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		record, err := readImported(tx, id)
		if record == nil || err != nil {
			return err
		}
		for _, e := range record.Editions {
			if e.Key != key {
				continue
			}
			opened, err := s.openEdition(tx, id, e)
			if err != nil {
				return err
			}
			o = opened.outline
			text, err = s.text(tx, opened, 0, e.Bytes)
			return err
		}
		return nil
	})
	return text, o, err
}
