// Package derived keeps what was made of other records and can be made of them again,
// so that a start reads it in one piece: files that are in memory as they are on disk. A
// file that is damaged, or was written by another version of the program or on another
// kind of machine, is refused; it is then made anew.
package derived

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"unsafe"
)

// ErrOther says that a file is not the one that is wanted, or damaged.
var ErrOther = errors.New("of another kind, or damaged")

// Section is a part of a file.
type Section interface {
	bytes() []byte
	take([]byte) error
}

// Numbers is a section of numbers, or of things that consist of numbers only, in the
// byte order of the machine.
func Numbers[T any, S ~[]T](of *S) Section { return numbers[T, S]{of} }

type numbers[T any, S ~[]T] struct{ of *S }

func (s numbers[T, S]) bytes() []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(*s.of))), len(*s.of)*int(unsafe.Sizeof(*new(T))))
}

func (s numbers[T, S]) take(b []byte) error {
	size := int(unsafe.Sizeof(*new(T)))
	if len(b)%size != 0 {
		return ErrOther
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

// Write writes a file of sections. It has its name only when it is whole.
func Write(path string, sections []Section) error {
	b := binary.NativeEndian.AppendUint32(make([]byte, 4, 1<<20), thisOrder)
	for _, s := range sections {
		data := s.bytes()
		b = binary.NativeEndian.AppendUint64(b, uint64(len(data)))
		b = append(append(b, data...), make([]byte, padding(len(data)))...)
	}
	binary.NativeEndian.PutUint32(b, crc32.Checksum(b[4:], castagnoli))
	if err := os.WriteFile(path+".new", b, 0o600); err != nil {
		return fmt.Errorf("derived: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("derived: %w", err)
	}
	return nil
}

// Read reads a file into the sections that were written. What they hold stays part of
// what was read and must not be changed.
func Read(path string, sections []Section) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("derived: %w", err)
	}
	if len(b) < headLength || binary.NativeEndian.Uint32(b) != crc32.Checksum(b[4:], castagnoli) || binary.NativeEndian.Uint32(b[4:]) != thisOrder {
		return ErrOther
	}
	b = b[headLength:]
	for _, s := range sections {
		if len(b) < alignment {
			return ErrOther
		}
		n := binary.NativeEndian.Uint64(b)
		b = b[alignment:]
		if n > uint64(len(b)) {
			return ErrOther
		}
		if err := s.take(b[:n:n]); err != nil {
			return err
		}
		b = b[min(len(b), int(n)+padding(int(n))):]
	}
	return nil
}
