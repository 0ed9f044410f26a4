// Package jsonpart writes the parts of which large JSON answers are put together: what
// does not depend on the question is written once and kept.
package jsonpart

import (
	"bytes"
	"encoding/json"
	"sync"
	"unicode/utf8"
)

// Encode gives a value as JSON as the API writes it: no letter is escaped that need not be.
func Encode(v any) (string, error) {
	b := spaces.Get().(*bytes.Buffer)
	defer spaces.Put(b)
	b.Reset()
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), err // no longer than it is: it is kept
}

var spaces = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// AppendString appends a text as [Encode] writes it.
func AppendString(to []byte, text string) []byte {
	if !plain(text) {
		quoted, _ := Encode(text) // a text can always be written
		return append(to, quoted...)
	}
	to = append(to, '"')
	to = append(to, text...)
	return append(to, '"')
}

// plain reports whether a text stands in JSON as it is. The line separators U+2028 and
// U+2029, which are E2 80 A8 and E2 80 A9, do not.
func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; special[c] && (c != separator || i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xA8 || text[i+2] == 0xA9)) {
			return false
		}
	}
	return utf8.ValidString(text)
}

const separator = 0xE2 // is what the line separators begin with, and others

var special = func() (is [256]bool) {
	for c := range byte(' ') {
		is[c] = true
	}
	is['"'], is['\\'], is[separator] = true, true, true
	return is
}()
