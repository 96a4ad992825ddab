import { type RecordRow, SearchIndex } from "./search/index.ts";
import type { Answer, Question } from "./search/messages.ts";

/** The scope of a worker, as far as it is used: the browser's types are those of a page. */
interface WorkerScope {
  readonly location: { readonly href: string };
  postMessage(answer: Answer): void;
  onmessage: ((event: { readonly data: Question }) => void) | null;
}

interface GroupFiles {
  readonly id: string;
  readonly label: string;
  readonly files: readonly string[];
}

const scope = self as unknown as WorkerScope;
const index = new SearchIndex();
const folder = new URL("../../search/", scope.location.href);

scope.onmessage = ({ data: { id, query, all } }) => {
  scope.postMessage({ type: "found", id, groups: index.find(query, all) });
};

async function fetchJson<T>(name: string): Promise<T> {
  const response = await fetch(new URL(name, folder));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return (await response.json()) as T;
}

/** All files are asked for at once, and taken in one after the other. */
async function load(): Promise<void> {
  const groups = await fetchJson<readonly GroupFiles[]>("index.json");
  const files = groups.flatMap((group) =>
    group.files.map((name) => ({ ...group, rows: fetchJson<readonly RecordRow[]>(name) })),
  );
  for (const { id, label, rows } of files) {
    await index.add(id, label, await rows);
    scope.postMessage({ type: "loaded", isAll: false });
  }
  scope.postMessage({ type: "loaded", isAll: true });
}

load().catch(() => scope.postMessage({ type: "failed" }));
