package importer

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"seelex/legislation"
)

// Limits of a file of topic rules.
const (
	maxRuleFile = 1 << 20 // bytes
	maxWords    = 2000    // of one topic
	maxPatterns = 200     // of one topic
	maxPattern  = 1000    // bytes
)

// Rules suggest topics for articles. They go before what the thesaurus suggests: where a
// rule speaks of an article, only the rules do.
//
//	topics:
//	  personal-possession:
//	    words: [own use, posjedovanj*]           # in any case, with or without diacritics; * stands for any ending
//	    patterns: ['(?i)\b\d+ grams?\b']         # regular expressions in the syntax RE2
//	    articles:
//	      gr/law-4139-2013: 29-33, 35
//
// One that is met is enough.
type Rules struct {
	rules []rule
	sha   string
}

// rule is what a topic is suggested by.
type rule struct {
	topic    string
	words    []string // as written, and folded between blanks
	folded   []string
	patterns []*regexp.Regexp
	articles []articleRange
}

// articleRange is a run of articles by the order of their ids.
type articleRange struct {
	instrument, from, to string
	written              string
}

type ruleFile struct {
	Topics map[string]ruleText `yaml:"topics"`
}

type ruleText struct {
	Words    []string                  `yaml:"words"`
	Patterns []string                  `yaml:"patterns"`
	Articles map[legislation.ID]string `yaml:"articles"`
}

// ReadRules reads a file of topic rules. Errors name the topic, the field and the value.
func ReadRules(path string, k *legislation.Catalog) (*Rules, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &legislation.Error{Code: legislation.NotFound, Field: "topic-rules", Value: path, Message: "cannot be read", Want: "a YAML file"}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxRuleFile+1))
	if err != nil {
		return nil, err
	}
	return parseRules(path, data, k)
}

func parseRules(path string, data []byte, k *legislation.Catalog) (*Rules, error) {
	wrong := func(field, value, message, want string) error {
		return &legislation.Error{Code: legislation.Invalid, Record: path, Field: field, Value: value, Message: message, Want: want}
	}
	if len(data) > maxRuleFile {
		return nil, wrong("", "", "is too long for topic rules", fmt.Sprintf("at most %d bytes", maxRuleFile))
	}
	var file ruleFile
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&file); err != nil {
		return nil, wrong("", "", "cannot be read as topic rules: "+err.Error(), "topics: with words, patterns and articles for each topic")
	}
	if len(file.Topics) == 0 {
		return nil, wrong("topics", "", "are missing", "a topic of the codebook with words, patterns or articles")
	}
	sum := sha256.Sum256(data)
	out := &Rules{sha: hex.EncodeToString(sum[:])}
	for _, id := range slices.Sorted(maps.Keys(file.Topics)) {
		if _, err := k.Topic(id); err != nil {
			err := *err.(*legislation.Error)
			err.Code, err.Record = legislation.Invalid, path
			return nil, &err
		}
		r, err := file.Topics[id].compile(id, wrong)
		if err != nil {
			return nil, err
		}
		out.rules = append(out.rules, r)
	}
	return out, nil
}

func (t ruleText) compile(topic string, wrong func(field, value, message, want string) error) (r rule, err error) {
	r.topic = topic
	switch {
	case len(t.Words)+len(t.Patterns)+len(t.Articles) == 0:
		return r, wrong(topic, "", "has no rule", "words, patterns or articles")
	case len(t.Words) > maxWords:
		return r, wrong(topic+".words", "", "are too many", fmt.Sprintf("at most %d", maxWords))
	case len(t.Patterns) > maxPatterns:
		return r, wrong(topic+".patterns", "", "are too many", fmt.Sprintf("at most %d", maxPatterns))
	}
	for n, w := range t.Words {
		stem, open := strings.CutSuffix(w, "*")
		folded := fold(stem)
		if len([]rune(folded)) < 2 {
			return r, wrong(fmt.Sprintf("%s.words[%d]", topic, n), w, "is too short", "at least two letters")
		}
		if !open {
			folded += " "
		}
		r.words, r.folded = append(r.words, w), append(r.folded, " "+folded)
	}
	for n, p := range t.Patterns {
		field := fmt.Sprintf("%s.patterns[%d]", topic, n)
		if len(p) > maxPattern {
			return r, wrong(field, p, "is too long", fmt.Sprintf("at most %d bytes", maxPattern))
		}
		re, err := regexp.Compile(p)
		if err != nil {
			return r, wrong(field, p, "is no regular expression: "+err.Error(), "the syntax RE2, without look-around and back-references")
		}
		if re.MatchString("") {
			return r, wrong(field, p, "fits every text", "an expression that needs at least a letter")
		}
		r.patterns = append(r.patterns, re)
	}
	for _, id := range slices.Sorted(maps.Keys(t.Articles)) {
		for part := range strings.SplitSeq(t.Articles[id], ",") {
			a, err := newArticleRange(id, strings.TrimSpace(part))
			if err != nil {
				return r, wrong(topic+".articles["+string(id)+"]", part, err.Error(), "numbers such as 29-33, 35, 246a of an instrument such as rs/criminal-code")
			}
			r.articles = append(r.articles, a)
		}
	}
	return r, nil
}

func newArticleRange(instrument legislation.ID, written string) (a articleRange, err error) {
	if err := instrument.Valid(); err != nil || !instrument.IsInstrument() {
		return a, fmt.Errorf("is of no instrument: %q is no id of one", instrument)
	}
	first, last, isRange := strings.Cut(written, "-")
	if !isRange {
		last = first
	}
	key := func(number string) (string, error) {
		id := instrument + "/art-" + legislation.ID(strings.TrimSpace(number))
		if !strings.ContainsAny(number, "0123456789") || id.Valid() != nil {
			return "", fmt.Errorf("is no article or run of articles")
		}
		return id.Key(), nil
	}
	a = articleRange{instrument: instrument.Key(), written: string(instrument) + " " + written}
	if a.from, err = key(first); err == nil {
		a.to, err = key(last)
	}
	if err == nil && a.from > a.to {
		err = fmt.Errorf("ends before it begins")
	}
	return a, err
}

// suggest are the topics of an article of which a rule speaks.
func (r *Rules) suggest(id legislation.ID, text string) (out []legislation.Suggestion) {
	key, folded := id.Key(), " "+fold(text)+" "
	for _, rule := range r.rules {
		if why := rule.met(id.Instrument().Key(), key, text, folded); why != "" {
			out = append(out, legislation.Suggestion{Topic: rule.topic, Rule: why})
		}
	}
	return out
}

// met says by what an article meets a rule, "" when it does not.
func (r *rule) met(instrument, key, text, folded string) string {
	for _, a := range r.articles {
		if a.instrument == instrument && a.from <= key && key <= a.to {
			return "articles: " + a.written
		}
	}
	for n, w := range r.folded {
		if strings.Contains(folded, w) {
			return "words: " + r.words[n]
		}
	}
	for _, p := range r.patterns {
		if p.MatchString(text) {
			return "patterns: " + p.String()
		}
	}
	return ""
}
