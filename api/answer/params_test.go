package answer

import (
	"net/url"
	"slices"
	"testing"
	"unicode/utf8"

	"seelex/legislation"
)

// Whatever is in an address, what is read from it is within the limits, or there is
// an error that names the parameter.
func FuzzParams(f *testing.F) {
	catalog := legislation.NewCatalog(&legislation.Corpus{Topics: []legislation.Topic{{ID: "personal-possession"}},
		Sheets: []legislation.Sheet{{Jurisdiction: legislation.Jurisdiction{Code: "RS", Name: "Serbia"}}}})
	for _, s := range []string{"q=x&limit=5&on=2009-09-11", "jurisdiction=RS,rs&topic=personal-possession", "limit=-1", "q=\xff%00", "on=2009-02-30", "lang=sr&expand=no&type=code", "offset=99999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, query string) {
		values, _ := url.ParseQuery(query)
		p := &Params{values: values, catalog: catalog, today: 20260101}
		r := p.SearchRequest()
		if err := p.Err(); err != nil {
			if e, ok := err.(*legislation.Error); !ok || e.Code != legislation.Invalid || e.Field == "" {
				t.Errorf("%q: %#v", query, err)
			}
			return
		}
		if r.Limit < 1 || r.Limit > MaxLimit || r.Offset < 0 || r.Offset > MaxOffset || len(r.Text) > MaxQuery || !utf8.ValidString(r.Text) {
			t.Errorf("%q: limit %d, offset %d, text %q", query, r.Limit, r.Offset, r.Text)
		}
		if r.On.Date().First() != r.On || len(r.Topics) > MaxList || slices.ContainsFunc(r.Jurisdictions, func(code string) bool { return code != "RS" }) {
			t.Errorf("%q: on %d, topics %q, jurisdictions %q", query, r.On, r.Topics, r.Jurisdictions)
		}
	})
}
