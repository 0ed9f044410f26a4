package api_test

import (
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
)

var took = regexp.MustCompile(`"took_ms":[0-9.]+`)

// Answers use the space of earlier ones: none may show up in another.
func TestAnswersWorkedOutTogetherAreThoseWorkedOutAlone(t *testing.T) {
	const each = 150
	answer := func(address string) string {
		_, body := ask(t, http.MethodGet, address)
		return took.ReplaceAllString(string(body), "")
	}
	var addresses []string
	for _, all := range [][]string{searches(), comparisons()} {
		for n := range each {
			addresses = append(addresses, all[n*len(all)/each])
		}
	}
	alone := make([]string, len(addresses))
	for i, address := range addresses {
		alone[i] = answer(address)
	}
	var askers sync.WaitGroup
	for n := range 8 {
		askers.Go(func() {
			for i := n; i < len(addresses); i += 4 { // each is asked by two
				again := addresses[i] + strings.Repeat("&", 1+n) // the same question, and not remembered
				if got := answer(again); got != alone[i] {
					t.Errorf("%s: worked out beside others it is\n%.300s\nalone\n%.300s", addresses[i], got, alone[i])
				}
			}
		})
	}
	askers.Wait()
}
