package store

import (
	"hash/fnv"
	"path/filepath"
	"slices"

	bolt "go.etcd.io/bbolt"

	"seelex/legislation"
	"seelex/legislation/derived"
)

// CatalogName is the name of the file in the data directory that keeps the curated records
// as they are in memory, so that a start need not decode them one by one. It is derived:
// it names the records that it was made of by their checksums, and is made anew when it
// is missing, damaged or of other records.
const CatalogName = "seelex.catalog"

// carriedBuckets are those of curated records that are carried in memory.
var carriedBuckets = slices.DeleteFunc(slices.Clone(curatedBuckets), func(name []byte) bool { return string(name) == string(provisionBucket) })

// checkCarried checks the records that are carried in memory and gives their name: a
// hash of their keys and checksums.
func checkCarried(tx *bolt.Tx) (uint64, error) {
	name := fnv.New64a()
	for _, bucket := range carriedBuckets {
		name.Write(bucket)
		err := inOrder(tx, bucket, func(k, sealed []byte) error {
			if _, err := unseal(bucket, k, sealed); err != nil {
				return err
			}
			name.Write(k)
			name.Write(sealed[len(sealed)-sealLength:])
			return nil
		})
		if err != nil {
			return 0, err
		}
	}
	return name.Sum64(), nil
}

// carried reads the records that are carried in memory: as they were kept, or one by one
// where they were not. What is read in that way is kept for the next start.
func (s *Store) carried(tx *bolt.Tx, c *legislation.Corpus) error {
	name, err := checkCarried(tx)
	if err != nil {
		return err
	}
	path := filepath.Join(filepath.Dir(s.path), CatalogName)
	if readKept(path, name, c) == nil {
		return nil
	}
	*c = legislation.Corpus{}
	if err := readCorpus(tx, c); err != nil {
		return err
	}
	names := []uint64{name}
	// That it cannot be kept costs the next start a moment, and nothing else.
	_ = derived.Write(path, append(derived.Pack(c).Sections(), derived.Numbers(&names)))
	return nil
}

func readKept(path string, name uint64, c *legislation.Corpus) error {
	var records derived.Records
	var names []uint64
	if err := derived.Read(path, append(records.Sections(), derived.Numbers(&names))); err != nil {
		return err
	}
	if len(names) != 1 || names[0] != name {
		return derived.ErrOther
	}
	return records.Unpack(c)
}
