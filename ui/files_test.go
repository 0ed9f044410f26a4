package ui

import (
	"strings"
	"testing"
)

// What a page shows can be taken away as a workbook, a document, rows and JSON: the same
// question, no page of it only.
func TestEveryViewIsOfferedAsFiles(t *testing.T) {
	for page, file := range map[string]string{
		"/compare?topic=cultivation&jurisdictions=RS,HR&on=2014-01-02":   "compare.F?jurisdictions=RS,HR&on=2014-01-02&topic=cultivation",
		"/changes?from=2000-01-01&to=2014-01-01&offset=25":               "changes.F?from=2000-01-01&to=2014-01-01",
		"/timeline?jurisdiction=RS&limit=5&offset=5":                     "timeline.F?jurisdiction=RS&kind=reform,strategy",
		"/strategies?on=2014-01-01&theme=prevention":                     "strategies.F?on=2014-01-01",
		"/strategies?jurisdiction=XK":                                    "aims.F?jurisdiction=XK",
		"/scenario?conduct=use&substance=heroin":                         "scenario.F?conduct=use&substance=heroin",
		"/practice":                                                      "practice.F",
		"/map?topic=decriminalisation&variable=status&on=2010-01-01":     "map.F?on=2010-01-01&topic=decriminalisation&variable=status",
		"/method?on=2010-01-01":                                          "coverage.F?on=2010-01-01",
		"/law/ro/law-143-2000/art-2/par-1?from=2007-01-01&on=2024-01-01": "diff.F?from=2007-01-01&id=ro%2Flaw-143-2000%2Fart-2%2Fpar-1&to=2024-01-01",
	} {
		d := page200(t, page)
		for _, format := range []string{"xlsx", "docx", "csv", "json"} {
			d.links("/api/v1/export/" + strings.Replace(file, ".F", "."+format, 1))
		}
	}
}
