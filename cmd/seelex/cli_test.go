package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"seelex/legislation/corpus"
)

// binary is the program as people get it; data is a directory that it has filled.
var binary, data string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "seelex-cli-")
	if err == nil {
		binary, data = filepath.Join(dir, "seelex"), filepath.Join(dir, "data")
		var out []byte
		if out, err = exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "%s", out)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// run runs the program on the data directory.
func run(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	return runIn(t, data, args...)
}

func runIn(t *testing.T, dir string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	c := exec.CommandContext(t.Context(), binary, append(args, "--data", dir)...)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil && c.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), c.ProcessState.ExitCode()
}

// serve starts the server and waits until it says where it is.
func serve(t *testing.T, dir string) (url string) {
	t.Helper()
	c := exec.Command(binary, "serve", "--quiet", "--addr", "127.0.0.1:0", "--data", dir)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Signal(syscall.SIGTERM)
		if err := c.Wait(); err != nil {
			t.Errorf("serve did not end well: %v", err)
		}
	})
	line := make([]byte, 200)
	n, err := out.Read(line)
	at := strings.Index(string(line[:n]), "http://")
	if err != nil || at < 0 {
		t.Fatalf("serve says %q (%v)", line[:n], err)
	}
	return strings.TrimSpace(string(line[at:n]))
}

// What a command prints with --json is what the API answers, but for the time taken.
func TestJSONIsThatOfTheAPI(t *testing.T) {
	questions := []struct {
		args    []string
		address string
	}{
		{[]string{"search", "small", "quantity", "--jurisdiction", "RS,HR", "--limit", "5"}, "/search?q=small+quantity&jurisdiction=RS,HR&limit=5"},
		{[]string{"search", "мала количина", "--on", "2014-06-01"}, "/search?q=%D0%BC%D0%B0%D0%BB%D0%B0+%D0%BA%D0%BE%D0%BB%D0%B8%D1%87%D0%B8%D0%BD%D0%B0&on=2014-06-01&limit=10"},
		{[]string{"compare", "personal-possession", "--jurisdictions", "RS,HR", "--on", "2014-01-01", "--against", "2008-01-01"}, "/compare?topic=personal-possession&jurisdictions=RS,HR&on=2014-01-01&against=2008-01-01"},
		{[]string{"show", "rs/criminal-code"}, "/instruments/rs/criminal-code"},
		{[]string{"show", "RS/criminal-code/art-246A", "--on", "2012-01-01"}, "/provisions/rs/criminal-code/art-246a?on=2012-01-01"},
		{[]string{"show", "KZ", "čl.", "246a"}, "/provisions/rs/criminal-code/art-246a"},
		{[]string{"show", "/law/rs/criminal-code/art-246a?on=2012-01-01"}, "/provisions/rs/criminal-code/art-246a?on=2012-01-01"},
		{[]string{"cite", "https://law.example/law/rs/criminal-code/art-246a/par-1?on=2010-01-01"}, "/cite/rs/criminal-code/art-246a/par-1?on=2010-01-01"},
		{[]string{"cite", "law/rs/criminal-code"}, "/cite/rs/criminal-code"},
		{[]string{"stats"}, "/stats"},
	}
	printed := make([]map[string]any, len(questions))
	for i, q := range questions {
		out, errs, code := run(t, append(q.args, "--json")...)
		if code != 0 || errs != "" {
			t.Fatalf("%v: exit %d, %s", q.args, code, errs)
		}
		if err := json.Unmarshal([]byte(out), &printed[i]); err != nil {
			t.Fatalf("%v: %v", q.args, err)
		}
	}
	url := serve(t, data)
	for i, q := range questions {
		answer, err := http.Get(url + "/api/v1" + q.address)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		var served map[string]any
		if err != nil || json.Unmarshal(body, &served) != nil {
			t.Fatalf("%s: %v %.200s", q.address, err, body)
		}
		if link, ok := served["url"].(string); ok {
			served["url"] = strings.TrimPrefix(link, url) // the command knows of no site
		}
		delete(served, "took_ms")
		delete(printed[i], "took_ms")
		if !reflect.DeepEqual(printed[i], served) {
			t.Errorf("%v prints another answer than %s gives:\n%.600v\n%.600v", q.args, q.address, printed[i], served)
		}
	}
}

