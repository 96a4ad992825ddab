import type { Box } from "./figure-frame.ts";
import type { TextFont } from "./font-metrics.ts";
import { drawElement, formatPx } from "./markup.ts";
import type { Svg } from "./timeline.ts";

/** What is around the content of a drawing. */
export interface SvgFrame {
  /** Its title and description have the ids `<idPrefix>-title` and `<idPrefix>-desc`. */
  readonly idPrefix: string;
  /** A file of its own, not a part of a page. */
  readonly isStandalone: boolean;
  /** The whole drawing with its margins. */
  readonly paper: Box;
  readonly font: TextFont;
  /** Which it is of a pair of drawings, of which a page shows one; absent where it stands alone. */
  readonly isNarrow?: boolean;
  /** A class of its own. */
  readonly className?: string;
  /** Where its texts stand: around the middle of their places, unless said otherwise. */
  readonly anchor?: "start" | "middle";
  /** Its marks are links; otherwise it is one picture. */
  readonly hasLinks?: boolean;
}

/** Returns a drawing in its frame. */
export function drawSvg(content: readonly string[], frame: SvgFrame): Svg {
  const { idPrefix, paper, isNarrow, anchor = "middle" } = frame;
  const ofPair = isNarrow === undefined ? undefined : isNarrow ? "tl-narrow" : "tl-wide";
  const attributes = {
    xmlns: frame.isStandalone ? "http://www.w3.org/2000/svg" : undefined,
    class: ["tl", ofPair, frame.className].filter((one) => one !== undefined).join(" "),
    viewBox: [paper.x, paper.y, paper.width, paper.height].map(formatPx).join(" "),
    width: paper.width,
    height: paper.height,
    role: frame.hasLinks ? "group" : "img",
    "aria-labelledby": `${idPrefix}-title`,
    "aria-describedby": `${idPrefix}-desc`,
    "font-family": "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif",
    "font-size": frame.font.sizePx,
    "text-anchor": anchor === "start" ? undefined : anchor,
  };
  return {
    svg: drawElement("svg", attributes, content.join("")),
    widthPx: paper.width,
    heightPx: paper.height,
  };
}
