// Package roomy lets memory grow while the program starts: nearly all that is made then
// is kept, and to look for the rest again and again takes a third of the time.
//
// It imports next to nothing. So it is initialised before the packages whose tables it is
// to make room for: Go takes packages in the order of their paths once what they import
// is ready.
package roomy

import (
	"math"
	"os"
	"runtime/debug"
)

const (
	percent = 800       // by which memory may grow before it is looked through
	limit   = 256 << 20 // bytes from which on it is looked through all the same
)

// chosen says that whoever started the program has a say in this.
var chosen = os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != ""

func init() {
	if !chosen {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// Settle gives back what the start no longer needs; from then on memory may grow by a
// percentage of what is in use (see GOGC in package runtime).
func Settle(percent int) {
	if !chosen {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(math.MaxInt64)
	}
	debug.FreeOSMemory()
}
