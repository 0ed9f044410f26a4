// Suggestions below a search box, as a combobox with a list (WAI-ARIA practices): typed text
// stays in the box, arrow keys choose, Enter opens, Escape closes.
const DELAY = 120;
let boxes = 0;

export function suggestions(input) {
  const list = document.createElement("ul");
  list.id = `suggest-${++boxes}`;
  list.className = "suggest";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  input.closest(".search-box").append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }

  let timer, request, chosen = -1;
  const options = () => [...list.children];
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  };
  const choose = (at) => {
    chosen = at;
    options().forEach((o, i) => o.setAttribute("aria-selected", String(i === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", options()[at].id);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });
  input.addEventListener("keydown", (event) => {
    const n = options().length;
    if (event.key === "Escape" && !list.hidden) { show(false); event.preventDefault(); }
    else if (event.key === "ArrowDown" && n) { show(true); choose((chosen + 1) % n); event.preventDefault(); }
    else if (event.key === "ArrowUp" && n) { show(true); choose((chosen - 1 + n) % n); event.preventDefault(); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.href = options()[chosen].dataset.url; }
  });
  input.addEventListener("blur", () => setTimeout(() => show(false), 150));
  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) { event.preventDefault(); location.href = option.dataset.url; }
  });

  async function ask() {
    request?.abort();
    const text = input.value.trim();
    if (text.length < 2) return show(false);
    request = new AbortController();
    try {
      const response = await fetch(`/api/v1/suggest?${new URLSearchParams({ q: text })}`, { signal: request.signal });
      if (!response.ok) return show(false);
      fill((await response.json()).suggestions);
    } catch { /* a newer question took its place, or the line is down: the box works without */ }
  }

  function fill(items) {
    list.replaceChildren(...items.map((item, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      option.dataset.url = item.url;
      const name = document.createElement("span");
      name.textContent = item.text;
      if (item.lang) name.lang = item.lang;
      const kind = document.createElement("small");
      kind.textContent = { concept: `${item.label}, in all languages`, citation: `${item.reason}: ${item.label}` }[item.kind] ?? item.reason;
      option.append(name, kind);
      return option;
    }));
    show(items.length > 0);
  }
}
