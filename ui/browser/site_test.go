// Package browser holds the pages to what their readers see and do: the whole site over
// the embedded corpus, behind a real server, in a real browser.
package browser

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"

	"github.com/chromedp/chromedp"

	"seelex/api"
	"seelex/api/answer"
	"seelex/index"
	"seelex/legislation/corpus"
	"seelex/legislation/store"
	"seelex/ui"
)

// site is the address of the server, which serves the handler; browser holds the one
// browser of the package.
var (
	site      string
	handler   http.Handler
	allTopics []string
	browser   context.Context
)

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	program := chromium()
	if program == "" {
		fmt.Println("the browser tests are skipped: no chromium, chromium-browser or google-chrome in the path; `make test` installs it where it may")
		return 0
	}
	stop, err := serve()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer stop()
	all, cancel := chromedp.NewExecAllocator(context.Background(), options(program)...)
	defer cancel()
	ctx, cancel := chromedp.NewContext(all)
	defer cancel()
	if err := chromedp.Do(ctx); err != nil {
		fmt.Fprintf(os.Stderr, "%s does not start: %v\n", program, err)
		return 1
	}
	browser = ctx
	return m.Run()
}

func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

func options(program string) []chromedp.ExecAllocatorOption {
	list := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.DisableGPU, chromedp.WindowSize(1280, 900),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("lang", "en-GB"),
		// Nothing but the server of the tests can be reached.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	if os.Geteuid() == 0 { // Chromium's sandbox refuses root
		list = append(list, chromedp.NoSandbox)
	}
	return list
}

// serve starts the whole site on an empty directory.
func serve() (stop func(), err error) {
	c, err := corpus.Load(corpus.Embedded())
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "seelex-browser-")
	if err != nil {
		return nil, err
	}
	s, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := s.Load(c, "the embedded corpus"); err != nil {
		return nil, err
	}
	x, err := index.Open(dir, s, nil)
	if err != nil {
		return nil, err
	}
	service := answer.New(s, x)
	pages, err := ui.New(service)
	if err != nil {
		return nil, err
	}
	handler = api.New(service, api.Options{Pages: pages, Version: "test"})
	for _, t := range c.Topics {
		allTopics = append(allTopics, t.ID)
	}
	server := httptest.NewServer(handler)
	site = server.URL
	return func() { server.Close(); x.Close(); s.Close(); os.RemoveAll(dir) }, nil
}
