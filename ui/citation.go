package ui

import "seelex/legislation"

// citeBlock says how to cite an instrument or provision as of the day shown: the one
// place where pages meet the citation styles.
func (s *Site) citeBlock(id legislation.ID, r *request) Cite {
	return Cite{ID: "cite", Link: origin(r.http) + "/law/" + string(id) + "?on=" + r.on.String()}
}
