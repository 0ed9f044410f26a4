package legislation

// Topic is a question that is put to every jurisdiction (a SKOS concept), with
// the codebook of variables that answer it.
type Topic struct {
	ID        string     `json:"id"`
	Label     string     `json:"label"`
	Question  string     `json:"question"`
	Variables []Variable `json:"variables"`
}

// Variable is one typed question of a topic's codebook.
type Variable struct {
	Name   string       `json:"name" yaml:"-"`
	Type   VariableType `json:"type" yaml:"type"`
	Values []string     `json:"values,omitempty" yaml:"values"` // the codes that Enum and Enums may take
	Note   string       `json:"note,omitempty" yaml:"note"`
}

// VariableType is the type of a variable's values; see [Value] for what each holds.
type VariableType string

// The types of variables.
const (
	Enum       VariableType = "enum"
	Enums      VariableType = "enums"
	Bool       VariableType = "bool"
	Plain      VariableType = "text"
	Imprison   VariableType = "prison"
	Fine       VariableType = "money"
	Dated      VariableType = "date"
	Thresholds VariableType = "thresholds"
	List       VariableType = "list"
)

// Variable returns the topic's variable of that name.
func (t *Topic) Variable(name string) (Variable, bool) {
	for _, v := range t.Variables {
		if v.Name == name {
			return v, true
		}
	}
	return Variable{}, false
}

// Concept is an entry of the multilingual thesaurus (a SKOS concept): per language
// the preferred statutory term first, then variants as they are searched. Hidden labels
// are words that people type and no law uses, such as slang: they find the concept in a
// query, are looked for in no text and shown nowhere (skos:hiddenLabel).
type Concept struct {
	ID         string              `json:"id" yaml:"id"`
	Topics     []string            `json:"topics" yaml:"topics"`
	Definition string              `json:"definition" yaml:"definition_en"`
	Labels     map[string][]string `json:"labels" yaml:"labels"`
	Hidden     map[string][]string `json:"hidden,omitempty" yaml:"hidden"`
}

// Label is the preferred English label.
func (c *Concept) Label() string {
	if l := c.Labels["en"]; len(l) > 0 {
		return l[0]
	}
	return c.ID
}
