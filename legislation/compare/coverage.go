package compare

import "seelex/legislation"

// Coverage says, per jurisdiction and topic, whether the data has an answer for a day
// and how well it is established.
type Coverage struct {
	On     legislation.Day `json:"on"`
	Topics []TopicName     `json:"topics"`
	Rows   []CoverageRow   `json:"rows"`
}

// TopicName names a topic.
type TopicName struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// CoverageRow is one jurisdiction.
type CoverageRow struct {
	Jurisdiction Party          `json:"jurisdiction"`
	Cells        []CoverageCell `json:"cells"` // one for each topic, in their order
}

// CoverageCell is one topic of one jurisdiction.
type CoverageCell struct {
	Topic      string                 `json:"topic"`
	Confidence legislation.Confidence `json:"confidence,omitempty"` // left out where there is no position for the day
	Known      int                    `json:"known"`                // variables answered
	Of         int                    `json:"of"`                   // variables of the topic
	KnownFrom  legislation.Date       `json:"known_from"`           // start of the first known position
	Gap        *Gap                   `json:"gap,omitempty"`
}

// CoverageOn tells the coverage of all jurisdictions and topics on a day; day 0 is
// the clock's, UTC.
func CoverageOn(catalog *legislation.Catalog, on legislation.Day) (Coverage, error) {
	on = todayOr(on)
	out := Coverage{On: on}
	for _, topic := range catalog.Topics {
		out.Topics = append(out.Topics, TopicName{topic.ID, topic.Label})
	}
	parties, err := partiesOf(catalog, nil)
	if err != nil {
		return Coverage{}, err
	}
	for _, party := range parties {
		row := CoverageRow{Jurisdiction: party}
		for _, topic := range catalog.Topics {
			row.Cells = append(row.Cells, coverageCell(catalog.PositionsOf(party.Code, topic.ID), topic, on))
		}
		out.Rows = append(out.Rows, row)
	}
	return out, nil
}

func coverageCell(positions []*legislation.Position, topic legislation.Topic, on legislation.Day) CoverageCell {
	cell := CoverageCell{Topic: topic.ID, Of: len(topic.Variables)}
	if len(positions) > 0 {
		cell.KnownFrom = positions[0].From
	}
	p := covering(positions, on)
	if p == nil {
		cell.Gap = gap(positions, on)
		return cell
	}
	cell.Confidence, cell.Known = p.Confidence, len(p.Values)
	return cell
}
