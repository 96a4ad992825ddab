import { formatDate } from "../../base/edtf.ts";
import { formatCount, formatList } from "../../base/format.ts";
import { nameOf } from "../../compute/casebook-index.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { countryAddress } from "../../compute/links.ts";
import type { GradeStay, Recommendation, Road, RoadOfOthers } from "../../compute/road.ts";
import { formatVerdict, TEST_NAMES } from "../../compute/test-result.ts";
import type { MatrixRow } from "../../compute/tests-matrix.ts";
import type { Entry, SourceReference } from "../../model/entry.ts";
import type { Law } from "../../model/record.ts";
import { formatYearRange } from "../../model/year-range.ts";
import type { Edition } from "../edition.ts";
import { linkTo } from "./addresses.ts";
import type { CountryFigures } from "./figures.ts";
import { type Html, html, joinHtml } from "./html.ts";
import { LetterNotes } from "./letter-notes.ts";

/** Moves of other countries that are listed; the rest is counted. */
const MOVES_SHOWN = 8;

const LAW_LEVELS = {
  partial: "partial criminalization",
  full: "full criminalization",
  strengthened: "strengthened",
} as const;

/** Where the letter on a country's road to the next grade stands, e.g. `countries/jpn/road/`. */
export function roadAddress(country: string): string {
  return `${countryAddress(country)}road/`;
}

/** Returns the letter's title, e.g. "Japan: the road to Tier 1". */
export function roadTitle(edition: Edition, { country, next }: Road): string {
  return `${nameOf(edition.index.casebook, country)}: the road to ${next.label}`;
}

/**
 * Returns the letter: where a country stands, what was asked and done, what the record does not say, and how others went.
 * It is in English and says only what the casebook holds or what is computed from it. Page and PDF are made of it.
 */
export function renderRoadLetter(edition: Edition, road: Road, figures: CountryFigures): Html {
  const letter = new Letter(edition, road, figures.record.tests);
  const prose = letter.render();
  return html`<div class="prose">
${prose}</div>
${letter.notes.render()}`;
}

class Letter {
  readonly notes: LetterNotes;
  readonly #edition: Edition;
  readonly #road: Road;
  readonly #outcomes: readonly MatrixRow[];
  readonly #laws: readonly Law[];
  readonly #name: string;
  readonly #page: string;

  constructor(edition: Edition, road: Road, outcomes: readonly MatrixRow[]) {
    this.notes = new LetterNotes(edition);
    this.#edition = edition;
    this.#road = road;
    this.#outcomes = outcomes;
    this.#laws = edition.index.laws.get(road.country) ?? [];
    this.#name = nameOf(edition.index.casebook, road.country);
    this.#page = roadAddress(road.country);
  }

  render(): Html {
    return html`${this.#standing()}<h2>What was asked</h2>
${this.#asked()}<h2>What was done</h2>
${this.#done()}<h2>What the record does not say</h2>
${this.#missing()}<h2>How others left ${this.#road.present.tier.label}</h2>
${this.#others(this.#road.others)}`;
  }

  #standing(): Html {
    const { present, before, next } = this.#road;
    const { scorecard } = this.#edition.index.casebook.config;
    const editions = present.last - present.first + 1;
    const kept =
      editions > 1 ? ` It has had this grade for ${editions} editions in a row, since ${present.first}.` : "";
    const graded = this.notes.refer(this.#gradeSources(present));
    const past =
      before.length > 0 &&
      html` Before that it had ${formatList(before.map(nameStay))}.${this.notes.refer(before.flatMap((stay) => this.#gradeSources(stay)))}`;
    const described =
      next.description === undefined ? "" : ` The casebook describes it so: “${next.description}”`;
    return html`<p>The ${scorecard.name} of ${present.last} graded ${this.#name} ${present.tier.label}.${kept}${graded}${past}</p>
<p>The next better grade is ${next.label}.${described} This casebook does not declare the criteria by which ${scorecard.grader} decides between the two, so this letter cannot say what would be enough. It says what the record holds, and every number is computed from it.</p>
`;
  }

