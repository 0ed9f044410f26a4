package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// A chart of many years is wider than a telephone. What is seen first is today, with the
// names of the rows and the key; the names stay while a finger moves the years.
func TestTimelineOnATelephone(t *testing.T) {
	b := open(t, "/strategies", chromedp.EmulateViewport(375, 800, chromedp.EmulateMobile, chromedp.EmulateTouch))
	const seen = `(() => {
		const canvas = document.querySelector(".figure .canvas");
		const shows = (e) => { const box = e.getBoundingClientRect(), frame = canvas.getBoundingClientRect(); return box.width > 0 && box.left >= frame.left - 1 && box.right <= frame.right + 1; };
		const says = (words) => [...canvas.querySelectorAll("text")].some((e) => words.test(e.textContent) && shows(e));
		const missing = [];
		if (!shows(canvas.querySelector(".plot-names"))) missing.push("the names of the rows");
		if (!says(/^action plan$/)) missing.push("what the colours mean");
		if (!says(/^\d+ \w{3} \d{4}$/)) missing.push("today");
		return missing;
	})()`
	complain(t, "not in sight", eval[[]string](b, seen))
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelector(".figure .canvas").scrollBy(-400, 0)`))
	if missing := eval[[]string](b, seen); len(missing) != 1 || missing[0] != "today" {
		t.Errorf("twenty years earlier there is not in sight: %q, want only today", missing)
	}
}
