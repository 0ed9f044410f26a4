package corpus

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
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
	Topic      yaml.Node              `yaml:"topic"` // with its line
	From       legislation.Date       `yaml:"from"`
	To         legislation.Date       `yaml:"to"`
	Values     yaml.Node              `yaml:"values"`
	Summary    string                 `yaml:"summary_en"`
	Citations  []legislation.ID       `yaml:"citations"`
	Sources    []string               `yaml:"sources"`
	Confidence legislation.Confidence `yaml:"confidence"`
}

// ParseSheet reads a jurisdiction's file; the topics give the types of its values.
// Where the error is [Problems], the sheet has all that could be read in spite of
// them: every row keeps its place, a value that could not be read is missing.
func ParseSheet(data []byte, topics []legislation.Topic) (legislation.Sheet, error) {
	var file sheetFile
	problems := decode(data, &file)
	sheet := legislation.Sheet{Jurisdiction: file.Jurisdiction, Provisions: file.Provisions, Reforms: file.Reforms,
		Practice: file.Practice, Ratifications: file.Ratifications, OpenQuestions: file.OpenQuestions}
	for _, row := range file.Instruments {
		sheet.Instruments = append(sheet.Instruments, row.Instrument)
	}
	for i, row := range file.Positions {
		position, wrong := row.position(file.Jurisdiction.Code, topics, fmt.Sprintf("positions[%d]", i))
		problems = append(problems, wrong...)
		sheet.Positions = append(sheet.Positions, position)
	}
	sources, wrong := named(&file.Sources, "sources", func(s *legislation.Source, id string) { s.ID = id })
	problems = append(problems, wrong...)
	sheet.Sources = sources
	for i := range sheet.Reforms {
		sheet.Reforms[i].Jurisdiction = file.Jurisdiction.Code
	}
	for i := range sheet.Practice {
		sheet.Practice[i].Jurisdiction = file.Jurisdiction.Code
	}
	trim(&sheet)
	return sheet, problems.errOrNil()
}

func (row positionRow) position(jurisdiction string, topics []legislation.Topic, path string) (legislation.Position, Problems) {
	p := legislation.Position{Jurisdiction: jurisdiction, Topic: row.Topic.Value, From: row.From, To: row.To, Summary: row.Summary,
		Citations: row.Citations, Sources: row.Sources, Confidence: row.Confidence, Values: map[string]legislation.Value{}}
	var problems Problems
	topic := topicOf(topics, p.Topic)
	if topic == nil {
		problems.add(&row.Topic, path+".topic", &legislation.Error{Code: legislation.Invalid, Value: p.Topic,
			Message: "is not a topic of the codebook", Nearest: legislation.Nearest(p.Topic, topicIDs(topics))})
		return p, problems
	}
	if row.Values.Kind == 0 || row.Values.ShortTag() == "!!null" {
		return p, nil
	}
	var s shape
	s.entries(&row.Values, path+".values", func(node *yaml.Node, at string) {
		name := at[len(path)+len(".values."):]
		value, known, err := answer(topic, name, node)
		if err != nil {
			s.problems.add(node, at, err)
		} else if known {
			p.Values[name] = value
		}
	})
	return p, s.problems
}

// answer reads the value that a position gives to a variable of its topic.
func answer(topic *legislation.Topic, name string, node *yaml.Node) (legislation.Value, bool, error) {
	variable, ok := topic.Variable(name)
	if !ok {
		return legislation.Value{}, false, &legislation.Error{Code: legislation.Invalid, Value: name,
			Message: "is not a variable of the topic " + topic.ID, Nearest: legislation.Nearest(name, variableNames(topic))}
	}
	raw, err := plain(node, 0)
	if err != nil {
		return legislation.Value{}, false, err
	}
	value, known, err := variable.Decode(raw)
	var wrong *legislation.Error
	if errors.As(err, &wrong) && variable.Type == legislation.Bool && node.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		wrong.Want += ", without quotation marks"
	}
	return value, known, err
}

// named reads a mapping from names to records as a list in the order of the file.
func named[T any](node *yaml.Node, path string, name func(*T, string)) (list []T, problems Problems) {
	if node.Kind == 0 || node.ShortTag() == "!!null" {
		return nil, nil
	}
	var s shape
	s.check(node, reflect.TypeFor[map[string]T](), path)
	for i := 0; i+1 < len(node.Content); i += 2 {
		var record T
		if err := node.Content[i+1].Decode(&record); err != nil {
			s.problems.add(node.Content[i+1], join(path, node.Content[i].Value), err)
		}
		name(&record, node.Content[i].Value)
		list = append(list, record)
	}
	return list, s.problems
}

