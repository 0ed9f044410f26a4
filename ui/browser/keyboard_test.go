package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// Whoever has no mouse reaches everything, and sees where the keyboard is.
func TestKeyboard(t *testing.T) {
	t.Run("the first Tab offers to skip to the content", func(t *testing.T) {
		b := open(t, "/law/rs/criminal-code")
		b.press(kb.Tab)
		if at := b.focus(); at != "a Skip to content" || !eval[bool](b, `document.activeElement.getBoundingClientRect().top >= 0`) {
			t.Errorf("the keyboard is at %q", at)
		}
		b.press("\r").eventually(`document.activeElement.localName === "main"`, "the skip link does not lead to the content")
		b.press(kb.Tab)
		if !eval[bool](b, `document.activeElement.closest("main") !== null`) {
			t.Errorf("after skipping, Tab leads to %q", b.focus())
		}
	})
	t.Run("what has the keyboard has a visible outline", func(t *testing.T) {
		b := open(t, "/compare?topic=personal-possession&jurisdictions=RS,HR")
		for range 25 {
			b.press(kb.Tab)
			if !eval[bool](b, `(() => { const e = document.activeElement; const s = getComputedStyle(e);
				return e === document.body || (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) })()`) {
				t.Errorf("no outline around %s", b.focus())
			}
		}
	})
	t.Run("the slash leads to the search box", func(t *testing.T) {
		b := open(t, "/topics/cultivation")
		b.press("/").eventually(`document.activeElement.name === "q"`, "the slash does nothing")
		b.press("/")
		if typed := eval[string](b, `document.activeElement.value`); typed != "/" {
			t.Errorf("a slash typed in the box reads %q", typed)
		}
	})
	t.Run("arrow keys choose among suggestions", func(t *testing.T) {
		b := open(t, "/topics/cultivation")
		expanded := func() string { return eval[string](b, `document.activeElement.getAttribute("aria-expanded")`) }
		chosen := `document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))`
		b.press("/").press(strings.Split("marih", "")...).eventually(`document.activeElement.getAttribute("aria-expanded") === "true"`, "nothing is suggested")
		b.press(kb.ArrowDown)
		first := eval[string](b, chosen+`.innerText`)
		b.press(kb.ArrowDown, kb.ArrowUp)
		if again := eval[string](b, chosen+`.innerText`); again != first || eval[string](b, chosen+`.ariaSelected`) != "true" {
			t.Errorf("down, down, up chooses %q, want %q", again, first)
		}
		if typed := eval[string](b, `document.activeElement.value`); typed != "marih" {
			t.Errorf("choosing changed what was typed to %q", typed)
		}
		b.press(kb.Escape)
		if expanded() != "false" || eval[string](b, `document.activeElement.name`) != "q" {
			t.Error("Escape does not close the suggestions and stay in the box")
		}
		b.press(kb.ArrowDown)
		there := eval[string](b, `new URL(`+chosen+`.dataset.url, location).pathname`)
		b.press("\r").arrives(there)
	})
}
