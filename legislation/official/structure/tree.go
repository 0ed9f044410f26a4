package structure

import "strings"

// opening is the start of a part. A part ends where the next opening of its own or a higher rank starts.
type opening struct {
	kind    Kind
	rank    int
	start   int
	body    int // where the own text starts: behind label and heading
	label   string
	number  string
	key     string
	fixed   bool // the key is stated by the format, whatever the label
	heading string
}

// ranks below articles.
const (
	rankArticle   = 8
	rankParagraph = 9
	rankPoint     = 10
)

// assemble nests openings, which are in the order of the text, by rank.
func assemble(text string, opens []opening) []Part {
	if len(opens) == 0 {
		return nil
	}
	at := 0
	return nest(text, opens, &at, -1, len(text))
}

func nest(text string, opens []opening, at *int, above, end int) []Part {
	var parts []Part
	for *at < len(opens) && opens[*at].rank > above {
		o := opens[*at]
		*at++
		stop := end
		for i := *at; i < len(opens); i++ {
			if opens[i].rank <= o.rank {
				stop = opens[i].start
				break
			}
		}
		p := Part{Kind: o.kind, Label: o.label, Number: o.number, Key: o.key, Heading: o.heading, Start: o.start, End: stop}
		p.Children = nest(text, opens, at, o.rank, stop)
		own := stop
		if len(p.Children) > 0 {
			own = p.Children[0].Start
		}
		if o.body < own {
			p.Text = strings.TrimSpace(text[o.body:own])
		}
		parts = append(parts, p)
	}
	return parts
}

// Walk calls f for every part, outer ones first, with the path of keys that an id of the provision is made of:
// "art-36/par-1/pt-a", "annex-1/art-3". Divisions above articles are not part of a path, since articles are numbered
// through; annexes and appended amending acts are. Points within points share one segment (pt-a-ii). The path is empty for parts without a key.
func (d *Document) Walk(f func(path string, p *Part)) {
	walk(d.Parts, "", f)
}

// Carries reports whether the key of a part of the kind is the beginning of the paths
// below it.
func (k Kind) Carries() bool {
	switch k {
	case Point, Article, Paragraph, Annex, Appended:
		return true
	}
	return false
}

func walk(parts []Part, path string, f func(string, *Part)) {
	for i := range parts {
		p := &parts[i]
		own := ""
		inner := path
		if p.Key != "" {
			own = p.Key
			if path != "" {
				own = path + "/" + p.Key
			}
			if p.Kind == Point {
				if j := strings.LastIndexByte(path, '/'); j >= 0 && strings.HasPrefix(path[j+1:], "pt-") && strings.HasPrefix(p.Key, path[j+1:]) {
					own = path[:j+1] + p.Key
				}
			}
			if p.Kind.Carries() {
				inner = own
			}
		}
		f(own, p)
		walk(p.Children, inner, f)
	}
}

// Articles returns the paths of all articles in the order of the text.
func (d *Document) Articles() []string {
	var out []string
	d.Walk(func(path string, p *Part) {
		if p.Kind == Article && path != "" {
			out = append(out, path)
		}
	})
	return out
}
