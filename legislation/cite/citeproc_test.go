package cite

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A real processor of the Citation Style Language renders what is written for it, in
// three styles. The processor and the styles come from npm and are not part of the
// project; without node, npm or its registry the test cannot be run.
func TestCiteproc(t *testing.T) {
	if testing.Short() {
		t.Skip("installs packages from npm: not with -short")
	}
	for _, tool := range []string{"node", "npm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed: the CSL-JSON is not rendered by citeproc", tool)
		}
	}
	dir := t.TempDir()
	install := exec.Command("npm", "install", "--prefix", dir, "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0", "--fetch-timeout=20000",
		"citeproc@2.4.63", "@citation-js/plugin-csl@0.7.21")
	install.Dir = dir
	if out, err := install.CombinedOutput(); err != nil {
		t.Skipf("npm has no registry here: the CSL-JSON is not rendered by citeproc: %v\n%s", err, out)
	}
	var requests []Request
	for _, id := range cited {
		requests = append(requests, request(id, "csl-json", today))
	}
	file, err := WriteAll(loaded.catalog, requests)
	if err != nil {
		t.Fatal(err)
	}
	script, err := filepath.Abs(filepath.Join("testdata", "citeproc.js"))
	if err != nil {
		t.Fatal(err)
	}
	render := exec.Command("node", script)
	render.Dir, render.Stdin, render.Stderr = dir, strings.NewReader(file), os.Stderr
	out, err := render.Output()
	if err != nil {
		t.Fatal(err)
	}
	var rendered map[string]map[string]string
	if err := json.Unmarshal(out, &rendered); err != nil {
		t.Fatal(err)
	}
	if len(rendered) < 3 {
		t.Errorf("rendered in %d styles, want three", len(rendered))
	}
	for style, entries := range rendered {
		for _, q := range requests {
			w, err := workOf(loaded.catalog, q)
			if err != nil {
				t.Fatal(err)
			}
			entry := entries[w.citeKey()]
			if title, _ := w.original(); !strings.Contains(strings.ToLower(entry), strings.ToLower(title)) || strings.Contains(entry, "undefined") || strings.Contains(entry, "[CSL STYLE ERROR") {
				t.Errorf("%s renders %s as %q", style, q.ID, entry)
			}
			if year := year(w.enacted()); !strings.Contains(entry, year) {
				t.Errorf("%s renders %s without its year %s: %q", style, q.ID, year, entry)
			}
		}
		t.Logf("%s: %s", style, entries["rs-criminal-code-art-246a-par-1"])
		t.Logf("%s: %s", style, entries["int-convention-1988-art-3-par-2"])
	}
}
