// Package gctune sets the pace of the garbage collector: hardly at all while the program
// starts, since nearly all that is made then is kept and to look for the rest takes a third
// of the time, and as the caller chooses afterwards. GOGC and GOMEMLIMIT overrule it.
//
// It imports next to nothing, so that it is initialised before the packages whose tables it
// is to make room for: Go takes packages in the order of their paths once what they import
// is ready.
package gctune

import (
	"math"
	"os"
	"runtime/debug"
)

// The pace at the start.
const (
	startPercent = 800      // see GOGC in package runtime
	startLimit   = 96 << 20 // bytes from which on it collects all the same
)

// overruled says that whoever started the program sets the pace.
var overruled = os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != ""

func init() {
	if !overruled {
		debug.SetGCPercent(startPercent)
		debug.SetMemoryLimit(startLimit)
	}
}

// Started gives back what the start does not need any more. From then on memory may grow by
// a percentage of what is in use, as with GOGC.
func Started(percent int) {
	if !overruled {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(math.MaxInt64)
	}
	debug.FreeOSMemory()
}
