package ui

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"seelex/legislation"
	"seelex/legislation/official/importer"
)

// official is the folder of official texts, which is not part of the repository.
func official(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("SEELEX_OFFICIAL")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "official")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no official texts: %v; set SEELEX_OFFICIAL", err)
	}
	return dir
}

func TestOfficialTextStandsBesideTheDigest(t *testing.T) {
	path := filepath.Join(official(t), "gr", "FEK-A-74-2013.md")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	handler, service, err := openSite(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	item := importer.Item{Path: path, Data: data, Instrument: "gr/law-4139-2013", Language: "el", Consolidated: legislation.MustDate("2013-03-20"), Source: "https://www.et.gr/"}
	if _, err := service.Import(t.Context(), []importer.Item{item}, importer.Options{}); err != nil {
		t.Fatal(err)
	}

	t.Run("paragraph by paragraph", func(t *testing.T) {
		d := ask(t, handler, "/law/gr/law-4139-2013/art-29")
		d.says("Digest", "Official text", "as consolidated on 20 March 2013", "SHA-256").links("https://www.et.gr/")
		if d.withAttribute("id", "whole") != nil {
			t.Error("the article, which is all paragraphs, has an empty unit of its own")
		}
		unit := d.withAttribute("id", "par-1")
		if unit == nil {
			t.Fatal("no paragraph 1")
		}
		if digest, greek := sideBySide(unit, "el"); !strings.Contains(digest, "own use") || !strings.Contains(greek, "αποκλειστικά χρήση") {
			t.Errorf("digest %q, official text %q", digest, greek)
		}
	})
	t.Run("a citation as it is typed opens both", func(t *testing.T) {
		code := filepath.Join(official(t), "xk", "criminal-code-06-L-074.pdf")
		if r, err := service.Import(t.Context(), []importer.Item{{Path: code}}, importer.Options{}); err != nil || r.Failed() > 0 {
			t.Fatal(r, err)
		}
		for _, c := range []struct{ typed, opens, lang, digest, official string }{
			{"άρθρο 29 παρ. 1 ν. 4139/2013", "/law/gr/law-4139-2013/art-29/par-1", "el", "own use", "αποκλειστικά χρήση"},
			{"neni 269 par. 2", "/law/xk/criminal-code-2019/art-269/par-2", "sq", "three grams", "tre (3) gram"},
		} {
			ask(t, handler, "/search?q="+url.QueryEscape(c.typed)).links(c.opens)
			unit := ask(t, handler, c.opens).withAttribute("id", "whole")
			if unit == nil {
				t.Errorf("%s opens no provision", c.typed)
				continue
			}
			if digest, text := sideBySide(unit, c.lang); !strings.Contains(digest, c.digest) || !strings.Contains(text, c.official) {
				t.Errorf("%s opens the digest %q beside the official text %q", c.typed, digest, text)
			}
		}
	})
	t.Run("an article that has no digest can be read", func(t *testing.T) {
		d := ask(t, handler, "/law/gr/law-4139-2013/art-61")
		if d.status != 200 || d.withAttribute("class", "official") == nil {
			t.Errorf("status %d", d.status)
		}
		d.says("there is no digest in English").saysNot("in our own words", "No digest of this part")
	})
	t.Run("topics are suggested, with what led to them", func(t *testing.T) {
		ask(t, handler, "/law/gr/law-4139-2013/art-97").says("Suggested topics", "Nobody has checked them", "The text names").links("/topics/treatment", "/concepts/integrated-assistance")
		ask(t, handler, "/law/gr/law-4139-2013").says("Suggested topics", "articles").links("/concepts/detoxification")
	})
	t.Run("the instrument lists the whole text", func(t *testing.T) {
		ask(t, handler, "/law/gr/law-4139-2013").says("Table of contents", "Official texts that were imported, unchanged").links("/law/gr/law-4139-2013/art-61")
	})
}

// sideBySide are the digest of a unit and its official text in a language.
func sideBySide(unit *html.Node, lang string) (digest, official string) {
	for n := range unit.Descendants() {
		switch {
		case n.Type == html.ElementNode && attribute(n, "class") == "digest":
			digest = text(n)
		case n.Type == html.ElementNode && attribute(n, "lang") == lang && attribute(n, "class") == "official":
			official = text(n)
		}
	}
	return digest, official
}
