import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { NodeCompiler, type NodeError, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { PRINT_FONTS } from "./print-fonts.ts";
import type { PrintAnswer, PrintJob } from "./print-job.ts";

const TEMPLATES = fileURLToPath(new URL(".", import.meta.url));

/**
 * The tries of `print.typ` by which a print is set anew while a note stands on another page than its number. In those of
 * the same name the lines of more and more paragraphs are not kept together, which changes little of what was set before.
 */
const ATTEMPTS = {
  case: ["0", "0", "0", "0", "1", "2", "3", "4", "5"],
  book: ["0", "0", "0", "0", "0", "0", "5"],
  brief: ["0"],
  poster: ["0"],
  letter: ["0", "0", "0", "1", "5"],
} as const;

/** For how many prints the typesetter remembers what it has set: an edited case is mostly the same as before. */
const REMEMBERED = 32;

/** Compilers by the typefaces that they have besides those of every print. */
const compilers = new Map<string, NodeCompiler>();

// The first job finds the typefaces read.
compilerWith([]);

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
    compiler?.evictCache(REMEMBERED);
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

function compile(typst: NodeCompiler, job: PrintJob): PrintAnswer {
  typst.mapShadow(`${TEMPLATES}job.json`, Buffer.from(job.data));
  for (const [path, content] of job.files) typst.mapShadow(TEMPLATES + path.slice(1), Buffer.from(content));
  const first = layOut(typst, job, []);
  if (!("problem" in first)) return write(typst, job, first.document);
  const damaged = [...job.files.keys()].filter((path) => !isPicture(typst, path));
  const second = damaged.length > 0 ? layOut(typst, job, damaged) : first;
  return "problem" in second ? second : { ...write(typst, job, second.document), damaged };
}

/** Sets a print, again while a note stands on another page than its number, or a line with a note alone on its page. */
function layOut(
  typst: NodeCompiler,
  { template, families, colours }: PrintJob,
  damaged: readonly string[],
): { document: NodeTypstDocument } | { problem: string } {
  let document: NodeTypstDocument | undefined;
  const loose = new Set<string>();
  const alone = new Map<string, number>();
  for (const attempt of ATTEMPTS[template]) {
    const setting = JSON.stringify({
      families,
      colours,
      damaged,
      loose: [...loose],
      alone: Object.fromEntries(alone),
    });
    typst.mapShadow(`${TEMPLATES}setting.json`, Buffer.from(setting));
    const compiled = typst.compile({
      mainFilePath: `${TEMPLATES}${template}.typ`,
      inputs: { try: attempt },
    });
    const problem = compiled.result
      ? unknownFontOf(compiled.takeWarnings())
      : problemOf(compiled.takeError());
    if (!compiled.result || problem) return { problem: problem ?? "" };
    document = compiled.result;
    const astray = told(typst, document, "<notes-astray>");
    const single = attempt === "0" ? told(typst, document, "<lines-alone>") : [];
    if (astray.length + single.length === 0) break;
    for (const id of astray) loose.add(id);
    for (const id of single) alone.set(id, (alone.get(id) ?? 0) + 1);
  }
  return document ? { document } : { problem: "nothing was set" };
}

/** Returns what a print says of itself below a label. */
function told(typst: NodeCompiler, document: NodeTypstDocument, selector: string): string[] {
  return (typst.query(document, { selector, field: "value" }) as string[][])[0] ?? [];
}

/** Tells whether a picture can be set at all. */
function isPicture(typst: NodeCompiler, path: string): boolean {
  return Boolean(typst.compile({ mainFileContent: `#image(${JSON.stringify(path)})` }).result);
}

function write(
  typst: NodeCompiler,
  { standard, madeAt }: PrintJob,
  document: NodeTypstDocument,
): Extract<PrintAnswer, { pdf: unknown }> {
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
  return messages[0] || "the typesetter gave no reason";
}
