package browser

import (
	"context"
	"strings"
	"testing"

	chrome "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// An advocate pastes a citation, lands on the paragraph, and takes a footnote home.
func TestAdvocate(t *testing.T) {
	b := open(t, "/", clipboard)
	b.click(searchBox, "Search laws").types("KZ čl. 246a st. 1").press("\r").arrives("/search").reads("Read as a citation: Criminal Code, Art. 246a(1)")
	b.press("\r").arrives("/law/rs/criminal-code/art-246a/par-1").reads("Unlawful holding of narcotic drugs", "in force since 11 September 2009")

	t.Run("as it stood on the day of the deed", func(t *testing.T) {
		b.sets("on", "2015-06-01").click("button", "Show").arrives("/law/rs/criminal-code/art-246a/par-1", "on=2015-06-01").reads("The law as it stood on 1 June 2015")
	})
	t.Run("copies the citation", func(t *testing.T) {
		b.has("button", "Copy: Native legal style").click("DisclosureTriangle", "Other styles and files").click("button", "Copy: OSCOLA").has("button", "Copy: OSCOLA")
		b.eventually(`[...document.querySelectorAll("button")].some((e) => e.innerText === "Copied")`, "does not say that the citation was copied")
		if got := eval[string](b, `navigator.clipboard.readText()`); !strings.Contains(got, "246a") || !strings.Contains(got, "Krivični zakonik") {
			t.Errorf("the clipboard holds %q", got)
		}
	})
	t.Run("the link opens the same page again", func(t *testing.T) {
		b.click("button", "Copy the link")
		b.eventually(`[...document.querySelectorAll("button")].filter((e) => e.innerText === "Copied").length > 0`, "does not say that the link was copied")
		link := eval[string](b, `navigator.clipboard.readText()`)
		path, ours := strings.CutPrefix(link, site)
		if !ours || !strings.HasSuffix(path, "?on=2015-06-01") {
			t.Fatalf("the link is %s", link)
		}
		words := `document.querySelector("main h1").innerText + document.querySelector(".reading").innerText + document.querySelector(".as-it-stood").innerText`
		if again := open(t, path); eval[string](again, words) != eval[string](b, words) {
			t.Errorf("%s shows another page", link)
		}
	})
	t.Run("a citation by itself leads to its place", func(t *testing.T) {
		b.visit("/cite").click("textbox", "The text").types("чл. 354а, ал. 3 НК").click("button", "Find citations").arrives("/law/bg/criminal-code/art-354a/par-3")
	})
	t.Run("finds all citations of a footnote", func(t *testing.T) {
		b.visit("/cite").click("textbox", "The text").types("Cf. čl. 246a st. 1 KZ; άρθρο 29 ν. 4139/2013; TCK m. 191/1.").click("button", "Find citations")
		b.arrives("/cite").reads("3 citations found", "Serbia", "Greece", "Türkiye")
		b.click("link", "čl. 246a st. 1 KZ").arrives("/law/rs/criminal-code/art-246a/par-1")
	})
}

// clipboard lets pages of the site read and write the clipboard.
var clipboard = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		if _, err := cdp.Call(ctx, chromedp.FromContext(ctx).Browser, chrome.SetPermission, chrome.SetPermissionParams{
			Permission: &chrome.PermissionDescriptor{Name: name}, Setting: chrome.PermissionSettingGranted, Origin: site}); err != nil {
			return err
		}
	}
	return nil
})
