// On a narrow screen nothing makes the page scroll sideways, and a finger hits what it
// means: controls are at least 24 pixels in both directions (WCAG 2.5.8), links inside a
// sentence excepted.
(() => {
  const complaints = [];
  const where = (e) => `<${e.localName}${e.id ? "#" + e.id : ""}${e.classList.length ? "." + [...e.classList].join(".") : ""}> ${(e.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40)}`;
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll("body *")].filter((e) => {
      const box = e.getBoundingClientRect();
      if (box.right <= innerWidth + 1 || !e.checkVisibility()) return false;
      for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== "visible") return false;
      return true;
    });
    complaints.push(`the page is ${page.scrollWidth} wide on a screen of ${innerWidth}, by ${wide.slice(0, 3).map(where).join("; ")}`);
  }
  for (const e of document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary, nav a[href], a.button, a.tag")) {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest(".skip-link, svg")) continue;
    const box = (e.closest("label") ?? e).getBoundingClientRect();
    const inline = getComputedStyle(e).display === "inline";
    if (box.width && !inline && (box.height < 24 || box.width < 24)) complaints.push(`${Math.round(box.width)} × ${Math.round(box.height)} pixels for a finger: ${where(e)}`);
  }
  // A map is seen whole, and rows that are set as cards need no scrolling.
  for (const frame of document.querySelectorAll(".canvas:has(> .plot-map), .table-scroll:has(> .data-table--cards)")) {
    if (frame.scrollWidth > frame.clientWidth + 1) complaints.push(`${frame.scrollWidth - frame.clientWidth} pixels are out of sight: ${where(frame.firstElementChild)}`);
  }
  return [...new Set(complaints)].slice(0, 12);
})()
