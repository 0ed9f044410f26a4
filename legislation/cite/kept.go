package cite

import (
	"slices"

	"seelex/legislation"
	"seelex/legislation/derived"
)

// rules is raised when names, numbers or places are gathered in another way: what was
// kept by other rules is then gathered anew.
const rules = "6"

// kept is what a reader has gathered of a catalog, with instruments by their places in
// it. To read it takes a twentieth of the time of gathering it.
type kept struct {
	rules              string
	instruments        []legislation.ID // of the catalog
	places             map[string][]place
	words              []string
	branches, ends     []uint32
	named              []keptName
	numbers            map[string][]keptNumber
	published, amended map[string][]int32
	families           map[string][]gazetteName
}

type keptName struct {
	at                     int32
	short, derived, number bool
}

type keptNumber struct {
	at   int32
	kind string
}

// Pack gives what the reader has gathered, for [Unpack].
func (r *Reader) Pack() *derived.Records {
	at := make(map[*legislation.Instrument]int32, len(r.catalog.Instruments))
	for n, i := range r.catalog.Instruments {
		at[i] = int32(n)
	}
	k := kept{rules: rules, instruments: idsOf(r.catalog), places: r.places.byWord, words: r.names.words, branches: r.names.branches, ends: r.names.ends, families: r.gazettes.families}
	for _, n := range r.names.named {
		k.named = append(k.named, keptName{at[n.instrument], n.short, n.derived, n.number})
	}
	place := func(i *legislation.Instrument) int32 { return at[i] }
	k.numbers = eachOf(r.numbers, func(n numbered) keptNumber { return keptNumber{at[n.instrument], n.kind} })
	k.published, k.amended = eachOf(r.gazettes.published, place), eachOf(r.gazettes.amended, place)
	return derived.Pack(&k)
}

// Unpack makes a reader of what one for the same catalog had gathered. Of anything that
// was packed by other rules the error is [derived.ErrOther].
func Unpack(c *legislation.Catalog, p Provisions, records *derived.Records) (*Reader, error) {
	var k kept
	if err := records.Unpack(&k); err != nil {
		return nil, err
	}
	if k.rules != rules || !slices.Equal(k.instruments, idsOf(c)) { // places in another catalog are other laws
		return nil, derived.ErrOther
	}
	named := make([]named, len(k.named))
	for i, n := range k.named {
		named[i].instrument, named[i].short, named[i].derived, named[i].number = c.Instruments[n.at], n.short, n.derived, n.number
	}
	instrument := func(at int32) *legislation.Instrument { return c.Instruments[at] }
	return &Reader{catalog: c, provisions: p, places: &places{k.places},
		names:    (&names{words: k.words, branches: k.branches, ends: k.ends, named: named}).ready(),
		numbers:  eachOf(k.numbers, func(n keptNumber) numbered { return numbered{c.Instruments[n.at], n.kind} }),
		gazettes: &gazetteRefs{eachOf(k.published, instrument), eachOf(k.amended, instrument), k.families}}, nil
}

func idsOf(c *legislation.Catalog) []legislation.ID {
	ids := make([]legislation.ID, len(c.Instruments))
	for n, i := range c.Instruments {
		ids[n] = i.ID
	}
	return ids
}

// eachOf makes another thing of each in the lists of a map.
func eachOf[A, B any](all map[string][]A, do func(A) B) map[string][]B {
	out := make(map[string][]B, len(all))
	for key, list := range all {
		made := make([]B, len(list))
		for i, one := range list {
			made[i] = do(one)
		}
		out[key] = made
	}
	return out
}
