package structure

import "regexp"

var (
	numberSlash  = regexp.MustCompile(`\d+(?:\([IVX]+\))?/(?:[A-Z]-?)?\d+`)
	numberDated  = regexp.MustCompile(`[Nn]r\.? ?([\d.]*\d) din \d+ \pL+ (\d{4})`)
	gazetteNamed = regexp.MustCompile(`NN |[Ss]l\.|[Ss]lužben|[Сс]лужбен|ΦΕΚ|ДВ|Ur\. ?l|M\. ?Of`)
	numberParens = regexp.MustCompile(`\((\d{3,5})\)$`)
)

// actNumber finds the number of an act in its title: "06/L-074", "164(I)/2017", "nr. 143 din 26 iulie 2000" as 143/2000,
// "Türk Ceza Kanunu (5237)"; empty when the title has none.
func actNumber(title string) string {
	if m := numberDated.FindStringSubmatch(title); m != nil {
		return m[1] + "/" + m[2]
	}
	if m := numberSlash.FindString(title); m != "" && !gazetteNamed.MatchString(title) {
		return m
	}
	if m := numberParens.FindStringSubmatch(title); m != nil {
		return m[1]
	}
	return ""
}
