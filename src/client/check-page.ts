import type { NotReplayed, PageRecord } from "../compute/replay.ts";
import { replayClaim, replayStatistic } from "../compute/replay.ts";

type Words = Readonly<
  Record<
    | "here"
    | "differs"
    | "summary"
    | "same"
    | "disagree"
    | "notReplayed"
    | "broken"
    | "holds"
    | "fails"
    | "not-in-record"
    | NotReplayed,
    string
  >
>;

/** What came of a statement or a number: the same as is published, something else, or nothing. */
type Outcome = "same" | "differs" | "not-replayed";

/**
 * Judges the page's statements and computes its statistics anew, from the record in the page and with the code that judged
 * them when it was built, and writes what it finds beside what is published.
 */
class PageCheck {
  readonly #words: Words;
  readonly #counts: Record<Outcome, number> = { same: 0, differs: 0, "not-replayed": 0 };

  constructor(words: Words) {
    this.#words = words;
  }

  run({ claims, statistics }: PageRecord): void {
    for (const old of document.querySelectorAll(".replayed")) old.remove();
    for (const record of claims) {
      const words = (document.getElementById(record.id)?.textContent ?? "").replace(/\s+/g, " ").trim();
      const line = document.querySelector(`.checked a[href="#${CSS.escape(record.id)}"]`)?.closest("li");
      const published = line?.querySelector(".verdict")?.className.replace(/^verdict verdict-/, "");
      const replayed = replayClaim(record, words);
      if ("reason" in replayed) this.#note(line, "not-replayed", this.#words[replayed.reason]);
      else if (replayed.verdict === published) this.#note(line, "same", this.#words[replayed.verdict]);
      else this.#note(line, "differs", `${this.#words[replayed.verdict]} (${replayed.found})`);
    }
    for (const record of statistics) {
      const table = document.getElementById(record.table);
      const cell = table?.querySelectorAll("tbody tr")[record.row]?.querySelector("td");
      const published = cell?.firstChild?.textContent?.trim();
      const found = replayStatistic(record);
      if (typeof found !== "string") this.#note(cell, "not-replayed", this.#words[found.reason]);
      else this.#note(cell, found === published ? "same" : "differs", found);
    }
    this.#summarize();
  }

  #note(place: Element | null | undefined, outcome: Outcome, text: string): void {
    this.#counts[outcome]++;
    const note = document.createElement(outcome === "differs" ? "strong" : "span");
    note.className = `replayed replayed-${outcome}`;
    const { here, differs } = this.#words;
    note.textContent = outcome === "differs" ? `${here}: ${differs}: ${text}` : `${here}: ${text}`;
    place?.append(" ", note);
  }

  #summarize(): void {
    const { same, differs, "not-replayed": left } = this.#counts;
    const { summary, same: agree, disagree, notReplayed } = this.#words;
    const result = document.querySelector(".check-result");
    if (result) {
      result.textContent = `${summary}: ${same + differs}. ${agree}: ${same}. ${disagree}: ${differs}. ${notReplayed}: ${left}.`;
      result.classList.toggle("check-differs", differs > 0);
    }
    const list = document.querySelector<HTMLDetailsElement>(".checked details");
    if (list) list.open = true;
  }
}

function checkPage(): void {
  const button = document.querySelector<HTMLElement>(".check-page button");
  const words = JSON.parse(button?.dataset.words ?? "{}") as Words;
  try {
    const text = document.getElementById("check-record")?.textContent ?? "";
    new PageCheck(words).run(JSON.parse(text) as PageRecord);
  } catch {
    const result = document.querySelector(".check-result");
    if (result) result.textContent = words.broken;
  }
}

checkPage();
