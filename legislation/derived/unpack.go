package derived

import (
	"encoding/binary"
	"reflect"
	"unsafe"
)

// unpacker reads what was packed, from the front.
type unpacker struct {
	data  []byte
	texts string
}

func (u *unpacker) number() int {
	n, size := binary.Uvarint(u.data)
	if size <= 0 {
		panic("no number")
	}
	u.data = u.data[size:]
	return int(n)
}

func (u *unpacker) text() string {
	n := u.number()
	if n == 0 {
		return ""
	}
	at := u.number()
	return u.texts[at : at+n]
}

// count is a length, and whether there is a list at all.
func (u *unpacker) count() (n int, any bool) {
	n = u.number()
	return n - 1, n > 0
}

func (u *unpacker) bytes(into unsafe.Pointer, n int) {
	copy(unsafe.Slice((*byte)(into), n), u.data[:n])
	u.data = u.data[n:]
}

// unpack fills the place of a value of one type.
type unpack func(u *unpacker, place unsafe.Pointer)

// unpacking finds out once for a type how its values are filled: to ask each value of
// some thousand records for its type again takes three times as long.
func unpacking(t reflect.Type) unpack {
	if plain(t) {
		size := int(t.Size())
		return func(u *unpacker, place unsafe.Pointer) { u.bytes(place, size) }
	}
	switch t.Kind() {
	case reflect.String:
		return func(u *unpacker, place unsafe.Pointer) { *(*string)(place) = u.text() }
	case reflect.Slice:
		return unpackingList(t)
	case reflect.Map:
		return unpackingMap(t)
	case reflect.Pointer:
		one := unpacking(t.Elem())
		return func(u *unpacker, place unsafe.Pointer) {
			if u.number() > 0 {
				v := reflect.New(t.Elem())
				one(u, v.UnsafePointer())
				reflect.NewAt(t, place).Elem().Set(v)
			}
		}
	case reflect.Struct:
		return unpackingStruct(t)
	}
	panic("derived: a " + t.String() + " cannot be unpacked")
}

func unpackingStruct(t reflect.Type) unpack {
	type field struct {
		offset uintptr
		unpack unpack
	}
	var fields []field
	for f := range t.Fields() {
		fields = append(fields, field{f.Offset, unpacking(f.Type)})
	}
	return func(u *unpacker, place unsafe.Pointer) {
		for _, f := range fields {
			f.unpack(u, unsafe.Add(place, f.offset))
		}
	}
}

func unpackingList(t reflect.Type) unpack {
	one, size := unpacking(t.Elem()), t.Elem().Size()
	if t.Elem().Kind() == reflect.String {
		return func(u *unpacker, place unsafe.Pointer) { *(*[]string)(place) = u.list() }
	}
	return func(u *unpacker, place unsafe.Pointer) {
		n, any := u.count()
		if !any {
			return
		}
		list := reflect.MakeSlice(t, n, n)
		reflect.NewAt(t, place).Elem().Set(list)
		for i := range n {
			one(u, unsafe.Add(list.UnsafePointer(), uintptr(i)*size))
		}
	}
}

// list is a list of texts.
func (u *unpacker) list() []string {
	n, any := u.count()
	if !any {
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = u.text()
	}
	return list
}

// unpackingMap fills maps; those of texts and of lists of texts, which nearly all are,
// without asking for types.
func unpackingMap(t reflect.Type) unpack {
	switch {
	case t.Elem().Kind() == reflect.String:
		return func(u *unpacker, place unsafe.Pointer) {
			if n, any := u.count(); any {
				*(*map[string]string)(place) = fill(n, u.text, u.text)
			}
		}
	case t.Elem() == reflect.TypeFor[[]string]():
		return func(u *unpacker, place unsafe.Pointer) {
			if n, any := u.count(); any {
				*(*map[string][]string)(place) = fill(n, u.text, u.list)
			}
		}
	}
	one := unpacking(t.Elem())
	return func(u *unpacker, place unsafe.Pointer) {
		n, any := u.count()
		if !any {
			return
		}
		m := reflect.MakeMapWithSize(t, n)
		reflect.NewAt(t, place).Elem().Set(m)
		for range n {
			key, v := reflect.ValueOf(u.text()).Convert(t.Key()), reflect.New(t.Elem())
			one(u, v.UnsafePointer())
			m.SetMapIndex(key, v.Elem())
		}
	}
}

func fill[V any](n int, key func() string, value func() V) map[string]V {
	m := make(map[string]V, n)
	for range n {
		k := key()
		m[k] = value()
	}
	return m
}
