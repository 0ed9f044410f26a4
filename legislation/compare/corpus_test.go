package compare

import (
	"os"
	"strings"
	"testing"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

// today is the day the tests hold for today, so that they keep their meaning.
const today legislation.Day = 20261125

var (
	catalog    *legislation.Catalog
	provisions folded
)

// folded serves the embedded corpus's provisions as the store does.
type folded struct {
	byKey map[string]*legislation.Provision
	order []*legislation.Provision
}

func (f folded) Provision(id legislation.ID) (*legislation.Provision, error) {
	if p, ok := f.byKey[id.Key()]; ok {
		return p, nil
	}
	return nil, &legislation.Error{Code: legislation.NotFound, Field: "id", Value: string(id), Message: "is not a provision"}
}

func TestMain(m *testing.M) {
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		panic(err)
	}
	catalog = legislation.NewCatalog(c)
	provisions.byKey = map[string]*legislation.Provision{}
	for _, sheet := range c.Sheets {
		for _, p := range legislation.Fold(sheet.Provisions) {
			provisions.byKey[p.ID.Key()] = &p
			provisions.order = append(provisions.order, &p)
		}
	}
	os.Exit(m.Run())
}

func day(t *testing.T, s string) legislation.Day {
	t.Helper()
	d, err := legislation.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// codes splits "HR, RS".
func codes(s string) (out []string) {
	for code := range strings.SplitSeq(s, ",") {
		if code = strings.TrimSpace(code); code != "" {
			out = append(out, code)
		}
	}
	return out
}

// one asks for a single topic.
func one(t *testing.T, topic, jurisdictions, on, against string) Block {
	t.Helper()
	r := Request{Topics: []string{topic}, Jurisdictions: codes(jurisdictions), Today: today}
	if on != "" {
		r.On = day(t, on)
	}
	if against != "" {
		r.Against = day(t, against)
	}
	blocks, err := Matrix(t.Context(), catalog, provisions, r)
	if err != nil {
		t.Fatal(err)
	}
	return blocks[0]
}
