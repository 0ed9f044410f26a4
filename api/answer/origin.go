package answer

import (
	"net/http"
	"strings"
)

// Origin is the address of this site, without a path: the operator's, or that by which the
// client came, when it looks like one. A proxy that takes HTTPS in says so.
func (s *Service) Origin(r *http.Request) string {
	if s.Base != "" {
		return s.Base
	}
	if strings.ContainsFunc(r.Host, func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.ContainsRune(".-:[]", c))
	}) {
		return ""
	}
	scheme := "http://"
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https://"
	}
	return scheme + r.Host
}
