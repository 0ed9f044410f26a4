package ui

import (
	"slices"
	"strings"

	"seelex/api/answer"
	"seelex/legislation"
)

// suggestedTopic is a topic that a machine suggests for an article, or for several of
// an instrument, with what led to it.
type suggestedTopic struct {
	Topic    Link
	Concepts []Link
	Rules    []string
	Articles []Link // of an instrument
}

// add joins a suggestion to those of the same topic.
func (t *suggestedTopic) add(s answer.SuggestedTopic) {
	for _, c := range s.Concepts {
		if link := (Link{Label: c.Title, URL: c.URL}); len(t.Concepts) < 6 && !slices.Contains(t.Concepts, link) {
			t.Concepts = append(t.Concepts, link)
		}
	}
	if s.Rule != "" && len(t.Rules) < 6 && !slices.Contains(t.Rules, s.Rule) {
		t.Rules = append(t.Rules, s.Rule)
	}
}

// suggestedTopics are those of one text that are not among the curated topics.
func suggestedTopics(all []answer.SuggestedTopic, p *answer.Provision) (out []suggestedTopic) {
	curated := map[string]bool{}
	for _, v := range append([]answer.Provision{*p}, p.Children...) {
		if v.Version != nil {
			for _, topic := range v.Version.Topics {
				curated[topic] = true
			}
		}
	}
	for _, s := range all {
		if !curated[s.ID] {
			t := suggestedTopic{Topic: Link{Label: s.Title, URL: s.URL}}
			t.add(s)
			out = append(out, t)
		}
	}
	return out
}

// suggestedOf gathers what is suggested for the articles of an instrument by topic,
// those of most articles first.
func suggestedOf(lines []answer.ContentLine) (out []suggestedTopic) {
	for _, line := range lines {
		for _, s := range line.Suggested {
			topic := Link{Label: s.Title, URL: s.URL}
			at := slices.IndexFunc(out, func(t suggestedTopic) bool { return t.Topic == topic })
			if at < 0 {
				out, at = append(out, suggestedTopic{Topic: topic}), len(out)
			}
			out[at].add(s)
			label := strings.TrimSpace(legislation.ID(line.ID).Label())
			out[at].Articles = append(out[at].Articles, Link{Label: label, URL: line.URL})
		}
	}
	slices.SortStableFunc(out, func(a, b suggestedTopic) int { return len(b.Articles) - len(a.Articles) })
	return out
}
