package browser

import (
	"strings"
	"testing"
)

// An advocate collects while reading, orders and annotates, and shares a link that shows
// the same to someone who collected nothing.
func TestDossier(t *testing.T) {
	b := open(t, "/law/rs/criminal-code/art-246a?on=2020-01-01")
	b.click("button", "Add to dossier").has("button", "In the dossier").has("link", "Dossier (1)")
	b.visit("/compare?topic=cultivation&jurisdictions=RS&on=2020-01-01").click("button", "Add to dossier").has("link", "Dossier (2)")
	b.click("link", "Dossier (2)").arrives("/dossier").reads("Unlawful holding of narcotic drugs", "2 · Answer", "as of 1 January 2020")

	b.click("textbox", "Note").types("compare with Croatia").click("button", "Save notes and style in the link")
	b.arrives("/dossier", "note.0=compare with Croatia")
	b.click("link", "↓ Down").arrives("/dossier", "note.1=compare with Croatia")
	shared := eval[string](b, "location.pathname + location.search")

	// The order and the notes are the reader's own from now on, on every page.
	b.visit("/topics")
	if kept := eval[string](b, `document.querySelector("[data-dossier-link]").getAttribute("href")`); strings.Index(kept, "cultivation") > strings.Index(kept, "art-246a") || !strings.Contains(kept, "note.1=compare") {
		t.Errorf("the link to the dossier is %s", kept)
	}
	b.visit("/dossier").arrives("/dossier", "note.1=compare with Croatia")
	b.click("link", "Empty").arrives("/dossier").reads("Choose “Add to dossier”").has("link", "Dossier")

	// Someone else opens the link: it is shown, and becomes theirs only when they say so.
	b.visit(shared).reads("Unlawful holding of narcotic drugs")
	if kept := eval[string](b, `localStorage.getItem("seelex.dossier")`); strings.Contains(kept, "art-246a") {
		t.Errorf("a dossier that was only looked at is kept: %s", kept)
	}
	b.click("button", "Make this my dossier").has("link", "Dossier (2)")
	b.click("link", "Empty").arrives("/dossier")
	if console, _ := b.heard(); len(console) > 0 {
		t.Errorf("the console says %v", console)
	}
}
