import { isMissing, type Missing } from "../base/missing.ts";
import type { Tier } from "../model/scorecard.ts";
import { ENGLISH_FIGURES, type FigureWording, wordMissing } from "./figure-words.ts";
import { escapeMarkup } from "./markup.ts";
import { tierColour } from "./palette.ts";

/** What a tier grid shows. */
export interface TierGrid {
  /** The table's caption and the region's name, e.g. "TIP Report tiers by country and year". */
  readonly label: string;
  /** The scorecard's tiers, best first. */
  readonly tiers: readonly Tier[];
  /** The columns, in order. */
  readonly years: readonly number[];
  /** The rows, in order. */
  readonly countries: readonly TierGridCountry[];
  /** Columns of numbers after the years. */
  readonly sums?: readonly TierGridSum[];
  /** Keys by which a script may sort, for the columns of countries and years; see `data-sort`. */
  readonly isSortable?: boolean;
  readonly wording?: FigureWording;
}

/** A column of numbers after the years. */
export interface TierGridSum {
  /** Its heading, e.g. "WL". */
  readonly label: string;
  /** The whole heading, e.g. "Years in Tier 2 Watch List". */
  readonly title: string;
  /** By which a script sorts; the largest number comes first. */
  readonly sort: string;
  valueOf(country: TierGridCountry): number;
}

export interface TierGridCountry {
  readonly id: string;
  readonly name: string;
  /** Address of the country's page. */
  readonly href: string;
  readonly grades: ReadonlyMap<number, Tier | Missing>;
  /** Values of data attributes, by name without `data-`. */
  readonly data?: Readonly<Record<string, string>>;
}

/**
 * Returns a table of countries by years as HTML, with a key.
 *
 * Cells hold the tier's short name and, on pointing at them, the whole one; a year without a tier is a dash with its
 * reason, a year without an entry is empty. Each cell has the class of the tier's colour, `tier-r0` for the best to
 * `tier-r3`, or `tier-none`. The table scrolls inside of a region that can be focused. Needs `FIGURE_CSS`.
 */
export function drawTierGrid(grid: TierGrid): string {
  const label = escapeMarkup(grid.label);
  const cells = new Map(grid.tiers.map((tier, i) => [tier.id, drawTierCell(tier, i, grid.tiers.length)]));
  const sort = (key: string | number) => (grid.isSortable ? ` data-sort="${key}"` : "");
  const head = grid.years.map((year) => `<th scope="col"${sort(year)}>${year}</th>`).join("");
  const sums = (grid.sums ?? []).map(drawSumHead).join("");
  const body = grid.countries.map((country) => drawRow(country, grid, cells)).join("\n");
  return [
    drawKey(grid),
    `<div class="tier-grid-region" role="region" aria-label="${label}" tabindex="0">`,
    `<table class="tier-grid"><caption class="visually-hidden">${label}</caption>`,
    `<thead><tr><th scope="col"${sort("")}>${escapeMarkup((grid.wording ?? ENGLISH_FIGURES).words.country)}</th>${head}${sums}</tr></thead>`,
    `<tbody>\n${body}\n</tbody></table></div>`,
  ].join("\n");
}

function drawTierCell(tier: Tier, position: number, tierCount: number): string {
  const colour = tierColour(position, tierCount);
  return `<td class="tier-r${colour}" title="${escapeMarkup(tier.label)}">${escapeMarkup(tier.short)}</td>`;
}

function drawSumHead({ label, title, sort }: TierGridSum): string {
  const words = `<span aria-hidden="true">${escapeMarkup(label)}</span><span class="visually-hidden">${escapeMarkup(title)}</span>`;
  return `<th scope="col" class="tier-sum" title="${escapeMarkup(title)}" data-sort="${sort}" data-first="-${sort}">${words}</th>`;
}

function drawRow(
  country: TierGridCountry,
  { years, sums = [], wording = ENGLISH_FIGURES }: TierGrid,
  cells: ReadonlyMap<string, string>,
): string {
  const head = `<th scope="row"><a href="${escapeMarkup(country.href)}">${escapeMarkup(country.name)}</a></th>`;
  const row = years.map((year) => {
    const grade = country.grades.get(year);
    if (grade === undefined) return `<td class="tier-none"></td>`;
    if (!isMissing(grade)) return cells.get(grade.id) ?? drawTierCell(grade, grade.rank, cells.size);
    const reason = escapeMarkup(wordMissing(wording, grade));
    return `<td class="tier-none" title="${reason}"><span aria-hidden="true">–</span><span class="visually-hidden">${reason}</span></td>`;
  });
  const numbers = sums.map((sum) => `<td class="tier-sum">${sum.valueOf(country)}</td>`);
  const data = Object.entries(country.data ?? {}).map(
    ([name, value]) => ` data-${name}="${escapeMarkup(value)}"`,
  );
  return `<tr${data.join("")}>${head}${row.join("")}${numbers.join("")}</tr>`;
}

function drawKey(grid: TierGrid): string {
  const { words } = grid.wording ?? ENGLISH_FIGURES;
  const earliest = Math.min(...grid.tiers.map((tier) => tier.since));
  const entries = grid.tiers.map((tier, i) => {
    const colour = tierColour(i, grid.tiers.length);
    const isLater = tier.since > earliest && grid.years.some((year) => year < tier.since);
    const label = escapeMarkup(isLater ? words.tierSince(tier.label, tier.since) : tier.label);
    return `<li><span class="tier-key-mark tier-r${colour}">${escapeMarkup(tier.short)}</span>${label}</li>`;
  });
  const isGapShown = grid.countries.some(({ grades }) =>
    grid.years.some((year) => isMissing(grades.get(year))),
  );
  const none = isGapShown
    ? `<li><span class="tier-key-mark tier-none">–</span>${escapeMarkup(words.noTierKey)}</li>`
    : "";
  return `<ul class="tier-key" aria-label="${escapeMarkup(words.tierKey)}">${entries.join("")}${none}</ul>`;
}
