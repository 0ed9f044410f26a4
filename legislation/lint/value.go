package lint

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"

	"seelex/legislation"
)

// positionValues checks what the codebook's types do not: that a value says
// something, and that values of one position agree with each other.
func positionValues(s *scope, p *legislation.Position) {
	for _, name := range slices.Sorted(maps.Keys(p.Values)) {
		field, v := "values."+name, p.Values[name]
		switch v.Type {
		case legislation.Enums:
			s.unique(field, v.Items, "is named twice")
		case legislation.Plain:
			s.required(field, v.Text)
			s.english(field, v.Text)
		case legislation.Fine:
			moneyValue(s, field, p, v.Money)
		case legislation.Imprison:
			if v.Prison.Min != nil && v.Prison.Max == nil && v.Prison.Min.N == 0 && !v.Prison.Min.Life {
				s.doubt(field, "min 0", "says nothing without a maximum", "the maximum, or no value")
			}
			yearsForMonths(s, field, p, v.Prison)
		case legislation.Dated:
			if !p.To.IsZero() && before(p.To, v.Date) {
				s.fault(field, v.Date.String(), "is after the position's period "+span(p.Valid()), "a date in or before the period")
			}
		case legislation.Thresholds:
			thresholds(s, field, p, v.Thresholds)
		case legislation.List:
			s.unique(field, v.Items, "is named twice")
			for i, item := range v.Items {
				s.required(index(field, i), item)
				s.english(index(field, i), item)
			}
			measures(s, field, p, v.Measures)
		}
	}
	possible(s, p, "prison")
	possible(s, p, "fine")
	if len(p.Values) == 0 && s.topics[p.Topic] != nil {
		s.doubt("values", "", "is empty: the position answers no question of the codebook", "the answers that could be established")
	}
}

// countWords are the numbers that penalties are told in, by their words.
var countWords = map[string]float64{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"twelve": 12, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40}

var lengthSaid = regexp.MustCompile(`(?i)\b([a-z-]+|\d+)(?: (?:to|or|and) ([a-z-]+|\d+))?[ -](year|month)s?\b`)

// yearsForMonths finds a bound of imprisonment that is the number of years in the
// summary, and in months is said nowhere there: 3 for three years.
func yearsForMonths(s *scope, field string, p *legislation.Position, prison legislation.Prison) {
	months, years := map[float64]bool{}, map[float64]bool{}
	for _, m := range lengthSaid.FindAllStringSubmatch(p.Summary, -1) {
		for _, word := range m[1:3] {
			n, known := countWords[strings.ToLower(word)]
			if !known {
				n, _ = strconv.ParseFloat(word, 64)
			}
			if m[3] == "year" {
				years[n], months[12*n] = true, true
			} else {
				months[n] = true
			}
		}
	}
	for _, bound := range []*legislation.Months{prison.Min, prison.Max} {
		if bound != nil && !bound.Life && bound.N > 0 && years[bound.N] && !months[bound.N] {
			s.doubt(field, number(bound.N), "is the number of years in the summary, and counts months here", number(12*bound.N))
		}
	}
}

// possible checks a range against the question whether the penalty is possible at all.
func possible(s *scope, p *legislation.Position, penalty string) {
	can, asked := p.Values[penalty+"_possible"]
	if !asked {
		return
	}
	v, given := p.Values[penalty]
	some := given && (v.Prison.Max != nil && v.Prison.Max.Less(legislation.Months{Life: true}) && v.Prison.Max.N > 0 ||
		v.Prison.Max != nil && v.Prison.Max.Life || v.Money.Max != nil && *v.Money.Max > 0)
	if some && !can.Bool {
		s.fault("values."+penalty+"_possible", "false", "contradicts the range "+v.Words()+" in "+penalty, "true, or no range")
	}
	none := given && (v.Prison.Max != nil && *v.Prison.Max == legislation.Months{} || v.Money.Max != nil && *v.Money.Max == 0)
	if none && can.Bool {
		s.fault("values."+penalty+"_possible", "true", "contradicts the maximum 0 in "+penalty, "false, or the range that the law sets")
	}
}

func thresholds(s *scope, field string, p *legislation.Position, list []legislation.Threshold) {
	for i, t := range list {
		at := index(field, i)
		s.required(at+".substance", t.Substance)
		s.required(at+".quantity", t.Quantity)
		s.required(at+".effect", t.Effect)
		s.english(at+".substance", t.Substance)
		s.english(at+".effect", t.Effect)
		s.applied(at, p, t)
		if slices.ContainsFunc(list[:i], func(other legislation.Threshold) bool { return reflect.DeepEqual(t, other) }) {
			s.fault(at, t.Substance, "is entered twice", "each threshold once")
		}
	}
}

