package akn_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"seelex/legislation"
	"seelex/legislation/akn"
	"seelex/legislation/corpus"
	"seelex/legislation/official"
)

const day legislation.Day = 20261125

var loaded = sync.OnceValues(func() (*legislation.Corpus, error) { return corpus.Load(corpus.Embedded()) })

// acts are all instruments of the embedded corpus.
func acts(t *testing.T) []akn.Act {
	t.Helper()
	c, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	catalog := legislation.NewCatalog(c)
	var out []akn.Act
	for _, sheet := range c.Sheets {
		folded := legislation.Fold(sheet.Provisions)
		for _, i := range catalog.InstrumentsOf(sheet.Jurisdiction.Code) {
			a := akn.Act{Instrument: i, On: day, Exported: day, Base: "https://seelex.example",
				Sources: func(ids []string) []legislation.Source { return catalog.Sources(sheet.Jurisdiction.Code, ids) }}
			for k := range folded {
				if folded[k].ID.Under(i.ID) {
					a.Provisions = append(a.Provisions, &folded[k])
				}
			}
			out = append(out, a)
		}
	}
	return out
}

func written(t *testing.T, a akn.Act) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := a.Write(&b); err != nil {
		t.Fatalf("%s: %v", a.Instrument.ID, err)
	}
	return b.Bytes()
}

// element is what the tests look at.
type element struct {
	Name       string
	Attributes map[string]string
	Text       string
}

// elements reads a document without its tree.
func elements(t *testing.T, data []byte) (out []element) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	var open []int
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := element{Name: x.Name.Local, Attributes: map[string]string{}}
			for _, a := range x.Attr {
				e.Attributes[a.Name.Local] = a.Value
			}
			open, out = append(open, len(out)), append(out, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, i := range open {
				out[i].Text += string(x)
			}
		}
	}
}

func TestReadingTheExportBackGivesTheSameProvisions(t *testing.T) {
	provisions := 0
	for _, a := range acts(t) {
		id, data := a.Instrument.ID, written(t, a)
		notes, ids, eIDs := map[string]string{}, map[string]string{}, map[string]bool{}
		for _, e := range elements(t, data) {
			if eID := e.Attributes["eId"]; eID != "" && eIDs[eID] {
				t.Errorf("%s: eId %s stands twice", id, eID)
			} else {
				eIDs[eID] = true
			}
			if e.Name == "note" {
				notes[e.Attributes["eId"]] = strings.Join(strings.Fields(e.Text), " ")
			}
			if wID := e.Attributes["wId"]; wID != "" {
				ids[wID] = e.Attributes["eId"]
			}
		}
		for _, p := range a.Provisions {
			provisions++
			wID := strings.Join(p.ID.Segments(), "/")
			version := p.Versions[legislation.Pick(p.Versions, legislation.Version.Valid, day)]
			note := notes["note_"+ids[wID]]
			if ids[wID] == "" || !strings.HasPrefix(note, strings.Join(strings.Fields(version.Digest), " ")) || !strings.Contains(note, "Confidence: "+string(version.Confidence)) {
				t.Errorf("%s: read back with eId %q and note %.80q", p.ID, ids[wID], note)
			}
			for _, s := range a.Sources(version.Sources) {
				if !strings.Contains(note, strings.Join(strings.Fields(s.Title), " ")) {
					t.Errorf("%s: the note does not name source %s", p.ID, s.ID)
				}
			}
		}
	}
	t.Logf("%d provisions written and read back", provisions)
}

// TestOurReaderFindsEveryProvision reads the export as it would any other Akoma Ntoso
// file, and finds each provision at its address.
func TestOurReaderFindsEveryProvision(t *testing.T) {
	provisions := 0
	for _, a := range acts(t) {
		doc, err := official.Read(context.Background(), string(a.Instrument.ID), bytes.NewReader(written(t, a)), official.Options{})
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		doc.Walk(func(path string, _ *official.Part) { found[path] = true })
		for _, p := range a.Provisions {
			provisions++
			if path := strings.Join(p.ID.Segments(), "/"); !found[path] {
				t.Errorf("%s: the reader finds no %s", a.Instrument.ID, path)
			}
		}
	}
	t.Logf("%d provisions found", provisions)
}

