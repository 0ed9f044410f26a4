package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"seelex/legislation"
)

// PracticeRequest asks for figures on how the law is applied.
type PracticeRequest struct {
	Jurisdictions []string
	Query         string // words that the measure must contain, in any case; "" for all
	From, To      int    // years; 0 for no bound
}

// Practice are the figures as series in the order of the jurisdictions, longest
// first within one.
type Practice struct {
	Series []Series `json:"series"`
}

// Series is one measure of one jurisdiction over the years. What stood in brackets
// behind the measure in a single row is a note on that figure.
type Series struct {
	Jurisdiction Party   `json:"jurisdiction"`
	Measure      string  `json:"measure"`
	Unit         string  `json:"unit"`
	Points       []Point `json:"points"` // by year
}

// Point is a figure of a year.
type Point struct {
	Year       string                 `json:"year"`  // a year, or years such as 2011–2013
	First      int                    `json:"first"` // its first year as a number, 0 where it has none
	Value      float64                `json:"value"`
	Note       string                 `json:"note,omitempty"`
	Sources    []legislation.Source   `json:"sources"`
	Confidence legislation.Confidence `json:"confidence"`
}

// PracticeOf gathers the figures into series by jurisdiction, measure and unit.
func PracticeOf(catalog *legislation.Catalog, r PracticeRequest) (Practice, error) {
	parties, err := partiesOf(catalog, r.Jurisdictions)
	if err != nil {
		return Practice{}, err
	}
	out := Practice{Series: []Series{}}
	query := strings.Fields(strings.ToLower(r.Query))
	for _, party := range parties {
		start := len(out.Series)
		at := map[[2]string]int{}
		for _, figure := range catalog.Practice {
			if figure.Jurisdiction != party.Code || !r.wants(figure, query) {
				continue
			}
			measure, note := withoutBrackets(figure.Measure)
			key := [2]string{strings.ToLower(measure), figure.Unit}
			i, known := at[key]
			if !known {
				i = len(out.Series)
				at[key] = i
				out.Series = append(out.Series, Series{Jurisdiction: party, Measure: measure, Unit: figure.Unit})
			}
			out.Series[i].Points = append(out.Series[i].Points, Point{Year: figure.Year, First: firstYear(figure.Year), Value: figure.Value, Note: note,
				Sources: catalog.Sources(party.Code, figure.Sources), Confidence: figure.Confidence})
		}
		for _, s := range out.Series[start:] {
			slices.SortStableFunc(s.Points, func(a, b Point) int { return cmp.Compare(a.First, b.First) })
		}
		slices.SortStableFunc(out.Series[start:], func(a, b Series) int { return len(b.Points) - len(a.Points) })
	}
	return out, nil
}

func (r PracticeRequest) wants(figure legislation.Figure, query []string) bool {
	if year := firstYear(figure.Year); r.From > 0 && year < r.From || r.To > 0 && year > r.To {
		return false
	}
	measure := strings.ToLower(figure.Measure)
	for _, word := range query {
		if !strings.Contains(measure, word) {
			return false
		}
	}
	return true
}

func firstYear(years string) int {
	if len(years) < 4 {
		return 0
	}
	year, _ := strconv.Atoi(years[:4]) // 0 where the source gives no number
	return year
}

// withoutBrackets parts a measure from the remark in brackets at its end.
func withoutBrackets(measure string) (plain, note string) {
	open := strings.LastIndex(measure, " (")
	if open <= 0 || !strings.HasSuffix(measure, ")") {
		return measure, ""
	}
	return measure[:open], measure[open+2 : len(measure)-1]
}
