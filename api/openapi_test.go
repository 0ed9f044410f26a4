package api_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"seelex/api"
)

func document(t *testing.T) *openapi3.T {
	t.Helper()
	_, body := ask(t, http.MethodGet, "/api/v1/openapi.json")
	doc, err := openapi3.NewLoader().LoadFromData(body)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestTheDocumentIsValidOpenAPI(t *testing.T) {
	if err := document(t).Validate(t.Context()); err != nil {
		t.Error(err)
	}
}

// Every address that the router serves below /api/v1 is in the document, and the
// other way round.
func TestTheDocumentHasEveryRoute(t *testing.T) {
	documented := map[string]bool{}
	for path, item := range document(t).Paths.Map() {
		documented[path] = item.Get != nil
	}
	served := map[string]bool{}
	for _, r := range api.Routes() {
		if r.Method != http.MethodGet || !strings.HasPrefix(r.Path, "/api/v1/") {
			continue
		}
		path := r.Path
		if before, name, ok := strings.Cut(path, ":"); ok {
			path = before + "{" + name + "}"
		}
		path, isWild := strings.CutSuffix(path, "*id")
		if isWild {
			path += "{id}"
		}
		served[path] = true
		if !documented[path] {
			t.Errorf("%s is served and not documented", r.Path)
		}
	}
	for path, read := range documented {
		whole, _, _ := strings.Cut(path, "{id}/")
		if read && !served[path] && !served[whole+"{id}"] {
			t.Errorf("%s is documented and not served", path)
		}
	}
}

// What the example of each route answers is as the document says: every field of the
// right type, none missing, none that the document does not have.
func TestAnswersAreAsDocumented(t *testing.T) {
	doc := document(t)
	for _, s := range doc.Components.Schemas {
		closed := false
		s.Value.AdditionalProperties.Has = &closed
	}
	for path, item := range doc.Paths.Map() {
		if item.Get == nil {
			continue // what writes has tests of its own
		}
		content := item.Get.Responses.Status(http.StatusOK).Value.Content
		var schema *openapi3.Schema
		if media := content["application/json"]; media != nil {
			schema = media.Schema.Value
		}
		for _, address := range examples(path, item.Get.Parameters) {
			t.Run(address, func(t *testing.T) {
				answer, body := ask(t, http.MethodGet, address)
				if answer.StatusCode != http.StatusOK {
					t.Fatalf("%s %.300s", answer.Status, body)
				}
				if schema == nil {
					return // a file; the exports have tests of their own
				}
				var got any
				if err := json.Unmarshal(body, &got); err != nil {
					t.Fatal(err)
				}
				if err := schema.VisitJSON(got, openapi3.MultiErrors()); err != nil {
					t.Errorf("%.3000s", err)
				}
			})
		}
	}
}

// examples are addresses made of the examples of the parameters: all of them, and
// only those that are required.
func examples(path string, parameters openapi3.Parameters) []string {
	all, few := url.Values{}, url.Values{}
	for _, p := range parameters {
		example := fmt.Sprint(p.Value.Example)
		if list, ok := p.Value.Example.([]any); ok {
			words := make([]string, len(list))
			for i, item := range list {
				words[i] = fmt.Sprint(item)
			}
			example = strings.Join(words, ",")
		}
		if p.Value.In == "path" {
			path = strings.ReplaceAll(path, "{"+p.Value.Name+"}", example)
			continue
		}
		all.Set(p.Value.Name, example)
		if p.Value.Required {
			few.Set(p.Value.Name, example)
		}
	}
	return []string{path + "?" + all.Encode(), path + "?" + few.Encode()}
}

func TestAnErrorIsAsDocumented(t *testing.T) {
	problem := document(t).Components.Responses["Problem"].Value.Content.Get("application/problem+json").Schema.Value
	_, body := ask(t, http.MethodGet, "/api/v1/topics/personal-posession")
	var got any
	if err := json.Unmarshal(body, &got); err != nil {
		t.Fatal(err)
	}
	if err := problem.VisitJSON(got); err != nil {
		t.Error(err)
	}
}

// Every record of the corpus is answered at its address, as documented.
func TestEveryRecordIsAnswered(t *testing.T) {
	doc := document(t)
	schema := func(path string) *openapi3.Schema {
		return doc.Paths.Find("/api/v1" + path).Get.Responses.Status(http.StatusOK).Value.Content.Get("application/json").Schema.Value
	}
	check := func(address string, schema *openapi3.Schema) {
		var got any
		recorder := httptest.NewRecorder()
		site.handler.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/api/v1"+address, nil))
		if err := json.Unmarshal(recorder.Body.Bytes(), &got); err != nil || recorder.Code != http.StatusOK {
			t.Errorf("%s: %d %v %.200s", address, recorder.Code, err, recorder.Body)
		} else if err := schema.VisitJSON(got); err != nil {
			t.Errorf("%s: %.600s", address, err)
		}
	}
	jurisdiction, instrument, provision := schema("/jurisdictions/{code}"), schema("/instruments/{id}"), schema("/provisions/{id}")
	for _, sheet := range site.corpus.Sheets {
		check("/jurisdictions/"+sheet.Jurisdiction.Code, jurisdiction)
		for _, i := range sheet.Instruments {
			check("/instruments/"+string(i.ID), instrument)
		}
		for i, row := range sheet.Provisions {
			if i%10 == 0 {
				check("/provisions/"+string(row.ID.Base()), provision)
			}
		}
	}
	topic, comparison := schema("/topics/{id}"), schema("/compare")
	for _, p := range site.corpus.Topics {
		check("/topics/"+p.ID, topic)
		check("/compare?topic="+p.ID+"&on=2012-01-01&against=2024-01-01", comparison)
	}
}
