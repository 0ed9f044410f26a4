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

// exports are the addresses that give files.
func (s *server) exports() []route {
	routes := []route{
		{path: "/export/{name}", summary: "The whole dataset as a file",
			note:   "dataset.zip (Frictionless data package), dataset.json, thesaurus.ttl and thesaurus.jsonld (SKOS).",
			params: []param{exportNameParam}, media: "*/*", ask: func(q question) (any, error) { return s.export(q) }},
		{path: "/export/akn/{id...}", summary: "An instrument as Akoma Ntoso 3.0", params: []param{instrumentIDParam, onParam}, media: akn.MediaType,
			ask: func(q question) (any, error) { return dated(q, q, s.akomaNtoso) }},
	}
	for _, v := range s.views() {
		routes = append(routes, route{path: "/export/" + v.name + ".{format}", summary: v.summary, media: "*/*", params: append([]param{formatParam(v.formats)}, v.params...),
			note: "The file says the day of the law, that of the export, the address of the view, its sources and licence.",
			ask:  func(q question) (any, error) { return s.file(v, q.path, q) }})
	}
	return routes
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
	for _, v := range s.views() {
		if v.name == name {
			if err := q.Misspelt(names(v.params)); err != nil {
				return nil, err
			}
			return s.file(v, format, q)
		}
	}
	return nil, s.unknownExport(q.path)
}

// file makes a view ready to be written in a format.
func (s *server) file(v view, format string, q question) (any, error) {
	as := export.Format(format)
	if !slices.Contains(v.formats, as) {
		return nil, s.unknownExport(v.name + "." + format)
	}
	made, err := v.make(q, export.Request{Exported: s.service.Today()})
	if err != nil {
		return nil, err
	}
	return File{as.MediaType(), made.Name(as), func(w io.Writer) error { return made.Write(w, as) }}, nil
}

func (s *server) unknownExport(name string) error {
	known := []string{"dataset.zip", "dataset.json", "thesaurus.ttl", "thesaurus.jsonld"}
	want := "one of " + strings.Join(known, ", ")
	formats := ""
	for _, v := range s.views() {
		endings := ""
		for _, format := range v.formats {
			known = append(known, v.name+"."+string(format))
			endings += " ." + string(format)
		}
		if endings != formats { // views of the same formats stand together
			want += "; with" + endings + ": " + v.name
		} else {
			want += ", " + v.name
		}
		formats = endings
	}
	return &legislation.Error{Code: legislation.NotFound, Field: "name", Value: name, Message: "is not a file that is exported",
		Want: want, Nearest: legislation.Nearest(name, known)}
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
