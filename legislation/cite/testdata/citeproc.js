// Renders the CSL-JSON on standard input with citeproc in three styles. The styles and
// the locale are those of the packages in the folder's node_modules.
const fs = require("fs");
const { createRequire } = require("module");
const require_ = createRequire(process.cwd() + "/package.json");
const CSL = require_("citeproc");
const data = require("path").join(process.cwd(), "node_modules/@citation-js/plugin-csl/lib/");
const styles = JSON.parse(fs.readFileSync(data + "styles.json"));
const locales = JSON.parse(fs.readFileSync(data + "locales.json"));
const items = JSON.parse(fs.readFileSync(0));
const byID = Object.fromEntries(items.map((item) => [item.id, item]));
const out = {};
for (const name of Object.keys(styles)) {
  const engine = new CSL.Engine({ retrieveLocale: () => locales["en-US"], retrieveItem: (id) => byID[id] }, styles[name]);
  engine.setOutputFormat("text");
  out[name] = {};
  for (const item of items) {
    engine.updateItems([item.id]);
    out[name][item.id] = engine.makeBibliography()[1].join("").trim();
  }
}
process.stdout.write(JSON.stringify(out));
