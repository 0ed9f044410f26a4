package index

import (
	"testing"

	"seelex/legislation/jsonpart"
)

func TestAnAnswerIsWrittenAsByEncodingJSON(t *testing.T) {
	x := corpusIndex(t)
	for name, r := range map[string]Request{
		"a concept":                {Text: "possession for personal use", Expand: true},
		"a concept switched off":   {Text: "possession", Expand: true, Without: []string{"possession"}},
		"a citation":               {Text: "KZ čl. 246a", Expand: true},
		"an ambiguous citation":    {Text: "čl. 246", Expand: true},
		"a misspelt word":          {Text: "posesion of canabis", Expand: true},
		"filters, known and not":   {Text: "fine country:RS type:nonsense", Expand: true},
		"a place":                  {Text: "drug use in Serbia"},
		"quotes and markup":        {Text: `"small quantity" <b>&amp; "unclosed`, Expand: true},
		"line separators":          {Text: "drug\u2028law \u2029"},
		"nothing found":            {Text: "quantity zzzyyxw", Expand: true, Jurisdictions: []string{"INT"}, Topics: []string{"treatment"}},
		"another day, another law": {Text: "possession", On: 20010101, Expand: true},
		"nothing asked":            {},
	} {
		t.Run(name, func(t *testing.T) {
			r.Limit, r.Today = 200, today
			if r.On == 0 {
				r.On = today
			}
			for range 2 { // the second time its parts are known
				a, err := x.Search(t.Context(), r)
				if err != nil {
					t.Fatal(err)
				}
				want, err := jsonpart.Encode(a)
				if err != nil {
					t.Fatal(err)
				}
				got, err := a.AppendJSON(nil)
				if err != nil {
					t.Fatal(err)
				}
				if string(got) != want {
					at := 0
					for at < min(len(got), len(want)) && got[at] == want[at] {
						at++
					}
					t.Fatalf("differs from byte %d on:\n%.200s\nwant\n%.200s", at, got[at:], want[at:])
				}
			}
		})
	}
}
