package answer

import (
	"slices"
	"strings"

	"seelex/legislation"
)

// OfficialText is the official text of a provision in one language as it stood on
// the day: plain text, never markup.
type OfficialText struct {
	Language  string           `json:"language"`
	Heading   string           `json:"heading"`
	Lines     []TextLine       `json:"lines"`
	From      legislation.Date `json:"from"` // the consolidation that brought this wording
	To        legislation.Date `json:"to"`
	Edition   Edition          `json:"edition"`
	Suggested []SuggestedTopic `json:"suggested_topics"` // for the article; nobody has checked them
}

// SuggestedTopic is a topic that the thesaurus, or the rules of whoever imported the
// text, suggest for an article. It counts nowhere as a curated topic.
type SuggestedTopic struct {
	Ref
	Concepts []Ref  `json:"concepts"` // of the thesaurus, that the article names
	Rule     string `json:"rule"`     // that the article meets, "" where the thesaurus suggests it
}

// TextLine is a part of an official text with its own words.
type TextLine struct {
	ID      string `json:"id"` // of the part, "" where it cannot be cited
	Kind    string `json:"kind"`
	Depth   int    `json:"depth"`
	Label   string `json:"label"`
	Heading string `json:"heading"`
	Text    string `json:"text"` // one paragraph a line; the cells of tables are separated by tabs
}

// Edition says where an official text comes from.
type Edition struct {
	legislation.Edition
	URL string `json:"url"` // of the instrument as that edition gives it
}

// WordingItem is a wording in the list of its provision.
type WordingItem struct {
	Language string           `json:"language"`
	From     legislation.Date `json:"from"`
	To       legislation.Date `json:"to"`
	Edition  Edition          `json:"edition"`
	Shown    bool             `json:"shown"` // the wording of the day
	URL      string           `json:"url"`
}

// ContentLine is an entry of an instrument's table of contents, from its official
// text.
type ContentLine struct {
	ID        string           `json:"id"`
	Kind      string           `json:"kind"`
	Depth     int              `json:"depth"`
	Label     string           `json:"label"`
	Heading   string           `json:"heading"`
	URL       string           `json:"url"`
	Suggested []SuggestedTopic `json:"suggested_topics"` // for the article; nobody has checked them
}

// texts are the official texts of a provision on the day, one for each language.
func (s *Service) texts(id legislation.ID, on legislation.Day) ([]OfficialText, []WordingItem, error) {
	texts, items := []OfficialText{}, []WordingItem{}
	all, err := s.store.Wordings(id)
	if err != nil {
		return nil, nil, err
	}
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].Language == all[0].Language {
			n++
		}
		chain := all[:n]
		all = all[n:]
		shown := legislation.Pick(chain, legislation.Wording.Valid, on)
		texts = append(texts, s.officialText(id.Instrument(), &chain[shown]))
		for i, w := range chain {
			items = append(items, WordingItem{w.Language, w.From, w.To, s.edition(id.Instrument(), w.Edition), i == shown, s.lawURL(id, w.Valid().Nearest(s.Today()))})
		}
	}
	return texts, items, nil
}

func (s *Service) officialText(instrument legislation.ID, w *legislation.Wording) OfficialText {
	out := OfficialText{Language: w.Language, Heading: w.Parts[0].Heading, From: w.From, To: w.To, Edition: s.edition(instrument, w.Edition),
		Suggested: s.suggested(w.Suggested)}
	for i, p := range w.Parts {
		line := TextLine{Kind: p.Kind, Depth: p.Depth, Label: p.Label, Heading: p.Heading, Text: strings.TrimSpace(w.Text[p.Body:w.Parts.OwnEnd(i)])}
		if p.Path != "" {
			line.ID = string(instrument) + "/" + p.Path
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

// suggested gives suggestions the names of their topics and concepts, as far as the
// knowledge base still has them.
func (s *Service) suggested(all []legislation.Suggestion) []SuggestedTopic {
	out := []SuggestedTopic{}
	for _, x := range all {
		t, err := s.Catalog().Topic(x.Topic)
		if err != nil {
			continue
		}
		topic := SuggestedTopic{Ref{t.ID, t.Label, "/topics/" + t.ID}, []Ref{}, x.Rule}
		for _, id := range x.Concepts {
			if c, ok := s.Catalog().Concept(id); ok {
				topic.Concepts = append(topic.Concepts, Ref{id, c.Label(), "/concepts/" + id})
			}
		}
		out = append(out, topic)
	}
	return out
}

func (s *Service) edition(instrument legislation.ID, e legislation.Edition) Edition {
	day := legislation.Day(0)
	if !e.Consolidated.IsZero() {
		day = e.Consolidated.First()
	}
	return Edition{e, s.lawURL(instrument, day)}
}

// contents is the table of contents of an instrument's official text on the day, in
// the language of the jurisdiction that comes first; points and paragraphs are left
// out.
func (s *Service) contents(i *legislation.Instrument, on legislation.Day) ([]ContentLine, error) {
	lines := []ContentLine{}
	if len(i.Expressions) == 0 {
		return lines, nil
	}
	_, outline, err := s.store.Outline(i.ID, "", on)
	if err != nil {
		return nil, err
	}
	units := outline.Units()
	for at, p := range outline {
		_, unit := slices.BinarySearch(units, at)
		if !unit && (p.Kind == legislation.PartNote || p.Kind == legislation.PartContents || p.Kind == legislation.PartTranslation || p.Label == "" && p.Heading == "" || inside(outline, units, at)) {
			continue
		}
		line := ContentLine{Kind: p.Kind, Depth: p.Depth, Label: p.Label, Heading: p.Heading, Suggested: s.suggested(p.Suggested)}
		if p.Path != "" {
			id := i.ID + "/" + legislation.ID(p.Path)
			line.ID, line.URL = string(id), s.lawURL(id, on)
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// inside reports whether a part stands within a unit.
func inside(o legislation.Outline, units []int, at int) bool {
	n, exact := slices.BinarySearch(units, at)
	return exact || n > 0 && o[at].Start < o[units[n-1]].End
}

// imported reports whether there is an official text of the provision itself.
func (s *Service) imported(id legislation.ID) bool {
	all, err := s.store.Wordings(id)
	return err == nil && len(all) > 0
}

// beside finds what stands before and after a provision in the official text.
func (s *Service) beside(out *Provision, id legislation.ID, on legislation.Day) (found bool, err error) {
	_, outline, err := s.store.Outline(id.Instrument(), "", on)
	if err != nil {
		return false, err
	}
	at := outline.Find(strings.Join(id.Segments(), "/"))
	if at < 0 {
		return false, nil
	}
	ref := func(step int) *Ref {
		n := outline.Sibling(at, step)
		if n < 0 {
			return nil
		}
		next := id.Instrument() + "/" + legislation.ID(outline[n].Path)
		return &Ref{string(next), next.Label(), s.lawURL(next, on)}
	}
	out.Previous, out.Next = ref(-1), ref(+1)
	return true, nil
}
