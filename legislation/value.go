package legislation

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Value is the answer to one variable of the codebook. Type says which field
// holds it; an answer that could not be established is no Value at all.
type Value struct {
	Type       VariableType
	Text       string      // Enum: the code; Plain: the text
	Bool       bool        // Bool
	Items      []string    // Enums: the codes; List: texts
	Prison     Prison      // Imprison
	Money      Money       // Fine
	Date       Date        // Dated
	Thresholds []Threshold // Thresholds
	Measures   []Measure   // List of alternatives to prison
}

// Months is a length of imprisonment in months (1 day is 0.033), or life.
type Months struct {
	N    float64
	Life bool
}

// Prison is a statutory range of imprisonment. A missing Min means that the
// provision sets none of its own, a missing Max that it names no upper end.
type Prison struct {
	Min *Months `json:"min"`
	Max *Months `json:"max"`
}

// Money is a range of a fine in the currency of the text of its time (ISO 4217),
// or in daily units where Units is set.
type Money struct {
	Min, Max *float64
	Currency string
	Units    bool
}

// Measure is one alternative to imprisonment.
type Measure struct {
	Stage            string   `json:"stage"`
	Kind             string   `json:"kind"`
	Name             string   `json:"name"` // the law's own term, in its language
	Condition        string   `json:"condition"`
	MaxPenaltyMonths *float64 `json:"max_penalty_months"` // offences up to this penalty, in months
	ConsentNeeded    *bool    `json:"consent_needed"`
	OnlyFor          string   `json:"only_for,omitempty"` // one of MeasurePersons; "" for everybody
	Citation         ID       `json:"citation,omitempty"`
}

// The stages and kinds of measures, and the persons to whom a measure may be kept.
var (
	MeasureStages = []string{"pre-charge", "prosecution", "trial", "sentence", "execution"}
	MeasureKinds  = []string{"warning", "deferred-prosecution", "treatment", "education", "community-work", "suspended-sentence",
		"conditional-discharge", "fine", "house-arrest", "probation", "compulsory-treatment", "parole"}
	MeasurePersons = []string{"dependent", "minor", "young"} // young: minors and young adults
)

// Decode reads a value of the variable from plain data, as YAML and JSON decode
// it: texts, numbers, booleans, maps and lists. A nil gives ok false: the answer is
// not known.
func (v Variable) Decode(raw any) (val Value, ok bool, err error) {
	if raw == nil {
		return Value{}, false, nil
	}
	val.Type = v.Type
	switch v.Type {
	case Enum:
		val.Text, err = v.code(raw)
	case Enums:
		for _, item := range items(raw) {
			code, e := v.code(item)
			if e != nil {
				return Value{}, false, e
			}
			val.Items = append(val.Items, code)
		}
	case Bool:
		b, isBool := raw.(bool)
		if !isBool {
			return Value{}, false, v.bad(raw, "is not a yes or no", "true or false")
		}
		val.Bool = b
	case Plain:
		val.Text, err = v.text(raw)
	case Dated:
		var text string
		if text, err = v.text(raw); err == nil {
			val.Date, err = ParseDate(text)
		}
	case Imprison:
		val.Prison, err = v.prison(raw)
	case Fine:
		val.Money, err = v.money(raw)
	case Thresholds:
		val.Thresholds = []Threshold{}
		for _, item := range items(raw) {
			t, e := v.threshold(item)
			if e != nil {
				return Value{}, false, e
			}
			val.Thresholds = append(val.Thresholds, t)
		}
	case List:
		err = v.list(raw, &val)
	default:
		err = v.bad(v.Type, "is not a type of variable", "enum, enums, bool, text, prison, money, date, thresholds or list")
	}
	return val, err == nil, err
}

func (v Variable) bad(raw any, message, want string) error {
	return &Error{Code: Invalid, Field: v.Name, Value: str(raw), Message: message, Want: want}
}

func (v Variable) notOneOf(raw, what string, known []string) error {
	return v.bad(raw, "is not a "+what, "one of "+strings.Join(known, ", "))
}

