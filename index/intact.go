package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	scorchsegment "github.com/blevesearch/scorch_segment_api/v2"
)

// openTexts opens bleve's index where it is there and whole. Bleve takes its files on
// trust: of some that are damaged it panics, and others would find what nobody wrote.
func openTexts(folder string) (b bleve.Index, err error) {
	defer func() {
		if p := recover(); p != nil {
			b, err = nil, fmt.Errorf("index: %w: %v", errDamaged, p)
		}
	}()
	if b, err = bleve.OpenUsing(folder, map[string]any{"bolt_timeout": "500ms"}); err != nil {
		return nil, err
	}
	if err := intact(b); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

var errDamaged = errors.New("damaged")

// intact checks the segments that an index consists of by their checksums.
func intact(b bleve.Index) error {
	open, err := b.Advanced()
	if err != nil {
		return err
	}
	reader, err := open.Reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	parts, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return errDamaged
	}
	for _, p := range parts.Segments() {
		if file, ok := p.Segment().(scorchsegment.PersistedSegment); ok {
			if err := checkSum(file.Path()); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkSum checks a file that ends with the checksum of all before it.
func checkSum(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, info.Size()-crc32.Size); err != nil {
		return err
	}
	last, err := io.ReadAll(f)
	if err != nil {
		return err
	}
	if binary.BigEndian.Uint32(last) != sum.Sum32() {
		return fmt.Errorf("%s: %w", path, errDamaged)
	}
	return nil
}
