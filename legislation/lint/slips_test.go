package lint

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// A slip of the hand breaks the file for the machine. Whoever made it is told the line
// that it is on, not the one on which the parser gave up, the row, what is wrong and
// what would be right.
func TestSlipsOfTheHand(t *testing.T) {
	const title = "  title_en: Criminal Code\n"
	tests := []struct{ old, new, want string }{
		{"  type: code\n", "\ttype: code\n", `12: rs/criminal-code | type: "type: code" is indented with a tab; want spaces`},
		{"  type: code\n", "\u00a0 type: code\n", `12: rs/criminal-code | "type: code" is indented with a character that only looks like a space`},
		{"  type: code\n", "  type:code\n", `12: rs/criminal-code | type: "type:code" has no space behind the colon`},
		{"- id: rs/strategy-2009-2013", "-id: rs/strategy-2009-2013", `25: rs/strategy-2009-2013 | id: "-id: rs/strategy-2009-2013" has no space behind the -`},
		{"- id: rs/strategy-2009-2013", " - id: rs/strategy-2009-2013", `25: rs/strategy-2009-2013 | id: "- id: rs/strategy-2009-2013" is indented by 1 spaces, where nothing above it begins; want 0, as the entry above it on line 11`},
		{"  adopted: 2005", "   adopted: 2005", `15: rs/criminal-code | adopted: "adopted: 2005-09-29" is indented by 3 spaces, where nothing above it begins; want 2, as the field above it on line 14`},
		{title, "  title_en: Code: Criminal\n", `13: rs/criminal-code | title_en: "title_en: Code: Criminal" has a colon and a space inside an unquoted text; want quotation marks`},
		{title, "  title_en: “Code: Criminal”\n", `13: rs/criminal-code | title_en: "title_en: “Code: Criminal”" has a colon and a space inside an unquoted text`},
		{title, "  title_en: \"Criminal Code\n", `13: rs/criminal-code | title_en: "title_en: \"Criminal Code" opens " and does not close it; want the closing "`},
		{title, "  title_en: \"Criminal\" Code\n", `13: rs/criminal-code | title_en: "title_en: \"Criminal\" Code" goes on behind the closing quotation mark`},
		{title, "  title_en: 'Children's Code'\n", `13: rs/criminal-code | title_en: "title_en: 'Children's Code'" has an apostrophe in a text in single quotation marks`},
		{title, "  title_en: \"Criminal \\Code\"\n", `13: rs/criminal-code | title_en: "title_en: \"Criminal \\Code\"" has a \ in a text in double quotation marks`},
		{title, "  title_en: @Criminal Code\n", `13: rs/criminal-code | title_en: "title_en: @Criminal Code" has a text that begins with a character which means something in YAML`},
		{title, "  title_en: *Criminal Code\n", `13: rs/criminal-code | title_en: "title_en: *Criminal Code" has a text that begins with a character`},
		{"topics: [personal-possession]\n", "topics: [personal-possession\n", `51: rs/criminal-code/art-246a/par-1 | topics: "topics: [personal-possession" opens [ and does not close it; want the closing ]`},
		{"en: Unlawful holding}", "en: Unlawful holding", `48: rs/criminal-code/art-246a/par-1 | heading: "heading: {sr-Latn: Neovlašćeno držanje, en: Unlawful holding" opens { and does not close it`},
		{"držanje, en: Unlawful", "držanje en: Unlawful", `48: rs/criminal-code/art-246a/par-1 | heading: "heading: {sr-Latn: Neovlašćeno držanje en: Unlawful holding}" has a field inside {…} that no comma parts`},
		{"  summary_en: The code punishes", "  summary_en: >-\nThe code punishes", `23: rs/criminal-code | "The code punishes trafficking and possession." is neither a field (name: value) nor an entry`},
		{title, "<<<<<<< HEAD\n" + title + "=======\n  title_en: Penal Code\n>>>>>>> branch\n", `13: the whole file | "<<<<<<<" marks a merge conflict`},
		{title, "  title_en: Code p\xe9nal\n", `13: the whole file | is not in UTF-8`},
	}
	for _, x := range tests {
		t.Run(x.want, func(t *testing.T) {
			got := places(lint(t, small(t, edit{file: serbia, old: x.old, new: x.new})))
			if len(got) != 1 || !strings.HasPrefix(got[0], x.want) {
				t.Errorf("got\n%s", strings.Join(got, "\n"))
			}
		})
	}
}

// What YAML reads without complaint and nobody meant: the editor's quotation marks, a
// text that a # cuts off, the thousands of 2.000.
func TestReadsOtherwiseThanItLooks(t *testing.T) {
	checkEdits(t, []edit{
		{serbia, "title_en: Criminal Code", "title_en: “Criminal Code”", `rs/criminal-code | title_en: "“Criminal Code”" stands in curly quotation marks`},
		{serbia, "title_en: Criminal Code", "title_en: Criminal Code #2 of Serbia", `? rs/criminal-code | title_en: "Criminal Code" ends before #2 of Serbia`},
		{serbia, "{min: 10000, max", "{min: 10.000, max", `position personal-possession from 2009-09-11 | values.fine: "10.000" may have a separator of thousands, which YAML reads as a decimal point; want 10000, or 10`},
		{serbia, "value: 2345", "value: 2.340", `practice 2014: convictions for possession | value: "2.340" may have a separator of thousands, which YAML reads as a decimal point; want 2340, or 2.34`},
		{serbia, "prison_possible: true", `prison_possible: "true"`, `position personal-possession from 2009-09-11 | values.prison_possible: "true" is not a yes or no; want true or false, without quotation marks`},
		{serbia, "- id: rs/strategy-2009-2013", "  id: rs/strategy-2009-2013", `rs/criminal-code | id: stands twice in the same group, first on line 11; where a new entry begins, want - before it`},
		{serbia, "- id: rs/strategy-2009-2013", "- id: rs/strаtegy-2009-2013", `rs/strаtegy-2009-2013 | id: "strаtegy" mixes scripts: among Latin letters stands а (Cyrillic)`},
		{serbia, "  type: code\n", "", `rs/criminal-code | type: is missing; want one of code, act`},
	})
	marked := small(t)
	marked[serbia] = &fstest.MapFile{Data: append([]byte("\ufeff"), bytes.ReplaceAll(marked[serbia].Data, []byte("\n"), []byte("\r\n"))...)}
	got := places(lint(t, marked))
	if len(got) != 2 || !strings.Contains(got[0], "begins with a byte order mark") || !strings.Contains(got[1], "has the line ends of Windows") {
		t.Errorf("a file saved in Windows: got\n%s", strings.Join(got, "\n"))
	}
}

func places(r Report) []string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, fmt.Sprintf("%d: %s", f.Line, strings.TrimPrefix(line(f), "? ")))
	}
	return out
}
