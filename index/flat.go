package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"unsafe"
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

func (l *lists[T]) sections() []section {
	return []section{numbers[uint32]{&l.ends}, numbers[T]{&l.all}}
}

// textList is many short texts in one piece.
type textList struct{ lists[byte] }

func (t *textList) at(n uint32) string {
	b := t.lists.at(n)
	return unsafe.String(unsafe.SliceData(b), len(b)) // what was added is never changed
}

func (t *textList) add(text string) { t.lists.add([]byte(text)...) }

// places find the number of what has a hash: the number plus one stands at the place
// that the hash points to, or at the next that was free.
type places []uint32

func newPlaces(hashes []uint32) places {
	size := 4
	for size < 2*len(hashes) {
		size *= 2
	}
	p := make(places, size)
	for n, h := range hashes {
		at := int(h) & (size - 1)
		for p[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		p[at] = uint32(n) + 1
	}
	return p
}

func (p places) find(hash uint32, is func(n uint32) bool) (uint32, bool) {
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

// section is a part of a file.
type section interface {
	bytes() []byte
	take([]byte) error
}

// numbers are numbers, or things that consist of numbers only, in the byte order of the
// machine.
type numbers[T any] struct{ of *[]T }

func (s numbers[T]) bytes() []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(*s.of))), len(*s.of)*int(unsafe.Sizeof(*new(T))))
}

func (s numbers[T]) take(b []byte) error {
	size := int(unsafe.Sizeof(*new(T)))
	if len(b)%size != 0 {
		return errOther
	}
	*s.of = unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/size)
	return nil
}

// A file begins with a checksum of the rest and a number that tells the byte order of
// the machine that wrote it. Each section begins at a multiple of eight bytes, behind
// its length.
const (
	headLength = 8
	thisOrder  = 0x01020304
	alignment  = 8
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func padding(n int) int { return (alignment - n%alignment) % alignment }

// writeSections writes a file.
func writeSections(path string, sections []section) error {
	b := binary.NativeEndian.AppendUint32(make([]byte, 4, 1<<20), thisOrder)
	for _, s := range sections {
		data := s.bytes()
		b = binary.NativeEndian.AppendUint64(b, uint64(len(data)))
		b = append(append(b, data...), make([]byte, padding(len(data)))...)
	}
	binary.NativeEndian.PutUint32(b, crc32.Checksum(b[4:], castagnoli))
	if err := os.WriteFile(path, b, 0o600); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	return nil
}

var errOther = errors.New("index: of another generation, or damaged")

// readSections reads what was written. The sections stay parts of what was read.
func readSections(path string, sections []section) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if len(b) < headLength || binary.NativeEndian.Uint32(b) != crc32.Checksum(b[4:], castagnoli) || binary.NativeEndian.Uint32(b[4:]) != thisOrder {
		return errOther
	}
	b = b[headLength:]
	for _, s := range sections {
		if len(b) < alignment {
			return errOther
		}
		n := binary.NativeEndian.Uint64(b)
		b = b[alignment:]
		if n > uint64(len(b)) {
			return errOther
		}
		if err := s.take(b[:n:n]); err != nil {
			return err
		}
		b = b[int(n)+padding(int(n)):]
	}
	return nil
}
