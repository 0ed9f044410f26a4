package api

import (
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"seelex/api/answer"
	"seelex/api/export"
	"seelex/index"
	"seelex/legislation"
	"seelex/legislation/cite"
	"seelex/legislation/compare"
)

// param is a parameter of an address.
type param struct {
	name     string
	in       string // "" for the query, else path
	text     string // what it does
	schema   *openapi3.Schema
	example  any // a text; of a list the values joined by commas
	required bool
}

// names are those of the parameters of the query.
func names(params []param) []string {
	out := make([]string, 0, len(params))
	for _, p := range params {
		if p.in == "" {
			out = append(out, p.name)
		}
	}
	return out
}

func day() *openapi3.Schema { return openapi3.NewStringSchema().WithFormat("date") }

func oneOf(codes []string) *openapi3.Schema {
	s := openapi3.NewStringSchema()
	for _, code := range codes {
		s.Enum = append(s.Enum, code)
	}
	return s
}

// list is several values, separated by commas or by repeating the parameter.
func list(item *openapi3.Schema) *openapi3.Schema { return openapi3.NewArraySchema().WithItems(item) }

func texts() *openapi3.Schema { return list(openapi3.NewStringSchema()) }

// The parameters, each said once.
var (
	limitParam = param{name: "limit", text: "How many items to give.", example: answer.DefaultLim,
		schema: openapi3.NewIntegerSchema().WithMin(1).WithMax(answer.MaxLimit).WithDefault(answer.DefaultLim)}
	offsetParam = param{name: "offset", text: "How many items to leave out before the first.", example: 0,
		schema: openapi3.NewIntegerSchema().WithMin(0).WithMax(answer.MaxOffset).WithDefault(0)}
	onParam         = param{name: "on", text: "The day as of which the law is given; today without it.", example: "2014-06-01", schema: day()}
	onDayParam      = param{name: "on", text: "A day: only what holds on it. All times without it.", example: "2014-06-01", schema: day()}
	againstParam    = param{name: "against", text: "A second day to set against the first.", example: "2008-06-01", schema: day()}
	codeParam       = param{name: "code", in: "path", text: "Code of the jurisdiction, in any case of letters.", example: "RS", schema: openapi3.NewStringSchema()}
	topicIDParam    = param{name: "id", in: "path", text: "Id of the topic.", example: "personal-possession", schema: openapi3.NewStringSchema()}
	jurisdictionFor = "Codes of jurisdictions, in any case of letters; all without it."

	instrumentIDParam = param{name: "id", in: "path", text: "Id of the instrument. Its slashes are written as they are.", example: "rs/criminal-code", schema: openapi3.NewStringSchema()}
	provisionIDParam  = param{name: "id", in: "path", text: "Id of the provision. Its slashes are written as they are.", example: "rs/criminal-code/art-246a/par-1", schema: openapi3.NewStringSchema()}

	provisionParam = param{name: "id", text: "Id of the provision.", example: "rs/criminal-code/art-246a/par-1", schema: openapi3.NewStringSchema(), required: true}

	jurisdictionParam  = param{name: "jurisdiction", text: jurisdictionFor, example: "RS,HR", schema: texts()}
	jurisdictionsParam = param{name: "jurisdictions", text: jurisdictionFor, example: "RS,HR", schema: texts()}
	topicParam         = param{name: "topic", text: "Ids of topics; all without it.", example: "personal-possession", schema: texts()}
	topicsParam        = param{name: "topic", text: "Ids of topics, at least one.", example: "personal-possession", schema: texts(), required: true}
	typeParam          = param{name: "type", text: "Types of instruments.", example: "code,act", schema: list(oneOf(legislation.InstrumentTypes))}
	kindParam          = param{name: "kind", text: "Kinds of hits.", example: "provision", schema: list(oneOf(index.Kinds))}
	langParam          = param{name: "lang", text: "BCP 47 tags of the original texts; sr means sr-Latn and sr-Cyrl.", example: "sr", schema: texts()}
	confidenceParam    = param{name: "confidence", text: "How rows were established.", example: "primary,secondary", schema: list(oneOf([]string{"primary", "secondary", "unverified"}))}
	queryParam         = param{name: "q", text: "What to search, at most " + strconv.Itoa(answer.MaxQuery) + " bytes; everything without it.", example: "small quantity for personal use",
		schema: openapi3.NewStringSchema().WithMaxLength(answer.MaxQuery)}
	expandParam  = param{name: "expand", text: "Whether recognised concepts are searched in all languages.", example: true, schema: openapi3.NewBoolSchema().WithDefault(true)}
	withoutParam = param{name: "without", text: "Ids of concepts of the thesaurus that are not widened; “citation” reads no citation in the words.", example: "probation", schema: texts()}
	sortParam    = param{name: "sort", text: "A variable of the topic by whose values the columns are ordered.", example: "prison", schema: openapi3.NewStringSchema()}
	orderParam   = param{name: "order", text: "With sort: desc puts the greatest first.", example: "desc", schema: oneOf([]string{"asc", "desc"})}
)

