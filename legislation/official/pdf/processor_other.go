//go:build !unix

package pdf

import "time"

// ProcessorTime is the time since this process began, where the system does not tell what it has used.
func ProcessorTime() time.Duration { return time.Since(began) }
