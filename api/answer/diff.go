package answer

import (
	"seelex/legislation"
	"seelex/legislation/compare/diff"
)

// Diff is what changed in a provision between two days.
type Diff struct {
	ID     string          `json:"id"`
	Label  string          `json:"label"`
	From   legislation.Day `json:"from"`
	To     legislation.Day `json:"to"`
	Before *VersionItem    `json:"before"` // null when nothing is known for the day
	After  *VersionItem    `json:"after"`
	Lang   string          `json:"lang"`
	Same   bool            `json:"same"` // both days have the same version
	Edits  []diff.Edit     `json:"edits"`
	Amends []AmendmentItem `json:"amendments"` // amendments of the instrument between the days
	Texts  []TextDiff      `json:"texts"`      // what changed in the official text, one for each language
}

// TextDiff is what changed in an official text.
type TextDiff struct {
	Lang   string       `json:"lang"`
	Before *WordingItem `json:"before"` // null when no wording is known for the day
	After  *WordingItem `json:"after"`
	Same   bool         `json:"same"`
	Edits  []diff.Edit  `json:"edits"`
}

// AmendmentItem is an amendment that may have brought a change.
type AmendmentItem struct {
	Ref     string           `json:"ref"`
	InForce legislation.Date `json:"in_force"`
	What    string           `json:"what"`
}

// Diff compares the versions of a provision on two days, word by word.
func (s *Service) Diff(id legislation.ID, from, to legislation.Day) (*Diff, error) {
	p, err := s.row(id)
	if err != nil {
		return nil, err
	}
	out := &Diff{ID: string(p.ID), Label: s.Label(p.ID), From: from, To: to, Lang: "en", Edits: []diff.Edit{}, Amends: []AmendmentItem{}, Texts: []TextDiff{}}
	items := s.versionItems(p, to, -1)
	before, after := -1, -1
	for i, v := range p.Versions {
		valid := s.Catalog().Valid(p.ID, v)
		if valid.Contains(from) {
			before, out.Before = i, &items[i]
		}
		if valid.Contains(to) {
			after, out.After = i, &items[i]
		}
	}
	out.Same = before == after
	var older, newer string
	if before >= 0 {
		older = p.Versions[before].Digest
	}
	if after >= 0 {
		newer = p.Versions[after].Digest
	}
	out.Edits = diff.Words(older, newer)
	if i, err := s.Catalog().Instrument(p.ID.Instrument()); err == nil && !out.Same {
		for _, a := range i.Amendments {
			if day := a.InForce.First(); !a.InForce.IsZero() && day > min(from, to) && day <= max(from, to) {
				out.Amends = append(out.Amends, AmendmentItem{a.Ref, a.InForce, a.What})
			}
		}
	}
	return out, s.diffTexts(out, p.ID)
}

// diffTexts compares the official texts of the two days.
func (s *Service) diffTexts(out *Diff, id legislation.ID) error {
	all, err := s.store.Wordings(id)
	if err != nil {
		return err
	}
	_, items, err := s.texts(id, out.To)
	if err != nil {
		return err
	}
	for i := 0; i < len(all); {
		d := TextDiff{Lang: all[i].Language}
		before, after := "", ""
		for ; i < len(all) && all[i].Language == d.Lang; i++ {
			if all[i].Valid().Contains(out.From) {
				d.Before, before = &items[i], all[i].Text
			}
			if all[i].Valid().Contains(out.To) {
				d.After, after = &items[i], all[i].Text
			}
		}
		d.Same = d.Before == d.After
		d.Edits = diff.Words(before, after)
		out.Texts = append(out.Texts, d)
	}
	return nil
}
