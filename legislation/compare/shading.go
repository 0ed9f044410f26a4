package compare

import (
	"strings"

	"seelex/legislation"
)

// ShadingRequest asks how to colour a map: the answers to a variable on a day.
type ShadingRequest struct {
	Topic, Variable string          // the variable is one of codes or of yes and no
	On              legislation.Day // 0 is Today
	Today           legislation.Day // 0 is the clock's day, UTC
}

// Shading is the class of each jurisdiction, for a map and the table beside it.
type Shading struct {
	Topic    string               `json:"topic"`
	Label    string               `json:"label"` // of the topic
	Variable legislation.Variable `json:"variable"`
	On       legislation.Day      `json:"on"`
	Classes  []Class              `json:"classes"` // as the codebook orders them; what is not known last
	Places   []Shade              `json:"places"`
}

// Class is one answer, an entry of the legend.
type Class struct {
	Code  string `json:"code"` // "" is not known
	Words string `json:"words"`
	Count int    `json:"count"` // jurisdictions that answer so
}

// Shade is one jurisdiction's answer.
type Shade struct {
	Jurisdiction Party                  `json:"jurisdiction"`
	Code         string                 `json:"code"` // "" is not known
	Words        string                 `json:"words"`
	From         legislation.Date       `json:"from"`
	To           legislation.Date       `json:"to"`
	Confidence   legislation.Confidence `json:"confidence,omitempty"`
	Sources      []legislation.Source   `json:"sources"`
	Gap          *Gap                   `json:"gap,omitempty"`
}

// notKnown is the class of what the data does not say.
const notKnown = "not known"

// ShadingOf answers the request for all states and entities: treaties and Union law
// have no place on a map.
func ShadingOf(catalog *legislation.Catalog, r ShadingRequest) (Shading, error) {
	topic, err := catalog.Topic(r.Topic)
	if err != nil {
		return Shading{}, err
	}
	variable, err := shadable(topic, r.Variable)
	if err != nil {
		return Shading{}, err
	}
	on := r.On
	if on == 0 {
		on = todayOr(r.Today)
	}
	out := Shading{Topic: topic.ID, Label: topic.Label, Variable: variable, On: on, Classes: classesOf(variable), Places: []Shade{}}
	parties, err := partiesOf(catalog, nil)
	if err != nil {
		return Shading{}, err
	}
	for _, party := range parties {
		if party.rank() < 2 {
			continue
		}
		shade := shadeOf(catalog, party, topic.ID, variable.Name, on)
		out.Places = append(out.Places, shade)
		for i := range out.Classes {
			if out.Classes[i].Code == shade.Code {
				out.Classes[i].Count++
			}
		}
	}
	return out, nil
}

func shadeOf(catalog *legislation.Catalog, party Party, topic, variable string, on legislation.Day) Shade {
	shade := Shade{Jurisdiction: party, Words: notKnown, Sources: []legislation.Source{}}
	positions := catalog.PositionsOf(party.Code, topic)
	p := covering(positions, on)
	if p == nil {
		shade.Gap = gap(positions, on)
		return shade
	}
	shade.From, shade.To, shade.Confidence = p.From, p.To, p.Confidence
	shade.Sources = catalog.Sources(p.Jurisdiction, p.Sources)
	if value, ok := p.Values[variable]; ok {
		shade.Words = value.Words()
		if shade.Code = value.Text; value.Type == legislation.Bool {
			shade.Code = value.Words()
		}
	}
	return shade
}

func classesOf(variable legislation.Variable) []Class {
	codes := variable.Values
	if variable.Type == legislation.Bool {
		codes = []string{"yes", "no"}
	}
	classes := make([]Class, 0, len(codes)+1)
	for _, code := range codes {
		classes = append(classes, Class{Code: code, Words: legislation.CodeWords(code)})
	}
	return append(classes, Class{Words: notKnown})
}

func shadable(topic *legislation.Topic, name string) (legislation.Variable, error) {
	var known []string
	for _, v := range topic.Variables {
		if v.Type == legislation.Enum || v.Type == legislation.Bool {
			if v.Name == name {
				return v, nil
			}
			known = append(known, v.Name)
		}
	}
	err := &legislation.Error{Code: legislation.Invalid, Field: "variable", Value: name, Message: "cannot colour a map",
		Want: "a variable of codes or of yes and no", Nearest: legislation.Nearest(name, known)}
	if known != nil {
		err.Want += ": " + strings.Join(known, ", ")
	}
	return legislation.Variable{}, err
}
