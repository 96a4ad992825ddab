import { nameOf } from "../../compute/casebook-index.ts";
import { entryAddress } from "../../compute/entry-links.ts";
import { countryAddress } from "../../compute/links.ts";
import type { GradeStay, Recommendation, Road, RoadOfOthers } from "../../compute/road.ts";
import { TEST_NAMES } from "../../compute/test-result.ts";
import type { MatrixRow } from "../../compute/tests-matrix.ts";
import type { Entry, SourceReference } from "../../model/entry.ts";
import type { Law } from "../../model/record.ts";
import { formatYearRange } from "../../model/year-range.ts";
import type { Edition } from "../edition.ts";
import { siteWording, type Wording } from "../words/wording.ts";
import { linkTo } from "./addresses.ts";
import type { CountryFigures } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { LetterNotes } from "./letter-notes.ts";

/** Moves of other countries that are listed; the rest is counted. */
const MOVES_SHOWN = 8;

/** Where the letter on a country's road to the next grade stands, e.g. `countries/jpn/road/`. */
export function roadAddress(country: string): string {
  return `${countryAddress(country)}road/`;
}

/** Returns the letter's title, e.g. "Japan: the road to Tier 1". */
export function roadTitle(edition: Edition, { country, next }: Road): string {
  const { words } = siteWording(edition);
  return words.roadTitle(nameOf(edition.index.casebook, country), next.label);
}

