package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience bounds the wait for what a page should come to show.
const patience = 15 * time.Second

// tab is a reader at a browser. Elements are found as assistive technology finds them,
// by role and name, so that a page may be rearranged without a test noticing.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	console  []string // errors, warnings and refusals of the content security policy
	requests []string
}

// open opens a page in a tab of its own.
func open(t *testing.T, path string, before ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.hear); err != nil {
		t.Fatal(err)
	}
	// Scrolling without animation: a click lands where the element was found.
	b.do(media("", "prefers-reduced-motion", "reduce"))
	b.do(before...)
	b.visit(path)
	return b
}

func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.console = append(b.console, "exception: "+e.ExceptionDetails.Text+" "+e.ExceptionDetails.URL)
	case *runtime.EventConsoleAPICalled:
		b.console = append(b.console, "console."+string(e.Type))
	case *log.EventEntryAdded:
		b.console = append(b.console, string(e.Entry.Level)+": "+e.Entry.Text+" "+e.Entry.URL)
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	}
}

// heard is what the console said and what was asked for since the last call.
func (b *tab) heard() (console, requests []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	console, requests = b.console, b.requests
	b.console, b.requests = nil, nil
	return console, requests
}

// ask runs one action; a browser that does not answer fails the test.
func ask[T any](b *tab, action chromedp.Action[T]) (T, error) {
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, action)
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) *tab {
	b.t.Helper()
	if _, err := ask(b, chromedp.Steps(actions...)); err != nil {
		b.t.Fatalf("%s: %v", b.address(), err)
	}
	return b
}

// visit types an address and waits until the page has loaded.
func (b *tab) visit(path string) *tab {
	b.t.Helper()
	if _, err := ask(b, chromedp.Navigate(site+path)); err != nil {
		b.t.Fatalf("%s: %v", path, err)
	}
	return b
}

// back is the back button of the browser.
func (b *tab) back() *tab {
	b.t.Helper()
	b.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
	return b
}

// eval asks the page for a value.
func eval[T any](b *tab, script string) T {
	b.t.Helper()
	v, err := ask(b, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s\n%.200s: %v", b.address(), script, err)
	}
	return v
}

// eventually waits until a script answers true, through changes of page.
func (b *tab) eventually(script, otherwise string) {
	b.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		if ok, err := ask(b, chromedp.Evaluate[bool](script)); err == nil && ok {
			return
		}
	}
	b.t.Fatalf("%s: %s", b.address(), otherwise)
}

// address is the path of the page shown, with its parameters.
func (b *tab) address() string {
	at, _ := ask(b, chromedp.Evaluate[string]("location.pathname + decodeURIComponent(location.search) + location.hash"))
	return at
}

// arrives waits for a page: its path, and parameters it must have, each as "on=2013-01-01".
func (b *tab) arrives(path string, parameters ...string) *tab {
	b.t.Helper()
	want, _ := json.Marshal(parameters)
	b.eventually(fmt.Sprintf(`document.readyState === "complete" && location.pathname === %q && (%s ?? []).every((p) => {
		const [name, value] = p.split("="); return new URLSearchParams(location.search).get(name) === value })`, path, want),
		fmt.Sprintf("never arrives at %s %v", path, parameters))
	return b
}

// reads waits until the page shows all of the words to the eye.
func (b *tab) reads(words ...string) *tab {
	b.t.Helper()
	for _, w := range words {
		b.eventually(fmt.Sprintf(`document.body.innerText.replace(/\s+/g, " ").includes(%s)`, quoted(w)), fmt.Sprintf("does not show %q", w))
	}
	return b
}

func quoted(s string) string { j, _ := json.Marshal(s); return string(j) }

// find waits for an element of a role whose name begins with the words, or holds them
// where none begins with them. Several roles stand with a | between them.
func (b *tab) find(role, name string) cdp.BackendNodeID {
	b.t.Helper()
	var seen []string
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(25 * time.Millisecond) {
		var nodes []named
		for r := range strings.SplitSeq(role, "|") {
			nodes = append(nodes, b.withRole(r)...)
		}
		seen = nil
		for _, like := range []func(s, part string) bool{func(s, p string) bool { return s == p }, strings.HasPrefix, strings.Contains} {
			for _, n := range nodes {
				if like(n.name, name) {
					return n.id
				}
			}
		}
		for _, n := range nodes {
			seen = append(seen, n.name)
		}
	}
	b.t.Fatalf("%s has no %s %q, but %q", b.address(), role, name, seen)
	return 0
}

type named struct {
	name string
	id   cdp.BackendNodeID
}

