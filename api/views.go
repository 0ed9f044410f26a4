package api

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/api/export"
	"seelex/legislation"
	"seelex/legislation/compare"
)

// Bounds of lists that are exported in one piece.
const (
	exportedHits  = 1000
	exportedItems = 100_000
)

// view is what can be exported: the answer of an address, with the same parameters.
type view struct {
	name, summary string
	params        []param
	formats       []export.Format
	make          func(question, export.Request) (*export.File, error)
}

// The formats of what is read as a whole, and of lists to work with.
var (
	handouts = []export.Format{export.CSV, export.XLSX, export.DOCX, export.JSON}
	lists    = []export.Format{export.CSV, export.XLSX, export.JSON}
)

// views are all views that can be exported.
func (s *server) views() []view { return slices.Concat(s.comparativeViews(), s.listViews()) }

// comparativeViews set jurisdictions or days side by side.
func (s *server) comparativeViews() []view {
	return []view{
		{"compare", "A comparison of jurisdictions on topics as a file", compareParams, handouts,
			func(q question, r export.Request) (*export.File, error) {
				ask := q.CompareRequest()
				r.Places, r.Address = ask.Jurisdictions, q.address("/compare", "on", ask.On.String())
				return filed(s, q, ask, within(q, s.service.Compare), r, export.Comparison)
			}},
		{"changes", "What changed between two days as a file", changesParams, handouts,
			func(q question, r export.Request) (*export.File, error) {
				ask := q.ChangesRequest()
				r.Places, r.Address = ask.Jurisdictions, q.address("/changes", "to", ask.To.String())
				return filed(s, q, ask, within(q, s.service.Changes), r, export.Changes)
			}},
		{"timeline", "Dated events as a file", timelineParams, handouts,
			func(q question, r export.Request) (*export.File, error) {
				ask := q.TimelineRequest()
				ask.Limit, ask.Offset = 0, 0
				r.Places, r.Address = ask.Jurisdictions, q.address("/timeline", "kind", allKinds())
				return filed(s, q, ask, s.service.Timeline, r, export.Timeline)
			}},
		{"strategies", "Strategies and action plans as a file", strategiesParams, handouts, s.strategic(export.Strategies)},
		{"aims", "What strategies and action plans undertake, section by section, as a file", strategiesParams, handouts, s.strategic(export.Aims)},
		{"scenario", "What the law of each jurisdiction has for a case, as a file", scenarioParams, handouts,
			func(q question, r export.Request) (*export.File, error) {
				ask := q.Case()
				r.Places, r.Address = ask.Jurisdictions, q.address("/scenario", "conduct", ask.Conduct, "substance", ask.Substance, "on", ask.On.String())
				return filed(s, q, ask, within(q, s.service.Scenario), r, export.Scenario)
			}},
		{"practice", "Figures on how the law is applied, as a file", practiceParams, handouts,
			func(q question, r export.Request) (*export.File, error) {
				ask := q.PracticeRequest()
				r.Places, r.Address = ask.Jurisdictions, q.address("/practice")
				return filed(s, q, ask, s.service.Practice, r, export.Practice)
			}},
		{"map", "The answers to a variable on a day, as a file", mapParams, handouts,
			func(q question, r export.Request) (*export.File, error) {
				ask := q.ShadingRequest()
				r.Address = q.address("/map", "on", ask.On.String())
				return filed(s, q, ask, within(q, s.shaded), r, shadedFile)
			}},
		{"coverage", "How surely each jurisdiction answers each topic on a day, as a file", coverageParams, handouts,
			func(q question, r export.Request) (*export.File, error) {
				on := q.Day("on")
				r.Address = q.address("/method", "on", on.String())
				return filed(s, q, on, s.service.Coverage, r, export.Coverage)
			}},
		{"diff", "What changed in a provision between two days, word by word, as a file", []param{provisionParam, fromDayParam, toDayParam}, handouts,
			func(q question, r export.Request) (*export.File, error) {
				ask := between{legislation.ID(q.Text("id", 300)), q.OptionalDay("from"), q.Day("to")}
				r.Address = q.base + "/law/" + string(ask.id) + "?from=" + ask.from.String() + "&on=" + ask.to.String()
				return filed(s, q, ask, s.diff, r, s.diffFile)
			}},
	}
}

// filed asks once the request could be read, and makes a file of the answer.
func filed[R, A any](s *server, q question, ask R, answer func(R) (A, error), r export.Request, make func(A, *legislation.Catalog, export.Request) *export.File) (*export.File, error) {
	if err := q.Err(); err != nil {
		return nil, err
	}
	found, err := answer(ask)
	if err != nil {
		return nil, err
	}
	if err := q.ctx.Err(); err != nil {
		return nil, err // a file costs more than its answer
	}
	return make(found, s.service.Catalog(), r), nil
}

