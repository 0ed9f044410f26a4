package cite

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"seelex/legislation"
)

var countedRef = regexp.MustCompile(`^\d+/\d{2,4}$`)

// publications are the references to the gazette up to the day.
func (w *work) publications() {
	for n, g := range w.instrument.Gazette {
		for _, ref := range refsOf(g.Ref) {
			ref.name, ref.date = g.Name, g.Date
			if n > 0 && !inLaw(ref, legislation.Date{}, w.on) {
				continue
			}
			w.gazettes = append(w.gazettes, ref)
		}
	}
	for _, a := range w.instrument.Amendments {
		if a.Ref == "" || a.Ref[0] < '0' || a.Ref[0] > '9' {
			continue // an act by its name, not where it was published
		}
		for _, ref := range refsOf(a.Ref) {
			if !countedRef.MatchString(ref.ref) || !inLaw(ref, a.InForce, w.on) || len(w.gazettes) == 0 {
				continue
			}
			ref.name, ref.date = w.gazettes[0].name, a.Date
			if r, ok := renamed[ref.name]; ok && ref.yearNumber() >= r.from {
				ref.name = r.name
			}
			w.updated = append(w.updated, ref)
		}
	}
}

func (r reference) yearNumber() int {
	year := r.year
	if len(year) == 2 {
		year = fullYear(year)
	}
	n, _ := strconv.Atoi(year)
	return n
}

// inLaw reports whether a publication belongs to the law of a day: by the day it came
// into force where that is known, else by its year.
func inLaw(r reference, inForce legislation.Date, on legislation.Day) bool {
	switch {
	case !inForce.IsZero():
		return inForce.First() <= on
	case !r.date.IsZero():
		return r.date.First() <= on
	}
	return r.yearNumber() <= int(on)/10000
}

var remark = regexp.MustCompile(`\s*\([^)]*\)|\s+of \d.*$`)

// onDate is the English date behind a number.
var onDate = regexp.MustCompile(` of \d.*$`)

var listed = strings.NewReplacer(" and ", ",", "…", ",")

// refsOf takes a field of the corpus, which may name several numbers and remarks in
// English, apart.
func refsOf(field string) []reference {
	var out []reference
	for p := range strings.SplitSeq(listed.Replace(field), ",") {
		counted := strings.TrimSpace(remark.ReplaceAllString(p, ""))
		if countedRef.MatchString(counted) {
			no, year, _ := strings.Cut(counted, "/")
			out = append(out, reference{ref: counted, no: no, year: year, correction: strings.HasSuffix(p, "(correction)"), again: strings.HasSuffix(p, "(republication)")})
		}
	}
	plain := strings.TrimSpace(remark.ReplaceAllString(field, ""))
	if len(out) > 0 || plain == "" {
		return out
	}
	r := reference{ref: plain, again: strings.HasSuffix(field, "(republication)")}
	if refs, _ := readRefs(tokenize(plain), 0, true); len(refs) > 0 {
		r.no, r.year, _ = strings.Cut(refs[0], "/")
	}
	return []reference{r}
}

// gazette is the reference to the gazette in the native style, "" where none is known.
func (w *work) gazette() string {
	g := w.practice.gazette
	if len(w.gazettes) == 0 || g.pattern == "" {
		return ""
	}
	first := w.gazettes[0]
	if w.country.Code == "EU" {
		return w.euJournal("OJ %s %n, %d, p. %p")
	}
	values := map[string]string{"name": shortGazette(first.name), "no": first.no, "year": first.year, "date": w.date(first.date), "day": dotted(first.date)}
	if values["year"] == "" && !first.date.IsZero() {
		values["year"] = strconv.Itoa(first.date.Year())
	}
	if len(values["year"]) == 2 && strings.Contains(g.pattern, "{year}") {
		values["year"] = fullYear(values["year"])
	}
	pattern := g.pattern
	if strings.Contains(pattern, "{date}") && values["date"] == "" || strings.Contains(pattern, "{day}") && values["day"] == "" {
		pattern = strings.NewReplacer(" din {date}", "/{year}", "RG {day}, S.", "RG S.").Replace(pattern)
	}
	if strings.Contains(pattern, "Α΄") && !strings.HasPrefix(first.ref, "Α ") {
		pattern = "{ref}"
	}
	if first.year != "" && strings.HasSuffix(w.instrument.Number, "/"+first.year) {
		pattern = strings.Replace(pattern, "Α΄ {no}/{year}", "Α΄ {no}", 1) // the year of the law
	}
	values["refs"] = w.refs(g.every)
	values["ref"] = first.ref
	out := fill(pattern, values)
	if g.latest != "" && len(w.updated) > 0 {
		last := w.updated[len(w.updated)-1]
		out += ", " + fill(g.latest, map[string]string{"no": last.no, "year": last.year})
	}
	for _, r := range w.gazettes[1:] {
		if r.again && g.again != "" {
			out += fill(g.again, map[string]string{"no": r.no, "date": w.date(r.date), "ref": r.ref})
		}
	}
	if g.later != "" && w.amended() {
		out += g.later
	}
	return out
}

// amended reports whether an amendment was in force on the day.
func (w *work) amended() bool {
	return slices.ContainsFunc(w.instrument.Amendments, func(a legislation.Amendment) bool {
		return !a.InForce.IsZero() && a.InForce.First() <= w.on
	})
}

// refs lists the numbers of the gazette; where it changed its name, or another
// gazette was before it, with the name.
func (w *work) refs(every bool) string {
	all := slices.Clone(w.gazettes)
	if every {
		all = append(all, w.updated...)
	} else {
		all = all[:1]
	}
	var b strings.Builder
	quoted := strings.HasPrefix(w.practice.gazette.pattern, "„")
	for n, r := range all {
		switch {
		case n > 0 && r.name != all[n-1].name && w.practice.lang == "mk":
			b.WriteString(" и „" + shortGazette(r.name) + "“ бр. ")
		case n > 0 && r.name != all[n-1].name && quoted:
			b.WriteString(" i „" + shortGazette(r.name) + "“, br. ")
		case n > 0 && r.name != all[n-1].name:
			b.WriteString("; " + shortGazette(r.name) + " ")
		case n > 0 && n == len(all)-1 && lastAnd[w.practice.lang] != "":
			b.WriteString(lastAnd[w.practice.lang])
		case n > 0:
			b.WriteString(", ")
		}
		b.WriteString(r.ref)
		if r.correction {
			b.WriteString(corrected)
		}
	}
	return b.String()
}

// lastAnd stands before the last number of a gazette, and corrected behind one of a correction,
// as law reports and consolidated texts have them: 107/2005 – ispr., 72/2009 i 94/2024.
var lastAnd = map[string]string{"sr-Latn": " i ", "bs": " i ", "cnr": " i ", "mk": " и ", "sl": " in "}

const corrected = " – ispr."

func shortGazette(name string) string {
	for _, g := range gazetteNames {
		if strings.HasPrefix(name, g[0]) {
			return g[1] + name[len(g[0]):]
		}
	}
	return name
}
