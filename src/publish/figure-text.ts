import { measureGlyph, type TextStyle } from "./outline-text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** A line of text that was taken out of a figure. */
export interface FigureText extends TextStyle {
  readonly text: string;
  /** Left end of the base line, in the drawing's units. */
  readonly x: number;
  readonly y: number;
  /** The tags of the groups that it stood in, e.g. `<g class="tl-label">`. */
  readonly groups: readonly string[];
  /** What else its element says, e.g. ` class="tl-quiet"`: its colours come of it. */
  readonly attributes: string;
}

/** A figure without the text that was taken out of it. */
export interface LiftedFigure {
  readonly drawing: string;
  readonly texts: readonly FigureText[];
  /** Whether all text was taken out. */
  readonly isComplete: boolean;
}

/**
 * Takes the text out of a drawing of ours, so that it can be set glyph by glyph.
 *
 * Takes `<text>` elements without children, placed by `x`, `y`, `text-anchor` (else the root's), `font-size` (else the
 * root's) and `font-weight`; `textLength` is what the text measures anyway. Text with a character that the figures'
 * typeface lacks, with a style of its own or in a transformed group stays.
 */
export function liftText(svg: string): LiftedFigure {
  const root = attributesOf(/<svg\b[^>]*>/.exec(svg)?.[0] ?? "");
  const texts: FigureText[] = [];
  const groups: string[] = [];
  let isComplete = true;
  const drawing = svg.replace(
    /<g\b[^>]*>|<\/g>|<text\b([^>]*)>([^<]*)<\/text>/g,
    (element, written: string | undefined, content: string) => {
      if (written === undefined) {
        if (element === "</g>") groups.pop();
        else if (!element.endsWith("/>")) groups.push(element);
        return element;
      }
      const text = placeText(written, content, root, groups);
      isComplete &&= text !== undefined;
      if (text) texts.push(text);
      return text ? "" : element;
    },
  );
  return { drawing, texts, isComplete };
}

function placeText(
  written: string,
  content: string,
  root: ReadonlyMap<string, string>,
  groups: readonly string[],
): FigureText | undefined {
  const own = attributesOf(written);
  if (own.has("style") || groups.some((group) => group.includes("transform="))) return undefined;
  const text = content.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
  const sizePx = Number(own.get("font-size") ?? root.get("font-size"));
  const isSemibold = Number(own.get("font-weight") ?? 400) >= 600;
  let widthPx = 0;
  for (const character of text) {
    const advance = measureGlyph(character, { sizePx, isSemibold });
    if (advance === undefined) return undefined;
    widthPx += advance;
  }
  const anchor = own.get("text-anchor") ?? root.get("text-anchor");
  const x = Number(own.get("x") ?? 0) - widthPx * (anchor === "middle" ? 0.5 : anchor === "end" ? 1 : 0);
  const attributes = written.replace(
    / (?:x|y|text-anchor|font-size|font-weight|textLength|lengthAdjust)="[^"]*"/g,
    "",
  );
  return { text, x, y: Number(own.get("y") ?? 0), sizePx, isSemibold, groups: [...groups], attributes };
}

/** Returns the attributes of a tag by name. */
export function attributesOf(tag: string): Map<string, string> {
  return new Map(
    Array.from(tag.matchAll(/([\w-]+)="([^"]*)"/g), (match) => [match[1] ?? "", match[2] ?? ""]),
  );
}
