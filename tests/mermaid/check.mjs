// Reads maps with Mermaid's own parser, and compares what it understood with what was meant.
// usage: node check.mjs FOLDER   (each NAME.mmd beside a NAME.json that says its boxes, joints, arrows and groups)
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { marked } from "marked";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false, securityLevel: "loose", maxTextSize: 1e9, maxEdges: 1e9 });

/** What may stand in a label once it is read as Markdown: words. */
const words = new Set(["paragraph", "text", "space", "br"]);
const kinds = (tokens) => tokens.flatMap((token) => [token.type, ...kinds(token.tokens ?? [])]);

/** The text that a page shows for a label, read as Mermaid does: its own marks as entities, HTML, icons and formulas, Markdown. */
const shown = (label) => {
  const element = window.document.createElement("p");
  element.innerHTML = label.replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
  const html = element.innerHTML;
  if (element.childElementCount > 0) throw new Error(`an element in ${html}`);
  if (/\$\$.*\$\$|fa\w?:fa-/.test(html)) throw new Error(`a formula or an icon in ${html}`);
  for (const text of [html, `above\n${html}\nbelow`]) {
    const kind = kinds(marked.lexer(text)).find((type) => !words.has(type));
    if (kind !== undefined) throw new Error(`Markdown reads ${kind} in ${html}`);
  }
  const twins = { "∗": "*", "ˋ": "`", "∼": "~", "ˍ": "_", "\u2060": "" };
  return element.textContent.replace(/[∗ˋ∼ˍ\u2060]/g, (twin) => twins[twin]);
};

/** Refuses what differs, and shows the first item that does. */
const same = (what, found, meant) => {
  const [a, b] = [found, meant].map((list) => [list].flat().map((item) => JSON.stringify(item)));
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find((i) => a[i] !== b[i]);
  if (at !== undefined) throw new Error(`${what}, number ${at + 1}: found ${a[at]}, meant ${b[at]}`);
};

async function check(folder, name) {
  const code = readFileSync(join(folder, `${name}.mmd`), "utf8");
  const meant = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  await mermaid.parse(code);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(code);
  const vertices = [...db.getVertices().values()];
  const boxes = vertices.filter((v) => v.id.startsWith("b")).sort((a, b) => a.id.slice(1) - b.id.slice(1));
  same("boxes", boxes.map((v) => v.text.split(/<br ?\/?>/).map(shown)), meant.boxes);
  same("joints", vertices.filter((v) => v.id.startsWith("j")).length, meant.joints);
  same("other nodes", vertices.filter((v) => !/^[bj]\d+$/.test(v.id)), []);
  same("arrows", db.getEdges().map((e) => shown(e.text)), meant.arrows);
  const groups = db.getSubGraphs().sort((a, b) => a.id.slice(1) - b.id.slice(1));
  same("groups", groups.map((g) => shown(g.title)), meant.groups);
  same("links", vertices.filter((v) => v.link || v.haveCallback || v.labelType === "markdown").map((v) => v.id), []);
}

const folder = process.argv[2];
const names = readdirSync(folder).filter((f) => f.endsWith(".mmd")).map((f) => f.slice(0, -4)).sort();
if (names.length === 0) throw new Error(`no maps in ${folder}`);
let failed = 0;
for (const name of names) {
  try {
    await check(folder, name);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}: ${error.message}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
