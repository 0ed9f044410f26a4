package ui

import (
	"slices"

	"seelex/api/answer"
	"seelex/legislation"
)

// Diff is what changed between two versions, word by word.
type Diff struct {
	From, To, Lang string
	Parts          []DiffPart
	Amendments     []string // of the instrument, in force between the two days
}

// DiffPart is a stretch of text that was kept, put in or taken out.
type DiffPart struct{ Op, Text string }

// versionLinks lists the versions of a provision, newest first, each with what it
// changed.
func versionLinks(p *answer.Provision, today legislation.Day) (out []VersionLink) {
	for i, v := range slices.Backward(p.Versions) {
		line := VersionLink{Period: period(v.InForce, v.Ended), URL: v.URL, Selected: v.Shown,
			Current: legislation.Period{From: v.InForce, To: v.Ended}.Contains(today)}
		if i > 0 {
			line.DiffURL = "/law/" + p.ID + "?from=" + dayOf(p.Versions[i-1], today) + "&on=" + dayOf(v, today)
		}
		out = append(out, line)
	}
	return out
}

// dayOf is a day on which a version was in force: its first where that is known.
func dayOf(v answer.VersionItem, today legislation.Day) string {
	switch {
	case !v.InForce.IsZero():
		return v.InForce.First().String()
	case !v.Ended.IsZero():
		return v.Ended.Last().String()
	}
	return today.String()
}

// difference compares the version shown with that of an earlier day; nil when no such
// day was asked for.
func (s *Site) difference(id legislation.ID, r *request) (*Diff, error) {
	from := r.OptionalDay("from")
	if err := r.Err(); err != nil || from == 0 {
		return nil, err
	}
	found, err := s.service.Diff(id, from, r.on)
	if err != nil {
		return nil, err
	}
	out := &Diff{From: versionWords(found.Before), To: versionWords(found.After), Lang: found.Lang}
	for _, e := range found.Edits {
		out.Parts = append(out.Parts, DiffPart{string(e.Op), e.Text})
	}
	for _, a := range found.Amends {
		out.Amendments = append(out.Amendments, a.Ref+", in force "+a.InForce.Words()+": "+a.What)
	}
	return out, nil
}

func versionWords(v *answer.VersionItem) string {
	if v == nil {
		return "no version known"
	}
	return period(v.InForce, v.Ended)
}
