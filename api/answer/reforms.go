package answer

import (
	"slices"

	"seelex/legislation"
)

// Reforms lists the reforms of the whole region up to a day, newest first.
func (s *Service) Reforms(until legislation.Day, w Window) Page[Reform] {
	var found []legislation.Reform
	for _, r := range slices.Backward(s.Catalog().Reforms) {
		if r.Date.First() <= until {
			found = append(found, r)
		}
	}
	cut := page(found, w)
	out := Page[Reform]{Total: cut.Total, Limit: cut.Limit, Offset: cut.Offset, Items: make([]Reform, len(cut.Items))}
	for i, r := range cut.Items {
		out.Items[i] = s.reform(r)
	}
	return out
}
