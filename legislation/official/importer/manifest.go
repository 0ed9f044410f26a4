package importer

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"seelex/legislation"
)

// manifest lists texts to import.
//
//	texts:
//	  - instrument: rs/criminal-code
//	    url: https://example.org/criminal-code.pdf   # or file:, beside the manifest
//	    language: sr-Latn
//	    date: 2024-12-01                             # whose law the text gives
//	    sha256: 9f86d0…                              # refused when it differs
//	    source: https://example.org/criminal-code    # where people find it, if not at url
//	    licence: public domain
type manifest struct {
	Texts []manifestText `yaml:"texts"`
}

type manifestText struct {
	Instrument   legislation.ID   `yaml:"instrument"`
	Jurisdiction string           `yaml:"jurisdiction"`
	File         string           `yaml:"file"`
	URL          string           `yaml:"url"`
	Language     string           `yaml:"language"`
	Date         legislation.Date `yaml:"date"`
	SHA256       string           `yaml:"sha256"`
	Source       string           `yaml:"source"`
	Licence      string           `yaml:"licence"`
	Retrieved    legislation.Date `yaml:"retrieved"`
}

// maxManifest bounds a manifest in bytes.
const maxManifest = 4 << 20

// ReadManifest reads the list and what it lists; addresses are fetched, one request at a time
// for each host, and kept in the cache folder, so that a run that was cut short goes on
// where it was and an unchanged text is not sent again.
func ReadManifest(ctx context.Context, path string, f *Fetcher) ([]Item, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	wrong := func(n int, field, value, message, want string) error {
		return &legislation.Error{Code: legislation.Invalid, Record: fmt.Sprintf("%s, text %d", path, n+1), Field: field, Value: value, Message: message, Want: want}
	}
	if len(data) > maxManifest {
		return nil, &legislation.Error{Code: legislation.Invalid, Record: path, Message: "is too long for a manifest"}
	}
	var m manifest
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&m); err != nil {
		return nil, &legislation.Error{Code: legislation.Invalid, Record: path, Message: "cannot be read as a manifest: " + err.Error(), Want: "texts: with instrument, file or url, language, date, sha256"}
	}
	var items []Item
	for n, t := range m.Texts {
		item := Item{Instrument: t.Instrument, Jurisdiction: t.Jurisdiction, Language: t.Language, Consolidated: t.Date, Source: t.Source, Licence: t.Licence, Retrieved: t.Retrieved}
		switch {
		case (t.File == "") == (t.URL == ""):
			return nil, wrong(n, "file", t.File, "and url: one of them is needed, not both", "file: a path, or url: an address")
		case t.URL != "":
			fetched, err := f.Fetch(ctx, t.URL)
			if err != nil {
				return nil, err
			}
			item.Path = fetched
			if item.Source == "" {
				item.Source = t.URL
			}
		case filepath.IsAbs(t.File):
			item.Path = t.File
		default:
			item.Path = filepath.Join(filepath.Dir(path), t.File)
		}
		if t.SHA256 != "" {
			data, err := load(item.Path)
			if err != nil {
				return nil, err
			}
			if sum := sha256.Sum256(data); !strings.EqualFold(hex.EncodeToString(sum[:]), t.SHA256) {
				return nil, wrong(n, "sha256", t.SHA256, "is not the checksum of "+item.Path, hex.EncodeToString(sum[:])+", if that is the text that is meant")
			}
		}
		items = append(items, item)
	}
	return items, nil
}
