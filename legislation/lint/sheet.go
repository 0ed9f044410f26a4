package lint

import (
	"fmt"
	"slices"
	"strings"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

// sheet lints one jurisdiction's file.
func (l *linter) sheet(i int) {
	sheet := &l.corpus.Sheets[i]
	in := func(name, path string) scope {
		return scope{linter: l, sheet: sheet, file: l.files[i+3], record: name, path: path}
	}
	run(in("jurisdiction "+sheet.Jurisdiction.Code, "jurisdiction"), jurisdictionChecks, &sheet.Jurisdiction)
	for j := range sheet.Instruments {
		run(in(rowName(sheet, "instruments", j), index("instruments", j)), instrumentChecks, &sheet.Instruments[j])
	}
	for j := range sheet.Provisions {
		run(in(rowName(sheet, "provisions", j), index("provisions", j)), provisionChecks, &sheet.Provisions[j])
	}
	for j := range sheet.Positions {
		run(in(rowName(sheet, "positions", j), index("positions", j)), positionChecks, &sheet.Positions[j])
	}
	for j := range sheet.Reforms {
		run(in(rowName(sheet, "reforms", j), index("reforms", j)), reformChecks, &sheet.Reforms[j])
	}
	for j := range sheet.Practice {
		run(in(rowName(sheet, "practice", j), index("practice", j)), figureChecks, &sheet.Practice[j])
	}
	for j := range sheet.Ratifications {
		run(in(rowName(sheet, "ratifications", j), index("ratifications", j)), ratificationChecks, &sheet.Ratifications[j])
	}
	for j := range sheet.Sources {
		run(in("source "+sheet.Sources[j].ID, "sources."+sheet.Sources[j].ID), sourceChecks, &sheet.Sources[j])
	}
	run(in("open_questions", ""), questionChecks, sheet.OpenQuestions)
	run(in("the whole file", ""), sheetChecks, sheet)
}

func index(section string, n int) string { return fmt.Sprintf("%s[%d]", section, n) }

var sheetChecks = []check[*legislation.Sheet]{
	{"file-name", fileName},
	{"duplicate-text", duplicateTexts},
	{"duplicate-row", duplicateRows},
	{"duplicate-source", duplicateSources},
	{"unused-source", unusedSources},
}

var questionChecks = []check[[]string]{
	{"text", func(s *scope, questions []string) {
		for i, q := range questions {
			s.required(index("open_questions", i), q)
			s.english(index("open_questions", i), q)
		}
	}},
	{"duplicate-text", func(s *scope, questions []string) {
		s.unique("open_questions", questions, "is asked twice")
	}},
}

func fileName(s *scope, sheet *legislation.Sheet) {
	code := sheet.Jurisdiction.Code
	if want := corpus.FileOf(code); code != "" && s.file != want {
		s.fault("jurisdiction.code", code, "does not go with the name of the file", want+" as the name of the file")
	}
}

// duplicateTexts finds digests and summaries that two records share word for word:
// most often a copy that was meant to be edited.
func duplicateTexts(s *scope, sheet *legislation.Sheet) {
	first := map[string]string{}
	see := func(section string, n int, field, text string) {
		key := strings.Join(strings.Fields(strings.ToLower(text)), " ")
		name := rowName(sheet, section, n)
		if len(key) < 40 {
			return
		}
		if other, twice := first[key]; twice {
			s.in(name, index(section, n)).doubt(field, clip(text), "is word for word the text of "+other, "the difference between the two, or one row for both")
			return
		}
		first[key] = name
	}
	for i := range sheet.Instruments {
		see("instruments", i, "summary_en", sheet.Instruments[i].Summary)
	}
	for i := range sheet.Provisions {
		see("provisions", i, "digest_en", sheet.Provisions[i].Digest)
	}
	for i := range sheet.Positions {
		see("positions", i, "summary_en", sheet.Positions[i].Summary)
	}
}

// duplicateRows finds events and figures that are entered twice. Ids have a check of
// their own.
func duplicateRows(s *scope, sheet *legislation.Sheet) {
	see := map[string]int{}
	twice := func(section string, n int, key string) {
		if before, ok := see[key]; ok {
			s.in(rowName(sheet, section, n), index(section, n)).fault("", key, fmt.Sprintf("is entered twice, first as entry %d", before+1), "one entry")
			return
		}
		see[key] = n
	}
	for i := range sheet.Reforms {
		twice("reforms", i, reformName(&sheet.Reforms[i]))
	}
	for i := range sheet.Practice {
		twice("practice", i, figureName(&sheet.Practice[i])+" ("+sheet.Practice[i].Unit+")")
	}
	for i, r := range sheet.Ratifications {
		twice("ratifications", i, ratificationName(&sheet.Ratifications[i])+" ("+r.Manner+")")
	}
}

func duplicateSources(s *scope, sheet *legislation.Sheet) {
	first := map[string]string{}
	for _, source := range sheet.Sources {
		key := strings.ToLower(source.Title + "\x00" + source.Publisher + "\x00" + source.URL)
		if other, twice := first[key]; twice {
			s.in("source "+source.ID, "sources."+source.ID).doubt("", source.ID, "is the same source as "+other, "one of the two, named in all rows")
			continue
		}
		first[key] = source.ID
	}
}

// unusedSources finds sources that no row names. One that an open question mentions
// is in use: it says what could not be established there.
func unusedSources(s *scope, sheet *legislation.Sheet) {
	used := map[string]bool{}
	use := func(ids []string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	for _, r := range sheet.Instruments {
		use(r.Sources)
	}
	for _, r := range sheet.Provisions {
		use(r.Sources)
	}
	for _, r := range sheet.Positions {
		use(r.Sources)
	}
	for _, r := range sheet.Reforms {
		use(r.Sources)
	}
	for _, r := range sheet.Practice {
		use(r.Sources)
	}
	for _, r := range sheet.Ratifications {
		use(r.Sources)
	}
	for _, q := range sheet.OpenQuestions {
		use(words(q))
	}
	for _, source := range sheet.Sources {
		if !used[source.ID] {
			s.in("source "+source.ID, "sources."+source.ID).doubt("", source.ID, "is named by no row", "a row that rests on it, or no such source")
		}
	}
}

// unique reports values of a list that come twice, in any case of letters.
func (s *scope) unique(field string, list []string, message string) {
	for i, v := range list {
		if slices.ContainsFunc(list[:i], func(w string) bool { return strings.EqualFold(v, w) }) {
			s.fault(fmt.Sprintf("%s[%d]", field, i), clip(v), message, "each once")
		}
	}
}

func clip(text string) string {
	if r := []rune(text); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return text
}
