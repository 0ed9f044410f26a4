package api

import (
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// buildDocument describes the table of routes as OpenAPI 3.
func (s *server) buildDocument() (*openapi3.T, error) {
	schemas := newSchemas()
	problem := openapi3.NewResponse().WithDescription("What was wrong, what would be right, and the nearest known values (RFC 9457).").
		WithContent(openapi3.Content{"application/problem+json": &openapi3.MediaType{Schema: schemas.of(Problem{})}})
	doc := &openapi3.T{
		OpenAPI: "3.0.3",
		Info: &openapi3.Info{Title: "seelex", Version: s.version,
			Description: "Drug legislation and drug strategies of South East Europe: searched, compared by topic on any day, and cited. " +
				"Dates are ISO 8601 and as exact as their source: a year, a month or a day. Every row has its sources and its confidence. " +
				"A parameter whose name is that of a known one but for a slip is refused; names that resemble none are ignored. " +
				"An answer is determined by its address, the day and the generation of the data, which its ETag names.",
			License: &openapi3.License{Name: "Data: CC BY 4.0", URL: "https://creativecommons.org/licenses/by/4.0/"}},
		Servers:    openapi3.Servers{{URL: "/"}},
		Paths:      openapi3.NewPaths(),
		Components: &openapi3.Components{Responses: openapi3.ResponseBodies{"Problem": {Value: problem}}},
	}
	for _, a := range s.table() {
		doc.Paths.Set(base+a.documented(), &openapi3.PathItem{Get: a.operation(schemas)})
	}
	documentImport(doc, schemas)
	doc.Components.Schemas = schemas.named
	return doc, nil
}

// documented is the path as OpenAPI writes it.
func (a route) documented() string { return strings.ReplaceAll(a.path, "...}", "}") }

func (a route) operation(schemas *schemas) *openapi3.Operation {
	content := openapi3.NewContentWithSchema(openapi3.NewStringSchema().WithFormat("binary"), []string{a.media})
	if a.media == "" {
		content = openapi3.NewContentWithJSONSchemaRef(schemas.of(a.answer))
	}
	ok := openapi3.NewResponse().WithDescription("The answer.").WithContent(content)
	op := &openapi3.Operation{OperationID: operationID(a.path), Summary: a.summary, Description: a.note,
		Responses: openapi3.NewResponses(openapi3.WithStatus(http.StatusOK, &openapi3.ResponseRef{Value: ok}),
			openapi3.WithName("default", nil))}
	op.Responses.Set("default", &openapi3.ResponseRef{Ref: "#/components/responses/Problem"})
	for _, p := range a.params {
		op.AddParameter(p.documented())
	}
	return op
}

func (p param) documented() *openapi3.Parameter {
	out := &openapi3.Parameter{Name: p.name, In: "query", Description: p.text, Required: p.required, Schema: p.schema.NewRef(), Example: p.example}
	if p.in == "path" {
		out.In, out.Required = "path", true
	}
	if values, ok := p.example.(string); ok && p.schema.Type.Is("array") {
		repeated := false
		out.Style, out.Explode, out.Example = "form", &repeated, strings.Split(values, ",")
	}
	return out
}

// operationID names an operation after its path: getProvisionsVersions.
func operationID(path string) string {
	id := "get"
	for part := range strings.FieldsFuncSeq(path, func(r rune) bool { return r == '/' || r == '.' }) {
		if strings.HasPrefix(part, "{") {
			id += "One"
			continue
		}
		if part = strings.TrimSuffix(part, "}"); part != "" {
			id += strings.ToUpper(part[:1]) + part[1:]
		}
	}
	return id
}
