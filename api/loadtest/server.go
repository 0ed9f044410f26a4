package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

// server is a running seelex.
type server struct {
	process *exec.Cmd
	url     string
	took    time.Duration // from the start of the process to the first answer
}

// start starts seelex and asks it one question.
func start(ctx context.Context, binary, data string) (*server, error) {
	began := time.Now()
	s, err := launch(exec.CommandContext(ctx, binary, "serve", "--quiet", "--addr", "127.0.0.1:0", "--data", data))
	if err != nil {
		return nil, err
	}
	client, err := dial(s.url)
	if err != nil {
		return nil, err
	}
	defer client.close()
	if err := client.ask("/api/v1/search?q=possession"); err != nil {
		return nil, err
	}
	s.took = time.Since(began)
	return s, nil
}

// launch starts a server, which says its address in its first line.
func launch(c *exec.Cmd) (*server, error) {
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	at := strings.Index(line, "http://")
	if err != nil || at < 0 {
		return nil, fmt.Errorf("the server said %q: %w", line, err)
	}
	return &server{process: c, url: strings.TrimSpace(line[at:])}, nil
}

func (s *server) stop() error {
	if err := s.process.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	return s.process.Wait()
}

// ticks are what Linux counts in a second of processor time.
const ticks = 100

// processor is the time that the process has computed since it was started, of all
// cores together.
func (s *server) processor() time.Duration {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.process.Process.Pid))
	if err != nil {
		return 0
	}
	var user, system int64
	_, after, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(after)
	if len(fields) > 12 {
		_, _ = fmt.Sscan(fields[11]+" "+fields[12], &user, &system) // zero where it is not Linux
	}
	return time.Duration(user+system) * time.Second / ticks
}

// memory is what the process holds in memory, as Linux counts it.
func (s *server) memory() string {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Process.Pid))
	if err != nil {
		return "not known here"
	}
	var kB, anonymous int
	for line := range strings.Lines(string(status)) {
		_, _ = fmt.Sscanf(line, "VmRSS: %d kB", &kB) // only one line is of this form
		_, _ = fmt.Sscanf(line, "RssAnon: %d kB", &anonymous)
	}
	return fmt.Sprintf("%d MB (%d MB without mapped files)", kB>>10, anonymous>>10)
}

// table is what was measured beside what is aimed at.
type table struct{ rows [][3]string }

func (t *table) add(what, measured, target string) {
	t.rows = append(t.rows, [3]string{what, measured, target})
}

func (t *table) write(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(out, "what\tmeasured\tunder\n")
	for _, r := range t.rows {
		fmt.Fprintf(out, "%s\t%s\t%s\n", r[0], r[1], r[2])
	}
	return out.Flush()
}
