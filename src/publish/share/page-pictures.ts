import { isMissing, type Missing } from "../../base/missing.ts";
import { type CasebookIndex, nameOf } from "../../compute/casebook-index.ts";
import type { CheckedClaim } from "../../compute/named-claims.ts";
import { originalsOf } from "../../compute/translations.ts";
import { measureText, shortenText, wrapText } from "../../draw/font-metrics.ts";
import { tierColour } from "../../draw/palette.ts";
import type { Tier } from "../../model/scorecard.ts";
import { wordingOf } from "../words/wording.ts";
import {
  PICTURE_HEIGHT,
  PICTURE_WIDTH,
  type Picture,
  type PictureBox,
  type PictureColour,
  type PictureText,
} from "./picture.ts";

const MARGIN = 72;
const INNER = PICTURE_WIDTH - 2 * MARGIN;
const BOTTOM = PICTURE_HEIGHT - MARGIN;

/** A country's grades as a picture needs them. */
export interface PictureGrades {
  readonly grades: readonly { readonly year: number; readonly tier: Tier | Missing }[];
}

/** Returns the picture of a case or a country: its title above the steps of its grades. */
export function drawTitlePicture(index: CasebookIndex, title: string, grades?: PictureGrades): Picture {
  const heading = setHeading(index, title);
  const steps = grades ? drawSteps(index, grades) : { boxes: [], texts: [] };
  return { boxes: steps.boxes, texts: [...heading, ...steps.texts] };
}

/** Returns the picture of a named claim: the statement, and what the record says of it. */
export function drawClaimPicture(index: CasebookIndex, { question, answer, verdict }: CheckedClaim): Picture {
  const mark: Record<typeof verdict, PictureColour> = {
    holds: "tier-0",
    fails: "tier-3",
    "not-in-record": "grid",
  };
  const { words } = wordingOf(index.casebook.config.language);
  const name = `${words[verdict].charAt(0).toUpperCase()}${words[verdict].slice(1)}`;
  return {
    boxes: [{ x: MARGIN, y: BOTTOM - 44, width: 12, height: 56, colour: mark[verdict] }],
    texts: [
      ...setHeading(index, question),
      setLine(words.claimPicture(name, answer), MARGIN + 34, BOTTOM, 34, "ink", true),
    ],
  };
}

/** How many countries the picture of the home page has room for. */
const ROWS = 9;

/** Returns the picture of the home page: the grades of the countries that have a case, then of others, by year. */
export function drawHomePicture(index: CasebookIndex): Picture {
  const { casebook } = index;
  const told = originalsOf(casebook).flatMap((one) => one.country ?? []);
  const graded = [...new Set([...told, ...index.countries])]
    .filter((id) => index.grades.has(id))
    .slice(0, ROWS);
  const years = graded.flatMap((id) => [...(index.grades.get(id)?.keys() ?? [])]);
  const first = Math.min(...years);
  const count = years.length === 0 ? 0 : Math.max(...years) - first + 1;
  const names = 300;
  const cell = Math.floor((INNER - names) / Math.max(1, count));
  const top = BOTTOM - graded.length * 32;
  const boxes: PictureBox[] = [];
  const texts: PictureText[] = [];
  for (const [row, id] of graded.entries()) {
    const base = top + (row + 1) * 32;
    const name = shortenText(nameOf(casebook, id), { sizePx: 24, weight: "regular" }, names - 20);
    texts.push(setLine(name, MARGIN, base - 4, 24, "muted"));
    for (const { year, tier } of index.grades.get(id)?.values() ?? []) {
      if (isMissing(tier)) continue;
      const height = barHeight(tier, casebook.config.scorecard.tiers.length);
      boxes.push({
        x: MARGIN + names + (year - first) * cell,
        y: base - height,
        width: cell - 2,
        height,
        colour: colourOf(tier, casebook.config.scorecard.tiers.length),
      });
    }
  }
  const heading = setLines(casebook.config.title, { top: MARGIN, sizePx: 56, maxLines: 2 });
  return { boxes, texts: [...heading, ...texts] };
}

