package store

// Seal gives a record its checksum.
var Seal = seal
