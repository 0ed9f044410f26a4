package index

import (
	"cmp"
	"maps"
	"slices"

	"seelex/index/lang"
	"seelex/legislation"
)

// aboutDrugs are concepts that laws name only where they are about drugs. "Sale",
// "import" or "licence" say something of a drug law, and nothing of another one.
var aboutDrugs = []string{"narcotic-drug", "psychotropic-substance", "psychoactive-substance", "new-psychoactive-substance", "precursor",
	"cannabis", "cannabis-plant", "hashish", "medical-cannabis", "industrial-hemp", "heroin", "cocaine", "coca-leaf", "opium-poppy", "amphetamine-type-stimulant",
	"possession-for-personal-use", "self-cultivation", "user-dealer", "detoxification", "opioid-agonist-treatment", "methadone", "buprenorphine",
	"naloxone", "needle-exchange", "consumption-room", "demand-reduction"}

// everywhere are concepts that the articles of any topic name.
var everywhere = []string{"narcotic-drug", "psychotropic-substance", "psychoactive-substance", "imprisonment", "fine", "criminal-offence", "misdemeanour",
	"administrative-offence", "administrative-sanction", "prison-facility", "minor-person", "school", "licence", "participation", "attempt", "aggravated",
	"legal-person-liability", "commission", "toxic-death", "professional-ban", "sentencing", "human-rights", "criminal-record", "prescribing-doctor", "health-institution"}

// general is the topic of which criminal law speaks without naming drugs: suspended
// sentences, probation, security measures.
const general = "alternatives-to-prison"

// Weights of what is found. On articles with curated topics and an official text, two
// suggestions of three are among the curated ones.
const (
	inHeading    = 6 // a concept that the heading names, for its first topic; half for others
	inText       = 2 // each time that the text names it
	timesInText  = 3 // that count
	suggestible  = 6 // for a suggestion
	maxTopics    = 3
	maxReasons   = 4 // concepts that are named with a topic
	maxSuggested = 64 << 10
)

// Suggested are the topics that the thesaurus suggests for an article, by the concepts
// that its heading and text name, best first; nobody has checked them. Around is what
// stands above the article: the title of the act, the heading of the chapter.
func (x *Index) Suggested(language, around, heading, text string) (out []legislation.Suggestion) {
	k := x.state.Load().knowledge()
	l, ok := lang.Find(language)
	if !ok {
		return nil
	}
	text = text[:min(len(text), maxSuggested)]
	named := func(s string) []string { return k.conceptsIn(l.Code, lang.Tokens(l.Code, []byte(s))) }
	head, body := named(heading), named(text)
	drugs := slices.ContainsFunc(slices.Concat(head, body, named(around)), func(id string) bool { return slices.Contains(aboutDrugs, id) })
	score, reasons := map[string]int{}, map[string]map[string]int{}
	count := func(concepts []string, weight, times int) {
		seen := map[string]int{}
		for _, id := range concepts {
			c, ok := k.catalog.Concept(id)
			if seen[id]++; !ok || seen[id] > times || slices.Contains(everywhere, id) {
				continue
			}
			for n, topic := range c.Topics {
				worth := weight
				if n > 0 {
					worth /= 2
				}
				if !drugs && (weight != inHeading || n > 0 || topic != general) {
					continue
				}
				score[topic] += worth
				if reasons[topic] == nil {
					reasons[topic] = map[string]int{}
				}
				reasons[topic][id] += worth
			}
		}
	}
	count(head, inHeading, 1)
	count(body, inText, timesInText)
	for _, topic := range mostFirst(score, maxTopics) {
		if score[topic] >= suggestible {
			out = append(out, legislation.Suggestion{Topic: topic, Concepts: mostFirst(reasons[topic], maxReasons)})
		}
	}
	return out
}

// mostFirst are the keys with the highest counts.
func mostFirst(counts map[string]int, limit int) []string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return keys[:min(len(keys), limit)]
}
