package importer

import "seelex/legislation"

// Report says what an import did, or would do.
type Report struct {
	Files      []File `json:"files"`
	DryRun     bool   `json:"dry_run,omitempty"`
	Generation uint64 `json:"generation"` // of the knowledge base after it
}

// Failed counts the files that were not imported.
func (r *Report) Failed() (n int) {
	for _, f := range r.Files {
		if f.Error != "" {
			n++
		}
	}
	return n
}

// File is what became of one file.
type File struct {
	Path          string         `json:"path"`
	Format        string         `json:"format"`
	Language      string         `json:"language"`
	Instrument    string         `json:"instrument"`
	Title         string         `json:"title"`
	Edition       string         `json:"edition"`
	Status        string         `json:"status"`         // new, changed, unchanged or failed
	NewInstrument bool           `json:"new_instrument"` // the knowledge base did not have it
	Articles      int            `json:"articles"`
	Provisions    int            `json:"provisions"`     // parts that can be cited, articles among them
	Joined        int            `json:"joined"`         // curated provisions that got their text
	Missing       []string       `json:"missing"`        // curated provisions whose place is not in the text
	New           int            `json:"new"`            // provisions that the knowledge base did not have
	Changed       int            `json:"changed"`        // provisions that read otherwise than in the edition before
	Unknown       int            `json:"unknown_bytes"`  // of text that was kept without being understood further
	NotUnderstood []string       `json:"not_understood"` // what somebody should look at
	Disagreements []Disagreement `json:"disagreements"`
	Suggested     []Suggested    `json:"suggested_topics"`
	Error         string         `json:"error,omitempty"`
}

// The statuses of a file.
const (
	StatusNew       = "new"       // an edition that was not there
	StatusChanged   = "changed"   // it took the place of an edition
	StatusUnchanged = "unchanged" // the same bytes were imported before
	StatusFailed    = "failed"
)

// Suggested are topics that the thesaurus or the importer's rules suggest for a
// provision; nobody has checked them.
type Suggested struct {
	Provision string                   `json:"provision"`
	Topics    []legislation.Suggestion `json:"topics"`
}

// Disagreement is a number that a curated digest states and the official text of the
// same provision does not.
type Disagreement struct {
	Provision string `json:"provision"`
	Digest    string `json:"digest"`   // "imprisonment of 2 to 10 years"
	Number    string `json:"number"`   // "2 years"
	Official  string `json:"official"` // the numbers of that kind in the text: "3 years, 10 years"
}

// maxNotes bounds the notes on one file.
const maxNotes = 200
