// Package datapackage writes the whole curated dataset as a Frictionless data package:
// a zip of CSV tables, their schemas, the codebook, the thesaurus and the licence.
//
// It holds what curators wrote. Official texts, which keep the terms of their
// publishers, are not part of it.
package datapackage

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"seelex/api/export"
	"seelex/api/export/table"
	"seelex/legislation"
)

// Records are what is written.
type Records interface {
	Catalog() *legislation.Catalog
	// Provisions calls do for every curated provision until it returns an error.
	Provisions(do func(*legislation.Provision) error) error
}

// Request is what the records do not know of themselves.
type Request struct {
	Address  string // of the site, absolute
	Exported legislation.Day
	Corpus   string // SHA-256 that names the state of the corpus
}

// MediaType is the Internet media type of the package.
const MediaType = "application/zip"

// Name is the name that the package is saved under.
func (r Request) Name() string { return "seelex-data-" + r.Exported.String() + ".zip" }

// Write streams the package: no table is held in memory.
func Write(w io.Writer, records Records, r Request) error {
	p := &archive{zip.NewWriter(w), r.Exported.Time()}
	tables := tablesOf(records)
	if err := p.describe(tables, r); err != nil {
		return err
	}
	for _, t := range tables {
		if err := p.table(t); err != nil {
			return fmt.Errorf("table %s: %w", t.name, err)
		}
	}
	return p.zip.Close()
}

type archive struct {
	zip      *zip.Writer
	modified time.Time
}

func (p *archive) file(name string) (io.Writer, error) {
	return p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.modified})
}

func (p *archive) table(t dataset) error {
	f, err := p.file(t.path())
	if err != nil {
		return err
	}
	w, err := table.NewWriter(f, t.columns)
	if err != nil {
		return err
	}
	if err := t.rows(w.Row); err != nil {
		return err
	}
	return w.Close()
}

// describe writes the descriptor, the licence and the words for people.
func (p *archive) describe(tables []dataset, r Request) error {
	descriptor, err := json.MarshalIndent(descriptorOf(tables, r), "", "  ")
	if err != nil {
		return err
	}
	for _, f := range []struct{ name, text string }{
		{"datapackage.json", string(descriptor) + "\n"}, {"README.md", readme(tables, r)}, {"LICENSE.txt", licence},
	} {
		w, err := p.file(f.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, f.text); err != nil {
			return err
		}
	}
	return nil
}

const licence = "The data in this package may be shared and adapted under the Creative Commons Attribution 4.0 International licence\n" +
	"(" + export.Licence + "): " + export.LicenceURL + "\n\nName seelex as the source, with the day of the export, and say what you changed.\n"
