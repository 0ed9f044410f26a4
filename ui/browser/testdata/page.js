// What a page must be for every reader. Answers with a list of complaints, each naming
// the element; run inside the page, so it sees what is computed and laid out.
(() => {
  const complaints = [];
  const where = (e) => {
    const id = e.id ? "#" + e.id : "";
    return `<${e.localName}${id}${e.classList.length ? "." + [...e.classList].join(".") : ""}> ${(e.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 50)}`;
  };
  const wrong = (what, e) => complaints.push(e ? `${what}: ${where(e)}` : what);
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Structure.
  if (all("h1").length !== 1) wrong(`${all("h1").length} headings of the first rank`);
  if (!document.documentElement.lang) wrong("the page says no language");
  if (all("main").length !== 1) wrong("there is not one main region");
  let rank = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const is = Number(heading.localName[1]);
    if (is > rank + 1) wrong(`a heading of rank ${is} after one of rank ${rank}`, heading);
    rank = is;
  }
  for (const nav of all("nav")) if (!nav.ariaLabel && !nav.getAttribute("aria-labelledby")) wrong("a navigation without a name", nav);

  // Names: of controls, links, pictures, regions.
  for (const control of all("input:not([type=hidden]), select, textarea")) {
    if (!control.labels?.length && !control.ariaLabel && !control.getAttribute("aria-labelledby")) wrong("a control without a label", control);
  }
  for (const group of all("fieldset")) if (!group.querySelector("legend")) wrong("a group without a legend", group);
  for (const e of all("button, a[href], summary")) {
    if (!e.textContent.trim() && !e.ariaLabel && !e.querySelector("title")) wrong("a control without a name", e);
  }
  for (const e of all(":is(summary, button, a) :is(a[href], button, input, select, summary)")) wrong("a control within a control", e);
  for (const picture of all("img")) if (!picture.hasAttribute("alt")) wrong("a picture without words", picture);
  for (const svg of all("svg")) {
    const hidden = svg.closest("[aria-hidden=true]");
    const name = svg.ariaLabel || svg.getAttribute("aria-labelledby") || svg.querySelector(":scope > title");
    if (!hidden && !name) wrong("a drawing without a name", svg);
  }
  for (const e of all("[aria-labelledby], [aria-describedby], [aria-controls]")) {
    for (const name of ["aria-labelledby", "aria-describedby", "aria-controls"]) {
      for (const id of (e.getAttribute(name) ?? "").split(/\s+/).filter(Boolean)) if (!document.getElementById(id)) wrong(`${name} names ${id}, which is not there`, e);
    }
  }

  // Whoever goes by keyboard sees where they are: each kind of control, once.
  const focused = new Set();
  for (const e of all("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")) {
    const kind = [e.localName, e.type, ...e.classList, e.closest("svg, .matrix, .source-marks, .tabs, .tiles")?.classList[0]].join(" ");
    if (focused.has(kind) || !e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    focused.add(kind);
    e.focus({ preventScroll: true });
    const style = getComputedStyle(e);
    const seen = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || (e.closest("svg") && Number(style.strokeOpacity) > 0);
    if (document.activeElement === e && !(e.matches(":focus-visible") && seen)) wrong("nothing shows that this has the focus", e);
  }
  document.activeElement?.blur();

  // Tables that can be heard.
  for (const table of all("table")) {
    if (!table.caption && !table.ariaLabel && !table.getAttribute("aria-labelledby")) wrong("a table without a caption", table);
    for (const th of table.querySelectorAll("th")) if (!th.scope) wrong("a table heading without scope", th);
    if (!table.querySelector("th")) wrong("a table without headings", table);
  }

  // Words in another script than the page's language say theirs. Titles of sources have no
  // language in the corpus, and English sentences may hold a term.
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walk.nextNode()); ) {
    const e = text.parentElement;
    if (e.closest("script, style, textarea, title, h1, .sources, .cited-text, #found, #unclear")) continue;
    const letters = text.data.match(/\p{L}/gu)?.length ?? 0;
    const written = (script) => (text.data.match(script)?.length ?? 0) > 0.8 * letters && letters > 3;
    const lang = e.closest("[lang]").lang;
    if (written(/\p{Script=Greek}/gu) && !lang.startsWith("el")) wrong(`Greek words in lang=${lang}`, e);
    if (written(/\p{Script=Cyrillic}/gu) && !/^(sr|mk|bg|ru|cnr|bs)/.test(lang)) wrong(`Cyrillic words in lang=${lang}`, e);
  }
  return [...new Set(complaints)].slice(0, 20);
})()