func (v Variable) code(raw any) (string, error) {
	s := str(raw)
	if !slices.Contains(v.Values, s) {
		return "", v.bad(raw, "is not a code of this variable", "one of "+strings.Join(v.Values, ", "))
	}
	return s, nil
}

func (v Variable) text(raw any) (string, error) {
	switch raw.(type) {
	case string, int, float64:
		return strings.TrimSpace(str(raw)), nil
	}
	return "", v.bad(raw, "is not a text", "one text")
}

func (v Variable) list(raw any, val *Value) error {
	val.Items = []string{}
	for _, item := range items(raw) {
		m, isMap := item.(map[string]any)
		if !isMap {
			text, err := v.text(item)
			if err != nil {
				return err
			}
			val.Items = append(val.Items, text)
			continue
		}
		measure, err := v.measure(m)
		if err != nil {
			return err
		}
		val.Measures = append(val.Measures, measure)
	}
	return nil
}

func (v Variable) measure(m map[string]any) (Measure, error) {
	if err := known(v, m, "stage", "kind", "name", "condition", "max_penalty_months", "consent_needed", "citation", "only_for"); err != nil {
		return Measure{}, err
	}
	out := Measure{Stage: str(m["stage"]), Kind: str(m["kind"]), Name: str(m["name"]), Condition: str(m["condition"]), Citation: ID(str(m["citation"])), OnlyFor: str(m["only_for"])}
	if !slices.Contains(MeasureStages, out.Stage) {
		return out, v.notOneOf(out.Stage, "stage of a measure", MeasureStages)
	}
	if !slices.Contains(MeasureKinds, out.Kind) {
		return out, v.notOneOf(out.Kind, "kind of measure", MeasureKinds)
	}
	if out.OnlyFor != "" && !slices.Contains(MeasurePersons, out.OnlyFor) {
		return out, v.notOneOf(out.OnlyFor, "group of persons for whom a measure is kept", MeasurePersons)
	}
	if raw := m["max_penalty_months"]; raw != nil {
		n, isNumber := numeric(raw)
		if !isNumber {
			return out, v.bad(raw, "is not a number of months", "a number such as 36")
		}
		out.MaxPenaltyMonths = &n
	}
	if raw := m["consent_needed"]; raw != nil {
		b, isBool := raw.(bool)
		if !isBool {
			return out, v.bad(raw, "does not say whether consent is needed", "true, false or null")
		}
		out.ConsentNeeded = &b
	}
	return out, nil
}

func (v Variable) prison(raw any) (p Prison, err error) {
	m, ok := raw.(map[string]any)
	if !ok {
		return p, v.bad(raw, "is not a range of imprisonment", "{min: 6, max: 60} in months, or life")
	}
	if err := known(v, m, "min", "max"); err != nil {
		return p, err
	}
	if p.Min, err = v.months(m["min"]); err != nil {
		return p, err
	}
	if p.Max, err = v.months(m["max"]); err != nil {
		return p, err
	}
	if p.Min != nil && p.Max != nil && p.Max.Less(*p.Min) {
		return p, v.bad(fmt.Sprint(*p.Min, " to ", *p.Max), "has a minimum over its maximum", "min not over max, in months")
	}
	return p, nil
}

func (v Variable) months(raw any) (*Months, error) {
	if raw == nil {
		return nil, nil
	}
	if raw == "life" {
		return &Months{Life: true}, nil
	}
	n, ok := numeric(raw)
	if !ok || n < 0 || n > 1200 {
		return nil, v.bad(raw, "is not a length of imprisonment", "months from 0 to 1200, or life")
	}
	return &Months{N: n}, nil
}

func (v Variable) money(raw any) (m Money, err error) {
	fields, ok := raw.(map[string]any)
	if !ok {
		return m, v.bad(raw, "is not a range of money", "{min: 100, max: 1000, currency: EUR} or {min_units: 10, max_units: 90}")
	}
	if err := known(v, fields, "min", "max", "currency", "min_units", "max_units"); err != nil {
		return m, err
	}
	lower, upper := fields["min"], fields["max"]
	if fields["min_units"] != nil || fields["max_units"] != nil {
		m.Units, lower, upper = true, fields["min_units"], fields["max_units"]
	}
	m.Currency = str(fields["currency"])
	if m.Min, err = v.amount(lower); err != nil {
		return m, err
	}
	if m.Max, err = v.amount(upper); err != nil {
		return m, err
	}
	if m.Min != nil && m.Max != nil && *m.Min > *m.Max {
		return m, v.bad(str(*m.Min)+" to "+str(*m.Max), "has a minimum over its maximum", "min not over max")
	}
	if !m.Units && m.Currency == "" {
		return m, v.bad(raw, "has no currency", "a currency as ISO 4217, for example EUR")
	}
	return m, nil
}

