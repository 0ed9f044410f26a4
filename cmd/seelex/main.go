// Command seelex is a knowledge base of drug legislation and drug strategies in
// South East Europe: it serves, searches, compares, cites and keeps them.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// version is set by the build.
var version = "dev"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := newRoot().ExecuteContext(ctx); err != nil {
		// One line, also where a library says it in several.
		fmt.Fprintln(os.Stderr, "seelex:", strings.Join(strings.Fields(err.Error()), " "))
		stop()
		os.Exit(1)
	}
}
