package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestImportOfAFolder reports each file and the sums of all, and takes topic rules.
func TestImportOfAFolder(t *testing.T) {
	folder, dir := filepath.Join(t.TempDir(), "rs"), t.TempDir()
	files := map[string]string{
		"prvi.txt":  "Zakon o prvom ispitivanju\n\nČlan 1\nOvaj zakon uređuje ispitivanje droge za sopstvenu upotrebu.\n\nČlan 2\nOvaj zakon stupa na snagu odmah.\n",
		"drugi.txt": "Zakon o drugom ispitivanju\n\nČlan 1\nOvaj zakon uređuje drugo ispitivanje.\n",
		"treci.pdf": "%PDF-1.4 that is none",
	}
	rules := filepath.Join(t.TempDir(), "rules.yaml")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write := func(text string) {
		if err := os.WriteFile(rules, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, stderr, code := runIn(t, dir, "import", folder, "--jurisdiction", "ZZ"); code != 1 || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, `"ZZ" is not a jurisdiction of the knowledge base; want one of`) {
		t.Errorf("a jurisdiction that is none ends with %d: %s", code, stderr)
	}
	write("topics: {personal-posession: {words: [upotreb*]}}")
	if _, stderr, code := runIn(t, dir, "import", folder, "--topic-rules", rules); code == 0 || !strings.Contains(stderr, "did you mean personal-possession") {
		t.Errorf("a wrong rule ends with %d: %s", code, stderr)
	}
	write("topics: {personal-possession: {words: [upotreb*]}}")
	out, stderr, code := runIn(t, dir, "import", folder, "--topic-rules", rules)
	if code == 0 || !strings.Contains(stderr, "1 of 3 files could not be imported") {
		t.Errorf("a file that is none ends with %d: %s", code, stderr)
	}
	for _, want := range []string{"total             3", "3 files: 2 new, 1 failed", "2 instruments are new", "topics are suggested for 1 articles"} {
		if !strings.Contains(out, want) {
			t.Errorf("the report does not say %q:\n%s", want, out)
		}
	}
	shown, _, _ := runIn(t, dir, "show", "rs/prvi/art-1", "--json")
	if !strings.Contains(shown, `"words: upotreb*"`) {
		t.Errorf("the rule that led to the topic is not shown: %.600s", shown)
	}
	// A law that only its text is known of is found by its title, with what is curated.
	for query, want := range map[string]string{"zakon o prvom ispitivanju": `"rs/prvi"`, "uređuje drugo ispitivanje": `"rs/drugi/art-1`, `"prvom ispitivanju"`: `"rs/prvi"`, "ispitivanje kind:instrument": `"rs/drugi"`,
		`ispitivanje -"drugo upotrebu"`: `"rs/drugi/art-1`} {
		found, stderr, code := runIn(t, dir, "search", query, "--json")
		if code != 0 || !strings.Contains(found, want) {
			t.Errorf("searching %q ends with %d and does not find %s: %s %.900s", query, code, want, stderr, found)
		}
	}
	if found, _, _ := runIn(t, dir, "search", `uređuje -"drugo ispitivanje"`, "--json"); strings.Contains(found, `"rs/drugi/art-1`) || !strings.Contains(found, `"rs/prvi/art-1`) {
		t.Errorf("an excluded phrase is found, or excludes more: %.900s", found)
	}
}
