import type { Case } from "../../model/case.ts";
import { plainText } from "../../read/document.ts";

/** Returns one sentence about a case: its excerpt, else the beginning of its first paragraph. */
export function descriptionOf(one: Case): string | undefined {
  if (one.excerpt !== undefined) return one.excerpt;
  const first = one.document.blocks.find((block) => block.type === "paragraph");
  if (!first) return undefined;
  const text = plainText(first.children).replace(/\s+/g, " ").trim();
  if (text.length <= 200) return text || undefined;
  return `${text.slice(0, text.lastIndexOf(" ", 199)).replace(/[\s,;:.–—-]+$/, "")}…`;
}
