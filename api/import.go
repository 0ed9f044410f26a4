package api

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"seelex/legislation"
	"seelex/legislation/official/importer"
)

// Limits of an import over HTTP.
const (
	maxImport      = 100 << 20 // bytes of a request
	maxImportFiles = 50
	maxImportTime  = 15 * time.Minute
)

// importing lets one import through at a time.
var importing sync.Mutex

// imports takes official texts from those who have the operator's token. Without a
// token the address does not exist.
func (s *server) imports(r gin.IRouter) {
	if s.token != "" {
		r.POST("/import", s.importTexts)
	}
}

// importTexts imports the body, or every file of a form. Parameters say what is known
// of the texts: instrument, jurisdiction, lang, date, source, licence, name, dry_run.
func (s *server) importTexts(c *gin.Context) {
	if !s.allowed(c.GetHeader("Authorization")) {
		c.Header("WWW-Authenticate", `Bearer realm="seelex"`)
		s.failWith(c, http.StatusUnauthorized, &legislation.Error{Field: "Authorization", Message: "is missing or not the operator's", Want: "Bearer and the token that the server was started with"})
		return
	}
	// Long texts take longer than what people read: the server's own times do not hold.
	long := time.Now().Add(maxImportTime)
	control := http.NewResponseController(c.Writer)
	if err := errors.Join(control.SetReadDeadline(long), control.SetWriteDeadline(long)); err != nil {
		s.log.Debug("import", "deadline", err) // then those times hold
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxImport)
	given, options, err := s.importRequest(c.Request.URL.RawQuery)
	if err != nil {
		s.fail(c, err)
		return
	}
	items, err := bodyItems(c.Request, given)
	if err != nil {
		s.failImport(c, err)
		return
	}
	if !importing.TryLock() {
		s.fail(c, &legislation.Error{Code: legislation.Unavailable, Field: "import", Message: "another import is under way", Want: "the same again when it is done"})
		return
	}
	defer importing.Unlock()
	// A client that goes away now must not leave half of it, or texts that searches do not see.
	ctx, cancel := context.WithDeadline(context.WithoutCancel(c.Request.Context()), long)
	defer cancel()
	report, err := s.service.Import(ctx, items, options)
	if err != nil {
		s.fail(c, err)
		return
	}
	c.Header("Cache-Control", "no-store")
	if report.Failed() > 0 {
		sendProblem(c.Writer, http.StatusUnprocessableEntity, failedImport(report))
		return
	}
	c.JSON(http.StatusOK, report)
}

// importProblem is the report of an import in which files failed: who looks at the status only
// must not take them for imported.
type importProblem struct {
	Problem
	importer.Report
}

func failedImport(r *importer.Report) importProblem {
	detail := fmt.Sprintf("%d of %d files could not be imported", r.Failed(), len(r.Files))
	if first := slices.IndexFunc(r.Files, func(f importer.File) bool { return f.Error != "" }); first >= 0 {
		detail += ": " + shortened(r.Files[first].Error)
	}
	return importProblem{Problem{Status: http.StatusUnprocessableEntity, Detail: detail}.named(), *r}
}

// importRequest reads the parameters of an import. What is wrong with them is wrong for every file.
func (s *server) importRequest(query string) (given importer.Item, o importer.Options, err error) {
	values, err := parameters(query)
	if err != nil {
		return given, o, err
	}
	p := s.service.Params(values)
	if err := p.Misspelt(names(importParams)); err != nil {
		return given, o, err
	}
	given, o = p.ImportRequest()
	return given, o, p.Err()
}

// allowed compares in a time that tells nothing of the token.
func (s *server) allowed(header string) bool {
	token, ok := strings.CutPrefix(header, "Bearer ")
	given, want := sha256.Sum256([]byte(token)), sha256.Sum256([]byte(s.token))
	return ok && subtle.ConstantTimeCompare(given[:], want[:]) == 1
}

// bodyItems reads the texts of a request, each with what the parameters say.
func bodyItems(r *http.Request, given importer.Item) ([]importer.Item, error) {
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind != "multipart/form-data" {
		data, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		if len(data) == 0 {
			return nil, &legislation.Error{Code: legislation.Invalid, Field: "body", Message: "is empty", Want: "an official text"}
		}
		given.Path, given.Data = fileName(given.Path), data
		return []importer.Item{given}, nil
	}
	var items []importer.Item
	for form := multipart.NewReader(r.Body, params["boundary"]); ; {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if part.FileName() == "" {
			continue
		}
		item := given
		item.Path = fileName(part.FileName())
		if item.Data, err = io.ReadAll(part); err != nil {
			return nil, err
		}
		if items = append(items, item); len(items) > maxImportFiles {
			return nil, &legislation.Error{Code: legislation.Invalid, Field: "body", Message: "has too many files", Want: "at most 50"}
		}
	}
	if len(items) == 0 || len(items) > 1 && given.Instrument != "" {
		return nil, &legislation.Error{Code: legislation.Invalid, Field: "body", Message: "has no file, or several for one instrument", Want: "one file for an instrument that is named"}
	}
	return items, nil
}

// fileName is the last part of a name that a client chose.
func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if name == "." || name == "/" {
		return "text"
	}
	return name
}

func (s *server) failImport(c *gin.Context, err error) {
	var large *http.MaxBytesError
	var known *legislation.Error
	switch {
	case errors.As(err, &large):
		s.failWith(c, http.StatusRequestEntityTooLarge, &legislation.Error{Field: "body", Message: "is too large", Want: "at most 100 MB"})
	case errors.As(err, &known):
		s.fail(c, err)
	default:
		s.failWith(c, http.StatusBadRequest, &legislation.Error{Field: "body", Message: "cannot be read", Want: "an official text, or a form with files"})
	}
}
