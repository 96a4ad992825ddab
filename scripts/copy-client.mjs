/** Copies the style sheets beside the compiled browser code. */
import { cpSync, mkdirSync, readdirSync } from "node:fs";

mkdirSync("dist/client", { recursive: true });
for (const name of readdirSync("src/client").filter((one) => one.endsWith(".css"))) {
  cpSync(`src/client/${name}`, `dist/client/${name}`);
}