// withRole lists the elements of a role that assistive technology is told of.
func (b *tab) withRole(role string) (out []named) {
	root, err := ask(b, func(ctx context.Context, t *chromedp.Target) (dom.GetDocumentResult, error) {
		return cdp.Call(ctx, t, dom.GetDocument, dom.GetDocumentParams{})
	})
	if err != nil {
		return nil // between two pages
	}
	found, err := ask(b, func(ctx context.Context, t *chromedp.Target) (accessibility.QueryAXTreeResult, error) {
		return cdp.Call(ctx, t, accessibility.QueryAXTree, accessibility.QueryAXTreeParams{BackendNodeID: root.Root.BackendNodeID, Role: role})
	})
	if err != nil {
		return nil
	}
	for _, n := range found.Nodes {
		var name string
		if n.Ignored || n.Name == nil || json.Unmarshal(n.Name.Value, &name) != nil {
			continue
		}
		out = append(out, named{name, n.BackendDOMNodeID})
	}
	return out
}

// names lists what the elements of a role are called.
func (b *tab) names(role string) (out []string) {
	for _, n := range b.withRole(role) {
		out = append(out, n.name)
	}
	return out
}

// searchBox is the role of a search box, with suggestions or, without scripts, without.
const searchBox = "combobox|searchbox"

// has demands an element of a role and name.
func (b *tab) has(role, name string) *tab { b.t.Helper(); b.find(role, name); return b }

// hasNot demands that there is none.
func (b *tab) hasNot(role, name string) *tab {
	b.t.Helper()
	if slices.ContainsFunc(b.names(role), func(s string) bool { return strings.Contains(s, name) }) {
		b.t.Errorf("%s has a %s %q", b.address(), role, name)
	}
	return b
}

// click moves the mouse to the middle of an element and clicks.
func (b *tab) click(role, name string) *tab {
	b.t.Helper()
	id := b.find(role, name)
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := cdp.Call(ctx, t, dom.ScrollIntoViewIfNeeded, dom.ScrollIntoViewIfNeededParams{BackendNodeID: id}); err != nil {
			return fmt.Errorf("%s %q is not there to be clicked: %w", role, name, err)
		}
		shape, err := cdp.Call(ctx, t, dom.GetContentQuads, dom.GetContentQuadsParams{BackendNodeID: id})
		if err != nil || len(shape.Quads) == 0 {
			return fmt.Errorf("%s %q has no place on the page: %v", role, name, err)
		}
		q := shape.Quads[0]
		_, err = chromedp.MouseClickXY((q[0]+q[4])/2, (q[1]+q[5])/2)(ctx, t)
		return err
	}))
	return b
}

// types writes into the element that has the focus.
func (b *tab) types(text string) *tab {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: text})
		return err
	}))
	return b
}

// press presses keys, one after the other; kb names those that write nothing. A letter
// goes with its key, so that a page that takes the key takes the letter.
func (b *tab) press(keys ...string) *tab {
	b.t.Helper()
	for _, k := range keys {
		if len(k) > 1 || k < " " || k > "~" {
			b.do(chromedp.KeyEvent(k))
			continue
		}
		b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: k, Text: k})
			if err == nil {
				_, err = cdp.Call(ctx, t, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: k})
			}
			return err
		}))
	}
	return b
}

// sets fills a field that is chosen rather than typed: a date, one of a list.
func (b *tab) sets(field, value string) *tab {
	b.t.Helper()
	if !eval[bool](b, fmt.Sprintf(`(() => { const shown = [...document.getElementsByName(%q)].filter((f) => f.checkVisibility());
		for (const f of shown) f.value = %q; return shown.length > 0 })()`, field, value)) {
		b.t.Fatalf("%s has no field %s to fill", b.address(), field)
	}
	return b
}

// focus describes the element that has the keyboard: its role or tag, its name, its value.
func (b *tab) focus() string {
	b.t.Helper()
	return eval[string](b, `(() => { const e = document.activeElement; return e.tagName.toLowerCase() + " " + (e.name || e.id || e.innerText.trim()) })()`)
}

// media emulates a medium ("print") and preferences of the reader, as pairs.
func media(medium string, preferences ...string) chromedp.Action[chromedp.Void] {
	p := emulation.SetEmulatedMediaParams{Media: medium}
	for i := 0; i+1 < len(preferences); i += 2 {
		p.Features = append(p.Features, &emulation.MediaFeature{Name: preferences[i], Value: preferences[i+1]})
	}
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, p)
		return err
	})
}

// withoutScripts is a browser in which scripts are switched off.
var withoutScripts = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return err
})

// escaped makes a query out of pairs.
func escaped(pairs ...string) string {
	v := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Set(pairs[i], pairs[i+1])
	}
	return "?" + v.Encode()
}
