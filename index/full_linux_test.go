package index

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"seelex/legislation/official/importer"
)

// TestAnIndexThatCannotBeWrittenIsSearched: on a full disk an import is stored and not searched yet.
// What was there before is found all the same, and the import once there is room again.
func TestAnIndexThatCannotBeWrittenIsSearched(t *testing.T) {
	if os.Getenv("SEELEX_INDEX_TEST") == "" { // in a process of its own, for which files may not grow
		alone := exec.Command(os.Args[0], "-test.run", "^TestAnIndexThatCannotBeWrittenIsSearched$")
		alone.Env = append(os.Environ(), "SEELEX_INDEX_TEST=full")
		if out, err := alone.CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
		return
	}
	dir, s := keep(t)
	open(t, dir, s)
	item := importer.Item{Path: "zakon.txt", Data: []byte(squirrelLaw()), Instrument: "rs/squirrel-act", Language: "sr-Latn"}
	if _, err := importer.Run(t.Context(), s, []importer.Item{item}, importer.Options{}); err != nil {
		t.Fatal(err)
	}
	var usual syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &usual); err != nil {
		t.Fatal(err)
	}
	full := syscall.Rlimit{Cur: 1 << 10, Max: usual.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &full); err != nil {
		t.Fatal(err)
	}
	defer syscall.Setrlimit(syscall.RLIMIT_FSIZE, &usual)
	x, err := Open(dir, s, nil)
	if _, ok := errors.AsType[*Behind](err); !ok {
		t.Fatalf("opened with %v, want an index that is behind", err)
	}
	if a := answer(t, x, request("naloxone")); a.Total == 0 {
		t.Error("what was there before is not found")
	}
	if a := answer(t, x, request("veverice")); a.Total != 0 {
		t.Error("what cannot be indexed is found")
	}
	if err := x.CatchUp(t.Context(), nil); err == nil || !strings.Contains(err.Error(), "start again") {
		t.Errorf("trying again says %v", err)
	}
	x.Close()
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &usual); err != nil {
		t.Fatal(err)
	}
	if x, err = Open(dir, s, nil); err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if a := answer(t, x, request("veverice")); a.Total == 0 {
		t.Error("with room again the import is not found")
	}
}
