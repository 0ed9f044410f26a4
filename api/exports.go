package api

import (
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/api/export"
	"seelex/api/export/datapackage"
	"seelex/api/export/skos"
	"seelex/legislation"
	"seelex/legislation/akn"
)

// Bounds of lists that are exported in one piece.
const (
	exportedHits  = 1000
	exportedItems = 100_000
)

// exports are the addresses that give files.
func (s *server) exports() []route {
	return []route{
		{path: "/export/{name}", summary: "A view or the whole dataset as a file",
			note: "Views: compare, search, instruments, provisions, positions, timeline, practice, concepts, each with the parameters of its own address, " +
				"as .csv, .xlsx or .json, compare as .docx too. The whole: dataset.zip (Frictionless data package), dataset.json, thesaurus.ttl and thesaurus.jsonld (SKOS).",
			params: []param{exportNameParam}, media: "*/*", ask: func(q question) (any, error) { return s.export(q) }},
		{path: "/export/akn/{id...}", summary: "An instrument as Akoma Ntoso 3.0", params: []param{instrumentIDParam, onParam}, media: akn.MediaType,
			ask: func(q question) (any, error) { return dated(q, q, s.akomaNtoso) }},
	}
}

// whole are the files of the whole dataset, by name.
func (s *server) whole(q question) map[string]File {
	graph := func() *skos.Graph { return skos.New(s.service.Catalog(), q.base, s.service.Today()) }
	request := datapackage.Request{Address: q.base, Exported: s.service.Today(), Corpus: s.service.CorpusHash()}
	return map[string]File{
		"dataset.zip": {datapackage.MediaType, request.Name(), func(w io.Writer) error { return datapackage.Write(w, s.service.Records(), request) }},
		"dataset.json": {"application/json; charset=utf-8", strings.TrimSuffix(request.Name(), ".zip") + ".json",
			func(w io.Writer) error { return s.writeDataset(w) }},
		"thesaurus.ttl":    {skos.Turtle, "seelex-thesaurus.ttl", func(w io.Writer) error { return graph().Turtle(w) }},
		"thesaurus.jsonld": {skos.JSONLD, "seelex-thesaurus.jsonld", func(w io.Writer) error { return graph().JSONLD(w) }},
	}
}

// Export makes the file that /export/{name} gives, with the parameters of that address.
// The base is the address of the site that the file names, without a path.
func Export(ctx context.Context, service *answer.Service, name string, parameters url.Values, base string) (File, error) {
	s := &server{service: service}
	found, err := s.export(question{Params: service.Params(parameters), ctx: ctx, path: name, base: base, query: parameters.Encode()})
	if err != nil {
		return File{}, err
	}
	return found.(File), nil
}

func (s *server) export(q question) (any, error) {
	if f, ok := s.whole(q)[q.path]; ok {
		return f, nil
	}
	name, format, _ := strings.Cut(q.path, ".")
	view, ok := s.views()[name]
	if !ok {
		return nil, unknownExport(q.path)
	}
	request := export.Request{Address: q.base + "/" + pageOf(name) + "?" + q.query, Exported: s.service.Today()}
	made, err := view(q, request)
	if err != nil {
		return nil, err
	}
	for _, known := range made.Formats() {
		if string(known) == format {
			return File{known.MediaType(), made.Name(known), func(w io.Writer) error { return made.Write(w, known) }}, nil
		}
	}
	return nil, unknownExport(q.path)
}

func unknownExport(name string) error {
	known := []string{"compare.docx", "dataset.zip", "dataset.json", "thesaurus.ttl", "thesaurus.jsonld"}
	for _, view := range []string{"compare", "search", "instruments", "provisions", "positions", "timeline", "practice", "concepts"} {
		known = append(known, view+".csv", view+".xlsx", view+".json")
	}
	return &legislation.Error{Code: legislation.NotFound, Field: "name", Value: name, Message: "is not a file that is exported",
		Want: "one of " + strings.Join(known, ", "), Nearest: legislation.Nearest(name, known)}
}

// pageOf is the page or address that shows the view that is exported.
func pageOf(view string) string {
	switch view {
	case "compare", "search", "timeline", "practice":
		return view
	}
	return "api/v1/" + view
}

