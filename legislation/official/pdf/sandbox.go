package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The memory of one document's sandbox, in bytes: the codes of the region take less than usualMemory.
const (
	usualMemory = 32 << 20
	maxMemory   = 256 << 20
)

// memory is that of a sandbox. It grows once, from usualMemory to maxMemory: else every growth would leave a copy of it
// behind, four times the limit before the collector comes.
type memory []byte

func allocate(_, _ uint64) experimental.LinearMemory {
	m := make(memory, 0, usualMemory)
	return &m
}

// Reallocate returns nil for more than the limit, which PDFium takes for a machine that has no more.
func (m *memory) Reallocate(size uint64) []byte {
	switch {
	case size > maxMemory:
		return nil
	case size > uint64(cap(*m)):
		*m = append(make(memory, 0, maxMemory), *m...)
	}
	*m = (*m)[:size]
	return *m
}

// Free leaves the memory to the collector.
func (m *memory) Free() { *m = nil }

// compiled holds the machine code of PDFium, which takes seconds to compile: it is kept in the user's cache folder
// between runs where that can be written, else for the life of the process.
var compiled = sync.OnceValue(func() wazero.CompilationCache {
	if dir, err := os.UserCacheDir(); err == nil {
		dir = filepath.Join(dir, "seelex", "pdfium")
		if os.MkdirAll(dir, 0o700) == nil {
			if cache, err := wazero.NewCompilationCacheWithDir(dir); err == nil {
				return cache
			}
		}
	}
	return wazero.NewCompilationCache()
})

// sandbox is a PDFium of its own for one document, in WebAssembly: it sees no files, no network and no other document,
// has bounded memory, and stops when its context ends.
type sandbox struct {
	pool pdfium.Pool
	pdf  pdfium.Pdfium
	doc  references.FPDF_DOCUMENT
}

// errDamaged is what PDFium says of a page that it cannot make sense of. After any other error it has stopped, for want
// of memory or by a fault, and nothing more can be asked of it.
var errDamaged = pdfiumerrors.ErrPage

func newSandbox(ctx context.Context) (*sandbox, error) {
	pool, err := webassembly.Init(webassembly.Config{
		Context: experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(allocate)),
		MinIdle: 0, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), // empty: the default would mount the root of the disk
		Stdout:   io.Discard,
		Stderr:   io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCompilationCache(compiled()).
			WithCloseOnContextDone(true),
	})
	if err != nil {
		return nil, fmt.Errorf("cannot start PDFium: %w", err)
	}
	inst, err := pool.GetInstance(time.Minute)
	if err != nil {
		pool.Close()
		return nil, fmt.Errorf("cannot start PDFium: %w", err)
	}
	return &sandbox{pool: pool, pdf: inst}, nil
}

func (s *sandbox) close() {
	s.pdf.Close()
	s.pool.Close()
}

// open opens the document and returns its number of pages.
func (s *sandbox) open(data []byte) (pages int, err error) {
	defer rescue(&err)
	d, err := s.pdf.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return 0, errors.New("the PDF is encrypted: remove the password first")
	case err != nil:
		return 0, fmt.Errorf("the PDF cannot be opened; it may be truncated or damaged: %s", strings.TrimLeft(stopped(err).Error(), "0123456789: "))
	}
	s.doc = d.Document
	n, err := s.pdf.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.Document})
	if err != nil {
		return 0, stopped(err)
	}
	return n.PageCount, nil
}

func (s *sandbox) title() string {
	r, err := s.pdf.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: s.doc, Tag: "Title"})
	if err != nil {
		return ""
	}
	return r.Value
}

// withPage opens the text of a page for f.
func (s *sandbox) withPage(i int, f func(p *pageText) error) (err error) {
	defer func() { err = stopped(err) }()
	defer rescue(&err)
	page, err := s.pdf.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: s.doc, Index: i})
	if err != nil {
		return err
	}
	defer s.pdf.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page})
	tp, err := s.pdf.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page.Page}})
	if err != nil {
		return err
	}
	defer s.pdf.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: tp.TextPage})
	t := &pageText{pdf: s.pdf, text: tp.TextPage}
	if c, err := s.pdf.FPDFPage_GetCropBox(&requests.FPDFPage_GetCropBox{Page: requests.Page{ByReference: &page.Page}}); err == nil {
		t.shown = box{left: float64(c.Left), right: float64(c.Right), top: float64(c.Top), bottom: float64(c.Bottom)}
	}
	return f(t)
}

// pageText asks for the characters of one page.
type pageText struct {
	pdf  pdfium.Pdfium
	text references.FPDF_TEXTPAGE

	shown  box // what of the page a viewer shows; empty where the page does not say
	hidden int // lines that stand outside of it
}

// all returns the whole text of the page, in the order of its content, which follows columns.
func (p *pageText) all() (string, error) {
	n, err := p.pdf.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.text})
	if err != nil || n.Count <= 0 {
		return "", err
	}
	if n.Count > maxCharacters {
		return "", fmt.Errorf("it holds %d characters; at most %d are accepted: print the text to pages of A4", n.Count, maxCharacters)
	}
	t, err := p.pdf.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: p.text, Count: n.Count})
	if err != nil {
		return "", err
	}
	return t.Text, nil
}

// char returns the index of the character behind a unit of the text, or -1.
func (p *pageText) char(unit int) int {
	r, err := p.pdf.FPDFText_GetCharIndexFromTextIndex(&requests.FPDFText_GetCharIndexFromTextIndex{TextPage: p.text, NTextIndex: unit})
	if err != nil {
		return -1
	}
	return r.CharIndex
}

// box returns the place of a character.
func (p *pageText) box(char int) (box, bool) {
	r, err := p.pdf.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: p.text, Index: char})
	if err != nil || r.Right <= r.Left && r.Top <= r.Bottom {
		return box{}, false
	}
	return box{left: r.Left, right: r.Right, top: r.Top, bottom: r.Bottom}, true
}

func (p *pageText) bold(char int) bool {
	r, err := p.pdf.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: p.text, Index: char})
	return err == nil && r.FontWeight >= 600
}

func (p *pageText) size(char int) float64 {
	r, err := p.pdf.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: p.text, Index: char})
	if err != nil {
		return 0
	}
	return r.FontSize
}

// stopped says in words why PDFium has stopped.
func stopped(err error) error {
	if err != nil && strings.Contains(err.Error(), "wasm error") {
		return fmt.Errorf("it needs more than %d MB of memory, or is made to break its reader; print it to a new PDF, or import the text as DOCX, HTML or plain text", maxMemory>>20)
	}
	return err
}

// rescue turns a panic of the binding into an error: a hostile file must not end the process.
func rescue(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("the PDF cannot be read: %v", p)
	}
}
