package lint

import (
	"regexp"
	"slices"

	"seelex/legislation"
	"seelex/legislation/corpus"
)

var topicChecks = []check[*legislation.Topic]{
	{"id", func(s *scope, t *legislation.Topic) {
		s.slug("id", t.ID)
		if s.topics[t.ID] != t {
			s.fault("id", t.ID, "is the id of two topics", "an id of its own")
		}
	}},
	{"text", func(s *scope, t *legislation.Topic) {
		s.required("label", t.Label)
		s.english("label", t.Label)
		s.required("question", t.Question)
		s.english("question", t.Question)
	}},
	{"variables", topicVariables},
}

func (l *linter) codebook() {
	for i := range l.corpus.Topics {
		t := &l.corpus.Topics[i]
		run(scope{linter: l, file: corpus.CodebookFile, record: "topic " + t.ID, path: index("topics", i)}, topicChecks, t)
	}
}

var (
	slugForm     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	variableForm = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
)

func (s *scope) slug(field, id string) {
	if !slugForm.MatchString(id) {
		s.fault(field, id, "is not an id of this kind", "small letters, digits and hyphens: personal-possession")
	}
}

var variableTypes = []string{"enum", "enums", "bool", "text", "prison", "money", "date", "thresholds", "list"}

func topicVariables(s *scope, t *legislation.Topic) {
	if len(t.Variables) == 0 {
		s.fault("variables", "", "is empty", "one variable or more")
	}
	for _, v := range t.Variables {
		field := "variables." + v.Name
		if !variableForm.MatchString(v.Name) {
			s.fault(field, v.Name, "is not a name of a variable", "small letters, digits and underscores: prison_possible")
		}
		s.oneOf(field+".type", string(v.Type), variableTypes)
		s.english(field+".note", v.Note)
		coded := v.Type == legislation.Enum || v.Type == legislation.Enums
		switch {
		case coded && len(v.Values) < 2:
			s.fault(field+".values", "", "leaves nothing to choose", "the codes that the variable can take, two or more")
		case !coded && len(v.Values) > 0:
			s.fault(field+".values", "", "does not go with the type "+string(v.Type), "no values, or the type enum or enums")
		}
		s.unique(field+".values", v.Values, "is named twice")
		for i, code := range v.Values {
			s.slug(index(field+".values", i), code)
		}
	}
}

var movedChecks = []check[legislation.Moved]{
	{"from", movedFrom},
	{"to", movedTo},
	{"reason", func(s *scope, m legislation.Moved) {
		s.required("reason", m.Reason)
		s.english("reason", m.Reason)
		if m.Date.IsZero() {
			s.fault("date", "", "is missing", "the day on which the id was renamed or withdrawn")
		}
	}},
}

func (l *linter) moved() {
	for i, m := range l.corpus.Moved {
		run(scope{linter: l, file: corpus.MovedFile, record: string(m.From), path: index("moved", i)}, movedChecks, m)
	}
}

func movedFrom(s *scope, m legislation.Moved) {
	if s.fails("from", m.From.Valid()) {
		return
	}
	if s.addresses[lower(m.From)] {
		s.fault("from", string(m.From), "is still the id of a record", "an id that no longer names anything")
	}
	same := func(other legislation.Moved) bool { return lower(other.From) == lower(m.From) }
	if first := slices.IndexFunc(s.corpus.Moved, same); index("moved", first) != s.path {
		s.fault("from", string(m.From), "has moved twice", "one entry, that leads to where it is today")
	}
}

func movedTo(s *scope, m legislation.Moved) {
	if m.To != "" {
		s.refers("to", m.To)
	}
}
