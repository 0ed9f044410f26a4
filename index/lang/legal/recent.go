package legal

import (
	"hash/maphash"
	"sync/atomic"
)

// recent remembers the terms of words lately seen. A text repeats its words: most are answered without folding and
// stemming. Each word has one place, where the newest word displaces the one before, so that memory is bounded and
// readers never wait.
type recent struct {
	places [1 << 14]atomic.Pointer[remembered]
}

type remembered struct {
	text string // the word and behind it the term: one piece, since there are thousands to look after
	word int    // length of the word
}

// maxRemembered is the number of bytes of a word that are read at all; only shorter words are worth a place.
const maxRemembered = 4 * maxKey

var seed = maphash.MakeSeed()

func (r *recent) place(word []byte) *atomic.Pointer[remembered] {
	return &r.places[maphash.Bytes(seed, word)%uint64(len(r.places))]
}

func (r *recent) get(word []byte) (term string, ok bool) {
	if m := r.place(word).Load(); m != nil && m.text[:m.word] == string(word) {
		return m.text[m.word:], true
	}
	return "", false
}

func (r *recent) put(word []byte, term string) {
	if len(word) <= maxRemembered {
		r.place(word).Store(&remembered{string(word) + term, len(word)})
	}
}
