/**
 * Bundles the command line and the packages it uses into `dist/cli`: to find and load some hundreds of modules took a
 * third of a small build. What is loaded only where it is asked for stays in files of its own.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const FOLDER = "dist/cli";

/** Packages with native parts, and those of which a casebook without BibTeX needs nothing. */
const APART = ["@resvg/*", "@duckdb/*", "@myriaddreamin/*", "@citation-js/*", "libsql"];

/** Some packages are CommonJS and ask for Node's modules by `require`. */
const REQUIRE = `import { createRequire as createBundleRequire } from "node:module";
const require = createBundleRequire(import.meta.url);`;

/** Of the country names in eighty languages that the package loads, those that are asked for. */
const englishNames = {
  name: "english-names",
  setup({ onLoad }) {
    onLoad({ filter: /i18n-iso-countries[\\/]entry-node\.js$/ }, () => ({
      contents: `const names = require("./index"); names.registerLocale(require("./langs/en.json")); module.exports = names;`,
    }));
  },
};

/** markdown-it is published with its class fields compiled to calls that take an eighth of reading a text. */
const plainFields = {
  name: "plain-fields",
  setup({ onLoad }) {
    onLoad({ filter: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        /_defineProperty\(\s*this,(?:\s*\/\*\*[\s\S]*?\*\/)?\s*"(\w+)",/g,
        "(this.$1 =",
      ),
    }));
  },
};

rmSync(FOLDER, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ["src/cli/main.ts"],
  outdir: FOLDER,
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  mainFields: ["module", "main"],
  external: APART,
  banner: { js: REQUIRE },
  legalComments: "none",
  plugins: [englishNames, plainFields],
  metafile: true,
});
writeFileSync(join(FOLDER, "LICENCES.txt"), licencesOf(Object.keys(metafile.inputs)));

/** Returns the licences of the packages of which files were bundled: their text has to go where they go. */
function licencesOf(files) {
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const notices = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${licenceIn(folder)}`;
  });
  return `The files in this folder hold parts of these packages.\n\n${notices.join(`\n${"-".repeat(80)}\n`)}`;
}

function licenceIn(folder) {
  for (const name of ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "license", "LICENSE-MIT.txt"]) {
    try {
      return readFileSync(join(folder, name), "utf8");
    } catch {}
  }
  throw new Error(`${folder} has no licence that could go with it`);
}
