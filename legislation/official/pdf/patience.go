package pdf

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// patience is a context that ends when a document costs more processor time than it was allowed: a file of some
// kilobytes can hold a page that PDFium would draw for hours.
type patience struct {
	context.Context
	cancel  context.CancelCauseFunc
	start   time.Time
	spent   time.Duration // of processor time, before the document
	allowed atomic.Int64  // nanoseconds
	watcher sync.WaitGroup
}

var began = time.Now()

// look is how often the time is looked at.
const look = 50 * time.Millisecond

func newPatience(ctx context.Context) *patience {
	p := &patience{}
	p.Context, p.cancel = context.WithCancelCause(ctx)
	return p
}

// begin starts the clock of a document, with the time that it is allowed.
func (p *patience) begin(allowed time.Duration) {
	p.start, p.spent = time.Now(), ProcessorTime()
	p.allow(allowed)
	p.watcher.Go(p.watch)
}

// allow grants more time.
func (p *patience) allow(more time.Duration) { p.allowed.Add(int64(more)) }

func (p *patience) end() {
	p.cancel(context.Canceled)
	p.watcher.Wait()
}

func (p *patience) watch() {
	ticker := time.NewTicker(look)
	defer ticker.Stop()
	for {
		select {
		case <-p.Done():
			return
		case <-ticker.C:
		}
		if allowed := time.Duration(p.allowed.Load()); p.cost() > allowed {
			p.cancel(fmt.Errorf("it took more than %v of processor time, which a statute never does; print it to a new PDF, or import the text as DOCX, HTML or plain text", allowed))
		}
	}
}

// cost is what the document took, or a little more: the time by the clock or, on a machine that is busy with something
// else, the share that this process got of it.
func (p *patience) cost() time.Duration {
	return min(time.Since(p.start), ProcessorTime()-p.spent)
}
