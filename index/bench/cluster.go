//go:build sqlite_fts5

package bench

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// cluster is a PostgreSQL cluster of its own, in a temporary directory, reached through
// a Unix socket there.
type cluster struct {
	dir     string
	process *exec.Cmd
	account *syscall.Credential // PostgreSQL refuses to run as root
}

// startCluster creates and starts a cluster; it installs PostgreSQL where it is missing
// and may be installed.
func startCluster(ctx context.Context) (c *cluster, err error) {
	bin, err := postgresPrograms(ctx)
	if err != nil {
		return nil, err
	}
	c = &cluster{}
	defer func() {
		if err != nil {
			err = errors.Join(err, c.stop())
		}
	}()
	if c.dir, err = os.MkdirTemp("", "seelex-postgres-"); err != nil {
		return c, err
	}
	if err := c.leaveRoot(); err != nil {
		return c, err
	}
	data := filepath.Join(c.dir, "data")
	// Letters other than ASCII have an upper case in C.UTF-8 only, not in C.
	create := c.command(ctx, filepath.Join(bin, "initdb"), "-D", data, "-U", "seelex", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	if out, err := create.CombinedOutput(); err != nil {
		return c, fmt.Errorf("initdb: %w: %s", err, out)
	}
	c.process = c.command(context.WithoutCancel(ctx), filepath.Join(bin, "postgres"), "-D", data, "-k", c.dir, "-c", "listen_addresses=", "-c", "fsync=off")
	if err := c.process.Start(); err != nil {
		c.process = nil
		return c, fmt.Errorf("postgres: %w", err)
	}
	return c, c.await(ctx)
}

// command prepares a program of PostgreSQL, which ends when the benchmark does.
func (c *cluster) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = c.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: c.account, Pdeathsig: syscall.SIGINT}
	return cmd
}

// leaveRoot gives the directory to the account that Debian's package creates.
func (c *cluster) leaveRoot() error {
	if os.Getuid() != 0 {
		return nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return err
	}
	uid, _ := strconv.Atoi(u.Uid) // numbers on Unix
	gid, _ := strconv.Atoi(u.Gid)
	c.account = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(c.dir, uid, gid)
}

func (c *cluster) connect(ctx context.Context) (*pgx.Conn, error) {
	return pgx.Connect(ctx, "host="+c.dir+" user=seelex database=postgres")
}

// await waits until the server answers.
func (c *cluster) await(ctx context.Context) error {
	var err error
	for range 100 {
		var conn *pgx.Conn
		if conn, err = c.connect(ctx); err == nil {
			return conn.Close(ctx)
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("postgres does not answer: %w", err)
}

// stop ends the server and removes its directory.
func (c *cluster) stop() error {
	var err error
	if c.process != nil {
		err = errors.Join(c.process.Process.Signal(syscall.SIGINT), c.process.Wait()) // fast shutdown
	}
	return errors.Join(err, os.RemoveAll(c.dir))
}

// postgresPrograms finds the directory of initdb and postgres.
func postgresPrograms(ctx context.Context) (string, error) {
	find := func() string {
		if path, err := exec.LookPath("initdb"); err == nil {
			return filepath.Dir(path)
		}
		found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb") // the pattern is well formed
		if len(found) == 0 {
			return ""
		}
		return filepath.Dir(slices.Max(found))
	}
	if dir := find(); dir != "" {
		return dir, nil
	}
	const want = "PostgreSQL is not installed: install Debian's package postgresql"
	if os.Getuid() != 0 {
		return "", errors.New(want + ", or run this as root")
	}
	install := exec.CommandContext(ctx, "sh", "-c", "apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql")
	install.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
	if out, err := install.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%s: %w: %s", want, err, out)
	}
	if dir := find(); dir != "" {
		return dir, nil
	}
	return "", errors.New(want)
}
