package importer

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// A text is dated by what says up to when it is consolidated, or by the issue that published
// it. The day of adoption is no such day: amendments may have been worked in since.
func TestADayOfAdoptionDatesNoText(t *testing.T) {
	const act = `<akomaNtoso><act><meta><identification>
<FRBRWork><FRBRdate date="2005-09-29"/><FRBRnumber value="85/2005"/></FRBRWork>
<FRBRExpression>%s<FRBRlanguage language="srp"/></FRBRExpression>
</identification></meta><body><article><num>Član 1</num><content><p>Neovlašćeno držanje opojnih droga je zabranjeno.</p></content></article></body></act></akomaNtoso>`
	for of, want := range map[string]string{
		"": "sr-Latn.akn", `<FRBRdate date="2024-12-01"/>`: "sr-Latn@2024-12-01.akn",
	} {
		path := filepath.Join(t.TempDir(), "act.xml")
		if err := os.WriteFile(path, fmt.Appendf(nil, act, of), 0o600); err != nil {
			t.Fatal(err)
		}
		report := bring(t, knowledge(t, t.TempDir()), Item{Path: path, Instrument: "rs/criminal-code"})
		if got := report.Files[0].Edition; string(got) != want {
			t.Errorf("an expression with the date %q is the edition %q, want %q; the report says %+v", of, got, want, report.Files[0])
		}
	}
}
