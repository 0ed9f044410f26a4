package ui

import (
	"net/url"
	"strings"
	"testing"
)

// Whatever stands in the link of a dossier or in a pasted text, the answer is a page that
// shows it as text, or says what is wrong with it.
func FuzzDossierLink(f *testing.F) {
	for _, seed := range []string{"rs/criminal-code/art-246a@2020-01-01", "topic:cultivation/RS", "topic:/", "topic:cultivation", "@", "a@b@c", "<img src=x>", "rs/criminal-code/../..", "\x00\xff", "topic:cultivation/RS/prison@2020-01-01"} {
		f.Add(seed, "a note")
	}
	f.Add("rs/criminal-code", "<script>alert(1)</script>\"'")
	if _, err := site(); err != nil { // the making of which is not the time of the first link
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, item, note string) {
		d := get(t, "/dossier?"+url.Values{"item": {item}, "note.0": {note}}.Encode())
		if d.status != 200 && d.status != 400 {
			t.Fatalf("status %d", d.status)
		}
		if strings.Contains(d.body, "<script>alert") || strings.Contains(d.body, "<img src=x") {
			t.Fatal("the link is markup of the page")
		}
	})
}
