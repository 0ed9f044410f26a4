package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"runtime/debug"

	"seelex/legislation"
)

// errDamaged marks a record whose checksum does not fit.
var errDamaged = errors.New("a record does not fit its checksum")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal appends a checksum of key and data: bbolt has none for what it stores.
func seal(key, data []byte) []byte {
	return binary.BigEndian.AppendUint32(data, crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, data))
}

// open takes the checksum off again, or finds that the record is damaged.
func unseal(key, sealed []byte) ([]byte, error) {
	at := len(sealed) - 4
	if at < 0 || binary.BigEndian.Uint32(sealed[at:]) != crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, sealed[:at]) {
		return nil, fmt.Errorf("%q: %w", key, errDamaged)
	}
	return sealed[:at:at], nil
}

// guard turns what a damaged file does to bbolt, which asserts by panicking and
// reads through a memory map, into an error that says the way out.
func guard(path string, do func() error) (err error) {
	old := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(old)
	defer func() {
		if p := recover(); p != nil {
			err = damaged(path, fmt.Errorf("%v", p))
		}
	}()
	if err = do(); errors.Is(err, errDamaged) {
		return damaged(path, err)
	}
	return err
}

func damaged(path string, why error) error {
	return &legislation.Error{Code: legislation.Unavailable, Field: "data", Value: path,
		Message: "is damaged (" + why.Error() + ")",
		Want:    "a backup put in its place by 'seelex restore FILE'; or move the file away and start again: the curated corpus loads by itself, official texts are imported anew"}
}

// checkWhole finds a file that was cut short, which a memory map would only notice
// by a fault.
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
	if err != nil {
		return openError(path, err)
	}
	if info.Size() == 0 {
		return nil
	}
	// The meta pages are the first two: at 16 bytes magic, version, page size, flags,
	// the root bucket, the free list's page, and the count of pages in use.
	pageSize := int64(os.Getpagesize())
	newest, pages := uint64(0), uint64(0)
	for _, at := range []int64{0, pageSize} {
		var meta [80]byte
		if _, err := f.ReadAt(meta[:], at); err != nil {
			break
		}
		if binary.NativeEndian.Uint32(meta[16:]) != 0xED0CDAED {
			continue
		}
		if txid := binary.NativeEndian.Uint64(meta[16+48:]); txid >= newest {
			newest, pages = txid, binary.NativeEndian.Uint64(meta[16+40:])
		}
	}
	if int64(pages)*pageSize > info.Size() {
		return damaged(path, fmt.Errorf("it has %d bytes and should have %d", info.Size(), int64(pages)*pageSize))
	}
	return nil
}
