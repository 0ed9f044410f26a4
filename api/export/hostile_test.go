package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"seelex/api/answer"
	"seelex/api/export/docx/docxtest"
	"seelex/legislation"
	"seelex/legislation/compare"
	"seelex/legislation/compare/diff"
)

// hostile answers hold what an import or a mistake could bring into them.
func hostile() *answer.Comparison {
	evil := `=cmd|' /C calc'!A0`
	topic := &legislation.Topic{ID: "evil", Label: evil, Question: "=1+1", Variables: []legislation.Variable{{Name: "scope", Type: legislation.Plain, Note: "+1"}}}
	return &answer.Comparison{Block: compare.Block{Topic: topic, On: today, Columns: []compare.Column{{
		Jurisdiction: compare.Party{Code: "RS", Name: "@SUM(1)"},
		Position: &compare.Cell{Values: map[string]legislation.Value{"scope": {Type: legislation.Plain, Text: evil}}, Words: map[string]string{"scope": evil},
			Summary: "<w:t>&]]>\x00\u200b=1", Citations: []compare.Citation{{Label: evil, URL: "javascript:alert(1)"}},
			Sources: []legislation.Source{{ID: "S1", Title: "-1", URL: "javascript:alert(1)"}}, Confidence: legislation.Secondary}}}}}
}

// hostileFiles are all views of such answers.
func hostileFiles(t *testing.T) map[string]*File {
	evil := `=cmd|' /C calc'!A0`
	c, party := records(t).Catalog(), compare.Party{Code: "RS", Name: "@SUM(1)"}
	sources := []legislation.Source{{ID: "S1", Title: "-1", URL: "javascript:alert(1)"}}
	link := compare.InstrumentLink{ID: "rs/evil", Title: evil, URL: "javascript:alert(1)"}
	comparison := hostile()
	cell := comparison.Columns[0].Position
	value := cell.Values["scope"]
	citation := cell.Citations[0]
	strategies := compare.Strategies{On: today, Themes: []compare.Theme{{ID: "other", Label: "+Other"}}, Columns: []compare.StrategyColumn{{Jurisdiction: party, Strategies: []compare.StrategyOn{{Strategy: &compare.Strategy{
		InstrumentLink: link, Type: evil, Jurisdiction: party, Summary: "<w:t>]]>\x00", Responsible: evil, Successor: &link, Sources: sources,
		Sections: []compare.Section{{Citation: citation, Heading: evil, Text: "|calc", Themes: []compare.Reason{{Theme: "other", By: "word", Match: evil}}, Sources: sources}}}}}}}}
	files := map[string]*File{
		"comparison": Comparison(comparison, c, request),
		"changes": Changes(compare.Changes{From: 20200101, To: today, Rows: []compare.TopicChanges{{Jurisdiction: party, Topic: compare.TopicName{ID: evil, Label: evil}, Before: cell, After: cell,
			Changes: []compare.Change{{Variable: evil, After: &value, BeforeWords: "=1", AfterWords: evil, Reforms: []compare.Cause{{Reform: legislation.Reform{Title: evil}, Sources: sources}}}}}}}, c, request),
		"timeline": Timeline(compare.Timeline{Events: []compare.Event{{Jurisdiction: party, Title: evil, Direction: evil, Instrument: &link, Topics: []string{evil}, Sources: sources}}}, c, request),
		"practice": Practice(compare.Practice{Series: []compare.Series{{Jurisdiction: party, Measure: evil, Unit: evil, Points: []compare.Point{{Year: "=1+1", Note: evil, Sources: sources}}}}}, c, request),
		"map": Map(compare.Shading{Topic: "evil", Label: evil, Variable: comparison.Topic.Variables[0], On: today, Classes: []compare.Class{{Words: evil}},
			Places: []compare.Shade{{Jurisdiction: party, Words: evil, Code: evil, Sources: sources}}}, comparison, c, request),
		"scenario": Scenario(compare.Scenario{Notice: evil, Words: evil, Outcomes: []compare.Outcome{{Jurisdiction: party, Rule: compare.Finding{Code: evil, Words: evil}, Why: []compare.Finding{{Words: evil}},
			ClassWords: evil, Authority: evil, Silent: []string{evil}, Summary: evil, Citations: cell.Citations, Sources: sources, Provisions: []compare.RuleText{{Citation: citation, Digest: evil}},
			Alternatives: []compare.Alternative{{Words: evil, Verdict: compare.Open, Why: evil, Citation: &citation}}}}}, c, request),
		"diff": Diff(&answer.Diff{ID: "rs/evil/art-1", Label: evil, To: today, Edits: []diff.Edit{{Op: diff.Insert, Text: evil}, {Op: diff.Delete, Text: "\t=1"}}, Amends: []answer.AmendmentItem{{Ref: evil, What: evil}},
			Texts: []answer.TextDiff{{Lang: "sr", Edits: []diff.Edit{{Op: diff.Equal, Text: "<script>\x00"}}}}}, &legislation.Provision{ID: "rs/evil/art-1"}, c, request),
		"strategies": Strategies(strategies, c, request), "aims": Aims(strategies, c, request),
	}
	return files
}

func TestHostileTextIsTextInEveryFormat(t *testing.T) {
	for name, f := range hostileFiles(t) {
		t.Run(name, func(t *testing.T) {
			for _, row := range strings.Split(string(written(t, f, CSV)), "\r\n")[1:] {
				for _, start := range []string{",=", `,"=`, ",@", ",-", ",+"} {
					if strings.Contains(row, start) || strings.HasPrefix(row, start[1:]) {
						t.Errorf("a cell of the CSV begins a formula: %s", row)
					}
				}
			}
			noFormulas(t, written(t, f, XLSX))
			for name, text := range docxtest.Parts(t, written(t, f, DOCX)) {
				if err := wellFormed(text); err != nil {
					t.Errorf("%s: %v", name, err)
				}
				if strings.Contains(text, `Target="javascript:`) {
					t.Errorf("%s has a link that runs a script", name)
				}
			}
		})
	}
}

// noFormulas looks at every cell of a workbook.
func noFormulas(t *testing.T, data []byte) {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j := range row {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				formula, _ := book.GetCellFormula(sheet, at)
				linked, target, _ := book.GetCellHyperLink(sheet, at)
				if formula != "" || linked && strings.HasPrefix(target, "javascript:") {
					t.Errorf("%s!%s has formula %q, link %q", sheet, at, formula, target)
				}
			}
		}
	}
}
