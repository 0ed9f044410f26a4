package legislation

import (
	"cmp"
	"slices"
	"strings"
)

// Sheet is what one jurisdiction's file of the corpus says.
type Sheet struct {
	Jurisdiction  Jurisdiction
	Instruments   []Instrument
	Provisions    []ProvisionRow
	Positions     []Position
	Reforms       []Reform
	Practice      []Figure
	Ratifications []Ratification
	Sources       []Source // ordered as in the file
	OpenQuestions []string
}

// Corpus is the whole curated knowledge base.
type Corpus struct {
	Topics   []Topic
	Concepts []Concept
	Sheets   []Sheet
	Moved    []Moved
}

// Moved says what became of an id that was once published: renamed to another, or
// withdrawn for a reason.
type Moved struct {
	From   ID     `json:"from" yaml:"from"`
	To     ID     `json:"to,omitempty" yaml:"to"`         // "" when withdrawn
	Reason string `json:"reason,omitempty" yaml:"reason"` // why it was renamed or withdrawn
	Date   Date   `json:"date" yaml:"date"`
}

// Fold gathers the rows of a sheet into provisions: rows that differ only in
// "@date" are versions of one provision. Provisions are ordered by id as lawyers
// count, versions by the day they came into force.
func Fold(rows []ProvisionRow) []Provision {
	at := make(map[string]int, len(rows))
	var out []Provision
	for _, row := range rows {
		key := row.ID.Base().Key()
		i, seen := at[key]
		if !seen {
			i = len(out)
			at[key] = i
			out = append(out, Provision{ID: row.ID.Base()})
		}
		out[i].Versions = append(out[i].Versions, row.Version)
	}
	for i := range out {
		slices.SortStableFunc(out[i].Versions, func(a, b Version) int { return cmp.Compare(a.InForce.First(), b.InForce.First()) })
	}
	slices.SortFunc(out, func(a, b Provision) int { return strings.Compare(a.ID.Key(), b.ID.Key()) })
	return out
}

// Counts are the sizes of a knowledge base.
type Counts struct {
	Jurisdictions     int `json:"jurisdictions"`
	Instruments       int `json:"instruments"`
	Provisions        int `json:"provisions"`
	ProvisionVersions int `json:"provision_versions"`
	Positions         int `json:"positions"`
	Reforms           int `json:"reforms"`
	Practice          int `json:"practice"`
	Ratifications     int `json:"ratifications"`
	Sources           int `json:"sources"`
	Concepts          int `json:"concepts"`
}

// Count counts the corpus.
func (c *Corpus) Count() Counts {
	n := Counts{Jurisdictions: len(c.Sheets), Concepts: len(c.Concepts)}
	for _, s := range c.Sheets {
		n.Instruments += len(s.Instruments)
		n.Provisions += len(Fold(s.Provisions))
		n.ProvisionVersions += len(s.Provisions)
		n.Positions += len(s.Positions)
		n.Reforms += len(s.Reforms)
		n.Practice += len(s.Practice)
		n.Ratifications += len(s.Ratifications)
		n.Sources += len(s.Sources)
	}
	return n
}
