package store

// Official texts live in buckets of their own, which a load of the curated corpus
// does not touch.
var textBuckets = [][]byte{[]byte("imported"), []byte("outlines"), []byte("texts")}
