package importer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"seelex/legislation"
	"seelex/legislation/official/structure"
)

// Fetcher fetches texts politely: one request at a time for each host with a pause
// between, what was fetched before is only asked for again when it has changed, and a
// file that was cut short goes on where it was.
type Fetcher struct {
	Folder string        // of the cache
	Pause  time.Duration // between requests to one host
	Client *http.Client  // nil for one that follows few redirects and gives up in time
	Limit  int64         // bytes of one text; 0 for that of the readers

	mu    sync.Mutex
	hosts map[string]*host
}

// host is when a host was last asked.
type host struct {
	mu   sync.Mutex
	last time.Time
}

// NewFetcher makes a fetcher with its cache in a folder.
func NewFetcher(folder string) *Fetcher { return &Fetcher{Folder: folder, Pause: time.Second} }

// kept is what a server said of a file in the cache.
type kept struct {
	URL          string `json:"url"`
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"last_modified,omitempty"`
}

// Fetch gives the path of a file with what stands at an address.
func (f *Fetcher) Fetch(ctx context.Context, address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return "", &legislation.Error{Code: legislation.Invalid, Field: "url", Value: address, Message: "cannot be fetched", Want: "an http or https address without a password"}
	}
	h := f.host(u.Host)
	h.mu.Lock()
	defer h.mu.Unlock()
	if wait := f.Pause - time.Since(h.last); wait > 0 {
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
	defer func() { h.last = time.Now() }()
	if err := os.MkdirAll(f.Folder, 0o755); err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(address))
	name := filepath.Join(f.Folder, hex.EncodeToString(sum[:8])+"-"+safeName(u))
	if err := f.get(ctx, address, name); err != nil {
		return "", fmt.Errorf("%s: %w", address, err)
	}
	return name, nil
}

func (f *Fetcher) host(name string) *host {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.hosts == nil {
		f.hosts = map[string]*host{}
	}
	if f.hosts[name] == nil {
		f.hosts[name] = &host{}
	}
	return f.hosts[name]
}

// safeName is the last part of an address as a file's name.
func safeName(u *url.URL) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' {
			return r
		}
		return '-'
	}, clip(path.Base(u.Path), 60))
}

var errTooManyRedirects = errors.New("too many redirects, or one that leads off the web")

func (f *Fetcher) client() *http.Client {
	if f.Client != nil {
		return f.Client
	}
	return &http.Client{Timeout: 5 * time.Minute, CheckRedirect: func(r *http.Request, via []*http.Request) error {
		if len(via) > 5 || r.URL.Scheme != "http" && r.URL.Scheme != "https" {
			return errTooManyRedirects
		}
		return nil
	}}
}

// get brings the file of a name up to date.
func (f *Fetcher) get(ctx context.Context, address, name string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	request.Header.Set("User-Agent", "seelex import")
	part := name + ".part"
	whole, known := readKept(name), readKept(part)
	from := int64(0)
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		if whole.ETag != "" {
			request.Header.Set("If-None-Match", whole.ETag)
		}
		if whole.LastModified != "" {
			request.Header.Set("If-Modified-Since", whole.LastModified)
		}
	} else if info, err := os.Stat(part); err == nil && known.ETag != "" && !strings.HasPrefix(known.ETag, "W/") {
		from = info.Size()
		request.Header.Set("Range", fmt.Sprintf("bytes=%d-", from))
		request.Header.Set("If-Range", known.ETag)
	}
	response, err := f.client().Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	flags := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	switch response.StatusCode {
	case http.StatusNotModified:
		return nil
	case http.StatusPartialContent:
		flags = os.O_CREATE | os.O_WRONLY | os.O_APPEND
	case http.StatusOK:
		from = 0
	default:
		return fmt.Errorf("the server says %s", response.Status)
	}
	said := kept{address, response.Header.Get("ETag"), response.Header.Get("Last-Modified")}
	if err := said.write(part); err != nil {
		return err
	}
	if err := f.save(response.Body, part, flags, from); err != nil {
		return err
	}
	if err := said.write(name); err != nil {
		return err
	}
	return os.Rename(part, name)
}

// save writes a body, within the limit.
func (f *Fetcher) save(body io.Reader, part string, flags int, from int64) error {
	limit := f.Limit
	if limit == 0 {
		limit = structure.DefaultLimits().Bytes
	}
	file, err := os.OpenFile(part, flags, 0o644)
	if err != nil {
		return err
	}
	n, err := io.Copy(file, io.LimitReader(body, limit-from+1))
	err = errors.Join(err, file.Close())
	if err == nil && from+n > limit {
		err = errors.Join(fmt.Errorf("it has more than %d bytes", limit), os.Remove(part))
	}
	return err
}

func readKept(name string) (k kept) {
	data, err := os.ReadFile(name + ".json")
	if err != nil || json.Unmarshal(data, &k) != nil {
		return kept{} // not known: fetched anew
	}
	return k
}

func (k kept) write(name string) error {
	data, err := json.Marshal(k)
	if err != nil {
		return err
	}
	return os.WriteFile(name+".json", data, 0o644)
}
