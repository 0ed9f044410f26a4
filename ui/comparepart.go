package ui

import (
	"slices"
	"strconv"
	"strings"

	"seelex/legislation"
	"seelex/legislation/compare"
)

// answersOfPart is how many answers, topics times jurisdictions, a page sets side by
// side: three topics of the whole region, or all topics of four jurisdictions. More come
// part by part; a file has them all.
const answersOfPart = 64

// comparePart is the topics that a page shows of those that were asked for.
type comparePart struct {
	all    []string
	offset int
	size   int
	extra  bool // the last topic asked for is there to sort by, not to be shown
}

// partOf takes the topics from an offset on, as many as a page holds. A variable to sort
// by may be of another topic, which then comes along.
func (s *Site) partOf(ask *compare.Request, offset int) (comparePart, error) {
	columns := len(ask.Jurisdictions)
	if columns == 0 {
		columns = len(s.service.Catalog().Jurisdictions)
	}
	p := comparePart{all: ask.Topics, offset: offset, size: max(1, answersOfPart/columns)}
	if offset >= len(p.all) {
		return p, &legislation.Error{Code: legislation.Invalid, Field: "offset", Value: strconv.Itoa(offset), Message: "is after the last topic", Want: "a number below " + strconv.Itoa(len(p.all))}
	}
	ask.Topics = p.all[offset:min(offset+p.size, len(p.all))]
	if !slices.ContainsFunc(ask.Topics, s.answers(ask.Sort)) {
		if i := slices.IndexFunc(p.all, s.answers(ask.Sort)); i >= 0 {
			ask.Topics, p.extra = append(slices.Clone(ask.Topics), p.all[i]), true
		}
	}
	return p, nil
}

// answers tells the topics that have a variable; all have the empty one.
func (s *Site) answers(variable string) func(topic string) bool {
	return func(topic string) bool {
		t, err := s.service.Catalog().Topic(topic)
		if err != nil || variable == "" {
			return err == nil
		}
		_, ok := t.Variable(variable)
		return ok
	}
}

// shown orders the blocks and leaves out the one that was only there to sort by.
func (p comparePart) shown(blocks []compare.Block) []compare.Block {
	alignColumns(blocks)
	if p.extra {
		blocks = blocks[:len(blocks)-1]
	}
	return blocks
}

// leaveUnchanged takes the jurisdictions away in which no answer changed, and names them,
// apart from those in which too little is known to tell. Where nothing changed at all
// they stay.
func leaveUnchanged(blocks []compare.Block) string {
	left := map[string]bool{}
	var same, unknown []string
	for i, c := range blocks[0].Columns {
		changes, known := changesOf(blocks, i)
		switch {
		case changes:
			continue
		case known:
			same = append(same, c.Jurisdiction.Name)
		default:
			unknown = append(unknown, c.Jurisdiction.Name)
		}
		left[c.Jurisdiction.Code] = true
	}
	if len(left) == len(blocks[0].Columns) {
		return ""
	}
	for i := range blocks {
		columns := slices.Clone(blocks[i].Columns) // the answer is not ours to change
		blocks[i].Columns = slices.DeleteFunc(columns, func(c compare.Column) bool { return left[c.Jurisdiction.Code] })
	}
	var says []string
	if len(same) > 0 {
		says = append(says, "Nothing changed in "+listWords(same)+".")
	}
	if len(unknown) > 0 {
		says = append(says, "Not enough is known of both days to tell what changed in "+listWords(unknown)+".")
	}
	return strings.Join(says, " ")
}

// changesOf reports whether an answer of a column changed, and whether all are known that
// could tell.
func changesOf(blocks []compare.Block, column int) (changed, known bool) {
	known = true
	for _, b := range blocks {
		c := b.Columns[column]
		known = known && c.Position != nil && c.Against != nil
		for _, change := range c.Changes {
			changed = changed || change.Kind == compare.Changed
			known = known && change.Kind == compare.Changed
		}
	}
	return changed, known
}

// words say which part of the comparison a page is, "" where it is the whole.
func (p comparePart) words(shown int) string {
	if shown == len(p.all) {
		return ""
	}
	which := "Topic " + count(p.offset+1)
	if shown > 1 {
		which = "Topics " + count(p.offset+1) + " to " + count(p.offset+shown)
	}
	return which + " of " + count(len(p.all)) + " on this page; the files have all of them."
}

// parts are the parts of the comparison, each by its topics.
func (s *Site) parts(p comparePart, here address) *Tabs {
	if p.size >= len(p.all) && p.offset == 0 {
		return nil
	}
	t := &Tabs{Label: "Topics of this comparison"}
	for at := 0; at < len(p.all); at += p.size {
		offset := ""
		if at > 0 {
			offset = strconv.Itoa(at)
		}
		label := s.topicLabel(p.all[at])
		if more := min(p.size, len(p.all)-at) - 1; more > 0 {
			label += " + " + count(more)
		}
		t.Items = append(t.Items, Tab{Label: label, URL: here.with("offset", offset).String(), Current: p.offset >= at && p.offset < at+p.size})
	}
	return t
}
