package importer

import (
	"strings"
	"testing"

	"seelex/legislation"
)

const someLaw = `Zakon o ispitivanju

Član 1
Ovaj zakon uređuje posjedovanje droge za sopstvenu upotrebu.

Član 2
Ko proda više od 5 grama kazniće se.

Član 3
Ovaj zakon stupa na snagu odmah.
`

// TestTopicRules: words in any ending, patterns and numbers of articles suggest topics,
// and where they do the thesaurus is not asked.
func TestTopicRules(t *testing.T) {
	s := knowledge(t, t.TempDir())
	read := func(text string) *Rules {
		t.Helper()
		r, err := parseRules("rules.yaml", []byte(text), s.Catalog())
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	thesaurus := func(_, _, _, _ string) []legislation.Suggestion {
		return []legislation.Suggestion{{Topic: "treatment", Concepts: []string{"treatment"}}}
	}
	tests := []struct{ rules, want string }{
		{"topics:\n  personal-possession: {words: [posjed*]}", "1 personal-possession (words: posjed*); 2 treatment (); 3 treatment ()"},
		{"topics:\n  personal-possession: {words: [posjed, SOPSTVENU UPOTREBU]}", "1 personal-possession (words: SOPSTVENU UPOTREBU); 2 treatment (); 3 treatment ()"},
		{"topics:\n  quantity-thresholds: {patterns: ['\\d+ gram']}\n  drug-use: {articles: {rs/test-act: \"2-3\"}}",
			"1 treatment (); 2 drug-use (articles: rs/test-act 2-3) quantity-thresholds (patterns: \\d+ gram); 3 drug-use (articles: rs/test-act 2-3)"},
		{"topics:\n  drug-use: {articles: {rs/other-act: \"1\"}}", "1 treatment (); 2 treatment (); 3 treatment ()"},
	}
	for _, x := range tests {
		r, err := Run(t.Context(), s, []Item{{Path: "z.txt", Data: []byte(someLaw), Instrument: "rs/test-act", Language: "sr-Latn"}}, Options{Suggest: thesaurus, Rules: read(x.rules)})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range r.Files[0].Suggested {
			if strings.HasSuffix(p.Provision, "preamble") {
				continue
			}
			line := strings.TrimPrefix(p.Provision, "rs/test-act/art-")
			for _, topic := range p.Topics {
				line += " " + topic.Topic + " (" + topic.Rule + ")"
			}
			got = append(got, line)
		}
		if got := strings.Join(got, "; "); got != x.want {
			t.Errorf("%s\nsuggests %s\nwant     %s", x.rules, got, x.want)
		}
		// The knowledge base has what the last rules say, although the text is the same.
		all, err := s.Wordings("rs/test-act/art-1")
		if err != nil || len(all) != 1 || len(all[0].Suggested) != 1 || !strings.Contains(x.want, "1 "+all[0].Suggested[0].Topic) {
			t.Errorf("%s\nis stored as %v, %v", x.rules, all, err)
		}
	}
	again, err := Run(t.Context(), s, []Item{{Path: "z.txt", Data: []byte(someLaw), Instrument: "rs/test-act", Language: "sr-Latn"}}, Options{Rules: read(tests[3].rules)})
	if err != nil || again.Files[0].Status != StatusUnchanged {
		t.Errorf("the same text with the same rules is %v, %v", again.Files[0].Status, err)
	}
}

// TestWrongTopicRules are refused with the topic, the field and what would be right.
func TestWrongTopicRules(t *testing.T) {
	s := knowledge(t, t.TempDir())
	tests := []struct{ name, rules, want string }{
		{"no topic of the codebook", "topics: {personal-posession: {words: [x1]}}", "did you mean personal-possession"},
		{"a field that there is not", "topics: {drug-use: {word: [abc]}}", "field word not found"},
		{"an expression that is none", "topics: {drug-use: {patterns: ['ok', '(?=a)']}}", `drug-use.patterns[1]: "(?=a)" is no regular expression`},
		{"an expression that fits everything", "topics: {drug-use: {patterns: ['.*']}}", "fits every text"},
		{"an expression that would grow", "topics: {drug-use: {patterns: ['((a{100}){100}){100}']}}", "drug-use.patterns[0]"},
		{"a word of one letter", "topics: {drug-use: {words: [a*]}}", `drug-use.words[0]: "a*" is too short`},
		{"no instrument", "topics: {drug-use: {articles: {rs: '1'}}}", `"rs" is no id`},
		{"a run that ends before it begins", "topics: {drug-use: {articles: {rs/criminal-code: '3, 9-8'}}}", "ends before it begins"},
		{"no number", "topics: {drug-use: {articles: {rs/criminal-code: 'all'}}}", "is no article"},
		{"nothing", "topics: {drug-use: {}}", "has no rule"},
		{"no rules", "{}", "are missing"},
		{"too long", "topics: {}" + strings.Repeat("#", maxRuleFile), "is too long"},
	}
	for _, x := range tests {
		_, err := parseRules("rules.yaml", []byte(x.rules), s.Catalog())
		if err == nil || !strings.Contains(err.Error(), x.want) || !strings.HasPrefix(err.Error(), "rules.yaml") {
			t.Errorf("%s: %v; want rules.yaml: … %s", x.name, err, x.want)
		}
	}
}
