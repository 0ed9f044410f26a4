package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
)

// client asks over one connection that it keeps, one question after another, as
// browsers and proxies do. It takes compressed answers, reads them to their end and
// leaves them compressed: opening them is the work of the one who asks, and would be
// measured as the server's because both share the cores.
type client struct {
	connection net.Conn
	answers    *bufio.Reader
	question   []byte
}

func dial(server string) (*client, error) {
	connection, err := net.Dial("tcp", strings.TrimPrefix(server, "http://"))
	if err != nil {
		return nil, err
	}
	return &client{connection: connection, answers: bufio.NewReaderSize(connection, 64<<10)}, nil
}

func (c *client) close() { c.connection.Close() }

func (c *client) ask(address string) error {
	c.question = fmt.Appendf(c.question[:0], "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\nAccept-Encoding: gzip\r\n\r\n", address, c.connection.RemoteAddr())
	if _, err := c.connection.Write(c.question); err != nil {
		return err
	}
	answer, err := http.ReadResponse(c.answers, nil)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", address, answer.Status)
	}
	return nil
}
