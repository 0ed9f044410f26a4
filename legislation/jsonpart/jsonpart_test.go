package jsonpart_test

import (
	"testing"

	"seelex/legislation/jsonpart"
)

func TestATextIsWrittenAsByEncodingJSON(t *testing.T) {
	for _, text := range []string{"", "čl. 246a", "чл. 354а НК", "a \"quoted\" word", `C:\law`, "line\nbreak\tand \x01", "<mark>drug</mark> & more",
		"an ellipsis … and a dash –", "a line separator \u2028 and another \u2029", "not UTF-8 \xff\xe2\x80", "\xe2"} {
		want, err := jsonpart.Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(jsonpart.AppendString([]byte("before "), text)); got != "before "+want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
