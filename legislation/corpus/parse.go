package corpus

import (
	"bytes"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"seelex/legislation"
)

// sheetFile is the shape of a jurisdiction's file. Fields that need the codebook or
// their order are read as nodes first.
type sheetFile struct {
	Jurisdiction  legislation.Jurisdiction   `yaml:"jurisdiction"`
	Instruments   []instrumentRow            `yaml:"instruments"`
	Provisions    []legislation.ProvisionRow `yaml:"provisions"`
	Positions     []positionRow              `yaml:"positions"`
	Reforms       []legislation.Reform       `yaml:"reforms"`
	Practice      []legislation.Figure       `yaml:"practice"`
	Ratifications []legislation.Ratification `yaml:"ratifications"`
	Sources       yaml.Node                  `yaml:"sources"`
	OpenQuestions []string                   `yaml:"open_questions"`
}

type instrumentRow struct {
	legislation.Instrument `yaml:",inline"`
}

type positionRow struct {
	Topic      string                 `yaml:"topic"`
	From       legislation.Date       `yaml:"from"`
	To         legislation.Date       `yaml:"to"`
	Values     yaml.Node              `yaml:"values"`
	Summary    string                 `yaml:"summary_en"`
	Citations  []legislation.ID       `yaml:"citations"`
	Sources    []string               `yaml:"sources"`
	Confidence legislation.Confidence `yaml:"confidence"`
}

// ParseSheet reads a jurisdiction's file; the topics give the types of its values.
func ParseSheet(data []byte, topics []legislation.Topic) (legislation.Sheet, error) {
	var file sheetFile
	var sheet legislation.Sheet
	if err := strict(data, &file); err != nil {
		return sheet, err
	}
	sheet = legislation.Sheet{Jurisdiction: file.Jurisdiction, Provisions: file.Provisions, Reforms: file.Reforms,
		Practice: file.Practice, Ratifications: file.Ratifications, OpenQuestions: file.OpenQuestions}
	for _, row := range file.Instruments {
		sheet.Instruments = append(sheet.Instruments, row.Instrument)
	}
	for _, row := range file.Positions {
		position, err := row.position(file.Jurisdiction.Code, topics)
		if err != nil {
			return sheet, err
		}
		sheet.Positions = append(sheet.Positions, position)
	}
	for i := 0; i+1 < len(file.Sources.Content); i += 2 {
		source := legislation.Source{ID: file.Sources.Content[i].Value}
		if err := file.Sources.Content[i+1].Decode(&source); err != nil {
			return sheet, err
		}
		sheet.Sources = append(sheet.Sources, source)
	}
	for i := range sheet.Reforms {
		sheet.Reforms[i].Jurisdiction = file.Jurisdiction.Code
	}
	for i := range sheet.Practice {
		sheet.Practice[i].Jurisdiction = file.Jurisdiction.Code
	}
	trim(&sheet)
	return sheet, nil
}

func (row positionRow) position(jurisdiction string, topics []legislation.Topic) (legislation.Position, error) {
	p := legislation.Position{Jurisdiction: jurisdiction, Topic: row.Topic, From: row.From, To: row.To, Summary: row.Summary,
		Citations: row.Citations, Sources: row.Sources, Confidence: row.Confidence, Values: map[string]legislation.Value{}}
	topic := topicOf(topics, row.Topic)
	if topic == nil {
		return p, fmt.Errorf("line %d: %w", row.Values.Line, &legislation.Error{Code: legislation.Invalid, Field: "topic", Value: row.Topic,
			Message: "is not a topic of the codebook", Nearest: legislation.Nearest(row.Topic, topicIDs(topics))})
	}
	for i := 0; i+1 < len(row.Values.Content); i += 2 {
		name, node := row.Values.Content[i].Value, row.Values.Content[i+1]
		fail := func(err error) error {
			return fmt.Errorf("line %d: position on %s from %s: %w", node.Line, row.Topic, row.From, err)
		}
		variable, ok := topic.Variable(name)
		if !ok {
			return p, fail(&legislation.Error{Code: legislation.Invalid, Field: "values", Value: name,
				Message: "is not a variable of this topic", Nearest: legislation.Nearest(name, variableNames(topic))})
		}
		raw, err := plain(node, 0)
		if err != nil {
			return p, fail(err)
		}
		value, known, err := variable.Decode(raw)
		if err != nil {
			return p, fail(err)
		}
		if known {
			p.Values[name] = value
		}
	}
	return p, nil
}