func measures(s *scope, field string, p *legislation.Position, list []legislation.Measure) {
	for i, m := range list {
		at := index(field, i)
		s.clean(at+".name", m.Name)
		s.english(at+".condition", m.Condition)
		if m.Name == "" && m.Condition == "" {
			s.doubt(at, m.Kind, "has neither a name nor a condition", "the law's own term, or when it is open")
		}
		if n := m.MaxPenaltyMonths; n != nil && (*n <= 0 || *n > 1200) {
			s.fault(at+".max_penalty_months", fmt.Sprint(*n), "is not a length of imprisonment", "months over 0 and up to 1200")
		}
		if m.Citation != "" {
			s.cites(at+".citation", m.Citation, p.Valid())
		}
	}
}

func moneyValue(s *scope, field string, p *legislation.Position, m legislation.Money) {
	if m.Min == nil && m.Max == nil {
		s.doubt(field, m.Currency, "names neither a minimum nor a maximum", "the amounts, or no value")
	}
	if m.Units {
		return
	}
	unit, err := currency.ParseISO(m.Currency)
	if err != nil || strings.ToUpper(m.Currency) != m.Currency {
		s.fault(field+".currency", m.Currency, "is not a currency", "a code of ISO 4217 in capitals, for example EUR or RSD")
		return
	}
	at, ever := tender(s.sheet.Jurisdiction, unit, p.Valid())
	switch {
	case ever && at, m.Currency == s.sheet.Jurisdiction.Currency && !ever:
	case ever:
		s.doubt(field+".currency", m.Currency, fmt.Sprintf("was not legal tender in %s in the position's period (%s)", s.sheet.Jurisdiction.Name, span(p.Valid())), "the currency in which the text of that time counts")
	case m.Currency == "EUR":
		// Several laws of the region count in euro and are paid in the country's own money.
	default:
		s.fault(field+".currency", m.Currency, "was never legal tender in "+s.sheet.Jurisdiction.Name, "the currency in which the text of that time counts, today "+s.sheet.Jurisdiction.Currency)
	}
}

// euroSince are the changeovers to the euro that are later than the edition of CLDR
// in the currency package.
var euroSince = map[string]legislation.Day{"HR": 20230101, "BG": 20260101}

// tender reports whether a currency was legal tender in a jurisdiction on some day of
// a period, and whether it ever was.
func tender(j legislation.Jurisdiction, unit currency.Unit, in legislation.Period) (at, ever bool) {
	code, _, _ := strings.Cut(j.Code, "-")
	region, err := language.ParseRegion(code)
	if err != nil {
		return false, false
	}
	changed, hasChanged := euroSince[code]
	if hasChanged && unit == currency.EUR {
		return in.To.Last() >= changed, true
	}
	for q := currency.Query(currency.Historical, currency.Region(region)); q.Next(); {
		if q.Unit() != unit {
			continue
		}
		ever = true
		from, hasFrom := q.From()
		to, hasTo := q.To()
		first, last := legislation.DayMin, legislation.DayMax
		if hasFrom {
			first = legislation.DayOf(from)
		}
		if hasTo {
			last = legislation.DayOf(to)
		}
		if hasChanged {
			last = min(last, changed.Prev())
		}
		at = at || in.From.First() <= last && first <= in.To.Last()
	}
	return at, ever
}

// applied checks the fields of a threshold that a machine applies to an amount: they
// make sense and say the same as the row's words.
func (s *scope) applied(at string, p *legislation.Position, t legislation.Threshold) {
	s.unique(at+".drugs", t.Drugs, "is named twice")
	if t.Topic != "" {
		s.topicID(at+".topic", t.Topic)
	}
	upper := t.To
	if upper == nil {
		upper = t.Below
	}
	if t.From != nil && upper != nil && *upper < *t.From {
		s.fault(at+".from", number(*t.From), "is more than the upper bound "+number(*upper), "the lower bound in from, the upper one in to or below")
	}
	if t.To != nil && t.Below != nil {
		s.fault(at+".below", number(*t.Below), "stands beside to "+number(*t.To), "one upper bound: to includes the amount, below does not")
	}
	if n, err := strconv.ParseFloat(t.Quantity, 64); err == nil && t.Rule != "" && !slices.ContainsFunc([]*float64{t.From, t.To, t.Below}, func(bound *float64) bool { return bound != nil && *bound == n }) {
		s.doubt(at+".quantity", t.Quantity, "is none of the bounds in from, to and below", "the same amount in words and in the bound")
	}
	if t.Fine != nil {
		moneyValue(s, at+".fine", p, *t.Fine)
	}
}
