package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"seelex/legislation/store"
)

func backupCommand(g *global) *cobra.Command {
	return reading(g, &cobra.Command{
		Use:     "backup FILE",
		Short:   "Write a verified copy of the knowledge base to a file",
		Long:    "Writes a verified copy of the knowledge base to a file, also while 'seelex serve' has it open: then the server is asked to write it.",
		Example: "  seelex backup seelex-2026-11-25.db",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := filepath.Abs(args[0])
			if err != nil {
				return err
			}
			sum, asked, err := askServer(cmd.Context(), g.data, path)
			if !asked {
				sum, err = backup(g.data, path)
			}
			if err != nil {
				return err
			}
			return printSummary(cmd, g, sum, "written")
		},
	})
}

func backup(dir, path string) (store.Summary, error) {
	s, err := store.Open(dir)
	if err != nil {
		return store.Summary{}, err
	}
	sum, err := s.Backup(path)
	return sum, errors.Join(err, s.Close())
}

// printSummary says what a copy holds that was written or restored.
func printSummary(cmd *cobra.Command, g *global, sum store.Summary, done string) error {
	if g.json {
		return writeJSON(cmd.OutOrStdout(), sum)
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s %s: %d bytes, generation %d, %d provisions, sha256 %s\n", done, sum.Path, sum.Bytes, sum.Generation, sum.Counts.Provisions, sum.SHA256)
	return err
}

// socketName is where a server that has a data directory open listens for the other
// commands of its owner.
const socketName = "seelex.sock"

// listenBackups writes backups for 'seelex backup' until the context ends. It listens
// on a socket in the data directory that only its owner can open; a server without it
// serves all the same.
func listenBackups(ctx context.Context, dir string, s *store.Store, log *slog.Logger) {
	path := filepath.Join(dir, socketName)
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		log.Warn("backups while serving are off", "error", err)
		return
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		log.Warn("backups while serving are off", "error", err)
		return
	}
	if err := os.Chmod(path, 0o600); err != nil {
		log.Warn("backups while serving are off", "error", errors.Join(err, listener.Close()))
		return
	}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sum, err := s.Backup(r.FormValue("path"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		_ = json.NewEncoder(w).Encode(sum) // the command may have been stopped
	})}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	go func() { _ = server.Serve(listener) }()
}

// askServer has the server of a data directory write a backup; asked is false when
// none is running.
func askServer(ctx context.Context, dir, path string) (sum store.Summary, asked bool, err error) {
	client := &http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", filepath.Join(dir, socketName))
	}}}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://seelex/backup?path="+url.QueryEscape(path), nil)
	if err != nil {
		return sum, false, err
	}
	response, err := client.Do(request)
	if err != nil {
		return sum, false, nil // nobody listens: the file is free to be opened
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		var message [500]byte
		n, _ := response.Body.Read(message[:])
		return sum, true, fmt.Errorf("the running server could not write it: %s", message[:n])
	}
	return sum, true, json.NewDecoder(response.Body).Decode(&sum)
}
