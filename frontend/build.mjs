// Bundles the islands: `node build.mjs OUTDIR`. Names carry a hash of what is in them; manifest.json leads to them.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const ENTRIES = ["page.js", "map.js", "timeline.js", "counts.js", "report.js", "islands.css"];
const BROWSERS = ["chrome111", "firefox113", "safari16.4"]; // the first with color-mix(), which the style sheet uses
const MOST_BYTES = 1_500_000; // what the assets may add to an installed package

const out = resolve(process.argv[2] ?? "built");
const result = await build({
  absWorkingDir: HERE,
  entryPoints: ENTRIES.map((name) => join("src", name)),
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  splitting: true, // what two islands share is asked for once
  format: "esm",
  minify: true,
  charset: "utf8",
  legalComments: "none", // the licences stand in LICENSES.txt
  loader: { ".json": "file" },
  target: BROWSERS,
  metafile: true,
  logLevel: "warning",
});

const outputs = Object.entries(result.metafile.outputs).map(([path, told]) => ({ name: relative(out, resolve(HERE, path)), ...told }));
const ours = (await readdir(join(HERE, "src"), { recursive: true })).filter((path) => /\.(js|css)$/.test(path));
for (const path of new Set([...ENTRIES, ...ours])) taken(path); // the entries first: of an empty one all that it imports is missing too
const manifest = Object.fromEntries(ENTRIES.map((entry) => [entry, outputs.find(({ entryPoint }) => entryPoint === `src/${entry}`).name]));
const total = outputs.reduce((sum, { bytes }) => sum + bytes, 0);
if (total > MOST_BYTES) throw new Error(`The assets have ${total} bytes, more than the ${MOST_BYTES} that an installed package may carry.`);

await writeFile(join(out, "manifest.json"), json(manifest));
await writeFile(join(out, "sizes.json"), json(Object.fromEntries(outputs.map(({ name, bytes }) => [name, bytes]).sort())));
await writeFile(join(out, "LICENSES.txt"), await licences(packages(Object.keys(result.metafile.inputs))));

/** Nothing that we wrote may be missing in what is asked for: an empty or forgotten file stops the build. */
function taken(path) {
  const bytes = outputs.reduce((sum, { inputs }) => sum + (inputs[`src/${path}`]?.bytesInOutput ?? 0), 0);
  if (!bytes) throw new Error(`Of frontend/src/${path} nothing is in the bundle: it is empty, or nothing imports it.`);
}

/** Folders of the packages that anything was taken from. */
function packages(inputs) {
  const found = inputs.map((path) => /^node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean);
  return [...new Set(found)].sort();
}

/** Name, version and the whole licence of each package. */
async function licences(folders) {
  const texts = await Promise.all(folders.map(licence));
  return ["What is bundled here, and on which terms.", ...texts].join(`\n\n${"=".repeat(80)}\n\n`) + "\n";
}

async function licence(folder) {
  const told = JSON.parse(await readFile(join(HERE, folder, "package.json"), "utf8"));
  const file = (await readdir(join(HERE, folder))).find((name) => /^(licen[sc]e|copying)/i.test(name));
  if (!file && !told.license) throw new Error(`${told.name} says nothing of its licence.`);
  const text = file ? (await readFile(join(HERE, folder, file), "utf8")).trim() : "";
  return `${told.name} ${told.version} (${told.license})\n\n${text}`;
}

function json(value) {
  return JSON.stringify(value, null, 1) + "\n";
}