/**
 * Returns the letter: where a country stands, what was asked and done, what the record does not say, and how others went.
 * It says only what the casebook holds or what is computed from it. Page and PDF are made of it.
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
  readonly #wording: Wording;

  constructor(edition: Edition, road: Road, outcomes: readonly MatrixRow[]) {
    this.#wording = siteWording(edition);
    this.notes = new LetterNotes(edition);
    this.#edition = edition;
    this.#road = road;
    this.#outcomes = outcomes;
    this.#laws = edition.index.laws.get(road.country) ?? [];
    this.#name = nameOf(edition.index.casebook, road.country);
    this.#page = roadAddress(road.country);
  }

  render(): Html {
    const wording = this.#wording;
    return html`${this.#standing()}<h2>${wording.say("whatWasAsked")}</h2>
${this.#asked()}<h2>${wording.say("whatWasDone")}</h2>
${this.#done()}<h2>${wording.say("whatIsNotSaid")}</h2>
${this.#missing()}<h2>${wording.say("howOthersLeft", this.#road.present.tier.label)}</h2>
${this.#others(this.#road.others)}`;
  }

  #standing(): Html {
    const { present, before, next } = this.#road;
    const { scorecard } = this.#edition.index.casebook.config;
    const wording = this.#wording;
    const editions = present.last - present.first + 1;
    const kept = editions > 1 && html` ${wording.say("hasHadGrade", editions, present.first)}`;
    const graded = this.notes.refer(this.#gradeSources(present));
    const past =
      before.length > 0 &&
      html` ${wording.say("beforeThat", wording.list(before.map((stay) => this.#nameStay(stay))))}${this.notes.refer(before.flatMap((stay) => this.#gradeSources(stay)))}`;
    const described =
      next.description !== undefined && html` ${wording.say("describedSo", next.description)}`;
    return html`<p>${wording.say("wasGraded", scorecard.name, present.last, this.#name, present.tier.label)}${kept}${graded}${past}</p>
<p>${wording.say("nextGradeIs", next.label)}${described} ${wording.say("noCriteria", scorecard.grader)}</p>
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
    const wording = this.#wording;
    if (asked.length === 0)
      return html`<p>${wording.say("noRecommendation", this.#name)}</p>
`;
    const countOf = (state: Recommendation["state"]): number =>
      asked.filter((one) => one.state === state).length;
    const counts = {
      all: asked.length,
      open: countOf("open"),
      answered: countOf("answered"),
      complete: countOf("complete"),
    };
    return html`<p>${wording.say("recommendationsAre", counts)}</p>
${this.#table(
  wording.words.recommendation,
  wording.sayAll("recommendation", "asked", "progress", "answeredBy"),
  asked.map((one) => this.#recommendation(one)),
)}`;
  }

  #recommendation({ entry, progress, answers }: Recommendation): Html[] {
    const wording = this.#wording;
    const { words } = wording;
    const steps = progress.map(({ year, progress: step }) =>
      year === undefined ? step : words.progressIn(year, step),
    );
    return [
      html`${this.#linked(entry, entry.summary)}${this.notes.refer(entry.sources)}`,
      this.#dateOf(entry),
      steps.length > 0 ? html`${steps.join(words.partSeparator)}` : wording.say("notStated"),
      answers.length > 0
        ? wording.row(answers.map((one) => this.#linked(one, one.id)))
        : wording.say("nothingInRecord"),
    ];
  }

  #done(): Html {
    const [outcomes, laws] = [this.#outcomes.length, this.#laws.length];
    const counted = this.#wording.say("outcomesAndLaws", outcomes, laws, this.#name);
    const tested = outcomes > 0 && html` ${this.#wording.say("whatTestsAsk")}`;
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
    const wording = this.#wording;
    return this.#table(
      wording.words.outcome,
      wording.sayAll("outcome", "date", "sequencing", "congruence", "testimony"),
      this.#outcomes.map(({ outcome, cells }) => [
        html`${this.#linked(outcome, outcome.summary)}${this.notes.refer(outcome.sources)}`,
        this.#dateOf(outcome),
        ...TEST_NAMES.map((test) => wording.sayOf("testVerdicts", cells[test].verdict)),
      ]),
    );
  }

  #law({ id, title, date, level, source }: Law): Html {
    const note = this.notes.refer(source === undefined ? [] : [{ source }]);
    const wording = this.#wording;
    const words = wording.say("lawOn", title ?? id, wording.date(date), wording.sayOf("lawLevels", level));
    return html`<li>${words}${note}</li>
`;
  }

  #missing(): Html {
    const { asked, gaps } = this.#road;
    const wording = this.#wording;
    const unstated = asked.filter(({ progress }) => progress.length === 0).length;
    const undated = (entries: readonly Entry[]): number => entries.filter(({ date }) => !date).length;
    const undatedAsked = undated(asked.map(({ entry }) => entry));
    const undatedDone = undated(this.#outcomes.map(({ outcome }) => outcome));
    const sentences: Html[] = [
      ...(asked.length === 0 ? [wording.say("whatWasAskedOf", this.#name)] : []),
      ...(unstated > 0 ? [wording.say("howFarTheyWent", unstated, asked.length)] : []),
      ...(undatedAsked > 0 ? [wording.say("whenRecommended", undatedAsked)] : []),
      ...(undatedDone > 0 ? [wording.say("whenOutcomes", undatedDone)] : []),
      ...(this.#outcomes.length === 0 ? [wording.say("anyOutcome")] : []),
      ...(this.#laws.length === 0 ? [wording.say("anyLaw")] : []),
      ...gaps.map(
        (gap) =>
          html`${wording.say("lookedForNotFound", this.#linked(gap, gap.summary))}${this.notes.refer(gap.sources)}`,
      ),
    ];
    return html`<ul>
<li>${wording.say("theCriteria")}</li>
${sentences.map(
  (sentence) => html`<li>${sentence}</li>
`,
)}</ul>
`;
  }

  #others({ countries, stays, up, down, editions }: RoadOfOthers): Html {
    const { tier } = this.#road.present;
    const { index } = this.#edition;
    const wording = this.#wording;
    if (stays === 0)
      return html`<p>${wording.say("noOtherHad", tier.label)}</p>
`;
    const rest = stays - up.length - down;
    const years = [...index.grades.values()].flatMap((grades) => [...grades.keys()]);
    const span = formatYearRange({ first: Math.min(...years), last: Math.max(...years) });
    const note = this.notes.say(wording.say("othersNote", index.grades.size, span));
    const moved = new Set(up.map(({ country }) => country)).size;
    const rose =
      editions && up.length > 0
        ? wording.say("someRose", up.length, moved, editions)
        : wording.say("noneRose");
    const withLaw = up.filter(({ law }) => law).length;
    const laws =
      up.length > 0 && index.casebook.laws.length > 0 && html` ${wording.say("withLaw", withLaw, up.length)}`;
    return html`<p>${wording.say("othersHad", { countries, stays, tier: tier.label })} ${rose}${laws} ${wording.say("othersEnded", down, rest)}${note}</p>
${up.length > 0 && this.#moves(up)}`;
  }

  #moves(up: RoadOfOthers["up"]): Html {
    const { casebook } = this.#edition.index;
    const wording = this.#wording;
    const { words } = wording;
    const shown = up.slice(0, MOVES_SHOWN);
    const rows = shown.map(({ country, first, last, to, law }) => [
      html`<a href="${linkTo(this.#page, countryAddress(country))}">${nameOf(casebook, country)}</a>`,
      html`${formatYearRange({ first, last })}`,
      wording.say("tierThen", to.label, last + 1),
      law
        ? wording.say("datedLaw", law.title ?? words.lawLevels[law.level], wording.date(law.date))
        : wording.say("noLawInRecord"),
    ]);
    const more = up.length - shown.length;
    const heads = [
      wording.say("country"),
      wording.say("yearsAt", this.#road.present.tier.label),
      ...wording.sayAll("afterwards", "latestLaw"),
    ];
    return html`${this.#table(words.country, heads, rows)}${
      more > 0 &&
      html`<p>${wording.say("theseAreLatest", more)}</p>
`
    }`;
  }

  #linked(entry: Entry, words: string): Html {
    return html`<a href="${linkTo(this.#page, entryAddress(entry))}">${words}</a>`;
  }

  #dateOf({ date }: Entry): Html {
    return date ? html`${this.#wording.date(date)}` : this.#wording.say("noDate");
  }

  #nameStay({ tier, first, last }: GradeStay): string {
    return this.#wording.words.tierInYears(tier.label, formatYearRange({ first, last }));
  }

  #table(what: string, heads: readonly Html[], rows: readonly (readonly Html[])[]): Html {
    return html`<div class="table-scroll" role="group" aria-label="${this.#wording.words.tableOf(what)}" tabindex="0"><table class="list-table road-table">
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