// views make the files of lists and comparisons.
func (s *server) views() map[string]func(question, export.Request) (*export.File, error) {
	all := answer.Window{Limit: exportedItems}
	return map[string]func(question, export.Request) (*export.File, error){
		"compare": func(q question, r export.Request) (*export.File, error) {
			ask := q.CompareRequest()
			if err := q.Err(); err != nil {
				return nil, err
			}
			r.On = ask.On
			found, err := s.service.Compare(ask)
			if err != nil {
				return nil, err
			}
			return export.Comparison(found, s.service.Catalog(), r), nil
		},
		"search": func(q question, r export.Request) (*export.File, error) {
			ask := q.SearchRequest()
			if err := q.Err(); err != nil {
				return nil, err
			}
			ask.Limit, ask.Offset, r.On = exportedHits, 0, ask.On
			found, err := s.service.Search(q.ctx, ask)
			if err != nil {
				return nil, err
			}
			return export.Search(found, s.service.Records(), r), nil
		},
		"instruments": func(q question, r export.Request) (*export.File, error) {
			ask := q.InstrumentsRequest()
			if err := q.Err(); err != nil {
				return nil, err
			}
			ask.Window, r.On = all, ask.On
			found, err := s.service.Instruments(ask)
			return export.Instruments(found.Items, s.service.Catalog(), r), err
		},
		"provisions": func(q question, r export.Request) (*export.File, error) {
			codes, on := q.Jurisdictions("jurisdiction"), q.OptionalDay("on")
			if err := q.Err(); err != nil {
				return nil, err
			}
			var found []*legislation.Provision
			err := s.service.Records().Provisions(func(p *legislation.Provision) error {
				for _, code := range codes {
					if p.ID.Jurisdiction() == code {
						found = append(found, p)
					}
				}
				if len(codes) == 0 {
					found = append(found, p)
				}
				return nil
			})
			r.On = on
			return export.Provisions(found, s.service.Catalog(), r), err
		},
		"positions": func(q question, r export.Request) (*export.File, error) {
			ask := q.PositionsRequest()
			if err := q.Err(); err != nil {
				return nil, err
			}
			ask.Window, r.On = all, ask.On
			return export.Positions(s.service.Positions(ask).Items, s.service.Catalog(), r), nil
		},
		"timeline": func(q question, r export.Request) (*export.File, error) {
			ask := q.TimelineRequest()
			if err := q.Err(); err != nil {
				return nil, err
			}
			ask.Limit, ask.Offset = 0, 0
			found, err := s.service.Timeline(ask)
			return export.Timeline(found.Events, r), err
		},
		"practice": func(q question, r export.Request) (*export.File, error) {
			codes := q.Jurisdictions("jurisdiction")
			if err := q.Err(); err != nil {
				return nil, err
			}
			return export.Practice(s.service.Figures(codes), r), nil
		},
		"concepts": func(q question, r export.Request) (*export.File, error) {
			return export.Concepts(s.service.Catalog().Concepts, r), nil
		},
	}
}

// writeDataset writes every record as JSON, as the corpus has it.
func (s *server) writeDataset(w io.Writer) error {
	c := s.service.Catalog()
	var provisions []*legislation.Provision
	err := s.service.Records().Provisions(func(p *legislation.Provision) error {
		provisions = append(provisions, p)
		return nil
	})
	if err != nil {
		return err
	}
	sources, questions := map[string][]legislation.Source{}, map[string][]string{}
	for _, j := range c.Jurisdictions {
		sources[j.Code], questions[j.Code] = c.AllSources(j.Code), c.Questions(j.Code)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(map[string]any{"licence": export.Licence, "licence_url": export.LicenceURL, "corpus": s.service.CorpusHash(), "exported": s.service.Today(),
		"topics": c.Topics, "concepts": c.Concepts, "jurisdictions": c.Jurisdictions, "instruments": c.Instruments, "provisions": provisions, "positions": c.Positions,
		"reforms": c.Reforms, "practice": c.Practice, "ratifications": c.Ratifications, "sources": sources, "open_questions": questions})
}

// akomaNtoso writes an instrument as of a day.
func (s *server) akomaNtoso(q question, on legislation.Day) (any, error) {
	if err := q.id().Valid(); err != nil {
		return nil, err
	}
	c := s.service.Catalog()
	i, err := c.Instrument(q.id())
	if err != nil {
		return nil, err
	}
	provisions, language, err := s.withTexts(i)
	if err != nil {
		return nil, err
	}
	act := akn.Act{Instrument: i, Provisions: provisions, Language: language, Sources: func(ids []string) []legislation.Source { return c.Sources(i.ID.Jurisdiction(), ids) },
		On: on, Exported: s.service.Today(), Base: q.base}
	return File{akn.MediaType, strings.ReplaceAll(string(i.ID), "/", "-") + ".akn.xml", act.Write}, nil
}

// withTexts are the provisions of an instrument with their official texts, of which an
// article's stands with the article: its curated paragraphs do not repeat it.
func (s *server) withTexts(i *legislation.Instrument) (provisions []*legislation.Provision, language string, err error) {
	curated, err := s.service.Records().Below(i.ID)
	if err != nil || len(i.Expressions) == 0 {
		return curated, "", err
	}
	language = i.Expressions[0].Language
	byKey := map[string]*legislation.Provision{}
	for _, p := range curated {
		byKey[p.ID.Key()] = p
	}
	err = s.service.Records().Texts(i.ID, func(id legislation.ID, texts []legislation.Wording) error {
		if id.IsInstrument() {
			return nil // text between the articles has no address
		}
		with := legislation.Provision{ID: id}
		if p := byKey[id.Key()]; p != nil {
			with = *p
		}
		with.Texts = texts
		byKey[id.Key()] = &with
		return nil
	})
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		provisions = append(provisions, byKey[key])
	}
	return provisions, language, err
}
