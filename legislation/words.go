package legislation

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Words gives the value as people say it: "up to 3 years", "fine of 100 to
// 1,000 EUR", "yes". Codes are spelled out; lists are joined by semicolons.
func (v Value) Words() string {
	switch v.Type {
	case Enum:
		return CodeWords(v.Text)
	case Plain:
		return v.Text
	case Bool:
		if v.Bool {
			return "yes"
		}
		return "no"
	case Enums:
		words := make([]string, len(v.Items))
		for i, code := range v.Items {
			words[i] = CodeWords(code)
		}
		return strings.Join(words, "; ")
	case Imprison:
		return v.Prison.Words()
	case Fine:
		return v.Money.Words()
	case Dated:
		return v.Date.Words()
	case Thresholds:
		if len(v.Thresholds) == 0 {
			return "none"
		}
		words := make([]string, len(v.Thresholds))
		for i, t := range v.Thresholds {
			words[i] = t.Words()
		}
		return strings.Join(words, "; ")
	case List:
		if v.Measures == nil {
			if len(v.Items) == 0 {
				return "none"
			}
			return strings.Join(v.Items, "; ")
		}
		words := make([]string, len(v.Measures))
		for i, m := range v.Measures {
			words[i] = m.Words()
		}
		return strings.Join(words, "; ")
	}
	return ""
}

// CodeWords spells out a code of the codebook: not-an-offence is "not an offence".
func CodeWords(code string) string {
	return strings.ReplaceAll(code, "-", " ")
}

// Words gives the range: "up to 3 years", "6 months to 5 years", "at least 5
// years", "10 years to life", "not stated" when neither end is.
func (p Prison) Words() string {
	switch {
	case p.Min == nil && p.Max == nil:
		return "length not stated"
	case p.Min == nil || (!p.Min.Life && p.Min.N == 0):
		if p.Max == nil {
			return "length not stated"
		}
		if p.Max.Life {
			return "up to life"
		}
		return "up to " + p.Max.Words()
	case p.Max == nil:
		if p.Min.Life {
			return "life"
		}
		return "at least " + p.Min.Words()
	case *p.Min == *p.Max:
		return p.Min.Words()
	}
	if !p.Max.Life && wholeYears(p.Min.N) && wholeYears(p.Max.N) {
		return strconv.Itoa(int(p.Min.N/12)) + " to " + p.Max.Words()
	}
	return p.Min.Words() + " to " + p.Max.Words()
}

func wholeYears(months float64) bool { return months >= 12 && math.Mod(months, 12) == 0 }

// Words gives the length in the largest whole unit: "3 years", "18 months" is
// "1 year 6 months", "15 days".
func (m Months) Words() string {
	switch {
	case m.Life:
		return "life"
	case m.N < 1:
		return plural(int(math.Round(m.N*30.4)), "day")
	case m.N < 12 || m.N != math.Trunc(m.N):
		if m.N == math.Trunc(m.N) {
			return plural(int(m.N), "month")
		}
		return strconv.FormatFloat(m.N, 'f', -1, 64) + " months"
	case wholeYears(m.N):
		return plural(int(m.N)/12, "year")
	}
	return plural(int(m.N)/12, "year") + " " + plural(int(m.N)%12, "month")
}

func plural(n int, unit string) string {
	if n == 1 {
		return "1 " + unit
	}
	return strconv.Itoa(n) + " " + unit + "s"
}

// Words gives the fine: "up to 1,000 EUR", "100 to 1,000 EUR", "10 to 90 daily
// units".
func (m Money) Words() string {
	unit := m.Currency
	if m.Units {
		unit = "daily units"
	}
	switch {
	case m.Min == nil && m.Max == nil:
		return "amount not stated"
	case m.Min == nil:
		return "up to " + Amount(*m.Max) + " " + unit
	case m.Max == nil:
		return "at least " + Amount(*m.Min) + " " + unit
	case *m.Min == *m.Max:
		return Amount(*m.Min) + " " + unit
	}
	return Amount(*m.Min) + " to " + Amount(*m.Max) + " " + unit
}

// Amount writes a number with English thousands separators and at most two
// decimals.
func Amount(n float64) string {
	return english.Sprint(number.Decimal(n, number.MaxFractionDigits(2)))
}

var english = message.NewPrinter(language.English)

// Words gives the threshold in one line.
func (t Threshold) Words() string {
	return strings.TrimSpace(t.Substance+" "+t.Quantity+" "+t.Unit) + ": " + t.Effect
}

// Words gives the measure in one line: stage, kind, the law's own name and its
// condition.
func (m Measure) Words() string {
	var b strings.Builder
	b.WriteString(CodeWords(m.Kind))
	if m.Name != "" {
		b.WriteString(" (" + m.Name + ")")
	}
	b.WriteString(" at " + CodeWords(m.Stage))
	if m.MaxPenaltyMonths != nil {
		b.WriteString(", for offences " + Prison{Max: &Months{N: *m.MaxPenaltyMonths}}.Words())
	}
	if m.Condition != "" {
		b.WriteString(": " + m.Condition)
	}
	return b.String()
}
