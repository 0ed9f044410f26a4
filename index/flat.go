package index

import (
	"errors"
	"unsafe"

	"seelex/legislation/derived"
)

// What is derived lies in memory as it lies in its file: long lists of numbers, which
// are read in one piece and taken apart only where a query looks. To read a file so
// costs a hundredth of making its contents.

// lists are many short lists in one piece.
type lists[T any] struct {
	ends []uint32 // of each, in all
	all  []T
}

func (l *lists[T]) len() int { return len(l.ends) }

func (l *lists[T]) at(n uint32) []T {
	from, to := uint32(0), l.ends[n]
	if n > 0 {
		from = l.ends[n-1]
	}
	return l.all[from:to:to]
}

func (l *lists[T]) add(list ...T) {
	l.all = append(l.all, list...)
	l.ends = append(l.ends, uint32(len(l.all)))
}

func (l *lists[T]) sections() []derived.Section {
	return []derived.Section{derived.Numbers(&l.ends), derived.Numbers(&l.all)}
}

// textList is many short texts in one piece.
type textList struct{ lists[byte] }

func (t *textList) at(n uint32) string {
	b := t.lists.at(n)
	return unsafe.String(unsafe.SliceData(b), len(b)) // what was added is never changed
}

func (t *textList) add(text string) { t.lists.add([]byte(text)...) }

// slots find the number of what has a hash: the number plus one stands in the slot
// that the hash points to, or in the next that was free.
type slots []uint32

func newSlots(hashes []uint32) slots {
	size := 4
	for size < 2*len(hashes) {
		size *= 2
	}
	p := make(slots, size)
	for n, h := range hashes {
		at := int(h) & (size - 1)
		for p[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		p[at] = uint32(n) + 1
	}
	return p
}

func (p slots) find(hash uint32, is func(n uint32) bool) (uint32, bool) {
	if len(p) == 0 {
		return 0, false
	}
	for at := int(hash) & (len(p) - 1); p[at] != 0; at = (at + 1) & (len(p) - 1) {
		if n := p[at] - 1; is(n) {
			return n, true
		}
	}
	return 0, false
}

var errOther = errors.New("index: of another generation, or damaged")
