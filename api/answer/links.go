package answer

import (
	"slices"

	"seelex/legislation"
)

// links are the relations that can only be found by reading every provision. A
// generation works them out once, at the first question that needs them.
type links struct {
	topics        map[legislation.ID][]string        // instrument → topics of its provisions, sorted
	implementedBy map[string][]legislation.ID        // key of an id → what implements it or a part of it
	citedBy       map[string][]*legislation.Position // key of a provision → positions that rest on it
}

func (s *Service) linksNow() (*links, error) { return s.links.get(s.Generation(), s.findLinks) }

func (s *Service) findLinks() (*links, error) {
	l := &links{map[legislation.ID][]string{}, map[string][]legislation.ID{}, map[string][]*legislation.Position{}}
	implement := func(from legislation.ID, targets []legislation.ID) {
		for _, to := range targets {
			// A provision that implements a paragraph shows at the paragraph, its article and its treaty.
			for at := to.Base(); at != ""; at = at.Parent() {
				if key := at.Key(); !slices.Contains(l.implementedBy[key], from) {
					l.implementedBy[key] = append(l.implementedBy[key], from)
				}
			}
		}
	}
	for _, i := range s.Catalog().Instruments {
		implement(i.ID, i.Implements)
	}
	err := s.store.Provisions(func(p *legislation.Provision) error {
		at := p.ID.Instrument()
		for _, v := range p.Versions {
			implement(p.ID, v.Implements)
			for _, t := range v.Topics {
				if !slices.Contains(l.topics[at], t) {
					l.topics[at] = append(l.topics[at], t)
				}
			}
		}
		return nil
	})
	for _, topics := range l.topics {
		slices.Sort(topics)
	}
	for _, p := range s.Catalog().Positions {
		for _, id := range p.Citations {
			key := id.Base().Key()
			l.citedBy[key] = append(l.citedBy[key], p)
		}
	}
	return l, err
}
