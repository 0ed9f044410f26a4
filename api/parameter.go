package api

import (
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"

	"seelex/api/answer"
	"seelex/index"
	"seelex/legislation"
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
	withoutParam = param{name: "without", text: "Ids of concepts of the thesaurus that are not widened.", example: "probation", schema: texts()}
	sortParam    = param{name: "sort", text: "A variable of the topic by whose values the columns are ordered.", example: "prison", schema: openapi3.NewStringSchema()}
	orderParam   = param{name: "order", text: "With sort: desc puts the greatest first.", example: "desc", schema: oneOf([]string{"asc", "desc"})}
)
