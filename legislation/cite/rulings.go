package cite

import (
	"regexp"
	"strings"
)

// judgment is a judgment of the Court of Justice of the Union.
type judgment struct {
	number string // of the case: C-663/18
	name   string // usual
	ecli   string // as the Court writes it, without the acronym: EU:C:2020:938
}

var ofTheCourt = regexp.MustCompile(`^Court of Justice, (C-\d+/\d+), ([^:(]+?)(?: \([^)]*\))?: `)

// judgment is what the corpus calls "Court of Justice, C-663/18, B S and C A (…): …".
func (w *work) judgment() (judgment, bool) {
	m := ofTheCourt.FindStringSubmatch(w.instrument.TitleEn)
	ecli, found := strings.CutPrefix(w.instrument.Number, "ECLI:")
	if m == nil || !found {
		return judgment{}, false
	}
	return judgment{m[1], m[2], ecli}, true
}

// curia follows the Court's own method of citing its case-law (judgment of 12 July 2005,
// Schempp, C-403/03, EU:C:2005:446), which the Interinstitutional Style Guide, 5.9.3, repeats.
func (j judgment) curia(date, pin string) string {
	return join(", ", "Judgment of "+date, em(j.name), j.number, j.ecli, pin)
}

// oscola is the judgment after the guide's frequent questions: Case C-403/03 Schempp
// EU:C:2005:446.
func (j judgment) oscola(pin string) string {
	return join(", ", "Case "+j.number+" "+em(j.name)+" "+j.ecli, pin)
}

// american is the judgment with what Bluebook, rule 21.5, and those that follow it ask for.
func (j judgment) american(name, date, pin string) string {
	return join(", ", "Case "+j.number, name, "ECLI:"+j.ecli, pin) + tail(date) + "."
}

// resolution is the number of a resolution of the General Assembly, "" for what is none, and
// the symbol of the document.
func (w *work) resolution() (number, symbol string) {
	m := ofTheAssembly.FindStringSubmatch(w.instrument.Number)
	if m == nil {
		return "", ""
	}
	return m[1], "A/RES/" + m[1]
}

var ofTheAssembly = regexp.MustCompile(`^(?:A/RES/|General Assembly resolution )((?:S-)?\d+/\d+)(?:, annex)?$`)
