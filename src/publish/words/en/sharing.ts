import { type Html, type HtmlValue, html } from "../../site/html.ts";

/** English words of what others may show of the site: figures in frames, the poster. */
export const sharing = {
  embedNamed: (label?: string): string => `Embed ${label ?? "the figure"}`,
  embedHelp: "Shows the figure on another page, with its source and a link back.",
  embedCode: "Code",
  embedSource: (source: HtmlValue): Html => html`Source: ${source}`,
  poster: "Poster",
  posterTitle: (scorecard: string): string => `${scorecard} tiers by country and year: a poster`,
  posterDescription: (countries: number, first: number, last: number): string =>
    `The tiers of ${countries} countries from ${first} to ${last} on one sheet, to print.`,
  posterSubtitle: (countries: number, grader: string): string =>
    `Tiers of ${countries} countries by year, as given by ${grader}`,
  posterSheet: (sheet: string): string =>
    `One sheet of ${sheet}, in vector form: it prints sharp at any size. The same as a table stands on the page of countries.`,
  posterLink: "All grades on one sheet, to print",
};