func (v Variable) amount(raw any) (*float64, error) {
	if raw == nil {
		return nil, nil
	}
	n, ok := numeric(raw)
	if !ok || n < 0 {
		return nil, v.bad(raw, "is not an amount", "a number from 0 up")
	}
	return &n, nil
}

func known(v Variable, m map[string]any, names ...string) error {
	for k := range m {
		if !slices.Contains(names, k) {
			return v.bad(k, "is not a field of this value", "one of "+strings.Join(names, ", "))
		}
	}
	return nil
}

func items(raw any) []any {
	if list, ok := raw.([]any); ok {
		return list
	}
	return []any{raw}
}

func numeric(raw any) (float64, bool) {
	switch n := raw.(type) {
	case int:
		return float64(n), true
	case float64:
		return n, !math.IsNaN(n) && !math.IsInf(n, 0)
	}
	return 0, false
}

func str(raw any) string {
	switch s := raw.(type) {
	case nil:
		return ""
	case string:
		return strings.TrimSpace(s)
	case float64:
		return strconv.FormatFloat(s, 'f', -1, 64)
	case map[string]any: // as the file has it
		var fields []string
		for _, name := range slices.Sorted(maps.Keys(s)) {
			fields = append(fields, name+": "+str(s[name]))
		}
		return "{" + strings.Join(fields, ", ") + "}"
	}
	return fmt.Sprint(raw)
}

// MarshalJSON writes the value in its natural shape: a text, a boolean, a list,
// {"min","max"} and so on, as the codebook's type says.
func (v Value) MarshalJSON() ([]byte, error) {
	switch v.Type {
	case Enum, Plain:
		return json.Marshal(v.Text)
	case Bool:
		return json.Marshal(v.Bool)
	case Enums:
		return json.Marshal(v.Items)
	case Imprison:
		return json.Marshal(v.Prison)
	case Fine:
		return json.Marshal(v.Money)
	case Dated:
		return json.Marshal(v.Date)
	case Thresholds:
		return json.Marshal(v.Thresholds)
	case List:
		if v.Measures != nil {
			return json.Marshal(v.Measures)
		}
		return json.Marshal(v.Items)
	}
	return []byte("null"), nil
}

// Equal reports whether two values say the same.
func (v Value) Equal(w Value) bool {
	switch {
	case v.Type != w.Type:
		return false
	case v.Type == Enum || v.Type == Plain:
		return v.Text == w.Text
	case v.Type == Bool:
		return v.Bool == w.Bool
	}
	return reflect.DeepEqual(v, w)
}

// Less orders lengths; life is longest.
func (m Months) Less(n Months) bool { return !m.Life && (n.Life || m.N < n.N) }

func (m Months) String() string {
	if m.Life {
		return "life"
	}
	return strconv.FormatFloat(m.N, 'f', -1, 64)
}

// MarshalJSON writes months as a number, life as the word.
func (m Months) MarshalJSON() ([]byte, error) {
	if m.Life {
		return []byte(`"life"`), nil
	}
	return strconv.AppendFloat(nil, m.N, 'f', -1, 64), nil
}

// MarshalJSON writes {"min","max","currency"} or {"min_units","max_units"}.
func (m Money) MarshalJSON() ([]byte, error) {
	if m.Units {
		return json.Marshal(struct {
			Min *float64 `json:"min_units"`
			Max *float64 `json:"max_units"`
		}{m.Min, m.Max})
	}
	return json.Marshal(struct {
		Min      *float64 `json:"min"`
		Max      *float64 `json:"max"`
		Currency string   `json:"currency"`
	}{m.Min, m.Max, m.Currency})
}
