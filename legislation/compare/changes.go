package compare

import (
	"context"

	"seelex/legislation"
)

// ChangesRequest asks what changed between two days.
type ChangesRequest struct {
	Topics        []string        // none means all
	Jurisdictions []string        // none means all
	From, To      legislation.Day // To 0 is Today
	LawOnly       bool            // leave out what is only newly known, or no longer
	Limit, Offset int             // of the rows; Limit 0 means all
	Today         legislation.Day // 0 is the clock's day, UTC
}

// Changes is what changed, by jurisdiction and topic; what did not is left out.
type Changes struct {
	From   legislation.Day `json:"from"`
	To     legislation.Day `json:"to"`
	Total  int             `json:"total"`  // changed variables, of all rows
	Counts []ChangeCount   `json:"counts"` // one for each row that there is, in their order
	Limit  int             `json:"limit,omitempty"`
	Offset int             `json:"offset"`
	Rows   []TopicChanges  `json:"rows"`
}

// ChangeCount is how much changed in one jurisdiction's answer to one topic.
type ChangeCount struct {
	Jurisdiction Party     `json:"jurisdiction"`
	Topic        TopicName `json:"topic"`
	Changes      int       `json:"changes"`
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
// jurisdiction, topics as the codebook orders them. It ends with the context.
func ChangesBetween(ctx context.Context, catalog *legislation.Catalog, provisions Provisions, r ChangesRequest) (Changes, error) {
	r.Today = todayOr(r.Today)
	if r.To == 0 {
		r.To = r.Today
	}
	if r.From == 0 || r.From > r.To {
		return Changes{}, &legislation.Error{Code: legislation.Invalid, Field: "from", Value: r.From.String(), Message: "is not a day before the other", Want: "a day up to " + r.To.String()}
	}
	topics, err := r.topics(catalog)
	if err != nil {
		return Changes{}, err
	}
	parties, err := partiesOf(catalog, r.Jurisdictions)
	if err != nil {
		return Changes{}, err
	}
	out := Changes{From: r.From, To: r.To, Counts: []ChangeCount{}, Limit: r.Limit, Offset: r.Offset, Rows: []TopicChanges{}}
	cells := cells{catalog: catalog, provisions: provisions, today: r.Today}
	for _, party := range parties {
		for _, topic := range topics {
			if err := ctx.Err(); err != nil {
				return Changes{}, err
			}
			positions := catalog.PositionsOf(party.Code, topic.ID)
			changes := r.wanted(differences(positions, topic, r.From, r.To))
			if len(changes) == 0 {
				continue
			}
			name, at := TopicName{topic.ID, topic.Label}, len(out.Counts)
			out.Total += len(changes)
			out.Counts = append(out.Counts, ChangeCount{party, name, len(changes)})
			if at < r.Offset || r.Limit > 0 && len(out.Rows) == r.Limit {
				continue // counted, and on another page
			}
			row := TopicChanges{Jurisdiction: party, Topic: name, Changes: changes}
			cells.explain(changes, positions, r.To)
			known, err := cells.prepared().known(&cells, topic)
			if err != nil {
				return Changes{}, err
			}
			history := known.histories[party.Code]
			if row.Before, _, err = cells.on(history, r.From); err != nil {
				return Changes{}, err
			}
			if row.After, _, err = cells.on(history, r.To); err != nil {
				return Changes{}, err
			}
			out.Rows = append(out.Rows, row)
		}
	}
	return out, nil
}

func (r ChangesRequest) topics(catalog *legislation.Catalog) ([]*legislation.Topic, error) {
	if len(r.Topics) > 0 {
		return topicsOf(catalog, r.Topics)
	}
	all := make([]*legislation.Topic, len(catalog.Topics))
	for i := range catalog.Topics {
		all[i] = &catalog.Topics[i]
	}
	return all, nil
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
