package legislation

import (
	"fmt"
	"strings"
)

// Code is the kind of an [Error]; the edge of the program turns it into an HTTP
// status or an exit code.
type Code string

// The kinds of errors.
const (
	Invalid     Code = "invalid"     // what was asked is not well formed
	NotFound    Code = "not-found"   // nothing is known under that name
	Gone        Code = "gone"        // it was published once and has been withdrawn
	Conflict    Code = "conflict"    // it contradicts what is there
	Unavailable Code = "unavailable" // it cannot be answered just now
)

// Error is an error that a person may see: which record and field, which value,
// what is wrong with it and what would be right.
type Error struct {
	Code    Code
	Record  string   // the record it is about, for example an id
	Field   string   // the field or parameter
	Value   string   // the value as given
	Message string   // what is wrong, as the rest of a sentence that starts with the value
	Want    string   // what would be right
	Nearest []string // known values near to the given one, best first
}

func (e *Error) Error() string {
	var b strings.Builder
	if e.Record != "" {
		b.WriteString(e.Record + ": ")
	}
	if e.Field != "" {
		b.WriteString(e.Field + ": ")
	}
	if e.Value != "" {
		fmt.Fprintf(&b, "%q ", clip(e.Value, 120))
	}
	b.WriteString(e.Message)
	if e.Want != "" {
		b.WriteString("; want " + e.Want)
	}
	if len(e.Nearest) > 0 {
		b.WriteString("; did you mean " + strings.Join(e.Nearest, ", ") + "?")
	}
	return b.String()
}

func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}
