package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
)

// bare is how the program is called to be the server that others are measured beside.
const bare = "bare"

// startBare starts a server that answers everything with the same six kilobytes, as large
// as an answer of seelex is.
func startBare(ctx context.Context) (*server, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return launch(exec.CommandContext(ctx, program, bare))
}

func serveBare() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, "loadtest:", err)
		os.Exit(1)
	}
	fmt.Printf("http://%s\n", listener.Addr())
	answer := bytes.Repeat([]byte("x"), 6<<10)
	err = http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", strconv.Itoa(len(answer)))
		_, _ = w.Write(answer) // the client may have gone
	}))
	fmt.Fprintln(os.Stderr, "loadtest:", err)
}
