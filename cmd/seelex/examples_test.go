package main_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"seelex/legislation/corpus"
)

// What the help shows as examples does what it says, typed as it stands there: in a folder
// that holds the files that they name.
func TestEveryExampleOfTheHelpRuns(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "legislation", "corpus"), corpus.Embedded()); err != nil {
		t.Fatal(err)
	}
	law := "Ligji për provë\n\nNeni 1\nKy ligj rregullon provën.\n\nNeni 2\nKy ligj hyn në fuqi menjëherë.\n"
	for name, text := range map[string]string{
		"criminal-code.pdf":  pdf("Neni 1", "Neni 1 i provës", "Neni 2", "Neni 2 i provës"),
		"legalize-gr/law.md": "---\ntitle: Νόμος δοκιμής\nidentifier: FEK-A-1-2024\ncountry: gr\nrank: nomos\n---\n# Νόμος δοκιμής\n\n## Άρθρο 1\n\nΚείμενο της δοκιμής.\n\n## Άρθρο 2\n\nΈναρξη ισχύος.\n",
		"law.txt":            law,
		"texts.yaml":         "texts:\n  - {instrument: xk/example-law, file: law.txt, language: sq, date: 2024-01-01}\n",
	} {
		name = filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	examples := append([]string{"seelex stats"}, examplesOf(t)...) // of somebody who has begun
	if len(examples) < 30 {
		t.Errorf("only %d examples were found", len(examples))
	}
	for _, example := range examples {
		c := exec.CommandContext(t.Context(), "sh", "-c", "exec "+example+` --data "$DATA"`)
		if strings.HasPrefix(example, "seelex serve") {
			c.Args[2] += " --addr 127.0.0.1:0" // the ports of the examples may be taken
		}
		c.Dir, c.Env = folder, append(os.Environ(), "PATH="+filepath.Dir(binary)+":"+os.Getenv("PATH"), "DATA="+filepath.Join(folder, "data"))
		var out, errs bytes.Buffer
		c.Stdout, c.Stderr = &out, &errs
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(example, "seelex serve") {
			time.AfterFunc(2*time.Second, func() { _ = c.Process.Signal(syscall.SIGTERM) })
		}
		if err := c.Wait(); err != nil || out.Len() == 0 {
			t.Errorf("%s: %v, printed %d bytes, said %s", example, err, out.Len(), errs.String())
		}
	}
}

// examplesOf are the examples of all commands.
func examplesOf(t *testing.T) (examples []string) {
	for _, command := range append(commands(t), "") {
		help, err := exec.Command(binary, append(strings.Fields(command), "--help")...).Output()
		if err != nil {
			t.Fatal(err)
		}
		_, list, _ := strings.Cut(string(help), "Examples:\n")
		list, _, _ = strings.Cut(list, "\n\n")
		for line := range strings.Lines(list) {
			examples = append(examples, strings.TrimSpace(line))
		}
	}
	return examples
}

// commands are those that the help lists, but for what the library adds.
func commands(t *testing.T) (names []string) {
	out, err := exec.Command(binary, "--help").Output()
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(out), "Available Commands:\n")
	list, _, _ = strings.Cut(list, "\n\n")
	for line := range strings.Lines(list) {
		if name := strings.Fields(line)[0]; name != "completion" && name != "help" {
			names = append(names, name)
		}
	}
	return names
}

// pdf is a page with lines of text.
func pdf(lines ...string) string {
	var text strings.Builder
	text.WriteString("BT /F1 12 Tf 72 720 Td 16 TL\n")
	for _, line := range lines {
		fmt.Fprintf(&text, "(%s) Tj T*\n", strings.NewReplacer("ë", "\\353").Replace(line))
	}
	text.WriteString("ET")
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	var places []int
	for n, object := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", text.Len(), text.String()),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	} {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, place := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", place)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, start)
	return b.String()
}

// Who presses Ctrl-C while the first start loads the corpus is obeyed, and the next start is a
// first one again or goes on from what is whole.
func TestTheFirstStartCanBeStopped(t *testing.T) {
	for _, wait := range []time.Duration{20 * time.Millisecond, 150 * time.Millisecond, 400 * time.Millisecond} {
		dir := t.TempDir()
		c := exec.Command(binary, "stats", "--data", dir)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(wait)
		_ = c.Process.Signal(os.Interrupt) // it may have ended
		told := time.Now()
		err := c.Wait()
		if took := time.Since(told); took > time.Second {
			t.Errorf("told to end after %v, it ended %v later (%v)", wait, took, err)
		}
		if state, ok := c.ProcessState.Sys().(syscall.WaitStatus); err != nil && (!ok || state.Signal() != os.Interrupt) {
			t.Errorf("told to end after %v, it ended with %v", wait, err)
		}
		if out, errs, code := runIn(t, dir, "stats"); code != 0 || !strings.Contains(out, "19  jurisdictions") {
			t.Errorf("the start after that: exit %d, %s%s", code, out, errs)
		}
	}
}
