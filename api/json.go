package api

import (
	"encoding/json"
	"io"
	"sync"
)

// appender is a large answer that knows how to write itself faster than encoding/json does.
type appender interface {
	AppendJSON(to []byte) ([]byte, error)
}

// freer is an answer whose memory is used again by later ones. Whoever asked for it owns it
// and may leave it to the garbage collector, as the pages and the command line do. Only
// [writeJSON] frees: what it writes is seen by nobody afterwards.
type freer interface{ Free() }

// buffers are where answers are put together.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// writeJSON writes an answer with as few escapes as JSON needs, and frees it.
func writeJSON(w io.Writer, found any) error {
	quick, ok := found.(appender)
	if !ok {
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(found)
	}
	if used, ok := found.(freer); ok {
		defer used.Free()
	}
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	body, err := quick.AppendJSON((*buffer)[:0])
	if err != nil {
		return err
	}
	*buffer = append(body, '\n')
	_, err = w.Write(*buffer)
	return err
}
