package compare

import (
	"context"
	"slices"
	"strings"
	"time"

	"seelex/legislation"
)

// Provisions is what a comparison needs to know of the store: the versions of the
// provision behind a citation. An id of which nothing is known gives an error with
// the code [legislation.NotFound].
type Provisions interface {
	Provision(id legislation.ID) (*legislation.Provision, error)
}

// Request asks for a matrix: topics by jurisdictions on a day, and on a second day
// to set against it.
type Request struct {
	Topics        []string        // ids, at least one; a block each, in this order
	Jurisdictions []string        // codes in any case; none means all
	On            legislation.Day // the day asked about; 0 is Today
	Against       legislation.Day // a second day, before or after On; 0 for none
	Sort          string          // a variable by whose values the columns are ordered; "" keeps the order asked
	Descending    bool            // with Sort: greatest first; what is not known stays last
	Today         legislation.Day // 0 is the clock's day, UTC
}

// Block is one topic of a matrix.
type Block struct {
	Topic     *legislation.Topic `json:"topic"`
	On        legislation.Day    `json:"on"`
	Against   legislation.Day    `json:"against"`
	Columns   []Column           `json:"columns"`
	Differing []string           `json:"differing"` // variables that the columns answer differently on the day
	Sort      string             `json:"sort,omitempty"`
	json      string             // the topic
	space     *space
}

// Column is what one jurisdiction says on the topic.
type Column struct {
	Jurisdiction Party            `json:"jurisdiction"`
	Position     *Cell            `json:"position"` // null where nothing is known for the day
	Gap          *Gap             `json:"gap,omitempty"`
	KnownFrom    legislation.Date `json:"known_from"` // start of the first known position
	Against      *Cell            `json:"against"`
	AgainstGap   *Gap             `json:"against_gap,omitempty"`
	Changes      []Change         `json:"changes"` // from the earlier of the two days to the later
	json         columnJSON
}

// Party names a jurisdiction.
type Party struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Parent string `json:"parent,omitempty"` // of an entity: the code of its state
}

// Matrix sets the jurisdictions side by side, one block per topic. Treaties and
// Union law come first where they are asked for; the others keep the order of the
// request, or that of the catalog when none is named. It ends with the context.
func Matrix(ctx context.Context, catalog *legislation.Catalog, provisions Provisions, request Request) ([]Block, error) {
	request = request.dated()
	topics, err := topicsOf(catalog, request.Topics)
	if err != nil {
		return nil, err
	}
	parties, err := partiesOf(catalog, request.Jurisdictions)
	if err != nil {
		return nil, err
	}
	cells := cells{catalog: catalog, provisions: provisions, today: request.Today}
	blocks := make([]Block, len(topics))
	for i, topic := range topics {
		known, err := cells.prepared().known(&cells, topic)
		if err != nil {
			return nil, err
		}
		if err := cells.reserve(known, parties, request.On); err != nil {
			return nil, err
		}
		block := Block{Topic: topic, On: request.On, Against: request.Against, Columns: cells.space.columns[:len(parties)], json: known.json, space: cells.space}
		for j, party := range parties {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if err := cells.column(&block.Columns[j], party, known.histories[party.Code], topic, request); err != nil {
				return nil, err
			}
		}
		block.Differing = Differing(topic, block.Columns)
		if variable, ok := topic.Variable(request.Sort); ok {
			block.Sort = request.Sort
			Sort(block.Columns, variable, request.Descending)
		}
		blocks[i] = block
	}
	return blocks, checkSort(request.Sort, topics)
}

func (r Request) dated() Request {
	r.Today = todayOr(r.Today)
	if r.On == 0 {
		r.On = r.Today
	}
	return r
}

func todayOr(day legislation.Day) legislation.Day {
	if day == 0 {
		return legislation.DayOf(time.Now().UTC())
	}
	return day
}

func topicsOf(catalog *legislation.Catalog, ids []string) ([]*legislation.Topic, error) {
	var topics []*legislation.Topic
	for _, id := range ids {
		topic, err := catalog.Topic(id)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(topics, topic) {
			topics = append(topics, topic)
		}
	}
	if len(topics) == 0 {
		_, err := catalog.Topic("")
		return nil, err
	}
	return topics, nil
}

// partiesOf resolves codes, each once, treaties and Union law first.
func partiesOf(catalog *legislation.Catalog, codes []string) ([]Party, error) {
	parties := make([]Party, 0, len(catalog.Jurisdictions))
	for _, code := range codes {
		j, err := catalog.Jurisdiction(code)
		if err != nil {
			return nil, err
		}
		if party := partyOf(j); !slices.Contains(parties, party) {
			parties = append(parties, party)
		}
	}
	if len(codes) == 0 {
		for i := range catalog.Jurisdictions {
			parties = append(parties, partyOf(&catalog.Jurisdictions[i]))
		}
	}
	slices.SortStableFunc(parties, func(a, b Party) int { return a.rank() - b.rank() })
	return parties, nil
}

func partyOf(j *legislation.Jurisdiction) Party { return Party{j.Code, j.Name, j.Parent} }

// rank puts the columns that say what the treaties require before the others.
func (p Party) rank() int {
	switch p.Code {
	case "INT":
		return 0
	case "EU":
		return 1
	}
	return 2
}

func checkSort(name string, topics []*legislation.Topic) error {
	var known []string
	for _, topic := range topics {
		for _, v := range topic.Variables {
			if v.Name == name {
				return nil
			}
			known = append(known, v.Name)
		}
	}
	if name == "" {
		return nil
	}
	return &legislation.Error{Code: legislation.Invalid, Field: "sort", Value: name, Message: "is not a variable of the topic",
		Want: "one of " + strings.Join(known, ", "), Nearest: legislation.Nearest(name, known)}
}

// cells builds the columns of one request.
type cells struct {
	catalog    *legislation.Catalog
	provisions Provisions
	today      legislation.Day
	own        *prepared // without a survey
	lastDay    legislation.Day
	lastEnd    string // of an address: ?on=lastDay
	space      *space
}

func (c *cells) column(column *Column, party Party, h *history, topic *legislation.Topic, request Request) (err error) {
	*column = Column{Jurisdiction: party, KnownFrom: h.knownFrom(), Changes: []Change{}, json: h.json}
	if column.Position, column.Gap, err = c.on(h, request.On); err != nil || request.Against == 0 {
		return err
	}
	if column.Against, column.AgainstGap, err = c.on(h, request.Against); err != nil {
		return err
	}
	earlier, later := min(request.On, request.Against), max(request.On, request.Against)
	column.Changes = c.changes(h.positions, topic, earlier, later)
	return nil
}

func (c *cells) on(h *history, day legislation.Day) (*Cell, *Gap, error) {
	if p := covering(h.positions, day); p != nil {
		cell, err := c.cell(p, day)
		return cell, nil, err
	}
	return nil, h.gap(day), nil
}
