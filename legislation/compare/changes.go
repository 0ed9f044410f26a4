package compare

import "seelex/legislation"

// ChangesRequest asks what changed between two days.
type ChangesRequest struct {
	Topics        []string        // none means all
	Jurisdictions []string        // none means all
	From, To      legislation.Day // To 0 is Today
	LawOnly       bool            // leave out what is only newly known, or no longer
	Today         legislation.Day // 0 is the clock's day, UTC
}

// Changes is what changed, by jurisdiction and topic; what did not is left out.
type Changes struct {
	From  legislation.Day `json:"from"`
	To    legislation.Day `json:"to"`
	Total int             `json:"total"` // changed variables
	Rows  []TopicChanges  `json:"rows"`
}

// TopicChanges is what changed in one jurisdiction's answer to one topic.
type TopicChanges struct {
	Jurisdiction Party     `json:"jurisdiction"`
	Topic        TopicName `json:"topic"`
	Changes      []Change  `json:"changes"`
	Before       *Cell     `json:"before"`
	After        *Cell     `json:"after"`
}

// ChangesBetween compares the two days over topics and jurisdictions, jurisdiction by
// jurisdiction, topics as the codebook orders them.
func ChangesBetween(catalog *legislation.Catalog, provisions Provisions, r ChangesRequest) (Changes, error) {
	r.Today = todayOr(r.Today)
	if r.To == 0 {
		r.To = r.Today
	}
	if r.From == 0 || r.From > r.To {
		return Changes{}, &legislation.Error{Code: legislation.Invalid, Field: "from", Value: r.From.String(), Message: "is not a day before the other", Want: "a day up to " + r.To.String()}
	}
	if len(r.Topics) == 0 {
		for _, topic := range catalog.Topics {
			r.Topics = append(r.Topics, topic.ID)
		}
	}
	blocks, err := Matrix(catalog, provisions, Request{Topics: r.Topics, Jurisdictions: r.Jurisdictions, On: r.To, Against: r.From, Today: r.Today})
	if err != nil {
		return Changes{}, err
	}
	out := Changes{From: r.From, To: r.To, Rows: []TopicChanges{}}
	for i := range blocks[0].Columns {
		for _, block := range blocks {
			column := block.Columns[i]
			changes := r.wanted(column.Changes)
			if len(changes) == 0 {
				continue
			}
			out.Total += len(changes)
			out.Rows = append(out.Rows, TopicChanges{Jurisdiction: column.Jurisdiction, Topic: TopicName{block.Topic.ID, block.Topic.Label},
				Changes: changes, Before: column.Against, After: column.Position})
		}
	}
	return out, nil
}

func (r ChangesRequest) wanted(changes []Change) []Change {
	if !r.LawOnly {
		return changes
	}
	var out []Change
	for _, c := range changes {
		if c.Kind == Changed {
			out = append(out, c)
		}
	}
	return out
}
