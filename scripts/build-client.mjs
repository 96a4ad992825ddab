/** Bundles the scripts of the browser, and copies style sheets and the print's templates beside the compiled code. */
import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { build } from "esbuild";

const CLIENT = "src/client";
const OUT = "dist/client";

mkdirSync(OUT, { recursive: true });
for (const name of readdirSync(CLIENT).filter((one) => one.endsWith(".css"))) {
  cpSync(`${CLIENT}/${name}`, `${OUT}/${name}`);
}

// Every file beside the style sheets is a script of its own; what they share lies in folders. Classic scripts, since
// browsers refuse modules to a page that is opened from the disk.
await build({
  entryPoints: readdirSync(CLIENT)
    .filter((one) => one.endsWith(".ts"))
    .map((one) => `${CLIENT}/${one}`),
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});

cpSync("node_modules/minisearch/LICENSE.txt", `${OUT}/minisearch-licence.txt`);

for (const name of readdirSync("src/publish/print").filter((one) => one.endsWith(".typ"))) {
  cpSync(`src/publish/print/${name}`, `dist/publish/print/${name}`);
}
