package ui

// dataPage offers the data for download.
type dataPage struct {
	Frame
	Tiles  []Tile
	Corpus string // SHA-256
	Files  []Link
}

func (s *Site) data(*request) (any, error) {
	return &dataPage{Frame: Frame{Title: "Data", Section: "data", Canonical: "/data", Description: "Download the whole knowledge base with its codebook, under CC BY 4.0."},
		Tiles: s.sizes(), Corpus: s.service.Stats().Corpus, Files: []Link{
			{"Data package (ZIP)", "/api/v1/export/dataset.zip", "all tables as CSV with the codebook, as a Frictionless data package"},
			{"Everything as JSON", "/api/v1/export/dataset.json", "the same records as the API gives them"},
		}}, nil
}

// apiPage is the API for people.
type apiPage struct {
	Frame
	Origin string
	Calls  []apiCall
}

// apiCall is a request that works as it stands.
type apiCall struct{ What, Path string }

var apiCalls = []apiCall{
	{"Search, in any language of the region", "/api/v1/search?q=posedovanje+za+sopstvenu+upotrebu&limit=3"},
	{"A comparison: one topic, three jurisdictions, one day", "/api/v1/compare?topic=personal-possession&jurisdictions=RS,HR,GR&on=2020-01-01"},
	{"What changed between two days", "/api/v1/compare?topic=personal-possession&jurisdictions=HR&on=2013-01-01&against=2012-12-31"},
	{"A provision as it stood on a day", "/api/v1/provisions/rs/criminal-code/art-246a?on=2015-06-01"},
	{"Its versions", "/api/v1/provisions/rs/criminal-code/art-246a/par-1/versions"},
	{"An instrument with its provisions", "/api/v1/instruments/rs/criminal-code"},
	{"Strategies in force on a day", "/api/v1/instruments?type=strategy&on=2010-06-01"},
	{"The codebook of a topic", "/api/v1/topics/alternatives-to-prison"},
	{"All answers to a topic, in all periods", "/api/v1/positions?topic=decriminalisation&limit=200"},
	{"A jurisdiction", "/api/v1/jurisdictions/SI"},
	{"The sizes of the knowledge base", "/api/v1/stats"},
}

func (s *Site) api(r *request) (any, error) {
	return &apiPage{Frame: Frame{Title: "API", Canonical: "/api", Description: "Every answer of the pages as JSON: addresses, parameters and examples that work as they stand."},
		Origin: r.base, Calls: apiCalls}, nil
}
