// "/" moves to the search box, as on other reference sites, unless something is being typed.
export function searchKey(root) {
  root.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const input = root.querySelector('input[name="q"]');
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
