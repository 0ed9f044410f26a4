package compare

import (
	"strings"
	"sync"

	"seelex/legislation"
)

// space is where a block lies: in few large pieces, which are used again once the block
// has been written, see [Block.Free].
type space struct {
	columns   []Column
	cells     []Cell
	citations []Citation
	urls      strings.Builder
}

var spaces = sync.Pool{New: func() any { return new(space) }}

// Free gives the space of the block's columns to later ones. Nothing of the block may be
// used any more.
func (b *Block) Free() {
	s := b.space
	if s == nil {
		return
	}
	*b = Block{}
	clear(s.columns[:cap(s.columns)])
	clear(s.cells[:cap(s.cells)])
	clear(s.citations[:cap(s.citations)])
	s.urls = strings.Builder{}
	spaces.Put(s)
}

// room is space for n, if there is not enough yet.
func room[T any](have []T, n int) []T {
	if cap(have) < n {
		return make([]T, 0, n)
	}
	return have[:0]
}

// spaceOf is where the cells of the request are put.
func (c *cells) spaceOf() *space {
	if c.space == nil {
		c.space = new(space)
	}
	return c.space
}

// reserve makes space for what is known on a day.
func (c *cells) reserve(known *known, parties []Party, on legislation.Day) error {
	cells, citations, urls := 0, 0, 0
	for _, party := range parties {
		p := covering(known.histories[party.Code].positions, on)
		if p == nil {
			continue
		}
		row, err := c.prepared().row(c, p)
		if err != nil {
			return err
		}
		cells++
		citations += len(row.cited)
		for _, cited := range row.cited {
			urls += len(cited.URL) + len("?on=YYYY-MM-DD")
		}
	}
	s := spaces.Get().(*space)
	s.columns, s.cells, s.citations = room(s.columns, len(parties)), room(s.cells, cells), room(s.citations, citations)
	s.urls.Grow(urls)
	c.space = s
	return nil
}
