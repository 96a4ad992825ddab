import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { NodeCompiler, type NodeError, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { PRINT_FONTS } from "./print-fonts.ts";
import type { PrintAnswer, PrintJob } from "./print-job.ts";

const TEMPLATES = fileURLToPath(new URL(".", import.meta.url));

/** The tries of `print.typ` by which a print is set anew while a note stands on another page than its number. */
const ATTEMPTS = { case: ["0", "1", "2", "3", "4", "5"], book: ["0", "1", "5"], brief: ["0"] } as const;

/** Compilers by the typefaces that they have besides those of every print. */
const compilers = new Map<string, NodeCompiler>();

parentPort?.on("message", (job: PrintJob) => {
  parentPort?.postMessage(typeset(job));
});

function typeset(job: PrintJob): PrintAnswer {
  let compiler: NodeCompiler | undefined;
  try {
    compiler = compilerWith(job.fonts);
    return compile(compiler, job);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  } finally {
    compiler?.resetShadow();
    compiler?.evictCache(1);
  }
}

function compilerWith(fonts: readonly string[]): NodeCompiler {
  const key = fonts.join("\n");
  const found = compilers.get(key);
  if (found) return found;
  const fontBlobs = [...PRINT_FONTS, ...fonts].map((file) => readFileSync(file));
  const made = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs }] });
  compilers.set(key, made);
  return made;
}

function compile(typst: NodeCompiler, { template, data, files, standard, madeAt }: PrintJob): PrintAnswer {
  typst.mapShadow(`${TEMPLATES}job.json`, Buffer.from(JSON.stringify(data)));
  for (const [path, content] of files) typst.mapShadow(TEMPLATES + path.slice(1), Buffer.from(content));
  const mainFilePath = `${TEMPLATES}${template}.typ`;
  let document: NodeTypstDocument | undefined;
  for (const attempt of ATTEMPTS[template]) {
    const compiled = typst.compile({ mainFilePath, inputs: { try: attempt } });
    const problem = compiled.result
      ? unknownFontOf(compiled.takeWarnings())
      : problemOf(compiled.takeError());
    if (!compiled.result || problem) return { problem: problem ?? "" };
    document = compiled.result;
    const [astray] = typst.query(document, { selector: "<notes-astray>", field: "value" }) as number[];
    if (!astray) break;
  }
  if (!document) return { problem: "nothing was set" };
  const options = { creationTimestamp: madeAt };
  const pages = document.numOfPages;
  try {
    return { pdf: new Uint8Array(typst.pdf(document, { ...options, pdfStandard: standard })), pages };
  } catch (error) {
    const refused = /message: "((?:[^"\\]|\\.)*)"/.exec(String(error))?.[1] ?? String(error);
    return { pdf: new Uint8Array(typst.pdf(document, options)), pages, refused };
  }
}

/** A typeface that is not among ours would be looked for on the machine: the same input would no longer be the same bytes. */
function unknownFontOf(warnings: NodeError | null): string | undefined {
  const words = warnings ? problemOf(warnings) : "";
  return words.includes("unknown font family") ? words : undefined;
}

function problemOf(error: NodeError | null): string {
  const messages = (error?.shortDiagnostics ?? []).map(
    (one: { message?: string; range?: unknown; path?: string }) =>
      `${one.message ?? one}${one.path ? ` (${one.path.split("/").at(-1)} ${JSON.stringify(one.range)})` : ""}`,
  );
  return messages.join("; ") || "the typesetter gave no reason";
}
