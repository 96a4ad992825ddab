/** Copies the style sheets and the print's templates beside the compiled code. */
import { cpSync, mkdirSync, readdirSync } from "node:fs";

mkdirSync("dist/client", { recursive: true });
for (const name of readdirSync("src/client").filter((one) => one.endsWith(".css"))) {
  cpSync(`src/client/${name}`, `dist/client/${name}`);
}

for (const name of readdirSync("src/publish/print").filter((one) => one.endsWith(".typ"))) {
  cpSync(`src/publish/print/${name}`, `dist/publish/print/${name}`);
}
