package api

import (
	"fmt"
	"net/http"

	"github.com/getkin/kin-openapi/openapi3"

	"seelex/legislation/official/importer"
)

// importParams say what is known of the texts of an import.
var importParams = []param{
	{name: "instrument", text: "Id of the instrument that the text is of; found from the text without it. A new id makes a new one.", example: "rs/criminal-code", schema: openapi3.NewStringSchema()},
	{name: "jurisdiction", text: "Whose law the texts are, where they do not say it.", example: "RS", schema: openapi3.NewStringSchema()},
	{name: "lang", text: "BCP 47 tag of the language; told from the text without it.", example: "sr-Latn", schema: openapi3.NewStringSchema()},
	{name: "date", text: "The day whose law the text gives.", example: "2024-12-01", schema: day()},
	{name: "source", text: "Address that the text was taken from.", example: "https://example.org/criminal-code.pdf", schema: openapi3.NewStringSchema()},
	{name: "licence", text: "Terms under which the text may be used.", example: "public domain", schema: openapi3.NewStringSchema()},
	{name: "name", text: "Name of the file, where the body is one file.", example: "criminal-code.pdf", schema: openapi3.NewStringSchema()},
	{name: "dry_run", text: "Say what would happen, change nothing.", example: true, schema: openapi3.NewBoolSchema().WithDefault(false)},
}

// tokenScheme names the way in which those who import show the operator's token.
const tokenScheme = "operator_token"

// documentImport describes the one address that writes.
func documentImport(doc *openapi3.T, schemas *schemas) {
	file := openapi3.NewStringSchema().WithFormat("binary")
	form := openapi3.NewObjectSchema().WithProperty("file", openapi3.NewArraySchema().WithItems(file))
	body := openapi3.NewRequestBody().WithRequired(true).
		WithDescription(fmt.Sprintf("One official text as it was published: PDF with a text layer, Akoma Ntoso, HTML, DOCX, Markdown or plain text; the reader is chosen by the content. "+
			"Or a form with up to %d files. At most %d MB.", maxImportFiles, maxImport>>20)).
		WithContent(openapi3.Content{"application/octet-stream": openapi3.NewMediaType().WithSchema(file), "multipart/form-data": openapi3.NewMediaType().WithSchema(form)})
	ok := openapi3.NewResponse().WithDescription("What became of each file: all are imported, or were before.").
		WithJSONSchemaRef(schemas.of(importer.Report{}))
	op := &openapi3.Operation{OperationID: "postImport", Summary: "Import official texts",
		Description: "Off unless the operator has set a token. A text is visible whole or not at all; the same bytes again change nothing; a later consolidation makes new versions of what changed. One import runs at a time.",
		RequestBody: &openapi3.RequestBodyRef{Value: body}, Responses: openapi3.NewResponses(openapi3.WithStatus(http.StatusOK, &openapi3.ResponseRef{Value: ok}), openapi3.WithName("default", nil)),
		Security: &openapi3.SecurityRequirements{openapi3.NewSecurityRequirement().Authenticate(tokenScheme)}}
	failed := openapi3.NewResponse().WithDescription("Files could not be imported, such as one that cannot be read: what became of each. These have the status failed and an error; the others are imported all the same.").
		WithContent(openapi3.Content{"application/problem+json": &openapi3.MediaType{Schema: schemas.of(importProblem{})}})
	op.Responses.Set(fmt.Sprint(http.StatusUnprocessableEntity), &openapi3.ResponseRef{Value: failed})
	problem := doc.Components.Responses["Problem"].Value
	for status, why := range map[int]string{
		http.StatusBadRequest:            "A parameter is wrong, such as a jurisdiction that is not known, or the body is empty or cannot be read; nothing was imported.",
		http.StatusUnauthorized:          "The operator's token is missing or another one.",
		http.StatusNotFound:              "The operator has set no token.",
		http.StatusRequestEntityTooLarge: "The body is too large.",
		http.StatusServiceUnavailable:    "Another import is under way.",
	} {
		op.Responses.Set(fmt.Sprint(status), &openapi3.ResponseRef{Value: openapi3.NewResponse().WithDescription(why).WithContent(problem.Content)})
	}
	op.Responses.Set("default", &openapi3.ResponseRef{Ref: "#/components/responses/Problem"})
	for _, p := range importParams {
		op.AddParameter(p.documented())
	}
	doc.Paths.Set(base+"/import", &openapi3.PathItem{Post: op})
	doc.Components.SecuritySchemes = openapi3.SecuritySchemes{tokenScheme: &openapi3.SecuritySchemeRef{
		Value: openapi3.NewSecurityScheme().WithType("http").WithScheme("bearer").WithDescription("The token that the server was started with.")}}
}
