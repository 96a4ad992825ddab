import type { StateBlock } from "markdown-it";
import { parseAttributes } from "./attributes.ts";
import { environmentOf } from "./environment.ts";

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

const WITH_ATTRIBUTES = /^\[([^\]]+)\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'))?[ \t]+(?=\{[^{}]*\}[ \t]*$)/;

/** Definitions of link references, which may end with an attribute list: `[2]: /a.png "Title" {.wide}`. */
export function withReferenceAttributes(reference: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    const start = (state.bMarks[startLine] as number) + (state.tShift[startLine] as number);
    const end = state.eMarks[startLine] as number;
    if (state.src.charCodeAt(start) !== 0x5b) return false;
    const isCandidate = state.src.charCodeAt(state.skipSpacesBack(end, start) - 1) === 0x7d;
    const line = isCandidate ? state.src.slice(start, end) : "";
    const match = isCandidate ? WITH_ATTRIBUTES.exec(line) : null;
    const list = match && parseAttributes(line, match[0].length, { allowsWords: false });
    if (!list) return reference(state, startLine, endLine, silent);
    // markdown-it looks one character past the mark for the line end; the blank before the brace stands in for it.
    state.eMarks[startLine] = start + match[0].length - 1;
    const isDefined = reference(state, startLine, endLine, silent);
    state.eMarks[startLine] = end;
    if (isDefined && !silent) {
      const label = state.md.utils.normalizeReference(match[1] as string);
      const { referenceAttributes } = environmentOf(state);
      if (!referenceAttributes.has(label)) referenceAttributes.set(label, list.attributes);
    }
    return isDefined;
  };
}
