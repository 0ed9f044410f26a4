package compare

import (
	"cmp"
	"slices"
	"strings"

	"seelex/legislation"
)

// Differing names the topic's variables to which at least two columns give known
// answers that are not the same, in the order of the codebook. An answer that is not
// known differs from nothing.
func Differing(topic *legislation.Topic, columns []Column) []string {
	names := []string{}
	for _, variable := range topic.Variables {
		var first legislation.Value
		known := false
		for i := range columns {
			value, ok := columns[i].value(variable.Name)
			if !ok {
				continue
			}
			if !known {
				first, known = value, true
			} else if !first.Equal(value) {
				names = append(names, variable.Name)
				break
			}
		}
	}
	return names
}

func (c *Column) value(name string) (legislation.Value, bool) {
	if c.Position == nil {
		return legislation.Value{}, false
	}
	value, ok := c.Position.Values[name]
	return value, ok
}

// How a column answers a variable, in the order of sorting: a penalty that is not
// possible is less than any range.
const (
	rankImpossible = iota
	rankKnown
	rankUnknown
)

func (c *Column) rank(name string) int {
	if _, ok := c.value(name); ok {
		return rankKnown
	}
	if c.Position != nil && excluded(c.Position.Values, name) {
		return rankImpossible
	}
	return rankUnknown
}

// Sort orders the columns by their answers to a variable: prison by its upper and
// then its lower end, none before any, codes as the codebook lists them, no before yes, dates by
// time, lists by length. Equal answers keep their order, what is not known comes
// last in both directions, and treaties and Union law stay in front.
func Sort(columns []Column, variable legislation.Variable, descending bool) {
	slices.SortStableFunc(columns, func(a, b Column) int {
		if by := cmp.Compare(a.Jurisdiction.rank(), b.Jurisdiction.rank()); by != 0 {
			return by
		}
		x, y := a.rank(variable.Name), b.rank(variable.Name)
		if x == rankUnknown || y == rankUnknown {
			return rankBool(x == rankUnknown) - rankBool(y == rankUnknown)
		}
		by := cmp.Compare(x, y)
		if x == rankKnown && y == rankKnown {
			by = compareValues(variable, a.Position.Values[variable.Name], b.Position.Values[variable.Name])
		}
		if descending {
			return -by
		}
		return by
	})
}

func compareValues(variable legislation.Variable, a, b legislation.Value) int {
	switch variable.Type {
	case legislation.Enum:
		return cmp.Compare(slices.Index(variable.Values, a.Text), slices.Index(variable.Values, b.Text))
	case legislation.Bool:
		return rankBool(a.Bool) - rankBool(b.Bool)
	case legislation.Imprison:
		return comparePrison(a.Prison, b.Prison)
	case legislation.Fine:
		return compareMoney(a, b)
	case legislation.Dated:
		return cmp.Compare(a.Date.First(), b.Date.First())
	case legislation.Enums, legislation.List, legislation.Thresholds:
		return cmp.Compare(len(a.Items)+len(a.Measures)+len(a.Thresholds), len(b.Items)+len(b.Measures)+len(b.Thresholds))
	}
	return strings.Compare(a.Text, b.Text)
}

func rankBool(b bool) int {
	if b {
		return 1
	}
	return 0
}

// lifelong and openEnded stand for ends that are no number of months: a provision
// that names no upper end goes as far as the general maximum, which is over every
// stated term and under life.
const (
	openEnded = 1e6
	lifelong  = 1e7
)

func comparePrison(a, b legislation.Prison) int {
	months := func(m *legislation.Months, missing float64) float64 {
		switch {
		case m == nil:
			return missing
		case m.Life:
			return lifelong
		}
		return m.N
	}
	upper := func(p legislation.Prison) float64 {
		if p.Max == nil && p.Min != nil && p.Min.Life {
			return lifelong
		}
		return months(p.Max, openEnded)
	}
	return cmp.Or(cmp.Compare(upper(a), upper(b)), cmp.Compare(months(a.Min, 0), months(b.Min, 0)))
}

// compareMoney compares what can be compared: sums in euro or with a fixed rate
// to it first, then the other currencies one after another, then daily units.
func compareMoney(a, b legislation.Value) int {
	kind := func(v legislation.Value) string {
		_, fixed := InEuro(v)
		switch {
		case v.Money.Units:
			return "~"
		case fixed || v.Money.Currency == "EUR":
			return ""
		}
		return v.Money.Currency
	}
	ends := func(v legislation.Value) (low, high float64) {
		lower, upper := v.Money.Min, v.Money.Max
		if euro, ok := InEuro(v); ok {
			lower, upper = euro.Min, euro.Max
		}
		if high = openEnded * openEnded; upper != nil {
			high = *upper
		}
		if lower != nil {
			low = *lower
		}
		return low, high
	}
	lowA, highA := ends(a)
	lowB, highB := ends(b)
	return cmp.Or(strings.Compare(kind(a), kind(b)), cmp.Compare(highA, highB), cmp.Compare(lowA, lowB))
}
