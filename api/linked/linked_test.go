package linked

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"seelex/api/answer"
	"seelex/legislation"
	"seelex/legislation/corpus"
	"seelex/legislation/store"
)

func service(t *testing.T) *answer.Service {
	t.Helper()
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := s.Load(c, "embedded"); err != nil {
		t.Fatal(err)
	}
	return answer.New(s, nil)
}

const (
	base                 = "https://seelex.example"
	day  legislation.Day = 20261125
)

// plain is what a program that reads the JSON-LD gets.
func plain(t *testing.T, l *Law) map[string]any {
	t.Helper()
	text, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestACodeIsDescribedAsLegislation(t *testing.T) {
	s := service(t)
	i, err := s.Instrument("rs/criminal-code", day)
	if err != nil {
		t.Fatal(err)
	}
	got := plain(t, Instrument(i, base))
	for property, want := range map[string]any{"@id": base + "/law/rs/criminal-code", "legislationIdentifier": "rs/criminal-code", "legislationType": "code",
		"legislationDate": "2005-09-29", "eli:first_date_entry_in_force": "2006-01-01", "legislationLegalForce": "https://schema.org/InForce", "legislationDateVersion": "2026-11-25"} {
		if got[property] != want {
			t.Errorf("%s is %v, want %v", property, got[property], want)
		}
	}
	if _, ended := got["eli:date_no_longer_in_force"]; ended {
		t.Error("a code in force has an end")
	}
	if !slices.ContainsFunc(got["name"].([]any), func(n any) bool { return n.(map[string]any)["@language"] == "sr-Cyrl" }) {
		t.Errorf("no title in Cyrillic: %v", got["name"])
	}
	repealed := got["legislationRepeals"].([]any)[0].(map[string]any)["@id"]
	if repealed != base+"/law/rs/criminal-law-sfry-1976" {
		t.Errorf("it repeals %v", repealed)
	}
	if len(got["hasPart"].([]any)) != len(i.Provisions) || len(i.Provisions) == 0 {
		t.Errorf("%d parts, want %d", len(got["hasPart"].([]any)), len(i.Provisions))
	}
}

func TestAProvisionIsDescribedInTheVersionOfTheDay(t *testing.T) {
	s := service(t)
	for _, on := range []legislation.Day{day, 20150101} {
		p, err := s.Provision("rs/criminal-code/art-246a/par-1", on)
		if err != nil {
			t.Fatal(err)
		}
		got := plain(t, Provision(p, base))
		description := got["subjectOf"].(map[string]any)
		if text := description["abstract"].(map[string]any)["@value"]; text != strings.TrimSpace(p.Version.Digest) {
			t.Errorf("on %s the abstract is %v", on, text)
		}
		if description["creativeWorkStatus"] != string(p.Version.Confidence) || len(description["citation"].([]any)) != len(p.Version.Sources) || description["license"] != licence {
			t.Errorf("on %s the description does not say where it comes from: %v", on, description)
		}
		if got["@id"] != base+"/law/rs/criminal-code/art-246a/par-1" || got["isPartOf"].(map[string]any)["@id"] != base+"/law/rs/criminal-code/art-246a" {
			t.Errorf("on %s it is %v, part of %v", on, got["@id"], got["isPartOf"])
		}
		if got["legislationDateVersion"] != on.String() || got["eli:first_date_entry_in_force"] != p.Version.InForce.String() {
			t.Errorf("on %s the version is of %v, in force from %v", on, got["legislationDateVersion"], got["eli:first_date_entry_in_force"])
		}
	}
}

func TestWhatHasEndedIsNotInForce(t *testing.T) {
	i, err := service(t).Instrument("rs/criminal-law-sfry-1976", day)
	if err != nil {
		t.Fatal(err)
	}
	got := plain(t, Instrument(i, base))
	if got["legislationLegalForce"] != "https://schema.org/NotInForce" || got["eli:date_no_longer_in_force"] != "2005-12-31" ||
		got["eli:repealed_by"].(map[string]any)["@id"] != base+"/law/rs/criminal-code" {
		t.Errorf("got %v, ended %v, repealed by %v", got["legislationLegalForce"], got["eli:date_no_longer_in_force"], got["eli:repealed_by"])
	}
}
