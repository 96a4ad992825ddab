import { setImmediate } from "node:timers/promises";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Artifact, Edition } from "../publish/edition.ts";
import { beginPrinting, diagnosticsOf, type PrintingCasebook } from "../publish/print/casebook-print.ts";
import type { PrintContext } from "../publish/print/page-reading.ts";
import type { PrintStandard } from "../publish/print/print-job.ts";
import { createTypesetter } from "../publish/print/typesetter.ts";
import type { Written, writeArtifacts } from "../publish/write.ts";
import { takeSome } from "./take-some.ts";

/** An edition that is published, and how. */
export interface Publication {
  readonly edition: Edition;
  readonly readAsset: PrintContext["readAsset"];
  /** Yields all but PDFs; pages link to those that the edition names. */
  readonly render: (edition: Edition) => Iterable<Artifact>;
  /** Writes files in place of those that are there; where it throws, these stay. */
  readonly write: (files: Parameters<typeof writeArtifacts>[1]) => Promise<Written>;
  /** Is told what the typesetter found; throws where that keeps the edition from being published. */
  readonly conclude: (found: readonly Diagnostic[]) => void;
}

/** Publishes with PDFs. */
export interface Printer {
  /** Makes pages while PDFs are set, as if each could be; where one could not, pages are made again without it. */
  publish(publication: Publication): Promise<Written>;
  /** Ends its threads. */
  close(): Promise<void>;
}

/** Returns a printer; its threads start at once. */
export function createPrinter(standard: PrintStandard, typesetter = createTypesetter()): Printer {
  return {
    async publish(publication) {
      const { edition, readAsset, render, write } = publication;
      const printing = await beginPrinting(edition, readAsset, standard, typesetter);
      try {
        return await write(renderMeanwhile(publication, printing));
      } catch (error) {
        if (!(error instanceof NotAsPlanned)) throw error;
      }
      const { pdfs } = await printing.printed;
      const files = [render({ ...edition, prints: new Set(pdfs.keys()) }), artifactsOf(pdfs)];
      return write(inTurn(files));
    },
    close: () => typesetter.close(),
  };
}

/** Pages link to a PDF that could not be set. */
class NotAsPlanned extends Error {}

async function* renderMeanwhile(
  { edition, render, conclude }: Publication,
  { paths, printed }: PrintingCasebook,
): AsyncGenerator<Iterable<Artifact>> {
  const pages = render({ ...edition, prints: paths })[Symbol.iterator]();
  for (let some = takeSome(pages); some.length > 0; some = takeSome(pages)) {
    yield some;
    await setImmediate();
  }
  const settled = await printed;
  conclude(diagnosticsOf(settled));
  if (settled.pdfs.size < paths.size) throw new NotAsPlanned();
  yield artifactsOf(settled.pdfs);
}

function* artifactsOf(pdfs: ReadonlyMap<string, Uint8Array>): Generator<Artifact> {
  for (const [path, body] of pdfs) yield { path, body };
}

function* inTurn(parts: readonly Iterable<Artifact>[]): Generator<Artifact> {
  for (const part of parts) yield* part;
}