// address is where the view of an export is seen for ever: what the question leaves to
// the day it is asked on, or to the page, is put in.
func (q question) address(page string, pairs ...string) string {
	address := q.base + page
	asked, _ := url.ParseQuery(q.query)              // the request would have failed
	query := strings.ReplaceAll(q.query, "%2C", ",") // a list is read more easily so
	for i := 0; i+1 < len(pairs); i += 2 {
		if asked.Get(pairs[i]) == "" {
			query += "&" + pairs[i] + "=" + pairs[i+1]
		}
	}
	if query = strings.TrimPrefix(query, "&"); query != "" {
		address += "?" + query
	}
	return address
}

func allKinds() string {
	kinds := make([]string, len(compare.EventKinds))
	for i, k := range compare.EventKinds {
		kinds[i] = string(k)
	}
	return strings.Join(kinds, ",")
}

func (s *server) strategic(make func(compare.Strategies, *legislation.Catalog, export.Request) *export.File) func(question, export.Request) (*export.File, error) {
	return func(q question, r export.Request) (*export.File, error) {
		ask := q.StrategiesRequest()
		r.Places, r.Address = ask.Jurisdictions, q.address("/strategies", "on", ask.On.String())
		return filed(s, q, ask, s.service.Strategies, r, make)
	}
}

// shading is a map with the comparison that says what its answers rest on.
type shading struct {
	compare.Shading
	rests *answer.Comparison
}

func (s *server) shaded(ctx context.Context, ask compare.ShadingRequest) (shading, error) {
	found, err := s.service.Shading(ask)
	if err != nil {
		return shading{}, err
	}
	rests, err := s.service.Compare(ctx, compare.Request{Topics: []string{found.Topic}, On: found.On, Today: ask.Today})
	return shading{found, rests}, err
}

func shadedFile(m shading, catalog *legislation.Catalog, r export.Request) *export.File {
	return export.Map(m.Shading, m.rests, catalog, r)
}

func (s *server) diffFile(d *answer.Diff, catalog *legislation.Catalog, r export.Request) *export.File {
	p, err := s.service.Records().Provision(legislation.ID(d.ID))
	if err != nil {
		p = &legislation.Provision{ID: legislation.ID(d.ID)} // known from its official text only
	}
	return export.Diff(d, p, catalog, r)
}

// listViews are lists of records and hits.
func (s *server) listViews() []view {
	all := answer.Window{Limit: exportedItems}
	return []view{
		{"search", "The hits of a search as a file", searchParams, lists,
			func(q question, r export.Request) (*export.File, error) {
				ask := q.SearchRequest()
				if err := q.Err(); err != nil {
					return nil, err
				}
				ask.Limit, ask.Offset, r.On, r.Places, r.Address = exportedHits, 0, ask.On, ask.Jurisdictions, q.address("/search", "on", ask.On.String())
				found, err := s.service.Search(q.ctx, ask)
				if err != nil {
					return nil, err
				}
				return export.Search(found, s.service.Records(), r), nil
			}},
		{"instruments", "Instruments as a file", instrumentsParams, lists,
			func(q question, r export.Request) (*export.File, error) {
				ask := q.InstrumentsRequest()
				ask.Window, r.On, r.Places, r.Address = all, ask.On, ask.Jurisdictions, q.address(base+"/instruments")
				found := func(ask answer.InstrumentsRequest) ([]answer.InstrumentItem, error) {
					page, err := s.service.Instruments(ask)
					return page.Items, err
				}
				return filed(s, q, ask, found, r, export.Instruments)
			}},
		{"provisions", "Provisions as a file", []param{jurisdictionParam, onDayParam}, lists,
			func(q question, r export.Request) (*export.File, error) {
				codes := q.Jurisdictions("jurisdiction")
				r.On, r.Places, r.Address = q.OptionalDay("on"), codes, q.address(base+"/export/provisions.json")
				return filed(s, q, codes, within(q, s.provisionsOf), r, export.Provisions)
			}},
		{"positions", "Positions as a file", positionsParams, lists,
			func(q question, r export.Request) (*export.File, error) {
				ask := q.PositionsRequest()
				ask.Window, r.On, r.Places, r.Address = all, ask.On, ask.Jurisdictions, q.address(base+"/positions")
				found := func(ask answer.PositionsRequest) ([]answer.Position, error) {
					return s.service.Positions(ask).Items, nil
				}
				return filed(s, q, ask, found, r, export.Positions)
			}},
		{"concepts", "The thesaurus as a file", nil, lists,
			func(q question, r export.Request) (*export.File, error) {
				r.Address = q.address(base + "/concepts")
				return export.Concepts(s.service.Catalog().Concepts, s.service.Catalog(), r), nil
			}},
	}
}

// provisionsOf are all curated provisions of the jurisdictions, or of all.
func (s *server) provisionsOf(ctx context.Context, codes []string) (found []*legislation.Provision, err error) {
	err = s.service.Records().Provisions(func(p *legislation.Provision) error {
		if len(codes) == 0 || slices.Contains(codes, p.ID.Jurisdiction()) {
			found = append(found, p)
		}
		return ctx.Err()
	})
	return found, err
}
