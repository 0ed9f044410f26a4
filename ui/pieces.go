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
	piecesMemory = 3 << 20 // bytes
	aroundPiece  = 200     // bytes that a piece takes beside its text: its key, and its place
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
	return p.piece(name, reflect.ValueOf(data))
}

func (p *pieces) all(name string, list any) (template.HTML, error) {
	var b strings.Builder
	items := reflect.ValueOf(list)
	for i := range items.Len() {
		text, err := p.piece(name, items.Index(i))
		if err != nil {
			return "", err
		}
		b.WriteString(string(text))
	}
	return template.HTML(b.String()), nil // pieces that templates wrote, one after the other
}

func (p *pieces) piece(name string, data reflect.Value) (template.HTML, error) {
	key := pieceKey{name, data.Type(), sumOf(data)}
	if text, ok := p.kept.GetIfPresent(key); ok {
		return text, nil
	}
	set, err := p.templates()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := set.ExecuteTemplate(&b, name, data.Interface()); err != nil {
		return "", err
	}
	text := template.HTML(b.String()) // as the template escaped it
	p.kept.Set(key, text)
	return text, nil
}

var sumSpaces = sync.Pool{New: func() any { return new([]byte) }}

// sumOf tells data from all other data of its type.
func sumOf(data reflect.Value) [sha256.Size]byte {
	space := sumSpaces.Get().(*[]byte)
	defer sumSpaces.Put(space)
	*space = appendContent((*space)[:0], data)
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
