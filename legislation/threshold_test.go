package legislation

import (
	"encoding/json"
	"strings"
	"testing"
)

var thresholds = Variable{Name: "thresholds", Type: Thresholds}

func TestThreshold(t *testing.T) {
	row := func(fields ...any) map[string]any {
		m := map[string]any{"substance": "cannabis", "quantity": 3, "unit": "g", "effect": "a milder rule"}
		for i := 0; i < len(fields); i += 2 {
			m[fields[i].(string)] = fields[i+1]
		}
		return m
	}
	tests := []struct {
		name    string
		raw     map[string]any
		err     string
		holds   []float64
		holdsNo []float64
	}{
		{name: "words only", raw: row()},
		{name: "up to, the amount included", raw: row("rule", "small", "drugs", []any{"cannabis"}, "to", 3), holds: []float64{0.1, 3}, holdsNo: []float64{3.1}},
		{name: "below, the amount not included", raw: row("rule", "small", "drugs", "any", "below", 3), holds: []float64{2.9}, holdsNo: []float64{3}},
		{name: "from, the amount included", raw: row("rule", "presumed-supply", "drugs", []any{"cannabis"}, "from", 30), holds: []float64{30, 31}, holdsNo: []float64{29.9}},
		{name: "a rule without a bound", raw: row("rule", "small", "drugs", []any{"any"}), err: "without a bound"},
		{name: "a bound without a rule", raw: row("to", 3), err: "without a rule"},
		{name: "an unknown rule", raw: row("rule", "tiny", "drugs", []any{"any"}, "to", 3), err: "one of personal, small"},
		{name: "an unknown drug", raw: row("rule", "small", "drugs", []any{"marijuana"}, "to", 3), err: "one of any, cannabis"},
		{name: "an unknown class beyond", raw: row("rule", "small", "drugs", []any{"any"}, "to", 3, "beyond", "felony"), err: "one of criminal"},
		{name: "a negative bound", raw: row("rule", "small", "drugs", []any{"any"}, "to", -1), err: "is not an amount"},
		{name: "an unknown field", raw: row("limit", 3), err: "is not a field"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			value, _, err := thresholds.Decode([]any{tt.raw})
			if tt.err != "" {
				if err == nil || !strings.Contains(err.Error(), tt.err) {
					t.Fatalf("got %v, want %q", err, tt.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			threshold := value.Thresholds[0]
			for _, amount := range tt.holds {
				if !threshold.Holds(amount) {
					t.Errorf("%v does not meet it", amount)
				}
			}
			for _, amount := range tt.holdsNo {
				if threshold.Holds(amount) {
					t.Errorf("%v meets it", amount)
				}
			}
		})
	}
}

// What is written as JSON, as the store does, is read back the same.
func TestThresholdSurvivesJSON(t *testing.T) {
	raw := []any{map[string]any{"substance": "any", "quantity": 3, "unit": "g", "effect": "a milder rule", "rule": "small", "drugs": []any{"any"}, "below": 3,
		"topic": "supply-trafficking", "first_offence": true, "prison": map[string]any{"max": 12}, "fine": map[string]any{"max": 1000, "currency": "BGN"}, "beyond": "criminal"}}
	value, _, err := thresholds.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	written, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var plain any
	if err := json.Unmarshal(written, &plain); err != nil {
		t.Fatal(err)
	}
	again, _, err := thresholds.Decode(plain)
	if err != nil || !again.Equal(value) {
		t.Errorf("%v: %s came back as %+v", err, written, again)
	}
}