func TestCommandsPrintForPeople(t *testing.T) {
	for _, c := range []struct {
		args []string
		says []string
	}{
		{[]string{"search", "KZ", "small", "quantity", "--jurisdiction", "RS"}, []string{" found\n", "rs/criminal-code/art-246a", "in-force"}},
		{[]string{"compare", "personal-possession", "--jurisdictions", "RS", "--on", "2012-01-01"}, []string{"As it stood on 2012-01-01", "Serbia (RS)", "up to 3 years", "Art. 246a(1) (rs/criminal-code/art-246a/par-1)", "Confidence: secondary", "S4: "}},
		{[]string{"show", "rs/criminal-code"}, []string{"Criminal Code", "Art. 246a(1)"}},
		{[]string{"show", "rs/criminal-code/art-246a/par-1"}, []string{"Art. 246a(1)", "In force from 2009-09-11", "confidence:"}},
		{[]string{"stats"}, []string{"     19  jurisdictions\n"}},
		{[]string{"search", "KZ čl. 246a st. 1"}, []string{"Cited: Criminal Code, Art. 246a(1) (rs/criminal-code/art-246a/par-1)\n"}},
		{[]string{"search", "KZ čl. 246a st. 9"}, []string{"May be cited: Criminal Code, Art. 246a (rs/criminal-code/art-246a)\n", "Not found there: st. 9\n"}},
		{[]string{"search", "harm reductoin"}, []string{"Did you mean: harm reduction\n"}},
		{[]string{"version"}, []string{"seelex ", "corpus "}},
		{[]string{"reindex"}, []string{"indexed anew: ", " provisions and "}},
	} {
		out, errs, code := run(t, c.args...)
		if code != 0 || errs != "" {
			t.Errorf("%v: exit %d, %s", c.args, code, errs)
		}
		for _, want := range c.says {
			if !strings.Contains(out, want) {
				t.Errorf("%v does not say %q:\n%.800s", c.args, want, out)
			}
		}
	}
}

func TestBackupAndRestore(t *testing.T) {
	run(t, "stats") // fills the directory
	file := filepath.Join(t.TempDir(), "backup.db")
	if out, errs, code := run(t, "backup", file); code != 0 || !strings.HasPrefix(out, "written "+file) {
		t.Fatalf("exit %d, %s%s", code, out, errs)
	}
	elsewhere := filepath.Join(t.TempDir(), "data")
	if out, errs, code := runIn(t, elsewhere, "restore", file); code != 0 || !strings.HasPrefix(out, "restored ") {
		t.Fatalf("exit %d, %s%s", code, out, errs)
	}
	if out, errs, code := runIn(t, elsewhere, "search", "cannabis"); code != 0 || !strings.Contains(out, " found") {
		t.Errorf("afterwards: exit %d, %.200s%s", code, out, errs)
	}
}

// A server that has the directory open writes the backup itself.
func TestBackupWhileServing(t *testing.T) {
	run(t, "stats") // fills the directory
	serve(t, data)
	file := filepath.Join(t.TempDir(), "backup.db")
	if out, errs, code := run(t, "backup", file); code != 0 || !strings.HasPrefix(out, "written "+file) {
		t.Fatalf("exit %d, %s%s", code, out, errs)
	}
	if out, errs, code := runIn(t, filepath.Join(t.TempDir(), "data"), "restore", file); code != 0 || !strings.HasPrefix(out, "restored ") {
		t.Errorf("what was written is no backup: exit %d, %s%s", code, out, errs)
	}
	if _, errs, code := run(t, "backup", "/no/such/folder/file"); code != 1 || !strings.Contains(errs, "cannot be written") {
		t.Errorf("a folder that is not there: exit %d, %q", code, errs)
	}
}

// What goes wrong is one clear line, and the exit code tells a question that was put wrongly (2)
// from one that has no answer (1).
func TestErrorsAreOneLine(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("no knowledge base"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code int
		args []string
		says string
	}{
		{1, []string{"serve", "--addr", taken.Addr().String()}, "cannot listen on " + taken.Addr().String() + ": address already in use"},
		{1, []string{"serve", "--addr", "nowhere"}, "cannot listen on nowhere"},
		{1, []string{"stats", "--data", file}, "a directory that you may write to"},
		{1, []string{"stats", "--data", "/proc/seelex"}, "a directory that you may write to"},
		{1, []string{"show", "rs/criminal-code/art-246a/par-9"}, "did you mean rs/criminal-code/art-246a/par-1"},
		{1, []string{"show", "rs/criminal-cod"}, "did you mean rs/criminal-code"},
		{1, []string{"show", "criminal code"}, "may name several things"},
		{1, []string{"show", "čl. 9999 of nothing"}, "names nothing that is known"},
		{2, []string{"show", "rs/criminal-code", "--on", "2009-02-30"}, "28 days"},
		{2, []string{"show", "rs/criminal-code", "--on", "2009"}, "YYYY-MM-DD"},
		{2, []string{"compare", "posession"}, "did you mean personal-possession"},
		{2, []string{"compare", "personal-possession", "--jurisdictions", "Croatia"}, "did you mean HR"},
		{2, []string{"search", "x", "--limit", "1000"}, "1 to 200"},
		{2, []string{"search", "x", "--type", "codes"}, "did you mean code"},
		{2, []string{"search"}, "at least 1 arg"},
		{2, []string{"compare", "personal-possession", "--dates"}, "unknown flag: --dates"},
		{2, []string{"compare"}, "want seelex compare TOPIC [flags], for example seelex compare personal-possession"},
		{2, []string{"stats", "everything"}, "want seelex stats"},
		{2, []string{"serach", "x"}, "did you mean search"},
		{2, []string{"compare", "Possession for personal use"}, "did you mean personal-possession"},
		{1, []string{"cite", "KZ čl. 246a st. 9"}, "is not known in whole: st. 9; want an id, or a citation such as KZ čl. 246a st. 1; did you mean rs/criminal-code/art-246a?"},
		{1, []string{"export", "nosuch.csv"}, "with .csv .xlsx .json: search, instruments, provisions, positions, concepts"},
		{1, []string{"restore", file}, "is damaged"},
		{1, []string{"export", "thesaurus.ttl", "--out", "/no/such/folder/t.ttl"}, "cannot be written: no such file or directory; want"},
		{1, []string{"export", "concepts.csv", "--out", file + ".xlsx"}, "want a name that ends with .csv"},
		{1, []string{"restore", "/no/such/file"}, "cannot be read"},
		{1, []string{"backup", "/no/such/folder/file"}, "cannot be written"},
	} {
		t.Run(strings.Join(c.args, " "), func(t *testing.T) {
			args := c.args
			dir := data
			if at := len(args) - 2; at > 0 && args[at] == "--data" {
				args, dir = args[:at], args[at+1]
			}
			out, errs, code := runIn(t, dir, args...)
			if code != c.code || out != "" {
				t.Errorf("exit %d, want %d, printed %q", code, c.code, out)
			}
			if !strings.HasPrefix(errs, "seelex: ") || strings.Count(errs, "\n") != 1 {
				t.Errorf("not one line: %q", errs)
			}
			if !strings.Contains(errs, c.says) {
				t.Errorf("%q does not say %q", errs, c.says)
			}
		})
	}
}