// The parameters of comparisons through time.
var (
	fromDayParam    = param{name: "from", text: "The earlier day.", example: "2008-06-01", schema: day(), required: true}
	toDayParam      = param{name: "to", text: "The later day; today without it.", example: "2014-06-01", schema: day()}
	fromParam       = param{name: "from", text: "Events from this date on: a day, a month or a year.", example: "2000", schema: openapi3.NewStringSchema()}
	toParam         = param{name: "to", text: "Events up to this date: a day, a month or a year.", example: "2020", schema: openapi3.NewStringSchema()}
	lawOnlyParam    = param{name: "law_only", text: "Leave out what is only newly known, or no longer.", example: true, schema: openapi3.NewBoolSchema()}
	eventKindParam  = param{name: "kind", text: "Kinds of events.", example: string(compare.ReformEvent), schema: texts()}
	directionParam  = param{name: "direction", text: "Directions of reforms.", example: "softer", schema: list(oneOf(legislation.Directions))}
	measureParam    = param{name: "q", text: "Words that the measure must contain.", example: "use", schema: openapi3.NewStringSchema()}
	fromYearParam   = param{name: "from", text: "The first year.", example: 2010, schema: openapi3.NewIntegerSchema()}
	toYearParam     = param{name: "to", text: "The last year.", example: 2020, schema: openapi3.NewIntegerSchema()}
	topicOfMapParam = param{name: "topic", text: "Id of the topic.", example: "decriminalisation", schema: openapi3.NewStringSchema(), required: true}
	variableParam   = param{name: "variable", text: "A variable of the topic, of codes or of yes and no.", example: "status", schema: openapi3.NewStringSchema(), required: true}
)

// The parameters of a scenario.
var (
	conductParam   = param{name: "conduct", text: "What was done.", example: "possession", schema: oneOf(compare.Conducts)}
	substanceParam = param{name: "substance", text: "The substance.", example: "cannabis", schema: oneOf(compare.Substances)}
	amountParam    = param{name: "amount", text: "How much; not said without it.", example: 2.5, schema: openapi3.NewFloat64Schema().WithMin(0)}
	unitParam      = param{name: "unit", text: "The unit of the amount.", example: "g", schema: oneOf(compare.Units)}
	repeatedParam  = param{name: "repeated", text: "It is not the first time.", example: false, schema: openapi3.NewBoolSchema()}
	dependentParam = param{name: "dependent", text: "The person is dependent.", example: false, schema: openapi3.NewBoolSchema()}
	minorParam     = param{name: "minor", text: "The person is under 18.", example: false, schema: openapi3.NewBoolSchema()}
)

// The parameters of citations.
var (
	citationParam     = param{name: "q", text: "A citation as people type it.", example: "KZ čl. 246a st. 1", schema: openapi3.NewStringSchema()}
	lawIDParam        = param{name: "id", in: "path", text: "Id of an instrument or of anything below it.", example: "rs/criminal-code/art-246a", schema: openapi3.NewStringSchema()}
	styleParam        = param{name: "style", text: "The style; native without it.", example: "oscola", schema: oneOf(styleIDs())}
	conceptQueryParam = param{name: "q", text: "Words of a label in any language; all concepts without it.", example: "kanabis", schema: openapi3.NewStringSchema()}
)

// The parameters of the views that are exported too, each said once.
var (
	compareParams     = []param{topicsParam, jurisdictionsParam, onParam, againstParam, sortParam, orderParam}
	changesParams     = []param{topicParam, jurisdictionParam, fromDayParam, toDayParam, lawOnlyParam}
	timelineParams    = []param{jurisdictionParam, topicParam, eventKindParam, directionParam, fromParam, toParam}
	strategiesParams  = []param{jurisdictionParam, onParam}
	scenarioParams    = []param{conductParam, substanceParam, amountParam, unitParam, repeatedParam, dependentParam, minorParam, jurisdictionsParam, onParam}
	practiceParams    = []param{jurisdictionParam, measureParam, fromYearParam, toYearParam}
	mapParams         = []param{topicOfMapParam, variableParam, onParam}
	coverageParams    = []param{onParam}
	searchParams      = []param{queryParam, jurisdictionParam, topicParam, typeParam, kindParam, langParam, confidenceParam, onParam, expandParam, withoutParam}
	instrumentsParams = []param{jurisdictionParam, typeParam, topicParam, onDayParam}
	positionsParams   = []param{topicParam, jurisdictionParam, onDayParam}
)

func styleIDs() []string {
	ids := make([]string, len(cite.Styles))
	for i, s := range cite.Styles {
		ids[i] = s.ID
	}
	return ids
}

var exportNameParam = param{name: "name", in: "path", text: "What to export, and in which format.", example: "thesaurus.ttl", schema: openapi3.NewStringSchema()}

func formatParam(formats []export.Format) param {
	codes := make([]string, len(formats))
	for i, f := range formats {
		codes[i] = string(f)
	}
	return param{name: "format", in: "path", text: "The format of the file.", example: codes[0], schema: oneOf(codes)}
}
