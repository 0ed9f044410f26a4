package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"seelex/api"
	"seelex/legislation"
	"seelex/ui"
)

func serveCommand(g *global) *cobra.Command {
	addr, base, token, quiet := "", "", "", false
	c := &cobra.Command{
		Use:     "serve",
		Short:   "Serve the site and the API",
		Example: "  seelex serve\n  seelex serve --addr :80 --data /var/lib/seelex",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			base, err := publicAddress(base)
			if err != nil {
				return err
			}
			listener, err := net.Listen("tcp", addr)
			if err != nil {
				return listenError(addr, err)
			}
			defer listener.Close()
			g.growth = 55 // a server stays, on a small machine as a rule
			return g.with(func(o *opened) error {
				o.Base = base
				return heeding(cmd.Context(), func(ctx context.Context) error {
					return serve(ctx, listener, o, api.Options{ImportToken: token}, quiet)
				})
			})
		},
	}
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "address to listen on")
	c.Flags().StringVar(&base, "base", "", "public address of the site, for links in citations and exports; by default the one that is asked")
	c.Flags().StringVar(&token, "import-token", os.Getenv("SEELEX_IMPORT_TOKEN"), "lets those who send it import official texts by POST /api/v1/import; also $SEELEX_IMPORT_TOKEN; off without it")
	c.Flags().Lookup("import-token").DefValue = "" // the help must not show it
	c.Flags().BoolVar(&quiet, "quiet", false, "log errors only, not every request")
	return c
}

func serve(ctx context.Context, listener net.Listener, o *opened, options api.Options, quiet bool) error {
	level := slog.LevelInfo
	if quiet {
		level = slog.LevelError
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level}))
	// While all processors work out answers, one more is there to take in the next
	// questions: otherwise only those are heard whose turn comes right after another's.
	// Go then follows no further changes of the processors that it may use.
	options.AtOnce = runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(options.AtOnce + 1)
	handler, err := newHandler(o, options, log)
	if err != nil {
		return err
	}
	listenBackups(ctx, filepath.Dir(o.store.Path()), o.store, log)
	var background sync.WaitGroup
	defer background.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	background.Go(func() { prepare(ctx, o, log) })
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 4 * api.MaxHeader}
	fmt.Printf("seelex is at http://%s\n", listener.Addr())
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		end, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return server.Shutdown(end)
	}
}

// prepare works out what answers share, after the very first of them, which should not have
// to wait for it.
func prepare(ctx context.Context, o *opened, log *slog.Logger) {
	select {
	case <-ctx.Done():
		return
	case <-time.After(300 * time.Millisecond):
	}
	if err := o.Prepare(ctx); err != nil && ctx.Err() == nil {
		log.Warn("what answers share could not be prepared", "error", err)
	}
}

func newHandler(o *opened, options api.Options, log *slog.Logger) (http.Handler, error) {
	pages, err := ui.New(o.Service)
	if err != nil {
		return nil, err
	}
	options.Pages, options.Log, options.Version = pages, log, version
	return api.New(o.Service, options), nil
}

// publicAddress reads the address that links in citations and exports begin with: all pages
// stand right below it.
func publicAddress(base string) (string, error) {
	u, err := url.Parse(strings.TrimRight(base, "/"))
	if base != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.String() != u.Scheme+"://"+u.Host) {
		return "", &legislation.Error{Code: legislation.Invalid, Field: "base", Value: base, Message: "is not the address of a site", Want: "scheme and host, such as https://seelex.example"}
	}
	return strings.TrimRight(base, "/"), nil
}

func listenError(addr string, err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		err = op.Err
		var sys *os.SyscallError
		if errors.As(err, &sys) {
			err = sys.Err
		}
	}
	return fmt.Errorf("cannot listen on %s: %w; choose another address by --addr", addr, err)
}