// A curator sees the pages of a corpus that has errors, and is told of them.
func TestACorpusWithErrorsIsShownAndToldOf(t *testing.T) {
	folder, file := t.TempDir(), filepath.Join("jurisdictions", "rs.yaml")
	if err := os.CopyFS(folder, corpus.Embedded()); err != nil {
		t.Fatal(err)
	}
	sheet, err := os.ReadFile(filepath.Join(folder, file))
	if err != nil {
		t.Fatal(err)
	}
	broken := strings.Replace(string(sheet), "sources: [S81, S2, S67, S63]", "sources: [S999]", 1)
	if err := os.WriteFile(filepath.Join(folder, file), []byte(broken), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if out, errs, code := runIn(t, dir, "stats", "--corpus", folder); code != 0 || out == "" || !strings.Contains(errs, "the corpus has errors (1); 'seelex lint "+folder+"'") {
		t.Errorf("exit %d, printed %q, said %q", code, out, errs)
	}
	if _, errs, _ := runIn(t, dir, "stats", "--corpus", folder); errs != "" {
		t.Errorf("said again of what is loaded: %q", errs)
	}
}

// Who changes a page and starts again sees the change: a browser holds the old page by its
// tag, and the version is the same.
func TestAnotherBuildHasOtherTags(t *testing.T) {
	tag := func() string {
		answer, err := http.Get(serve(t, t.TempDir()) + "/")
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		return answer.Header.Get("ETag")
	}
	before := tag()
	later := time.Now().Add(time.Minute)
	if err := os.Chtimes(binary, later, later); err != nil {
		t.Fatal(err)
	}
	if after := tag(); after == before || after == "" {
		t.Errorf("tag %s before and %s after", before, after)
	}
}

func TestASecondProcessIsTold(t *testing.T) {
	run(t, "stats") // fills the directory
	serve(t, data)
	began := time.Now()
	_, errs, code := run(t, "stats")
	if code != 1 || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "is in use by another seelex") || time.Since(began) > 5*time.Second {
		t.Errorf("after %v: exit %d, %q", time.Since(began), code, errs)
	}
}

func TestHelp(t *testing.T) {
	for _, name := range commands(t) {
		if help, _, code := run(t, name, "--help"); code != 0 || !strings.Contains(help, "Examples:\n  seelex "+name) {
			t.Errorf("the help of %s shows no example", name)
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if script, _, code := run(t, "completion", shell); code != 0 || !strings.Contains(script, "seelex") {
			t.Errorf("no completion for %s", shell)
		}
	}
	if words, err := exec.Command(binary, "__complete", "comp").Output(); err != nil || !strings.Contains(string(words), "compare") {
		t.Errorf("comp is completed to %q (%v)", words, err)
	}
}

func TestTheAddressOfTheSiteIsWholeAndNothingElse(t *testing.T) {
	for _, base := range []string{"seelex.example", "ftp://seelex.example", "https://seelex.example/laws", "https://me@seelex.example", "https://seelex.example?x", "https:///"} {
		if _, errs, code := runIn(t, t.TempDir(), "serve", "--addr", "127.0.0.1:0", "--base", base); code != 2 || !strings.Contains(errs, "is not the address of a site") {
			t.Errorf("--base %s: exit %d, said %q", base, code, errs)
		}
	}
}
