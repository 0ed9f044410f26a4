package store

import (
	"hash"
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
		if _, err := checkBucket(tx, bucket, name); err != nil {
			return 0, err
		}
	}
	return name.Sum64(), nil
}

// checkBucket checks the records of a bucket, counts them, and writes their keys and checksums.
func checkBucket(tx *bolt.Tx, bucket []byte, name hash.Hash) (n int, err error) {
	name.Write(bucket)
	err = inOrder(tx, bucket, func(k, sealed []byte) error {
		n++
		if _, err := unseal(bucket, k, sealed); err != nil {
			return err
		}
		name.Write(k)
		name.Write(sealed[len(sealed)-sealLength:])
		return nil
	})
	return n, err
}

// carried reads the records that are carried in memory: as they were kept, or one by one
// where they were not. What is read in that way is kept for the next start.
func (s *Store) carried(tx *bolt.Tx, name uint64, c *legislation.Corpus) error {
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
