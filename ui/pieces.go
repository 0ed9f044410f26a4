package ui

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"sync"

	"github.com/maypok86/otter/v2"
)

// pieces are parts of pages as templates wrote them: a row of a table, a source, an answer.
// The same stand on many pages, of many days, and a template takes fifty times as long to
// write one as it takes to look it up. A piece depends on nothing but what it is made of,
// by which it is found: it cannot become untrue when the data change, only unused.
type pieces struct {
	templates func() (*template.Template, error)
	kept      *otter.Cache[pieceKey, template.HTML]
}

// Bounds of what is kept.
const (
	piecesMemory = 2 << 20 // bytes
	aroundPiece  = 300     // bytes that a piece takes beside its text: its key, and its place
)

// pieceKey determines a piece: its template, and what it shows.
type pieceKey struct {
	template string
	shows    reflect.Type
	sum      [sha256.Size]byte
}

func newPieces(templates func() (*template.Template, error)) *pieces {
	return &pieces{templates, otter.Must(&otter.Options[pieceKey, template.HTML]{
		MaximumWeight: piecesMemory,
		Weigher:       func(_ pieceKey, text template.HTML) uint32 { return uint32(len(text) + aroundPiece) },
	})}
}

// functions are what templates call: piece shows data by a template, pieces each of a list.
func (p *pieces) functions() template.FuncMap {
	return template.FuncMap{"piece": p.one, "pieces": p.all, "sources": p.sources}
}

func (p *pieces) one(name string, data any) (template.HTML, error) {
	var b strings.Builder
	err := p.write(&b, name, reflect.ValueOf(data))
	return template.HTML(b.String()), err // as a template wrote it
}

func (p *pieces) all(name string, list any) (template.HTML, error) {
	var b strings.Builder
	items := reflect.ValueOf(list)
	for i := range items.Len() {
		if err := p.write(&b, name, items.Index(i)); err != nil {
			return "", err
		}
	}
	return template.HTML(b.String()), nil // as templates wrote them, one after the other
}

// write puts in the marks where the piece leaves room for them.
func (p *pieces) write(b *strings.Builder, name string, data reflect.Value) error {
	room := roomForMarks(data)
	text, err := p.piece(name, data, room)
	if err != nil {
		return err
	}
	if room >= 0 {
		marks := data.Field(room).Interface().(Marks).HTML()
		text = template.HTML(strings.ReplaceAll(string(text), marksRoom, string(marks)))
	}
	b.WriteString(string(text))
	return nil
}

// piece is data as its template writes it, with room for the marks of its field of that
// number.
func (p *pieces) piece(name string, data reflect.Value, room int) (template.HTML, error) {
	key := pieceKey{name, data.Type(), sumOf(data, room)}
	if text, ok := p.kept.GetIfPresent(key); ok {
		return text, nil
	}
	set, err := p.templates()
	if err != nil {
		return "", err
	}
	if room >= 0 {
		unmarked := reflect.New(data.Type()).Elem()
		unmarked.Set(data)
		unmarked.Field(room).Set(reflect.ValueOf(anyMarks))
		data = unmarked
	}
	var b strings.Builder
	if err := set.ExecuteTemplate(&b, name, data.Interface()); err != nil {
		return "", err
	}
	text := template.HTML(b.String()) // as the template escaped it
	p.kept.Set(key, text)
	return text, nil
}

// roomForMarks is which field holds the marks of a statement, -1 where none does. Marks are
// numbers of the page: the same statement has others elsewhere.
func roomForMarks(data reflect.Value) int {
	if data.Kind() == reflect.Struct {
		for i := range data.NumField() {
			if data.Field(i).Type() == marksType {
				return i
			}
		}
	}
	return -1
}

var (
	marksType = reflect.TypeFor[Marks]()
	sumSpaces = sync.Pool{New: func() any { return new([]byte) }}
)

// sumOf tells data from all other data of its type, but for the field that room is left for.
func sumOf(data reflect.Value, room int) [sha256.Size]byte {
	space := sumSpaces.Get().(*[]byte)
	defer sumSpaces.Put(space)
	*space = (*space)[:0]
	if room < 0 {
		*space = appendContent(*space, data)
	} else {
		for i := range data.NumField() {
			if i != room {
				*space = appendContent(*space, data.Field(i))
			}
		}
	}
	return sha256.Sum256(*space)
}

// appendContent writes all that data hold, so that no two write the same.
func appendContent(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		return append(b, v.String()...)
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Int:
		return binary.AppendVarint(b, v.Int())
	case reflect.Uint8, reflect.Uint16:
		return binary.AppendUvarint(b, v.Uint())
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 0)
		}
		return appendContent(append(b, 1), v.Elem())
	case reflect.Slice:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		for i := range v.Len() {
			b = appendContent(b, v.Index(i))
		}
		return b
	case reflect.Struct:
		for i := range v.NumField() {
			b = appendContent(b, v.Field(i))
		}
		return b
	}
	panic(fmt.Sprintf("ui: a piece of a page cannot hold a %s", v.Type()))
}
