package index

import (
	"context"
	"slices"
	"strings"
)

// waysOn looks for what a search that found nothing could have meant: the same words
// without the filters, on any day, or fewer words.
func (x *Index) waysOn(ctx context.Context, s *held, u *understood) (*Ways, error) {
	ways := &Ways{}
	finds := func(change func(r *Request), words []word) (bool, error) {
		r := u.request
		change(&r)
		v := *u
		v.request = r
		v.units = slices.DeleteFunc(slices.Clone(u.units), func(un unit) bool {
			return slices.ContainsFunc(words, func(w word) bool { return w.start == un.words[0].start })
		})
		if len(v.units)+len(v.phrases) == 0 && len(u.units)+len(u.phrases) > 0 {
			return false, nil
		}
		found, err := x.findAll(ctx, s, &v, s.wanted(&v))
		return err == nil && found.total > 0, err
	}
	var err error
	if u.request.filtered() {
		if ways.Filters, err = finds(func(r *Request) { r.clearFilters() }, nil); err != nil {
			return nil, err
		}
	}
	for _, un := range u.units {
		ok, err := finds(func(*Request) {}, un.words)
		if err != nil {
			return nil, err
		}
		if ok {
			for _, w := range un.words {
				ways.Dropped = append(ways.Dropped, w.text)
			}
			ways.Text = without(u.words, un.words)
			break
		}
	}
	ways.Concepts = nearConcepts(s.state, u)
	return ways, nil
}

func (r *Request) filtered() bool {
	return len(r.Jurisdictions)+len(r.Topics)+len(r.Types)+len(r.Kinds)+len(r.Langs)+len(r.Confidences) > 0
}

func (r *Request) clearFilters() {
	r.Jurisdictions, r.Topics, r.Types, r.Kinds, r.Langs, r.Confidences = nil, nil, nil, nil, nil, nil
}

func without(words, dropped []word) string {
	var kept []string
	for _, w := range words {
		if !slices.ContainsFunc(dropped, func(d word) bool { return d.start == w.start }) {
			kept = append(kept, w.text)
		}
	}
	return strings.Join(kept, " ")
}

// nearConcepts are concepts of the thesaurus with a label in which a word of the
// query begins.
func nearConcepts(s *state, u *understood) []Expanded {
	var out []Expanded
	for _, w := range u.words {
		if len([]rune(w.text)) < 4 {
			continue
		}
		for _, found := range s.entries().find(string([]rune(w.text)[:4])) {
			if found.Kind == "concept" && len(out) < 5 && !slices.ContainsFunc(out, func(e Expanded) bool { return e.Label == found.Label }) {
				out = append(out, Expanded{Label: found.Label, Text: found.Text})
			}
		}
	}
	return out
}
