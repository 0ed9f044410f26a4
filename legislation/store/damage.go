package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"os"
	"path/filepath"
	"runtime/debug"

	"seelex/legislation"
)

// errDamaged marks what only a damaged file can cause.
var errDamaged = errors.New("it cannot be read")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sealLength is how many bytes a checksum has.
const sealLength = 4

// seal appends a checksum of key and data: bbolt has none for what it stores.
func seal(key, data []byte) []byte {
	return binary.BigEndian.AppendUint32(data, crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, data))
}

// flaw says what is wrong with a record, as the rest of a sentence that starts with its name.
func flaw(bucket, key []byte, what string) error {
	return fmt.Errorf("%w: %s %s", errDamaged, nameOf(bucket, key), what)
}

// unseal takes the checksum off again, or finds that the record is damaged.
func unseal(bucket, key, sealed []byte) ([]byte, error) {
	at := len(sealed) - sealLength
	if at < 0 || binary.BigEndian.Uint32(sealed[at:]) != crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, sealed[:at]) {
		return nil, flaw(bucket, key, "does not fit its checksum")
	}
	return sealed[:at:at], nil
}

// guard turns what a damaged file does to bbolt into an error that says the way out.
func guard(path string, do func() error) error {
	err := caught(do)
	if errors.Is(err, errDamaged) {
		return damaged(path, err)
	}
	return err
}

// caught gives the panics by which bbolt asserts, and the faults of reading through
// its memory map, as errors.
func caught(do func() error) (err error) {
	old := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(old)
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", errDamaged, p)
		}
	}()
	return do()
}

func damaged(path string, why error) error {
	return &legislation.Error{Code: legislation.Unavailable, Field: "data", Value: path,
		Message: "is damaged (" + why.Error() + ")",
		Want:    "a backup put in its place by 'seelex restore FILE'; or move the file away and start again: the curated corpus loads by itself, official texts are imported anew"}
}

// The meta pages of a bbolt file are its first two. At 16 bytes stand magic, version,
// page size, flags, the root bucket, the free list's page, the count of pages in use,
// the number of the transaction, and a checksum of all these.
const (
	metaMagic    = 0xED0CDAED
	metaAt       = 16
	metaPageSize = 8
	metaPages    = 40
	metaTx       = 48
	metaSum      = 56
	metaLength   = 64
)

// checkWhole finds a file that was cut short, which a memory map would only notice by
// a fault, and one of whose two meta pages one is damaged: bbolt would go back to the
// transaction before, and what was acknowledged since would be lost in silence.
func checkWhole(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return openError(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return openError(path, err)
	case !info.Mode().IsRegular():
		return unavailable(path, "is not a file", "a file written by seelex, or another --data directory")
	case info.Size() == 0:
		// So does a first start leave it that was ended at once; what is kept beside it tells of records.
		if _, err := os.Stat(filepath.Join(filepath.Dir(path), CatalogName)); err == nil {
			return damaged(path, errors.New("it is empty, though it held records"))
		}
		return nil
	}
	first, ok := readMeta(f, 0)
	pageSize := int64(os.Getpagesize())
	if ok {
		pageSize = int64(binary.NativeEndian.Uint32(first[metaPageSize:]))
	}
	second, alsoOK := readMeta(f, pageSize)
	if !ok || !alsoOK {
		return damaged(path, errors.New("its first pages are not those of a seelex file"))
	}
	newest := first
	if binary.NativeEndian.Uint64(second[metaTx:]) > binary.NativeEndian.Uint64(first[metaTx:]) {
		newest = second
	}
	if want := int64(binary.NativeEndian.Uint64(newest[metaPages:])) * pageSize; want > info.Size() {
		return damaged(path, fmt.Errorf("it has %d bytes and should have %d", info.Size(), want))
	}
	return nil
}

// readMeta reads the meta page that starts there and reports whether it is sound.
func readMeta(f *os.File, page int64) (meta [metaLength]byte, ok bool) {
	if _, err := f.ReadAt(meta[:], page+metaAt); err != nil {
		return meta, false
	}
	sum := fnv.New64a()
	sum.Write(meta[:metaSum])
	return meta, binary.NativeEndian.Uint32(meta[:]) == metaMagic && binary.NativeEndian.Uint64(meta[metaSum:]) == sum.Sum64()
}
