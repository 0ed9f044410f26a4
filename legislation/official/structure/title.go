package structure

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// actWords begin the titles of acts, in the nominative, folded.
var actWords = map[string]bool{"закон": true, "законик": true, "кодекс": true, "уредба": true, "одлука": true, "правилник": true, "наредба": true, "стратегија": true,
	"стратегия": true, "устав": true, "конституция": true, "zakon": true, "zakonik": true, "uredba": true, "odluka": true, "pravilnik": true, "strategija": true, "ustav": true,
	"ustava": true, "odlok": true, "ligj": true, "ligji": true, "kod": true, "kodi": true, "vendim": true, "kushtetuta": true, "strategjia": true, "lege": true, "legea": true,
	"codul": true, "ordonanta": true, "hotarare": true, "constitutia": true, "strategia": true, "νομοσ": true, "συνταγμα": true, "law": true, "act": true, "code": true}

// aboutWords part the kind of an act from what it is about.
var aboutWords = map[string]bool{"o": true, "za": true, "о": true, "за": true, "на": true, "per": true, "mbi": true, "privind": true, "pentru": true, "i": true, "e": true, "περι": true}

// title is the first heading that the markup states, or the title of the act among the lines above the articles, or the
// first line.
func (r *recogniser) title() string {
	first, heading := "", ""
	for i := 0; i < r.titleEnd() && first == ""; i++ {
		if b := &r.blocks[i]; b.Text != "" && b.Kind == "" && len(b.Text) <= 500 {
			first = b.Text
		}
	}
	for i := 0; i < r.titleEnd() && heading == ""; i++ {
		if b := &r.blocks[i]; b.Level > 0 && b.Kind == "" && len(b.Text) <= 500 {
			heading = b.Text
		}
	}
	if heading != "" && namesKind(heading, 3) {
		return heading
	}
	return cmp.Or(r.actTitle(), heading, first)
}

// titleEnd is the block before which a title may stand.
func (r *recogniser) titleEnd() int {
	end := min(len(r.blocks), 60)
	for k := range r.marks {
		if m := &r.marks[k]; m.kind == Article && m.block >= r.contentsTo || k == 0 && r.contentsTo == 0 {
			return min(end, m.block)
		}
	}
	return end
}

// actTitle is the last line above the articles that begins as the titles of acts do, with the lines that it goes on in.
func (r *recogniser) actTitle() string {
	kind := "" // "ЗАКОН" alone says little
	for i := r.titleEnd() - 1; i >= 0; i-- {
		if !r.beginsTitle(i) {
			continue
		}
		if kind = r.wholeTitle(i); strings.Contains(kind, " ") {
			break
		}
	}
	return kind
}

// numberAbove is the number of the act in the lines above its articles: "LIGJ Nr. 9062", "KODI NR. 06/L-074".
func (r *recogniser) numberAbove() string {
	for i := 0; i < r.titleEnd(); i++ {
		if t := r.blocks[i].Text; len(t) < 200 && (namesKind(t, 1) || strings.HasPrefix(fold(t), "nr")) {
			if n := actNumber(t); n != "" {
				return n
			}
		}
	}
	return ""
}

// namesKind says that one of the first n words is that of a kind of act.
func namesKind(t string, n int) bool {
	for i, w := range strings.Fields(foldAll(unspaced(t))) {
		if i < n && actWords[w] || i > 0 && i < 8 && (w == "kanunu" || w == "anayasasi") {
			return true
		}
	}
	return false
}

// beginsTitle says that a line is, or begins, the title of an act: "ЗАКОН", "З А К О Н ЗА ОРУЖЈЕТО", "KRIVIČNI ZAKONIK",
// "Zakon o javnom redu". Small letters may be those of a sentence that names an act.
func (r *recogniser) beginsTitle(i int) bool {
	b := &r.blocks[i]
	t := unspaced(b.Text)
	if b.Kind != "" || t == "" || len(t) > 300 || strings.ContainsRune(".:,;", rune(t[len(t)-1])) || !namesKind(t, 2) {
		return false
	}
	if b.Strong || b.Level > 0 || upperWords(t) {
		return true
	}
	words := strings.Fields(foldAll(t))
	return len(t) < 200 && len(words) > 2 && actWords[words[0]] && aboutWords[words[1]] && !strings.ContainsAny(t, "„“”\"(0123456789")
}

// wholeTitle joins the lines of the title that begins at block i.
func (r *recogniser) wholeTitle(i int) string {
	title := unspaced(r.blocks[i].Text)
	if i > 0 && strings.HasPrefix(fold(title), "zakon") && upperWords(r.blocks[i-1].Text) && !strings.Contains(r.blocks[i-1].Text, " ") && strings.HasSuffix(fold(r.blocks[i-1].Text), "i") {
		title = r.blocks[i-1].Text + " " + title // KRIVIČNI / ZAKONIK
	}
	for n := i + 1; n < r.titleEnd() && n < i+5 && len(title) < 300; n++ {
		t := r.blocks[n].Text
		about := strings.Fields(fold(t) + " ")
		goesOn := upperWords(t) && upperWords(title) || !strings.Contains(title, " ") && len(about) > 0 && aboutWords[about[0]]
		if !goesOn || len(t) > 300 || strings.HasSuffix(t, ".") || t[0] == '(' || t[0] == '-' || isNote(t) || r.beginsTitle(n) {
			break
		}
		title += " " + unspaced(t)
	}
	return title
}

// unspaced takes the blanks out of words set with a blank behind every letter: "З А К О Н ЗА ОРУЖЈЕТО".
func unspaced(t string) string {
	words := strings.Fields(t)
	n := 0
	for n < len(words) && utf8.RuneCountInString(words[n]) == 1 {
		n++
	}
	if n < 4 {
		return t
	}
	return strings.TrimSpace(strings.Join(words[:n], "") + " " + strings.Join(words[n:], " "))
}
