package skos

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

func catalog(t *testing.T) *legislation.Catalog {
	t.Helper()
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return legislation.NewCatalog(c)
}

func TestASmallThesaurusInTurtle(t *testing.T) {
	c := legislation.NewCatalog(&legislation.Corpus{
		Topics: []legislation.Topic{{ID: "drug-use", Label: "Use", Question: `Is "taking" a drug an offence?`}},
		Concepts: []legislation.Concept{{ID: "drug", Topics: []string{"drug-use"}, Definition: "A \\ substance.\nListed.",
			Labels: map[string][]string{"en": {"drug", "drugs", "drug"}, "sr-Cyrl": {"дрога"}}, Hidden: map[string][]string{"en": {"dope"}}}}})
	var b strings.Builder
	if err := New(c, "https://seelex.example/", 20261125).Turtle(&b); err != nil {
		t.Fatal(err)
	}
	want := `
<https://seelex.example/topics/drug-use> a skos:Concept ;
    skos:inScheme <https://seelex.example/topics> ;
    skos:topConceptOf <https://seelex.example/topics> ;
    skos:notation "drug-use" ;
    skos:prefLabel "Use"@en ;
    skos:definition "Is \"taking\" a drug an offence?"@en ;
    skos:related <https://seelex.example/concepts/drug> .

<https://seelex.example/concepts/drug> a skos:Concept ;
    skos:inScheme <https://seelex.example/concepts> ;
    skos:topConceptOf <https://seelex.example/concepts> ;
    skos:notation "drug" ;
    skos:prefLabel "drug"@en , "дрога"@sr-Cyrl ;
    skos:altLabel "drugs"@en ;
    skos:hiddenLabel "dope"@en ;
    skos:definition "A \\ substance.\nListed."@en ;
    skos:related <https://seelex.example/topics/drug-use> .
`
	if got := b.String(); !strings.HasSuffix(got, want) {
		t.Errorf("got\n%s\nwant at the end\n%s", got, want)
	}
}

// TestJSONLDHoldsEveryLabel reads the JSON-LD back and finds every label of the
// thesaurus, each language with one preferred label, as SKOS demands.
func TestJSONLDHoldsEveryLabel(t *testing.T) {
	c := catalog(t)
	g := New(c, "https://seelex.example", 20261125)
	var b bytes.Buffer
	if err := g.JSONLD(&b); err != nil {
		t.Fatal(err)
	}
	keep(t, g)
	var got struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	ids := map[string]map[string]any{}
	for _, node := range got.Graph {
		ids[node["@id"].(string)] = node
	}
	for _, concept := range c.Concepts {
		node := ids["https://seelex.example/concepts/"+concept.ID]
		preferred, others := labels(node["skos:prefLabel"]), labels(node["skos:altLabel"])
		for tag, all := range concept.Labels {
			tag = strings.ToLower(tag)
			if len(preferred[tag]) != 1 || !preferred[tag][all[0]] {
				t.Errorf("%s: preferred labels in %s are %v, want %q alone", concept.ID, tag, preferred[tag], all[0])
			}
			for _, label := range all[1:] {
				if label != all[0] && !others[tag][label] || others[tag][all[0]] {
					t.Errorf("%s: %q (%s) is missing, or a label is preferred and other at once", concept.ID, label, tag)
				}
			}
		}
		hidden := labels(node["skos:hiddenLabel"])
		for tag, all := range concept.Hidden {
			tag = strings.ToLower(tag)
			for _, label := range all {
				if !hidden[tag][label] || others[tag][label] || preferred[tag][label] {
					t.Errorf("%s: %q (%s) is not a hidden label alone", concept.ID, label, tag)
				}
			}
		}
		for _, related := range node["skos:related"].([]any) {
			if ids[related.(map[string]any)["@id"].(string)] == nil {
				t.Errorf("%s is related to %v, which is not there", concept.ID, related)
			}
		}
	}
	if want := 2 + len(c.Topics) + len(c.Concepts); len(ids) != want {
		t.Errorf("%d resources, want %d", len(ids), want)
	}
}

func labels(values any) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	list, _ := values.([]any)
	for _, v := range list {
		m := v.(map[string]any)
		tag := m["@language"].(string)
		if out[tag] == nil {
			out[tag] = map[string]bool{}
		}
		out[tag][m["@value"].(string)] = true
	}
	return out
}

// keep writes both forms to the folder that SEELEX_SKOS names, for other programs to
// compare.
func keep(t *testing.T, g *Graph) {
	dir := os.Getenv("SEELEX_SKOS")
	if dir == "" {
		return
	}
	var turtle, jsonld bytes.Buffer
	if err := g.Turtle(&turtle); err != nil {
		t.Fatal(err)
	}
	if err := g.JSONLD(&jsonld); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"seelex.ttl": turtle.Bytes(), "seelex.jsonld": jsonld.Bytes()} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
