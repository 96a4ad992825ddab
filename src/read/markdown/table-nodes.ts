import type { Token } from "markdown-it";
import type { Table, TableCell } from "../document.ts";
import type { BlockBuilder } from "./block-builder.ts";
import { readInline } from "./inline.ts";
import { mapSpan } from "./positions.ts";

/** Adds the table whose tokens begin at an index; returns the index of its last token. */
export function readTable(builder: BlockBuilder, tokens: readonly Token[], index: number): number {
  const open = tokens[index] as Token;
  const rows: TableCell[][] = [];
  let at = index + 1;
  for (; tokens[at]?.type !== "table_close"; at++) {
    const token = tokens[at] as Token;
    if (token.type === "tr_open") rows.push([]);
    else if (token.type === "inline") rows.at(-1)?.push(readCell(builder, token));
  }
  const [head = [], ...others] = rows;
  const table: Table = {
    type: "table",
    align: open.info
      .split(",")
      .map((align) => (align === "" ? undefined : (align as "left" | "right" | "center"))),
    head: head.every((cell) => cell.children.length === 0) ? [] : head,
    rows: others,
    ...builder.spanOf(open),
  };
  builder.add(table);
  return at;
}

function readCell(builder: BlockBuilder, token: Token): TableCell {
  const map = builder.mapOf(token);
  const children = readInline(builder.context, token.content, { map, allowsBlockTags: true });
  const span = builder.toSource(mapSpan(map, { start: 0, end: token.content.length }));
  return { type: "table-cell", children, ...span };
}
