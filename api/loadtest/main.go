// Command loadtest builds seelex, starts it on the loopback with an empty data
// directory, and measures what DESIGN promises: starts, memory, and the time to answer
// searches and comparisons with 16 clients. What they wait also depends on the machine,
// which clients and server share, and which stands still now and then where it is itself
// shared: so the same is measured of a server that has nothing to work out, and how long
// the machine stands still while nothing runs. It prints a table and judges nothing.
package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

const (
	clients = 16
	rounds  = 7 // of what DESIGN aims at: how long one takes depends on who else is on the machine
	each    = 2 * time.Second
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == bare {
		serveBare()
		return
	}
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "loadtest:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "seelex-load-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	binary := filepath.Join(dir, "seelex")
	build := exec.CommandContext(ctx, "go", "build", "-o", binary, "./cmd/seelex")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	data := filepath.Join(dir, "data")
	report := new(table)
	first, err := start(ctx, binary, data)
	if err != nil {
		return err
	}
	report.add("first start, empty directory, to the first answer", ms(first.took), "1500 ms")
	if err := first.stop(); err != nil {
		return err
	}
	var s *server
	for i := range 3 {
		if s, err = start(ctx, binary, data); err != nil {
			return err
		}
		report.add(fmt.Sprintf("later start %d, to the first answer", i+1), ms(s.took), "150 ms")
		if i < 2 {
			if err := s.stop(); err != nil {
				return err
			}
		}
	}
	defer s.stop()
	time.Sleep(2 * time.Second) // what only the start needed is given back a second after it
	report.add("resident memory after the start", s.memory(), "120 MB")
	report.add("the machine itself, standing still", standstill(each), "")
	empty, err := startBare(ctx)
	if err != nil {
		return err
	}
	defer empty.stop()
	for _, w := range workloads() {
		if err := report.beside(w, s, empty); err != nil {
			return err
		}
	}
	report.add("resident memory after the load", s.memory(), "120 MB")
	return report.write(os.Stdout)
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d.Microseconds())/1000) }
