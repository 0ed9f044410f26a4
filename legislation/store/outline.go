package store

import (
	"encoding/binary"
	"errors"

	"seelex/legislation"
)

// encodeOutline writes an outline compactly: places as differences, paths by what
// differs from the one before, kinds by their place in a list at the front.
func encodeOutline(o legislation.Outline) []byte {
	b := binary.AppendUvarint(nil, uint64(len(o)))
	kinds := map[string]uint64{}
	path, start := "", 0
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	for _, p := range o {
		kind, known := kinds[p.Kind]
		if !known {
			kind = uint64(len(kinds))
			kinds[p.Kind] = kind
		}
		b = binary.AppendUvarint(b, kind)
		if !known {
			text(p.Kind)
		}
		b = binary.AppendUvarint(b, uint64(p.Depth))
		same := 0
		for same < len(path) && same < len(p.Path) && path[same] == p.Path[same] {
			same++
		}
		b = binary.AppendUvarint(b, uint64(same))
		text(p.Path[same:])
		text(p.Label)
		text(p.Heading)
		b = binary.AppendUvarint(b, uint64(p.Start-start))
		b = binary.AppendUvarint(b, uint64(p.Body-p.Start))
		b = binary.AppendUvarint(b, uint64(p.End-p.Start))
		b = binary.LittleEndian.AppendUint64(b, p.Hash)
		path, start = p.Path, p.Start
	}
	return b
}

var errOutline = errors.New("an outline that cannot be read")

// decodeOutline reads what encodeOutline wrote.
func decodeOutline(b []byte) (legislation.Outline, error) {
	bad := false
	number := func() int {
		n, size := binary.Uvarint(b)
		if size <= 0 || n > 1<<40 {
			bad = true
			return 0
		}
		b = b[size:]
		return int(n)
	}
	text := func() string {
		n := number()
		if bad || n > len(b) {
			bad = true
			return ""
		}
		s := string(b[:n])
		b = b[n:]
		return s
	}
	count := number()
	if bad || count > len(b) {
		return nil, errOutline
	}
	o := make(legislation.Outline, count)
	var kinds []string
	path, start := "", 0
	for i := range o {
		p := &o[i]
		kind := number()
		if kind == len(kinds) {
			kinds = append(kinds, text())
		}
		if bad || kind >= len(kinds) {
			return nil, errOutline
		}
		p.Kind, p.Depth = kinds[kind], number()
		same := number()
		if bad || same > len(path) {
			return nil, errOutline
		}
		p.Path = path[:same] + text()
		p.Label, p.Heading = text(), text()
		p.Start = start + number()
		p.Body = p.Start + number()
		p.End = p.Start + number()
		if bad || len(b) < 8 {
			return nil, errOutline
		}
		p.Hash = binary.LittleEndian.Uint64(b)
		b = b[8:]
		path, start = p.Path, p.Start
	}
	return o, nil
}
