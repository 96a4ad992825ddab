import { type DrawingKind, standaloneCss } from "./figure.css.ts";
import type { Box } from "./figure-frame.ts";
import { baselineShift, lineHeight } from "./figure-frame.ts";
import { measureText, type TextFont } from "./font-metrics.ts";
import { drawElement, escapeMarkup, formatPx } from "./markup.ts";
import type { Palettes } from "./palette.ts";

/** What a drawing may be told where it is a file of its own, not a part of a page. */
export interface FileOptions {
  /**
   * `adaptive` (the default) follows the reader's light or dark system, `light` has plain light colours that every
   * rasterizer understands.
   */
  readonly theme?: "light" | "adaptive";
  /** Its colours; else the standard ones. */
  readonly palettes?: Palettes;
  /** What stands below it, so that it says where it comes from wherever it goes. */
  readonly credit?: string;
}

/** What is around the content of a drawing that is a file of its own; nothing in a page. */
export interface FileParts {
  readonly style: string;
  readonly background: string;
  readonly credit: string;
  /** The drawing with its margins, and the credit where it has one. */
  readonly paper: Box;
}

/** Empty space around a drawing that is a file of its own, in px; a page makes its own. */
export const FILE_MARGIN = 12;

const CREDIT_FONT: TextFont = { sizePx: 10, weight: "regular" };

/** Returns the parts of a drawing whose content takes `paper`, its margins included. */
export function layoutFile(
  kind: DrawingKind,
  paper: Box,
  options: FileOptions & { readonly isStandalone: boolean },
): FileParts {
  if (!options.isStandalone) return { style: "", background: "", credit: "", paper };
  const lines = breakCredit(options.credit ?? "", paper.width - 2 * FILE_MARGIN);
  const height = paper.height + lines.length * lineHeight(CREDIT_FONT);
  const whole = { ...paper, height };
  const top = paper.y + paper.height - FILE_MARGIN / 2;
  return {
    style: styleElement(standaloneCss(kind, options.theme, options.palettes)),
    background: drawElement("rect", { ...whole, class: "tl-paper" }),
    credit: lines
      .map((line, i) =>
        drawElement(
          "text",
          {
            x: formatPx(paper.x + FILE_MARGIN),
            y: formatPx(top + (i + 0.5) * lineHeight(CREDIT_FONT) + baselineShift(CREDIT_FONT)),
            class: "tl-quiet",
            "font-size": CREDIT_FONT.sizePx,
            "text-anchor": "start",
          },
          escapeMarkup(line),
        ),
      )
      .join(""),
    paper: whole,
  };
}

/** Returns an adaptive drawing of a kind as its `light` theme would be. */
export function inLightColours(svg: string, kind: DrawingKind, palettes?: Palettes): string {
  const light = styleElement(standaloneCss(kind, "light", palettes));
  return svg.replace(styleElement(standaloneCss(kind, "adaptive", palettes)), () => light);
}

function styleElement(css: string): string {
  return `<style>${css.replace(/</g, "\\3c ")}</style>`;
}

/** Returns a text in lines of a width; a word that is too long for one, such as an address, stays whole. */
function breakCredit(text: string, widthPx: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter((one) => one !== "")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && measureText(longer, CREDIT_FONT) <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