  #gradeSources({ first, last }: GradeStay): SourceReference[] {
    const grades = this.#edition.index.grades.get(this.#road.country);
    const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    return years.flatMap((year) => {
      const source = grades?.get(year)?.source;
      return source === undefined ? [] : [{ source }];
    });
  }

  #asked(): Html {
    const { asked } = this.#road;
    if (asked.length === 0)
      return html`<p>The record of this casebook holds no recommendation to ${this.#name}.</p>
`;
    const counts = (["open", "answered", "complete"] as const).map(
      (state) => asked.filter((one) => one.state === state).length,
    );
    const [open = 0, answered = 0, complete = 0] = counts;
    const parts = [
      open > 0 && `${open} open`,
      answered > 0 && `${answered} answered by an outcome, without a word on how far`,
      complete > 0 && `${complete} complete`,
    ].filter((part) => part !== false);
    return html`<p>The record holds ${formatCount(asked.length, "recommendation")}: ${formatList(parts)}. One counts as complete where its last stated progress says so.</p>
${this.#table(
  ["Recommendation", "Asked", "Progress", "Answered by"],
  asked.map((one) => this.#recommendation(one)),
)}`;
  }

  #recommendation({ entry, progress, answers }: Recommendation): Html[] {
    const steps = progress.map(({ year, progress: step }) =>
      year === undefined ? step : `${year}: ${step}`,
    );
    return [
      html`${this.#linked(entry, entry.summary)}${this.notes.refer(entry.sources)}`,
      html`${dateOf(entry)}`,
      html`${steps.length > 0 ? steps.join("; ") : "not stated"}`,
      answers.length > 0
        ? joinHtml(
            answers.map((one) => this.#linked(one, one.id)),
            ", ",
          )
        : html`nothing in the record`,
    ];
  }

  #done(): Html {
    const [outcomes, laws] = [this.#outcomes.length, this.#laws.length];
    const counted = `The record holds ${countOf(outcomes, "outcome")} and ${countOf(laws, "law")} of ${this.#name}.`;
    const tested =
      outcomes > 0
        ? " Sequencing asks whether an outcome came after the push, congruence whether it matches what was asked, testimony whether witnesses tie the two. What is undecidable or not in the record has not failed."
        : "";
    // Notes are numbered as they are asked for, so the table comes before the list.
    const table = outcomes > 0 && this.#outcomeTable();
    const list =
      laws > 0 &&
      html`<ul>
${this.#laws.map((law) => this.#law(law))}</ul>
`;
    return html`<p>${counted}${tested}</p>
${table}${list}`;
  }

  #outcomeTable(): Html {
    return this.#table(
      ["Outcome", "Date", "Sequencing", "Congruence", "Testimony"],
      this.#outcomes.map(({ outcome, cells }) => [
        html`${this.#linked(outcome, outcome.summary)}${this.notes.refer(outcome.sources)}`,
        html`${dateOf(outcome)}`,
        ...TEST_NAMES.map((test) => html`${formatVerdict(cells[test].verdict)}`),
      ]),
    );
  }

  #law({ id, title, date, level, source }: Law): Html {
    const note = this.notes.refer(source === undefined ? [] : [{ source }]);
    return html`<li>${title ?? id}, ${formatDate(date)}: ${LAW_LEVELS[level]}.${note}</li>
`;
  }

  #missing(): Html {
    const { asked, gaps } = this.#road;
    const unstated = asked.filter(({ progress }) => progress.length === 0).length;
    const undated = (entries: readonly Entry[]): number => entries.filter(({ date }) => !date).length;
    const undatedAsked = undated(asked.map(({ entry }) => entry));
    const undatedDone = undated(this.#outcomes.map(({ outcome }) => outcome));
    const sentences: Html[] = [
      ...(asked.length === 0 ? [html`What was asked of ${this.#name}.`] : []),
      ...(unstated > 0
        ? [html`How far ${unstated} of the ${formatCount(asked.length, "recommendation")} went.`]
        : []),
      ...(undatedAsked > 0
        ? [html`When ${formatCount(undatedAsked, "recommendation was", "recommendations were")} made.`]
        : []),
      ...(undatedDone > 0 ? [html`When ${formatCount(undatedDone, "outcome")} came about.`] : []),
      ...(this.#outcomes.length === 0 ? [html`Any outcome.`] : []),
      ...(this.#laws.length === 0 ? [html`Any law.`] : []),
      ...gaps.map(
        (gap) =>
          html`Looked for and not found: ${this.#linked(gap, gap.summary)}${this.notes.refer(gap.sources)}`,
      ),
    ];
    return html`<ul>
<li>The criteria for the next better grade.</li>
${sentences.map(
  (sentence) => html`<li>${sentence}</li>
`,
)}</ul>
`;
  }

  #others({ countries, stays, up, down, editions }: RoadOfOthers): Html {
    const { tier } = this.#road.present;
    const { index } = this.#edition;
    if (stays === 0)
      return html`<p>No other country of this casebook has been graded ${tier.label}.</p>
`;
    const rest = stays - up.length - down;
    const years = [...index.grades.values()].flatMap((grades) => [...grades.keys()]);
    const span = formatYearRange({ first: Math.min(...years), last: Math.max(...years) });
    const note = this.notes.say(
      `Computed from the grades of ${formatCount(index.grades.size, "country", "countries")}, ${span}. A stay is a run of editions with one grade; one that began before the first known grade counts from that.`,
    );
    const moved = formatCount(new Set(up.map(({ country }) => country)).size, "country", "countries");
    const rose =
      editions && up.length > 0
        ? ` ${formatCount(up.length, "stay")} of ${moved} ended with a better grade, after ${formatEditions(editions)}.`
        : " None ended with a better grade.";
    const withLaw = up.filter(({ law }) => law).length;
    const laws =
      up.length > 0 && index.casebook.laws.length > 0
        ? ` In ${withLaw} of the ${up.length} the record has a law of that country dated before the edition that brought it.`
        : "";
    return html`<p>${formatCount(countries, "other country has", "other countries have")} been graded ${tier.label}, in ${formatCount(stays, "stay")}.${rose}${laws} ${down} ended with a worse grade; ${rest} lasted to the last edition or ended in a year without a grade.${note}</p>
${up.length > 0 && this.#moves(up)}`;
  }

  #moves(up: RoadOfOthers["up"]): Html {
    const { casebook } = this.#edition.index;
    const shown = up.slice(0, MOVES_SHOWN);
    const rows = shown.map(({ country, first, last, to, law }) => [
      html`<a href="${linkTo(this.#page, countryAddress(country))}">${nameOf(casebook, country)}</a>`,
      html`${formatYearRange({ first, last })}`,
      html`${to.label} in ${last + 1}`,
      html`${law ? `${law.title ?? LAW_LEVELS[law.level]}, ${formatDate(law.date)}` : "none in the record"}`,
    ]);
    const more = up.length - shown.length;
    return html`${this.#table(["Country", `Years at ${this.#road.present.tier.label}`, "Then", "Latest law before"], rows)}${
      more > 0 &&
      html`<p>These are the latest; ${more} more came before.</p>
`
    }`;
  }

  #linked(entry: Entry, words: string): Html {
    return html`<a href="${linkTo(this.#page, entryAddress(entry))}">${words}</a>`;
  }

  #table(heads: readonly string[], rows: readonly (readonly Html[])[]): Html {
    return html`<div class="table-scroll" role="group" aria-label="${`${heads[0]} table`}" tabindex="0"><table class="list-table road-table">
<thead>
<tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr>
</thead>
<tbody>
${rows.map(
  ([
    first,
    ...cells
  ]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table></div>
`;
  }
}

/** Returns "12 outcomes", "1 law" or "no law". */
function countOf(count: number, noun: string): string {
  return count === 0 ? `no ${noun}` : formatCount(count, noun);
}

function nameStay({ tier, first, last }: GradeStay): string {
  return `${tier.label} in ${formatYearRange({ first, last })}`;
}

function dateOf({ date }: Entry): string {
  return date ? formatDate(date) : "no date";
}

function formatEditions({ median, shortest, longest }: NonNullable<RoadOfOthers["editions"]>): string {
  if (shortest === longest) return formatCount(shortest, "edition");
  return `a median of ${formatCount(median, "edition")} (${shortest} to ${longest})`;
}
