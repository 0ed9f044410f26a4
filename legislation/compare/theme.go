package compare

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"seelex/legislation"
)

//go:embed strategies.yaml
var strategiesFile []byte

// Other is the theme of a section of which no theme can be told.
const Other = "other"

// Theme is what a commitment of a strategy is about.
type Theme struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Reason says why a section is held to be about a theme.
type Reason struct {
	Theme string `json:"theme"`
	By    string `json:"by"`    // topic, concept or word: what gave it away
	Match string `json:"match"` // which
}

// reading is strategies.yaml; the file explains its parts.
type reading struct {
	Themes []struct {
		ID       string   `yaml:"id"`
		Label    string   `yaml:"label"`
		Topics   []string `yaml:"topics"`
		Concepts []string `yaml:"concepts"`
		Words    []string `yaml:"words"`
	} `yaml:"themes"`
	Beside   []legislation.ID `yaml:"beside"`
	Accounts []legislation.ID `yaml:"accounts"`
}

// classifier tells the themes of sections.
type classifier struct {
	reading
	rules []rule
}

type rule struct {
	theme   string
	topics  []string
	words   []string           // concepts' English labels and words, in lower case, longest first
	foreign map[string][]label // concepts' labels in the national languages, by language
}

type label struct{ folded, concept string }

func newClassifier(catalog *legislation.Catalog) (*classifier, error) {
	c := new(classifier)
	dec := yaml.NewDecoder(bytes.NewReader(strategiesFile))
	dec.KnownFields(true)
	if err := dec.Decode(&c.reading); err != nil {
		return nil, fmt.Errorf("strategies.yaml: %w", err)
	}
	for _, theme := range c.Themes {
		r := rule{theme: theme.ID, topics: theme.Topics, foreign: map[string][]label{}}
		r.addWords(theme.Words)
		for _, id := range theme.Concepts {
			concept, ok := catalog.Concept(id)
			if !ok {
				continue // a corpus of one's own may have another thesaurus
			}
			r.addConcept(concept)
		}
		slices.SortStableFunc(r.words, func(a, b string) int { return len(b) - len(a) })
		c.rules = append(c.rules, r)
	}
	return c, nil
}

func (r *rule) addWords(words []string) {
	for _, w := range words {
		if w != "" {
			r.words = append(r.words, strings.ToLower(w))
		}
	}
}

func (r *rule) addConcept(concept *legislation.Concept) {
	for language, labels := range concept.Labels {
		if language == "en" {
			r.addWords(labels)
			continue
		}
		for _, l := range labels {
			if utf8.RuneCountInString(l) > 3 { // shorter ones are abbreviations
				r.foreign[language] = append(r.foreign[language], label{strings.ToLower(l), concept.ID})
			}
		}
	}
}

// themes gives the reasons for which a section has its themes, one for each theme
// in the order of the file; for a section without any it is [Other].
func (c *classifier) themes(v legislation.Version) []Reason {
	english, foreign := strings.ToLower(v.Heading["en"]+". "+v.Digest), map[string]string{}
	for language, heading := range v.Heading {
		foreign[language] = strings.ToLower(heading)
	}
	for language, terms := range v.Terms {
		foreign[language] += "\n" + strings.ToLower(strings.Join(terms, "\n"))
	}
	var out []Reason
	for i := range c.rules {
		if by, match := c.rules[i].match(v.Topics, english, foreign); by != "" {
			out = append(out, Reason{c.rules[i].theme, by, match})
		}
	}
	if out == nil {
		out = []Reason{{Theme: Other}}
	}
	return out
}

// match says what gives the theme away: a topic, a concept or a word; "" if nothing.
func (r *rule) match(topics []string, english string, foreign map[string]string) (by, match string) {
	for _, topic := range r.topics {
		if slices.Contains(topics, topic) {
			return "topic", topic
		}
	}
	for _, language := range slices.Sorted(maps.Keys(foreign)) {
		for _, l := range r.foreign[language] {
			if strings.Contains(foreign[language], l.folded) {
				return "concept", l.concept
			}
		}
	}
	for _, word := range r.words {
		if hasWord(english, word) {
			return "word", word
		}
	}
	return "", ""
}

// hasWord reports whether the text has the word, or words, not inside longer ones.
func hasWord(text, word string) bool {
	for from := 0; word != ""; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:from+at])
		after, _ := utf8.DecodeRuneInString(text[from+at+len(word):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from += at + len(word)
	}
	return false
}
