import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../base/effects.ts";
import { serveFolder } from "../../serve/static.ts";
import { defaultOutFolder } from "../casebook-folder.ts";
import { printError } from "../console.ts";

/** Serves a published site until it is interrupted. On this machine only, unless `host` says otherwise. */
export async function serveCommand(
  dir: string,
  options: { out?: string; port: number; host: string },
): Promise<number> {
  const out = options.out ?? defaultOutFolder(dir);
  if (!existsSync(join(out, "index.html"))) {
    throw new Failure(`There is no published site in ${out}.`, {
      hint: `Publish it first: demarche build ${dir}`,
    });
  }
  const server = await serveFolder(out, { port: options.port, host: options.host });
  printError(`Serving ${out} at ${server.url}\nPress Ctrl+C to stop.\n`);
  await new Promise<void>((stop) => {
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
  await server.close();
  return 0;
}