// plain turns a node into texts, numbers, booleans, maps and lists. A date stays the
// text that was written, since its exactness counts.
func plain(node *yaml.Node, depth int) (any, error) {
	if depth > 8 {
		return nil, errors.New("is nested too deeply")
	}
	if isAlias(node) {
		return nil, errAlias
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
		if err := ambiguous(node); err != nil {
			return nil, err
		}
		var v any
		err := node.Decode(&v)
		return v, err
	}
	return nil, errors.New("is no value")
}

// thousands is a number as much of the region writes 2000: YAML reads 2 there.
var thousands = regexp.MustCompile(`^[1-9]\d{0,2}\.\d\d0$`)

// ambiguous reports a number of which nobody can tell what it means.
func ambiguous(node *yaml.Node) error {
	if node.ShortTag() != "!!float" || !thousands.MatchString(node.Value) {
		return nil
	}
	return &legislation.Error{Code: legislation.Invalid, Value: node.Value, Message: "may have a separator of thousands, which YAML reads as a decimal point",
		Want: strings.Replace(node.Value, ".", "", 1) + ", or " + strings.TrimRight(strings.TrimRight(node.Value, "0"), ".")}
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
	problems := decode(data, &file)
	topics := make([]legislation.Topic, len(file.Topics))
	for i, t := range file.Topics {
		variables, wrong := named(&t.Variables, fmt.Sprintf("topics[%d].variables", i), func(v *legislation.Variable, name string) { v.Name = name })
		problems = append(problems, wrong...)
		topics[i] = legislation.Topic{ID: t.ID, Label: t.Label, Question: t.Question, Variables: variables}
	}
	return topics, problems.errOrNil()
}

type thesaurusFile struct {
	Languages []string              `yaml:"languages"`
	Concepts  []legislation.Concept `yaml:"concepts"`
}

func parseThesaurus(data []byte) ([]legislation.Concept, error) {
	var file thesaurusFile
	problems := decode(data, &file)
	for i := range file.Concepts {
		file.Concepts[i].Definition = strings.TrimSpace(file.Concepts[i].Definition)
	}
	return file.Concepts, problems.errOrNil()
}

// ThesaurusLanguages are the languages that a thesaurus says it has labels in.
func ThesaurusLanguages(data []byte) []string {
	var file thesaurusFile
	decode(data, &file)
	return file.Languages
}

func parseMoved(data []byte) ([]legislation.Moved, error) {
	var file struct {
		Moved []legislation.Moved `yaml:"moved"`
	}
	problems := decode(data, &file)
	return file.Moved, problems.errOrNil()
}

// decode reads YAML into a struct as far as it can, and says what it could not read.
func decode(data []byte, into any) Problems {
	if p := unreadable(data); p != nil {
		return Problems{*p}
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return Problems{broken(data, err)}
	}
	if len(doc.Content) == 0 {
		return Problems{{Line: 1, Err: errEmpty}}
	}
	var s shape
	s.check(doc.Content[0], reflect.TypeOf(into), "")
	if err := doc.Content[0].Decode(into); err != nil {
		s.problems.add(doc.Content[0], "", err)
	}
	return s.problems
}

// trim takes off the line breaks that YAML's folded texts end in, and makes lists
// that a row leaves out empty ones: a reader of the data finds a list, not null.
func trim(s *legislation.Sheet) {
	s.Jurisdiction.LegalSystem = strings.TrimSpace(s.Jurisdiction.LegalSystem)
	s.Jurisdiction.Note = strings.TrimSpace(s.Jurisdiction.Note)
	list(&s.Jurisdiction.Languages)
	table(&s.Jurisdiction.NativeNames)
	for i := range s.Instruments {
		r := &s.Instruments[i]
		r.Summary = strings.TrimSpace(r.Summary)
		list(&r.Gazette)
		list(&r.Amendments)
		list(&r.Implements)
		list(&r.Sources)
		table(&r.Title)
	}
	for i := range s.Provisions {
		r := &s.Provisions[i]
		r.Digest = strings.TrimSpace(r.Digest)
		list(&r.Topics)
		list(&r.Implements)
		list(&r.Sources)
		table(&r.Heading)
		table(&r.Terms)
	}
	for i := range s.Positions {
		r := &s.Positions[i]
		r.Summary = strings.TrimSpace(r.Summary)
		list(&r.Citations)
		list(&r.Sources)
	}
	for i := range s.Reforms {
		list(&s.Reforms[i].Sources)
	}
	for i := range s.Practice {
		list(&s.Practice[i].Sources)
	}
	for i := range s.Ratifications {
		list(&s.Ratifications[i].Sources)
	}
	list(&s.Sources)
	list(&s.OpenQuestions)
	for i := range s.OpenQuestions {
		s.OpenQuestions[i] = strings.TrimSpace(s.OpenQuestions[i])
	}
}

func list[T any](l *[]T) {
	if *l == nil {
		*l = []T{}
	}
}

func table[M ~map[string]V, V any](m *M) {
	if *m == nil {
		*m = M{}
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
