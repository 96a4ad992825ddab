import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import { PRINT_FONTS } from "./print-fonts.ts";
import type { PrintAnswer, PrintJob } from "./print-job.ts";

const TEMPLATES = fileURLToPath(new URL(".", import.meta.url));

let compiler: NodeCompiler | undefined;

parentPort?.on("message", (job: PrintJob) => {
  parentPort?.postMessage(typeset(job));
});

function typeset(job: PrintJob): PrintAnswer {
  try {
    compiler ??= NodeCompiler.create({
      workspace: TEMPLATES,
      fontArgs: [{ fontBlobs: PRINT_FONTS.map((file) => readFileSync(file)) }],
    });
    return compile(compiler, job);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  } finally {
    compiler?.resetShadow();
    compiler?.evictCache(1);
  }
}

function compile(typst: NodeCompiler, { template, data, files, standard, madeAt }: PrintJob): PrintAnswer {
  typst.mapShadow(`${TEMPLATES}job.json`, Buffer.from(JSON.stringify(data)));
  for (const [path, content] of files) typst.mapShadow(TEMPLATES + path.slice(1), Buffer.from(content));
  const compiled = typst.compile({ mainFilePath: `${TEMPLATES}${template}.typ` });
  const document = compiled.result;
  if (!document) return { problem: problemOf(compiled.takeError()) };
  const warnings = compiled.takeWarnings();
  const unknownFont = warnings && problemOf(warnings);
  if (unknownFont?.includes("unknown font family")) return { problem: unknownFont };
  const options = { creationTimestamp: madeAt };
  const pages = document.numOfPages;
  try {
    return { pdf: new Uint8Array(typst.pdf(document, { ...options, pdfStandard: standard })), pages };
  } catch (error) {
    const refused = /message: "([^"]*)"/.exec(String(error))?.[1] ?? String(error);
    return { pdf: new Uint8Array(typst.pdf(document, options)), pages, refused };
  }
}

function problemOf(error: NodeError | null): string {
  const messages = (error?.shortDiagnostics ?? []).map(
    (one: { message?: string; range?: unknown; path?: string }) =>
      `${one.message ?? one}${one.path ? ` (${one.path.split("/").at(-1)} ${JSON.stringify(one.range)})` : ""}`,
  );
  return messages.join("; ") || "the typesetter gave no reason";
}
