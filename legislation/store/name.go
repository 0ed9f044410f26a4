package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"seelex/legislation"
)

// kinds are what the records of each bucket are called.
var kinds = map[string]string{
	string(metaBucket): "the mark", string(topicBucket): "topic", string(conceptBucket): "concept", string(movedBucket): "the changed id", string(jurisdictionBucket): "jurisdiction",
	string(instrumentBucket): "instrument", string(provisionBucket): "provision", string(positionBucket): "position", string(reformBucket): "reform", string(practiceBucket): "figure",
	string(ratificationBucket): "ratification", string(importedBucket): "imported instrument", string(outlineBucket): "the outline", string(blockBucket): "the text", string(changeBucket): "what changed in generation",
}

// nameOf names a record for people: by its id, or as the one that it is in its sheet.
func nameOf(bucket, key []byte) string {
	name := string(key)
	switch string(bucket) {
	case string(movedBucket), string(instrumentBucket), string(provisionBucket), string(importedBucket):
		name = string(legislation.IDOf(name))
	case string(outlineBucket), string(blockBucket):
		id, rest, _ := bytes.Cut(key, []byte{0})
		edition, _, _ := bytes.Cut(rest, []byte{0}) // a block of the text has its number behind it
		name = string(legislation.IDOf(string(id))) + ", edition " + string(edition)
	case string(topicBucket), string(conceptBucket):
		name = counted(key)
	case string(positionBucket), string(reformBucket), string(practiceBucket), string(ratificationBucket):
		code, at, _ := bytes.Cut(key, []byte{'/'})
		name = counted(at) + " of " + string(code)
	case string(changeBucket):
		name = strconv.FormatUint(number(key), 10)
	}
	return kinds[string(bucket)] + " " + name
}

// counted counts from 1 what the key counts from 0.
func counted(key []byte) string {
	n, err := strconv.Atoi(string(key))
	if err != nil {
		return string(key)
	}
	return strconv.Itoa(n + 1)
}

// misread says which field of a record is not as it should be.
func misread(err error) string {
	var other *json.UnmarshalTypeError
	if errors.As(err, &other) && other.Field != "" {
		return "its field " + other.Field + " is a " + other.Value
	}
	return err.Error()
}

// unlike says which counts of a file are not as they should be.
func unlike(got, want legislation.Counts) string {
	var wrong []string
	has, should := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range has.NumField() {
		if a, b := has.Field(i).Int(), should.Field(i).Int(); a != b {
			wrong = append(wrong, fmt.Sprintf("%d %s in the place of %d", a, has.Type().Field(i).Tag.Get("json"), b))
		}
	}
	return strings.Join(wrong, ", ")
}
