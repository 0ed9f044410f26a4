package lint

import (
	"bytes"
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

//go:embed exemptions.yaml
var exemptionsFile []byte

// exemption accepts one finding for a reason that its reader can judge.
type exemption struct {
	File   string `yaml:"file"`
	Record string `yaml:"record"`
	Field  string `yaml:"field"` // without the numbers of list entries
	Value  string `yaml:"value"`
	Check  string `yaml:"check"`
	Reason string `yaml:"reason"`
}

type exemptions []exemption

func loadExemptions() (exemptions, error) {
	var list exemptions
	dec := yaml.NewDecoder(bytes.NewReader(exemptionsFile))
	dec.KnownFields(true)
	if err := dec.Decode(&list); err != nil {
		return nil, fmt.Errorf("exemptions.yaml: %w", err)
	}
	for _, e := range list {
		if e.File == "" || e.Record == "" || e.Field == "" || e.Check == "" || strings.TrimSpace(e.Reason) == "" {
			return nil, fmt.Errorf("exemptions.yaml: the entry for %q needs file, record, field, check and reason", e.Record)
		}
	}
	return list, nil
}

var entryNumber = regexp.MustCompile(`\[\d+\]`)

func (e exemption) covers(f Finding) bool {
	return e.File == f.File && e.Record == f.Record && e.Field == entryNumber.ReplaceAllString(f.Field, "") && e.Value == f.Value && e.Check == f.Check
}

// apply accepts the finding if it is an error that is on the list.
func (list exemptions) apply(f *Finding) {
	if f.Severity != Fault {
		return
	}
	for _, e := range list {
		if e.covers(*f) {
			f.Severity, f.Reason = Exempt, strings.TrimSpace(e.Reason)
			return
		}
	}
}
