package datapackage

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"seelex/legislation"
	"seelex/legislation/corpus"
	"seelex/legislation/store"
)

func packed(t *testing.T) (map[string][]byte, *legislation.Catalog) {
	t.Helper()
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Load(c, "embedded"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, s, Request{Address: "https://seelex.example", Exported: 20261125, Corpus: s.Corpus()}); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("SEELEX_DATAPACKAGE"); dir != "" { // keeps the package, for other programs to read
		if err := os.WriteFile(filepath.Join(dir, "seelex.zip"), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return files, s.Catalog()
}

func TestEveryTableIsAsItsSchemaSays(t *testing.T) {
	files, catalog := packed(t)
	var d descriptor
	if err := json.Unmarshal(files["datapackage.json"], &d); err != nil {
		t.Fatal(err)
	}
	tables := map[string][]map[string]string{}
	for _, r := range d.Resources {
		tables[r.Name] = rowsOf(t, r, files[r.Path])
	}
	keys := map[string]map[string]bool{}
	for _, r := range d.Resources {
		if len(r.Schema.PrimaryKey) > 0 {
			keys[r.Name] = uniqueKeys(t, r, tables[r.Name])
		}
	}
	for _, r := range d.Resources {
		for _, foreign := range r.Schema.ForeignKeys {
			for _, row := range tables[r.Name] {
				if v := row[foreign.Fields[0]]; v != "" && !keys[foreign.Reference.Resource][v] {
					t.Errorf("%s: %s %q is not in %s", r.Name, foreign.Fields[0], v, foreign.Reference.Resource)
				}
			}
		}
	}
	n := catalog.Counts
	for name, want := range map[string]int{"jurisdictions": n.Jurisdictions, "instruments": n.Instruments, "provisions": n.ProvisionVersions, "reforms": n.Reforms,
		"practice": n.Practice, "ratifications": n.Ratifications, "sources": n.Sources, "topics": len(catalog.Topics)} {
		if got := len(tables[name]); got != want {
			t.Errorf("%s has %d rows, want %d", name, got, want)
		}
	}
	for _, row := range tables["jurisdictions"] {
		if row["code"] == "RS" && row["native_names"] != "sr-Cyrl: Србија; sr-Latn: Srbija" {
			t.Errorf("Serbia is called %q", row["native_names"])
		}
	}
	checkPositions(t, tables["positions"], catalog)
}

// rowsOf reads a table and checks its cells against the types and constraints.
func rowsOf(t *testing.T, r resource, data []byte) (out []map[string]string) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %d rows, %v", r.Path, len(rows), err)
	}
	for i, f := range r.Schema.Fields {
		if rows[0][i] != f.Name {
			t.Fatalf("%s: column %d is %s, the schema says %s", r.Path, i, rows[0][i], f.Name)
		}
	}
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, f := range r.Schema.Fields {
			m[f.Name] = row[i]
			pattern, _ := f.Constraints["pattern"].(string)
			_, numeric := strconv.ParseFloat(row[i], 64)
			switch {
			case row[i] == "":
				if f.Constraints["required"] == true {
					t.Errorf("%s: %s is required and empty in %v", r.Name, f.Name, row)
				}
			case pattern != "" && !regexp.MustCompile(pattern).MatchString(row[i]),
				f.Type == "number" && numeric != nil, f.Type == "boolean" && row[i] != "true" && row[i] != "false":
				t.Errorf("%s: %s is %q, not what the schema says", r.Name, f.Name, row[i])
			}
		}
		out = append(out, m)
	}
	return out
}

func uniqueKeys(t *testing.T, r resource, rows []map[string]string) map[string]bool {
	t.Helper()
	seen := map[string]bool{}
	for _, row := range rows {
		var parts []string
		for _, k := range r.Schema.PrimaryKey {
			parts = append(parts, row[k])
		}
		key := strings.Join(parts, " ")
		if seen[key] {
			t.Errorf("%s: the key %s stands twice", r.Name, key)
		}
		seen[key] = true
	}
	return seen
}

// checkPositions compares every value with the corpus.
func checkPositions(t *testing.T, rows []map[string]string, c *legislation.Catalog) {
	t.Helper()
	got := map[string]string{}
	for _, row := range rows {
		got[row["jurisdiction"]+" "+row["topic"]+" "+row["from"]+" "+row["to"]+" "+row["variable"]] = row["words"]
	}
	n := 0
	for _, p := range c.Positions {
		for name, value := range p.Values {
			n++
			key := p.Jurisdiction + " " + p.Topic + " " + p.From.String() + " " + p.To.String() + " " + name
			if words := strings.TrimPrefix(got[key], "'"); words != value.Words() {
				t.Errorf("%s: %q, want %q", key, words, value.Words())
			}
		}
	}
	if want := n + len(c.Positions); len(rows) != want {
		t.Errorf("%d rows of positions, want %d values and summaries", len(rows), want)
	}
}