// plain turns a node into texts, numbers, booleans, maps and lists. A date stays the
// text that was written, since its exactness counts.
func plain(node *yaml.Node, depth int) (any, error) {
	if depth > 8 {
		return nil, fmt.Errorf("line %d: is nested too deeply", node.Line)
	}
	switch node.Kind {
	case yaml.MappingNode:
		m := make(map[string]any, len(node.Content)/2)
		for i := 0; i+1 < len(node.Content); i += 2 {
			v, err := plain(node.Content[i+1], depth+1)
			if err != nil {
				return nil, err
			}
			m[node.Content[i].Value] = v
		}
		return m, nil
	case yaml.SequenceNode:
		list := make([]any, len(node.Content))
		for i, n := range node.Content {
			v, err := plain(n, depth+1)
			if err != nil {
				return nil, err
			}
			list[i] = v
		}
		return list, nil
	case yaml.ScalarNode:
		if tag := node.ShortTag(); tag == "!!timestamp" || tag == "!!str" {
			return node.Value, nil
		}
		var v any
		err := node.Decode(&v)
		return v, err
	}
	return nil, fmt.Errorf("line %d: aliases are not used in the corpus", node.Line)
}

func parseCodebook(data []byte) ([]legislation.Topic, error) {
	var file struct {
		Topics []struct {
			ID        string    `yaml:"id"`
			Label     string    `yaml:"label"`
			Question  string    `yaml:"question"`
			Variables yaml.Node `yaml:"variables"`
		} `yaml:"topics"`
	}
	if err := strict(data, &file); err != nil {
		return nil, err
	}
	topics := make([]legislation.Topic, len(file.Topics))
	for i, t := range file.Topics {
		topics[i] = legislation.Topic{ID: t.ID, Label: t.Label, Question: t.Question}
		for j := 0; j+1 < len(t.Variables.Content); j += 2 {
			v := legislation.Variable{Name: t.Variables.Content[j].Value}
			if err := t.Variables.Content[j+1].Decode(&v); err != nil {
				return nil, err
			}
			topics[i].Variables = append(topics[i].Variables, v)
		}
	}
	return topics, nil
}

func parseThesaurus(data []byte) ([]legislation.Concept, error) {
	var file struct {
		Languages []string              `yaml:"languages"`
		Concepts  []legislation.Concept `yaml:"concepts"`
	}
	err := strict(data, &file)
	for i := range file.Concepts {
		file.Concepts[i].Definition = strings.TrimSpace(file.Concepts[i].Definition)
	}
	return file.Concepts, err
}

func parseMoved(data []byte) ([]legislation.Moved, error) {
	var file struct {
		Moved []legislation.Moved `yaml:"moved"`
	}
	err := strict(data, &file)
	return file.Moved, err
}

// strict decodes YAML and refuses fields that the format does not have.
func strict(data []byte, into any) error {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	return dec.Decode(into)
}

// trim takes off the line breaks that YAML's folded texts end in.
func trim(s *legislation.Sheet) {
	s.Jurisdiction.LegalSystem = strings.TrimSpace(s.Jurisdiction.LegalSystem)
	s.Jurisdiction.Note = strings.TrimSpace(s.Jurisdiction.Note)
	for i := range s.Instruments {
		s.Instruments[i].Summary = strings.TrimSpace(s.Instruments[i].Summary)
	}
	for i := range s.Provisions {
		s.Provisions[i].Digest = strings.TrimSpace(s.Provisions[i].Digest)
	}
	for i := range s.Positions {
		s.Positions[i].Summary = strings.TrimSpace(s.Positions[i].Summary)
	}
	for i := range s.OpenQuestions {
		s.OpenQuestions[i] = strings.TrimSpace(s.OpenQuestions[i])
	}
}

func topicOf(topics []legislation.Topic, id string) *legislation.Topic {
	for i := range topics {
		if topics[i].ID == id {
			return &topics[i]
		}
	}
	return nil
}

func topicIDs(topics []legislation.Topic) []string {
	ids := make([]string, len(topics))
	for i, t := range topics {
		ids[i] = t.ID
	}
	return ids
}

func variableNames(t *legislation.Topic) []string {
	names := make([]string, len(t.Variables))
	for i, v := range t.Variables {
		names[i] = v.Name
	}
	return names
}
