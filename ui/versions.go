package ui

import (
	"slices"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/compare/diff"
)

// Diff is what changed between two versions, word by word.
type Diff struct {
	Of             string // what is compared
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

// differences compare the version shown with that of an earlier day: the digest, and
// the official text in each language. There are none when no such day was asked for.
func (s *Site) differences(id legislation.ID, r *request) ([]Diff, error) {
	from := r.OptionalDay("from")
	if err := r.Err(); err != nil || from == 0 {
		return nil, err
	}
	found, err := s.service.Diff(id, from, r.on)
	if err != nil {
		return nil, err
	}
	digest := Diff{Of: "Digest", From: versionWords(found.Before), To: versionWords(found.After), Lang: found.Lang, Parts: parts(found.Edits)}
	for _, a := range found.Amends {
		digest.Amendments = append(digest.Amendments, a.Ref+", in force "+a.InForce.Words()+": "+a.What)
	}
	out := []Diff{digest}
	for _, t := range found.Texts {
		if !t.Same {
			out = append(out, Diff{Of: "Official text, " + languageName(t.Lang), From: wordingWords(t.Before), To: wordingWords(t.After), Lang: t.Lang, Parts: parts(t.Edits)})
		}
	}
	return out, nil
}

func parts(edits []diff.Edit) (out []DiffPart) {
	for _, e := range edits {
		out = append(out, DiffPart{string(e.Op), e.Text})
	}
	return out
}

func wordingWords(w *answer.WordingItem) string {
	if w == nil {
		return "no wording known"
	}
	return "wording " + period(w.From, w.To)
}

func versionWords(v *answer.VersionItem) string {
	if v == nil {
		return "no version known"
	}
	return period(v.InForce, v.Ended)
}