/** The better the grade, the higher the bar: it is told by more than its colour. */
function barHeight(tier: Tier, tiers: number): number {
  return Math.round(6 + (20 * (tiers - 1 - tier.rank)) / Math.max(1, tiers - 1));
}

function setHeading({ casebook }: CasebookIndex, title: string): PictureText[] {
  const series = shortenText(casebook.config.title, { sizePx: 30, weight: "regular" }, INNER);
  return [
    setLine(series, MARGIN, MARGIN + 24, 30, "muted"),
    ...setLines(title, {
      top: MARGIN + 54,
      sizePx: title.length > 60 ? 48 : 72,
      maxLines: title.length > 60 ? 4 : 2,
    }),
  ];
}

function setLines(text: string, place: { top: number; sizePx: number; maxLines: number }): PictureText[] {
  const { top, sizePx, maxLines } = place;
  const { lines } = wrapText(text, { sizePx, weight: "semibold" }, INNER, maxLines);
  return lines.map((line, i) =>
    setLine(line, MARGIN, Math.round(top + sizePx * (0.85 + i * 1.15)), sizePx, "ink", true),
  );
}

function setLine(
  text: string,
  x: number,
  y: number,
  sizePx: number,
  colour: "ink" | "muted",
  isSemibold = false,
): PictureText {
  const font = { sizePx, weight: isSemibold ? "semibold" : "regular" } as const;
  const line = {
    x,
    y,
    text: shortenText(text, font, PICTURE_WIDTH - MARGIN - x),
    sizePx,
    isSemibold,
    colour,
  };
  // Lines that begin at the margin begin at the other one where they are read from there.
  return x === MARGIN && STARTS_FROM_RIGHT.test(text)
    ? { ...line, x: PICTURE_WIDTH - MARGIN, isFromRight: true }
    : line;
}

/** A text whose first letter is of a script that runs from right to left. */
const STARTS_FROM_RIGHT = /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;

const LANE = 36;

/** Draws a year's grade as a bar in its tier's lane, lanes named at the left, years below. */
function drawSteps({ casebook }: CasebookIndex, { grades }: PictureGrades): Picture {
  const { tiers } = casebook.config.scorecard;
  const [first, last] = [grades[0]?.year, grades.at(-1)?.year];
  if (first === undefined || last === undefined) return { boxes: [], texts: [] };
  const small = { sizePx: 24, weight: "regular" } as const;
  const names = Math.min(320, Math.ceil(Math.max(...tiers.map(({ label }) => measureText(label, small)))));
  const left = MARGIN + names + 20;
  const column = Math.floor((PICTURE_WIDTH - MARGIN - left) / (last - first + 1));
  const top = BOTTOM - 34 - tiers.length * LANE;
  const right = left + column * (last - first + 1);
  const lanes = tiers.map(({ rank }): PictureBox => {
    return { x: left, y: top + rank * LANE + 17, width: right - left, height: 2, colour: "grid" };
  });
  const bars = grades.flatMap(({ year, tier }): PictureBox[] => {
    if (isMissing(tier)) return [];
    const x = left + (year - first) * column;
    return [
      { x, y: top + tier.rank * LANE + 11, width: column, height: 14, colour: colourOf(tier, tiers.length) },
    ];
  });
  const labels = tiers.map(({ label, rank }) =>
    setLine(shortenText(label, small, names), MARGIN, top + rank * LANE + 26, 24, "muted"),
  );
  const end = Math.round(right - measureText(String(last), small));
  const years = [
    setLine(String(first), left, BOTTOM, 24, "muted"),
    ...(last > first ? [setLine(String(last), end, BOTTOM, 24, "muted")] : []),
  ];
  return { boxes: [...lanes, ...bars], texts: [...labels, ...years] };
}

function colourOf(tier: Tier, tiers: number): PictureColour {
  return `tier-${tierColour(tier.rank, tiers)}` as PictureColour;
}
