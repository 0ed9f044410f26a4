package lint

import (
	"regexp"
	"strings"

	"golang.org/x/text/currency"

	"seelex/legislation"
)

var jurisdictionChecks = []check[*legislation.Jurisdiction]{
	{"code", jurisdictionCode},
	{"name", func(s *scope, j *legislation.Jurisdiction) {
		s.required("name", j.Name)
		s.english("name", j.Name)
		s.native("native_names", j.NativeNames)
	}},
	{"languages", jurisdictionLanguages},
	{"currency", func(s *scope, j *legislation.Jurisdiction) {
		if j.Currency == "" {
			return
		}
		if _, err := currency.ParseISO(j.Currency); err != nil || strings.ToUpper(j.Currency) != j.Currency {
			s.fault("currency", j.Currency, "is not a currency", "a code of ISO 4217 in capitals, for example EUR or RSD")
		}
	}},
	{"parent", jurisdictionParent},
	{"eu-status", euStatus},
	{"text", func(s *scope, j *legislation.Jurisdiction) {
		s.english("note", j.Note)
		s.required("legal_system", j.LegalSystem)
		s.english("legal_system", j.LegalSystem)
		s.quotations("legal_system", j.LegalSystem)
	}},
}

var codeForm = regexp.MustCompile(`^([A-Z]{2}(-[A-Z]{3})?|INT)$`)

func jurisdictionCode(s *scope, j *legislation.Jurisdiction) {
	if !codeForm.MatchString(j.Code) {
		s.fault("code", j.Code, "is not the code of a jurisdiction", "ISO 3166-1 alpha-2 in capitals (RS), with three letters for an entity (BA-SRP), or XK, EU, INT")
	}
	if first := s.jurisdictions[j.Code]; j.Code != "" && first != j {
		s.fault("code", j.Code, "is the code of two files", "one file for one jurisdiction")
	}
}

func jurisdictionLanguages(s *scope, j *legislation.Jurisdiction) {
	if len(j.Languages) == 0 {
		s.fault("languages", "", "is empty", "the languages of the law, for example [sr-Latn, sr-Cyrl]")
	}
	s.unique("languages", j.Languages, "is named twice")
	for i, lang := range j.Languages {
		s.tag(index("languages", i), lang)
	}
}

func jurisdictionParent(s *scope, j *legislation.Jurisdiction) {
	entity, _, isEntity := strings.Cut(j.Code, "-")
	switch {
	case j.Parent == "" && isEntity:
		s.fault("parent", "", "is missing for an entity", entity)
	case j.Parent != "" && s.jurisdictions[j.Parent] == nil && !s.lost(j.Parent):
		s.fault("parent", j.Parent, "is not a jurisdiction of the corpus", "the code of the state, for example BA")
	case j.Parent != "" && j.Parent != entity:
		s.fault("parent", j.Parent, "is not the state that the code begins with", entity)
	}
}

var (
	statusForm = regexp.MustCompile(`^(?:member|candidate|potential-candidate|none)(?: since | \(since )?(\S*?)\)?(?:; .+)?$`)
	entityForm = regexp.MustCompile(`^part of .+ \((?:member|candidate|potential-candidate) since (\S+)\)$`)
)

// euStatus checks the form in which the relation to the European Union is written.
func euStatus(s *scope, j *legislation.Jurisdiction) {
	form, want := statusForm, "member, candidate, potential-candidate or none, with the date where it is known: candidate (since 2022-12-15)"
	if j.Parent != "" {
		form, want = entityForm, "part of the state and its status: part of Bosnia and Herzegovina (candidate since 2022-12-15)"
	}
	m := form.FindStringSubmatch(j.EUStatus)
	if m == nil {
		s.fault("eu_status", j.EUStatus, "is not a status of this form", want)
		return
	}
	_, err := legislation.ParseDate(m[1])
	s.fails("eu_status", err)
}