func TestEveryReferenceLeadsSomewhere(t *testing.T) {
	for _, a := range acts(t) {
		ids := map[string]bool{}
		all := elements(t, written(t, a))
		for _, e := range all {
			ids["#"+e.Attributes["eId"]] = true
		}
		for _, e := range all {
			for _, name := range []string{"source", "href", "period", "start", "end", "refersTo"} {
				if v := e.Attributes[name]; strings.HasPrefix(v, "#") && !ids[v] {
					t.Errorf("%s: %s of %s leads to %s, which is not there", a.Instrument.ID, name, e.Name, v)
				}
			}
		}
	}
}

func TestTheOfficialTextStandsInTheBodyAndTheDigestInANote(t *testing.T) {
	a := akn.Act{Instrument: &legislation.Instrument{ID: "rs/some-act", Type: "act", TitleEn: "Some Act", Title: legislation.Text{"sr-Latn": "Neki zakon"},
		InForce: legislation.MustDate("2003"), Amendments: []legislation.Amendment{{Ref: "72/2009", InForce: legislation.MustDate("2009-09-11")}}},
		On: day, Exported: day, Language: "sr-Latn", Sources: func([]string) []legislation.Source { return nil },
		Provisions: []*legislation.Provision{{ID: "rs/some-act/art-1/par-1",
			Versions: []legislation.Version{{InForce: legislation.MustDate("2009-09-11"), Digest: "A digest.", Confidence: legislation.Primary}},
			Texts: []legislation.Wording{{Language: "sr-Latn", From: legislation.MustDate("2009-09-11"), Text: "Prvi red.\n<b>Drugi</b> & red."},
				{Language: "sr-Latn", To: legislation.MustDate("2009-09-10"), Text: "Staro."}}}}}
	all := elements(t, written(t, a))
	text := func(name string) string {
		i := slices.IndexFunc(all, func(e element) bool { return e.Name == name })
		return strings.Join(strings.Fields(all[i].Text), " ")
	}
	if got, want := text("content"), "Prvi red. <b>Drugi</b> & red."; got != want {
		t.Errorf("the body says %q, want %q", got, want)
	}
	if got := text("notes"); !strings.Contains(got, "A digest.") || strings.Contains(text("body"), "A digest.") {
		t.Errorf("the digest is not in a note only: %q", got)
	}
	for _, e := range all {
		if e.Name == "eventRef" && e.Attributes["type"] == "generation" && (e.Attributes["date"] != "2003-01-01" || e.Attributes["known"] != "2003") {
			t.Errorf("a year is written as %v, want its first day and, beside it, the year", e.Attributes)
		}
		if e.Name == "FRBRlanguage" && e.Attributes["language"] != "srp" {
			t.Errorf("the language is %s, want srp", e.Attributes["language"])
		}
	}
}

// TestExportsAreValid validates every export against the OASIS schema. Its text is not
// kept here: SEELEX_AKN_SCHEMA names akomantoso30.xsd, with xml.xsd beside it.
func TestExportsAreValid(t *testing.T) {
	schema := os.Getenv("SEELEX_AKN_SCHEMA")
	if schema == "" {
		t.Skip("SEELEX_AKN_SCHEMA does not name akomantoso30.xsd")
	}
	dir := t.TempDir()
	arguments := []string{"--nonet", "--noout", "--schema", schema}
	for _, a := range acts(t) {
		path := filepath.Join(dir, strings.ReplaceAll(string(a.Instrument.ID), "/", "+")+".xml")
		if err := os.WriteFile(path, written(t, a), 0o600); err != nil {
			t.Fatal(err)
		}
		arguments = append(arguments, path)
	}
	out, err := exec.Command("xmllint", arguments...).CombinedOutput()
	if err != nil {
		t.Errorf("%v: %.3000s", err, out)
	}
	t.Logf("%d documents", strings.Count(string(out), " validates"))
}
