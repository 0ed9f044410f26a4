// What scripts add to pages that work without them.
import { copyButtons } from "./copy.js";
import { dossier } from "./dossier.js";
import { searchKey } from "./keys.js";
import { suggestions } from "./suggest.js";

document.documentElement.classList.add("js");
copyButtons(document);
searchKey(document);
dossier(document);
for (const input of document.querySelectorAll('.search-box input[name="q"]')) suggestions(input);
