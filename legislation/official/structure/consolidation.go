package structure

import (
	"regexp"
	"strings"
)

var (
	asOf      = regexp.MustCompile(`(?i)\b(?:varianta|forma|versiunea)\b[^.\n]{0,40}?\b(?:din|la data de|în vigoare la|in vigoare la)\s+(?:(\d{1,2})[.-](\d{1,2})[.-])?(\d{4})\b`)
	amendment = regexp.MustCompile(`\(la (\d{2})-(\d{2})-(\d{4}),? `)
)

// consolidation is the day whose law a Romanian text gives, where its opening says it ("în varianta din 2015"), or else
// the day of the latest amendment that it notes: it holds at least what was law on that day.
func (d *Document) consolidation(opening string) {
	if d.Meta.Consolidation != "" || d.Language != "ro" {
		return
	}
	if m := asOf.FindStringSubmatch(opening); m != nil {
		d.Meta.Consolidation = isoDate(m[3], m[2], m[1])
		return
	}
	latest := ""
	for _, m := range amendment.FindAllStringSubmatch(d.Text, -1) {
		if day := isoDate(m[3], m[2], m[1]); day > latest {
			latest = day
		}
	}
	if latest != "" {
		d.Meta.Consolidation = latest
		d.Warnings = append(d.Warnings, Warning{Code: "consolidation", Offset: -1,
			Text: "the text does not say the day whose law it gives; taken for " + latest + ", that of the latest amendment which it notes"})
	}
}

// isoDate writes a date as ISO 8601, as exact as it is known.
func isoDate(year, month, day string) string {
	if month == "" {
		return year
	}
	pad := func(s string) string { return strings.Repeat("0", 2-len(s)) + s }
	return year + "-" + pad(month) + "-" + pad(day)
}
