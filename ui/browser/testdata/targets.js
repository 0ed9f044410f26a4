// A pointer hits what it means (WCAG 2.2, 2.5.8): a target is 24 pixels in both directions,
// or a circle of 24 pixels around its middle touches no other target. Links within a
// sentence are as high as its lines; marks of sources are not excused, they stand in rows.
(() => {
  const least = 24;
  const where = (e) => `<${e.localName}${e.id ? "#" + e.id : ""}${e.classList.length ? "." + [...e.classList].join(".") : ""}> ${(e.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40)}, in <${e.parentElement.localName}${e.parentElement.classList.length ? "." + [...e.parentElement.classList].join(".") : ""}>`;
  const inSentence = (e) => {
    if (e.closest(".source-marks")) return false;
    if (getComputedStyle(e).display !== "inline") return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text; (text = walk.nextNode()); ) if (/[\p{L}\p{N}]/u.test(text.data) && !text.parentElement.closest("a, button, summary, script, .visually-hidden")) return true;
    return false;
  };
  // What a frame that scrolls has cut off is no target.
  const seen = (e, r) => {
    let [left, top, right, bottom] = [r.left, r.top, r.right, r.bottom];
    for (let p = e.parentElement; p; p = p.parentElement) {
      const style = getComputedStyle(p);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const frame = p.getBoundingClientRect();
      left = Math.max(left, frame.left), right = Math.min(right, frame.right), top = Math.max(top, frame.top), bottom = Math.min(bottom, frame.bottom);
    }
    return right - left >= r.width - 1 && bottom - top >= r.height - 1;
  };
  const targets = [];
  for (const e of document.querySelectorAll("a[href], svg a, button, input:not([type=hidden]), select, textarea, summary")) {
    if (!e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) || e.closest(".skip-link")) continue;
    const held = e.closest("label") ?? e;
    // A link over two lines is as many targets.
    for (const box of e.closest("svg") ? [e.getBoundingClientRect()] : [...held.getClientRects()].filter((r) => r.width > 4)) {
      if (box.width && box.height && seen(held, box)) targets.push({ e, box, x: box.x + box.width / 2, y: box.y + box.height / 2, small: box.width < least - 0.5 || box.height < least - 0.5 });
    }
  }
  targets.sort((a, b) => a.box.top - b.box.top);
  const complaints = new Map();
  targets.forEach((t, i) => {
    if (!t.small || inSentence(t.e)) return;
    const near = (o) => {
      if (o.e === t.e || o.e.contains(t.e) || t.e.contains(o.e)) return false;
      if (o.small) return Math.hypot(o.x - t.x, o.y - t.y) < least - 0.5;
      const dx = Math.max(o.box.left - t.x, 0, t.x - o.box.right), dy = Math.max(o.box.top - t.y, 0, t.y - o.box.bottom);
      return Math.hypot(dx, dy) < least / 2 - 0.5;
    };
    const touched = targets.find(near);
    if (touched) {
      const kind = t.e.closest("svg") ? "svg a" : t.e.localName + "." + [...t.e.classList].join(".") + " in " + t.e.parentElement.className;
      if (!complaints.has(kind)) complaints.set(kind, `${Math.round(t.box.width)} × ${Math.round(t.box.height)} pixels to hit, and too near ${where(touched.e)}: ${where(t.e)}`);
    }
  });
  return [...complaints.values()].slice(0, 12);
})()
