// The dossier: what a reader collected, kept in this browser as a list of items
// ("rs/criminal-code/art-246a@2026-11-25") with notes. The page /dossier is made by the
// server from the link alone; this module makes the link and keeps the list.
const KEY = "seelex.dossier";
const MOST = 100;

function load() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY)) ?? [];
    return list.filter((entry) => typeof entry?.item === "string").slice(0, MOST);
  } catch {
    return []; // storage is closed to us, or holds something else
  }
}

function save(list) {
  try { localStorage.setItem(KEY, JSON.stringify(list)); } catch { /* the page works without */ }
}

function address(list) {
  if (list.length === 0) return "/dossier";
  const query = new URLSearchParams();
  for (const { item } of list) query.append("item", item);
  list.forEach(({ note }, n) => { if (note) query.set(`note.${n}`, note); });
  return `/dossier?${query}`;
}

export function dossier(root) {
  let list = load();
  const show = () => {
    for (const link of root.querySelectorAll("[data-dossier-link]")) {
      link.href = address(list);
      link.textContent = list.length ? `Dossier (${list.length})` : "Dossier";
    }
    for (const button of root.querySelectorAll("[data-keep]")) {
      const kept = list.some((entry) => entry.item === button.dataset.keep);
      button.setAttribute("aria-pressed", String(kept));
      button.textContent = kept ? "In the dossier ✓" : "Add to dossier";
    }
  };
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-keep]");
    if (!button) return;
    const { keep } = button.dataset;
    list = load(); // another tab may have added to it
    const at = list.findIndex((entry) => entry.item === keep);
    if (at >= 0) list.splice(at, 1);
    else if (list.length < MOST) list.push({ item: keep });
    save(list);
    show();
  });
  addEventListener("storage", (event) => { if (event.key === KEY) { list = load(); show(); } });
  if (location.pathname === "/dossier") page(root, list, (now) => { list = now; save(now); show(); });
  show();
}

// page keeps the list in step with the dossier that is open.
function page(root, list, keep) {
  const query = new URLSearchParams(location.search);
  const open = query.getAll("item").map((item, n) => ({ item, note: query.get(`note.${n}`) ?? undefined }));
  if (open.length === 0) {
    if (list.length > 0 && sessionStorage.getItem("seelex.emptied") !== "now") location.replace(address(list));
    sessionStorage.removeItem("seelex.emptied");
    return;
  }
  const mine = new Set(list.map((entry) => entry.item));
  // The reader's own dossier, put in another order, annotated or with an item taken out, is kept at once; someone else's only on demand.
  if (mine.size > 0 && open.every((entry) => mine.has(entry.item))) keep(open);
  const button = root.querySelector("[data-dossier-save]");
  button.hidden = mine.size > 0 && open.every((entry) => mine.has(entry.item));
  button.addEventListener("click", () => { keep(open); button.textContent = "Kept"; });
  root.querySelector("[data-dossier-clear]").addEventListener("click", () => { keep([]); sessionStorage.setItem("seelex.emptied", "now"); });
  root.querySelector("[data-print]").addEventListener("click", () => print());
}
