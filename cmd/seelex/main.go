// Command seelex is a knowledge base of drug legislation and drug strategies in
// South East Europe: it serves, searches, compares, cites and keeps them.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"seelex/legislation"
)

// version is set by the build.
var version = "dev"

func main() {
	if err := newRoot().Execute(); err != nil {
		// One line, also where a library says it in several.
		fmt.Fprintln(os.Stderr, "seelex:", strings.Join(strings.Fields(err.Error()), " "))
		os.Exit(exitCode(err))
	}
}

// Exit codes, as the help gives them.
const (
	exitFailed = 1 // it could not be done, or nothing is known under that name
	exitUsage  = 2 // it was asked wrongly: an unknown command or flag, a value that cannot be
)

func exitCode(err error) int {
	known, ok := errors.AsType[*legislation.Error](err)
	if _, wrong := errors.AsType[usageError](err); wrong || ok && known.Code == legislation.Invalid {
		return exitUsage
	}
	return exitFailed
}

// heeding does work that ends well when the program is told to end: a server that answers
// the questions it has, an import that finishes its file. Whatever else is asked of the program
// ends at once; store and index are then as before. So does this when it is told a second time.
func heeding(ctx context.Context, work func(ctx context.Context) error) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return work(ctx)
}
