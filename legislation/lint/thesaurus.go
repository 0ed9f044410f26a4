package lint

import (
	"maps"
	"slices"
	"strings"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

// entry is a concept with what it is checked against.
type entry struct {
	*legislation.Concept
	languages []string
	first     map[string]string // ids seen before, and "lang:preferred label" to the concept that has it
}

var conceptChecks = []check[entry]{
	{"id", func(s *scope, c entry) {
		s.slug("id", c.ID)
		if _, twice := c.first[c.ID]; twice {
			s.fault("id", c.ID, "is the id of two concepts", "an id of its own")
		}
		c.first[c.ID] = c.ID
	}},
	{"topics", func(s *scope, c entry) { s.topicIDs("topics", c.Topics) }},
	{"definition", func(s *scope, c entry) {
		s.required("definition_en", c.Definition)
		s.english("definition_en", c.Definition)
	}},
	{"labels", conceptLabels},
	{"hidden-labels", hiddenLabels},
	{"preferred-label", preferredLabels},
	{"transliteration", transliterated},
}

func (l *linter) thesaurus(languages []string) {
	file := scope{linter: l, file: corpus.ThesaurusFile, record: "languages", check: "languages"}
	file.unique("languages", languages, "is named twice")
	for i, lang := range languages {
		file.tag(index("languages", i), lang)
	}
	first := map[string]string{}
	for i := range l.corpus.Concepts {
		c := entry{&l.corpus.Concepts[i], languages, first}
		run(scope{linter: l, file: corpus.ThesaurusFile, record: "concept " + c.ID, path: index("concepts", i)}, conceptChecks, c)
	}
}

func conceptLabels(s *scope, c entry) {
	if len(c.Labels["en"]) == 0 {
		s.fault("labels.en", "", "is missing", "the English term")
	}
	labelTexts(s, c, "labels", c.Labels)
}

func labelTexts(s *scope, c entry, name string, texts map[string][]string) {
	for _, lang := range slices.Sorted(maps.Keys(texts)) {
		field := name + "." + lang
		if !slices.Contains(c.languages, lang) {
			s.fault(field, lang, "is not a language of the thesaurus", "one of "+strings.Join(c.languages, ", "), legislation.Nearest(lang, c.languages)...)
		}
		s.unique(field, texts[lang], "stands twice among the labels")
		for i, label := range texts[lang] {
			s.required(index(field, i), label)
			s.clean(index(field, i), label)
			s.script(index(field, i), lang, label)
		}
	}
}

// hiddenLabels stand beside labels that are shown, and are none of them: SKOS keeps the
// two apart.
func hiddenLabels(s *scope, c entry) {
	labelTexts(s, c, "hidden", c.Hidden)
	for _, lang := range slices.Sorted(maps.Keys(c.Hidden)) {
		if len(c.Labels[lang]) == 0 {
			s.fault("hidden."+lang, "", "has no label beside it", "what is shown in that language under labels."+lang)
		}
		for i, label := range c.Hidden[lang] {
			if slices.ContainsFunc(c.Labels[lang], func(shown string) bool { return strings.EqualFold(shown, label) }) {
				s.fault(index("hidden."+lang, i), label, "is also a label that is shown", "one of the two")
			}
		}
	}
}

// preferredLabels finds two concepts with the same first label in a language: the
// reader cannot tell them apart.
func preferredLabels(s *scope, c entry) {
	for _, lang := range slices.Sorted(maps.Keys(c.Labels)) {
		if len(c.Labels[lang]) == 0 {
			continue
		}
		key := lang + ":" + strings.ToLower(c.Labels[lang][0])
		if other, twice := c.first[key]; twice {
			s.doubt("labels."+lang+"[0]", c.Labels[lang][0], "is also the preferred label of the concept "+other, "a first label that tells the two apart")
			continue
		}
		c.first[key] = c.ID
	}
}

func transliterated(s *scope, c entry) {
	latin := c.Labels["sr-Latn"]
	if len(latin) == 0 {
		return
	}
	for i, label := range c.Labels["sr-Cyrl"] {
		if !slices.Contains(latin, toLatin(label)) {
			s.doubt(index("labels.sr-Cyrl", i), label, "is the transliteration of no label under sr-Latn", "the same labels in both scripts: "+toLatin(label))
		}
	}
}
