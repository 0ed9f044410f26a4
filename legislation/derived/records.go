package derived

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unsafe"
)

// form is raised when records are packed in another way.
const form = "1 "

// Records are records of any kind in compact form. Texts, of which many come again and
// again, lie in one piece, and those of what is read are parts of it.
type Records struct {
	shape []byte // of the type
	data  []byte
	texts []byte
}

// Sections are the parts of a file that hold the records.
func (r *Records) Sections() []Section {
	return []Section{Numbers(&r.shape), Numbers(&r.data), Numbers(&r.texts)}
}

// Pack makes the records of what a pointer points to. It may consist of texts, numbers,
// lists, maps with texts as keys, pointers and structs of these.
func Pack(what any) *Records {
	v := reflect.ValueOf(what).Elem()
	w := &packer{known: map[string]int{}}
	w.value(v)
	return &Records{shape: []byte(form + shape(v.Type())), data: w.data, texts: w.texts}
}

// Unpack fills what a pointer points to, which is of the type that was packed. Records
// of another type are [ErrOther].
func (r *Records) Unpack(into any) (err error) {
	v := reflect.ValueOf(into).Elem()
	if string(r.shape) != form+shape(v.Type()) {
		return ErrOther
	}
	defer func() {
		if p := recover(); p != nil { // a number that leads out of the data
			err = fmt.Errorf("%w: %v", ErrOther, p)
		}
	}()
	u := &unpacker{data: r.data, texts: unsafe.String(unsafe.SliceData(r.texts), len(r.texts))}
	unpacking(v.Type())(u, v.Addr().UnsafePointer())
	return nil
}

// shape describes a type with all that it consists of: what was packed by a program
// whose records had other fields is told by it.
func shape(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Struct:
		out := t.Name() + "{"
		for f := range t.Fields() {
			out += f.Name + " " + shape(f.Type) + ";"
		}
		return out + "}"
	case reflect.Slice:
		return "[]" + shape(t.Elem())
	case reflect.Pointer:
		return "*" + shape(t.Elem())
	case reflect.Map:
		return "map " + shape(t.Elem())
	}
	return fmt.Sprint(t.Kind(), t.Size())
}

// plain reports whether a type has neither texts nor lists, maps and pointers: it is
// packed as it lies in memory.
func plain(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Slice, reflect.Pointer, reflect.Map, reflect.Interface, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return false
	case reflect.Array:
		return plain(t.Elem())
	case reflect.Struct:
		for f := range t.Fields() {
			if !plain(f.Type) {
				return false
			}
		}
	}
	return true
}

type packer struct {
	data, texts []byte
	known       map[string]int // text → its place
}

func (w *packer) number(n int) { w.data = binary.AppendUvarint(w.data, uint64(n)) }

// count packs a length; nothing at all is told from nothing in a list or map.
func (w *packer) count(v reflect.Value) {
	if v.IsNil() {
		w.number(0)
		return
	}
	w.number(v.Len() + 1)
}

func (w *packer) text(s string) {
	at, ok := w.known[s]
	if !ok {
		at = len(w.texts)
		w.known[s] = at
		w.texts = append(w.texts, s...)
	}
	w.number(len(s))
	if s != "" {
		w.number(at)
	}
}

func (w *packer) value(v reflect.Value) {
	t := v.Type()
	if plain(t) {
		w.data = append(w.data, memory(v)...)
		return
	}
	switch t.Kind() {
	case reflect.String:
		w.text(v.String())
	case reflect.Slice:
		w.count(v)
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	case reflect.Map:
		w.count(v)
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, k := range keys {
			w.text(k.String())
			copied := reflect.New(t.Elem()).Elem() // memory must be addressable
			copied.Set(v.MapIndex(k))
			w.value(copied)
		}
	case reflect.Pointer:
		if v.IsNil() {
			w.number(0)
			return
		}
		w.number(1)
		w.value(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() { // by their places, since others' fields may not be asked for
			f := v.Field(i)
			w.value(reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem())
		}
	default:
		panic("derived: a " + t.String() + " cannot be packed")
	}
}

// memory is a plain value as it lies in memory.
func memory(v reflect.Value) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(v.UnsafeAddr())), v.Type().Size())
}
