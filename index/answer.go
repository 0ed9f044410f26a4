package index

import (
	"html/template"

	"seelex/legislation"
)

// Request is a search. Empty lists filter nothing.
type Request struct {
	Text          string
	Jurisdictions []string // codes
	Topics        []string // ids
	Types         []string // types of instruments
	Kinds         []string // provision, instrument, position
	Langs         []string // BCP 47 tags of original texts; "sr" means all that begin so
	Confidences   []string
	On            legislation.Day // the day whose versions are searched
	Today         legislation.Day
	Expand        bool     // widen recognised concepts to all languages
	Without       []string // ids of concepts not to widen; WithoutCitation
	Limit, Offset int
}

// Answer is what a search found, and how it was understood.
type Answer struct {
	Query  Query   `json:"query"`
	Total  int     `json:"total"`
	TookMS float64 `json:"took_ms"`
	Hits   []Hit   `json:"hits"`
	Facets Facets  `json:"facets"`
	Ways   *Ways   `json:"ways,omitempty"` // ways on when nothing was found
	space  *[]Hit
}

// Query is how the typed text was understood.
type Query struct {
	Text          string          `json:"text"`
	Citation      *Citation       `json:"citation"`
	Expanded      []Expanded      `json:"expanded"`
	Suggestion    *string         `json:"suggestion"`
	Jurisdictions []Place         `json:"jurisdictions"`    // named in the text: they are preferred, not demanded
	Filters       []Filter        `json:"filters"`          // written in the text as field:value
	Unread        []Filter        `json:"unread,omitempty"` // filters with a value that is not known: read as words
	On            legislation.Day `json:"on"`
	Ignored       string          `json:"ignored,omitempty"` // what was beyond the limits and was not read
}

// Citation is a citation that the text was read as.
type Citation struct {
	ID         string      `json:"id"` // "" when several fit
	Label      string      `json:"label"`
	URL        string      `json:"url"`
	Candidates []Candidate `json:"candidates,omitempty"`
	// NotUnderstood are the parts of the query that led to no place.
	NotUnderstood []string `json:"not_understood,omitempty"`
}

// Candidate is one thing that an ambiguous citation may mean.
type Candidate struct {
	ID           string `json:"id"`
	Label        string `json:"label"`
	Jurisdiction string `json:"jurisdiction"`
	URL          string `json:"url"`
}

// Expanded is a concept of the thesaurus that was recognised, with the terms that
// were searched for it in each language.
type Expanded struct {
	Concept string              `json:"concept"`
	Label   string              `json:"label"`
	Text    string              `json:"text"` // what was typed for it
	Terms   map[string][]string `json:"terms"`
	Off     bool                `json:"off,omitempty"` // recognised, and switched off by the reader
	terms   string              // as JSON, or "" where that is not kept
}

// Place is a jurisdiction that the text names.
type Place struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Text string `json:"text"`
}

// Filter is a filter written in the text.
type Filter struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

// Hit is one thing found.
type Hit struct {
	ID           string                 `json:"id"`
	Kind         string                 `json:"kind"` // provision, instrument or position
	Jurisdiction string                 `json:"jurisdiction"`
	Instrument   *InstrumentRef         `json:"instrument"`
	Label        string                 `json:"label"`
	Heading      string                 `json:"heading"`
	Native       string                 `json:"native,omitempty"` // heading in the original language
	NativeLang   string                 `json:"native_lang,omitempty"`
	Snippet      template.HTML          `json:"snippet"` // text with <mark> and nothing else
	Lang         string                 `json:"lang"`    // of the snippet
	Topics       []string               `json:"topics"`
	InForce      legislation.Date       `json:"in_force"`
	Ended        legislation.Date       `json:"ended"`
	Status       legislation.Status     `json:"status"`
	Confidence   legislation.Confidence `json:"confidence"`
	Score        float64                `json:"score"`
	URL          string                 `json:"url"`
	Official     bool                   `json:"official,omitempty"` // the snippet is of the official text
	Direct       bool                   `json:"direct,omitempty"`   // the text was a citation of exactly this
	json         *hitJSON               // of what is curated: what does not depend on the request
}

// InstrumentRef names the instrument that a hit belongs to; of a position, the one that
// it cites first.
type InstrumentRef struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Count is one value of a facet.
type Count struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Facets count the hits by field, under all filters of the request.
type Facets struct {
	Jurisdiction []Count `json:"jurisdiction"`
	Topic        []Count `json:"topic"`
	Type         []Count `json:"type"`
	Lang         []Count `json:"lang"`
	Confidence   []Count `json:"confidence"`
	Kind         []Count `json:"kind"`
}

// Ways lead on from a search that found nothing.
type Ways struct {
	Dropped  []string   `json:"dropped,omitempty"`  // words without which something is found
	Text     string     `json:"text,omitempty"`     // the query without them
	Concepts []Expanded `json:"concepts,omitempty"` // near concepts of the thesaurus
	Filters  bool       `json:"filters,omitempty"`  // something is found without the filters
}
