// Package judged holds search queries together with their judged answers,
// and measures a ranked list of hits against them.
//
// # The files
//
// The queries live in index/testdata/queries/*.txt, UTF-8 plain text that
// anyone can extend. Queries are blocks of lines, separated by blank lines:
//
//	# A line that starts with # is a comment and may stand anywhere.
//	query: држање дроге за сопствену употребу
//	lang: sr-Cyrl
//	kind: native
//	jurisdiction: RS
//	on: 2012-01-01
//	3 rs/criminal-code/art-246a/par-1
//	2 rs/position/personal-possession
//	1 rs/criminal-code/art-246a
//
// The lines of a block:
//   - query: what the person types, on one line, taken as it stands
//   - lang: the language it is typed in, one of [Languages]; for a bare
//     citation the language of the law that is cited
//   - kind: why the query is in the set, one of [Kinds]
//   - jurisdiction, topic, type, confidence: filters, all optional, values
//     separated by commas, as in the search's own parameters
//   - on: the day asked about, like 2009-09-11; today if left out
//   - then the judgements, a grade and an id each: 3 is exactly right (who asks
//     this wants this), 2 is good (answers the question, though another answers
//     it better), 1 is related (worth a look)
//
// A block without a query line sets the lang and kind of all queries after it
// in the same file, until the next such block.
//
// # How to judge
//
// Judge from what the rows say (heading, terms, digest, topics), not from what
// a search engine finds. A query in the words of one law is graded for that
// law: its provisions 2 or 3, the same rule in a sister language one grade
// less (the same grade where the very words stand in its heading, since nothing
// then tells the languages apart), in other languages 1. A query that looks
// across jurisdictions, by its kind or its filters, is graded alike for all of
// them. Positions on the topic are 2, or 3 where the question is one that only
// they answer. The rest of an article of which a paragraph is judged, and
// earlier law, are 1.
//
// # The ids
//
// Ids are those of the corpus: a provision (rs/criminal-code/art-246a/par-1),
// an instrument (rs/strategy-2014-2021), or a position, written
// jurisdiction/position/topic (rs/position/personal-possession). They carry no
// @date: the version is chosen by the on filter.
//
// # What counts as a hit
//
// A hit counts for the judged id that it equals. When no judged id equals it,
// it counts for the nearest judged provision above it: a hit on
// rs/criminal-code/art-246/par-2 counts for a judged rs/criminal-code/art-246.
// It never counts for a judged instrument, because opening one of a code's
// three hundred articles is not opening the code.
//
// Each judged id is earned once, by the first hit that counts for it. Further
// hits below the same judged article neither earn nor take up a place, as the
// page shows them grouped under the article. Hits that no judgement covers
// take up their place and earn nothing.
package judged

// Grade says how well an id answers a query.
type Grade int

// The grades. [Query.Success] asks for at least Good.
const (
	Irrelevant Grade = 0
	Related    Grade = 1
	Good       Grade = 2
	Exact      Grade = 3
)

// Kind says why a query is in the set.
type Kind string

// The kinds of queries.
const (
	Native       Kind = "native"        // keywords in the language of the law that should come up
	Inflected    Kind = "inflected"     // the words in other grammatical forms than the statute's
	Transcribed  Kind = "transcribed"   // without diacritics, in the other script, greeklish, transliterated
	CrossLingual Kind = "cross-lingual" // right answers are in other languages than the query
	Citation     Kind = "citation"      // a reference to a provision or an instrument
	Misspelt     Kind = "misspelt"      // with the slips that people make
	Strategy     Kind = "strategy"      // strategies, action plans, and what they say
	History      Kind = "history"       // the law as it stood on a past date
	Place        Kind = "place"         // a jurisdiction is named in the query
	Meeting      Kind = "meeting"       // questions of the 2016 meeting of civil society and the Kosovo ministry
)

// Kinds lists the kinds in the order in which reports show them.
var Kinds = []Kind{Native, Inflected, Transcribed, CrossLingual, Citation, Misspelt, Strategy, History, Place, Meeting}

// Languages lists the languages a query may be typed in, as the corpus writes them.
var Languages = []string{"en", "sq", "bs", "hr", "cnr", "sr-Latn", "sr-Cyrl", "mk", "bg", "el", "ro", "sl", "tr"}

// Query is one judged query.
type Query struct {
	Text    string
	Lang    string // one of Languages
	Kind    Kind
	Filters Filters
	Grades  map[string]Grade // by id, without @date

	File string // where it is written, for messages
	Line int    // of its query line
}

// Filters narrow a search; the zero value asks for everything as of today.
type Filters struct {
	Jurisdictions []string // RS, BA-BIH
	Topics        []string // personal-possession
	Types         []string // instrument types: code, strategy
	Confidence    []string // primary, secondary, unverified
	On            string   // ISO 8601 date, "" for today
}
