package legislation

import (
	"slices"
	"strings"
)

// Part is a place in the text of an edition: a chapter, an article, a paragraph, a
// point, or text that was kept without being understood further.
type Part struct {
	Kind    string // in the words of Akoma Ntoso: article, paragraph, point, chapter, annex …
	Depth   int    // 0 for the outermost
	Path    string // the id below the instrument's: art-29/par-1; "" where it cannot be cited
	Label   string // as printed: Άρθρο 29, (1)
	Heading string
	Start   int // bytes of the edition's text; a part ends where its last descendant does
	Body    int // where the part's own text begins, behind label and heading
	End     int
	// Suggested are topics that a machine suggests for a unit of the text.
	Suggested []Suggestion
	Hash      uint64 // of heading and text without signs, notes and labels: equal for equal wordings
}

// Suggestion is a topic that a machine suggests for a provision. Nobody has checked it,
// and it counts nowhere as a curated topic does.
type Suggestion struct {
	Topic    string   `json:"topic"`
	Concepts []string `json:"concepts,omitempty"` // of the thesaurus, that the text names
	Rule     string   `json:"rule,omitempty"`     // of the importer's own rules, that the text meets
}

// Kinds of parts that readers of an outline tell apart.
const (
	PartArticle     = "article"
	PartNote        = "versionnote" // an amendment note or an earlier wording printed within the text
	PartContents    = "contents"    // a printed table of contents
	PartTranslation = "translation" // the instrument in a further language
)

// Outline is the tree of an edition's parts, flat and in the order of the text: a
// part's descendants follow it, one or more levels deeper. Parts of one level lie end
// to end, so that the sum of the parts is the whole text.
type Outline []Part

// Find returns the place of the part with that path, in any case of letters; -1
// where there is none.
func (o Outline) Find(path string) int {
	if path == "" {
		return -1
	}
	return slices.IndexFunc(o, func(p Part) bool { return strings.EqualFold(p.Path, path) })
}

// Subtree is the part at a place with all its descendants.
func (o Outline) Subtree(at int) Outline {
	end := at + 1
	for end < len(o) && o[end].Depth > o[at].Depth {
		end++
	}
	return o[at:end]
}

// OwnEnd is where a part's own text ends: where its first child begins.
func (o Outline) OwnEnd(at int) int {
	if at+1 < len(o) && o[at+1].Depth > o[at].Depth {
		return o[at+1].Start
	}
	return o[at].End
}

// SuggestedAt are the topics that are suggested for the part at a place, or for the unit
// in which it stands.
func (o Outline) SuggestedAt(at int) []Suggestion {
	for depth := o[at].Depth + 1; at >= 0 && depth > 0; at-- {
		if o[at].Depth >= depth {
			continue
		}
		if len(o[at].Suggested) > 0 {
			return o[at].Suggested
		}
		depth = o[at].Depth
	}
	return nil
}

// Units are the places of the parts that are read and found as one: articles, and
// what stands beside them with an address of its own, such as an annex without
// articles, a preamble or the section of a strategy.
func (o Outline) Units() []int {
	var units []int
	for i := 0; i < len(o); {
		p := o[i]
		tree := o.Subtree(i)
		switch {
		case p.Kind == PartContents || p.Kind == PartTranslation:
			i += len(tree)
		case p.Path != "" && (p.Kind == PartArticle || !tree[1:].hasUnit()):
			units = append(units, i)
			i += len(tree)
		default:
			i++
		}
	}
	return units
}

// hasUnit reports whether an article, or another part that is cited by itself rather
// than as a paragraph or point, stands among the parts.
func (o Outline) hasUnit() bool {
	return slices.ContainsFunc(o, func(p Part) bool {
		return p.Path != "" && (p.Kind == PartArticle || p.Kind != "paragraph" && p.Kind != "point" || strings.HasPrefix(p.Label, "§"))
	})
}

// Sibling returns the place of the unit that stands before (-1) or after (+1) the
// unit which holds the part, or of the part of the same kind beside it under one
// parent; -1 at the ends.
func (o Outline) Sibling(at, step int) int {
	units := o.Units()
	if i := slices.Index(units, at); i >= 0 {
		if i += step; i >= 0 && i < len(units) {
			return units[i]
		}
		return -1
	}
	for i := at + step; i >= 0 && i < len(o) && o[i].Depth >= o[at].Depth; i += step {
		if o[i].Depth == o[at].Depth && o[i].Path != "" {
			return i
		}
	}
	return -1
}
