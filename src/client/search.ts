import type { Answer, Hit, HitGroup, Piece, Question } from "./search/messages.ts";
import { isSlashKeyOn, turnSlashKey } from "./search/slash-key.ts";

/** Where this script lies: the worker beside it, the site's root two folders up. */
const HERE = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;

/**
 * The search box with what it finds, finished in the page but for the answers. On its own page the query stands in the
 * address. Arrow keys move through the hits, Escape leads back to the box.
 */
class SiteSearch extends HTMLElement {
  #worker: Worker | undefined;
  #asked = 0;
  #isLoaded = false;
  #all: string | undefined;
  #input!: HTMLInputElement;
  #status!: HTMLElement;
  #results!: HTMLElement;

  connectedCallback(): void {
    const [input, status, results] = [
      this.querySelector<HTMLInputElement>("input[type=search]"),
      this.querySelector<HTMLElement>("[role=status]"),
      this.querySelector<HTMLElement>(".search-results"),
    ];
    if (!input || !status || !results || this.#worker) return;
    this.#input = input;
    this.#status = status;
    this.#results = results;
    this.#worker = new Worker(new URL("search-worker.js", HERE));
    this.#worker.onmessage = ({ data }) => this.#hear(data as Answer);
    input.addEventListener("input", () => {
      this.#all = undefined;
      this.#remember();
      this.#ask();
    });
    this.addEventListener("keydown", (event) => this.#onKey(event));
    if (!this.#isInDialog) addEventListener("popstate", () => this.#restore());
    this.#offerKey();
    this.#restore();
    input.focus({ preventScroll: true });
  }

  get #isInDialog(): boolean {
    return this.closest("dialog") !== null;
  }

  #restore(): void {
    if (!this.#isInDialog) this.#input.value = new URLSearchParams(location.search).get("q") ?? "";
    this.#ask();
  }

  #remember(): void {
    if (this.#isInDialog) return;
    const query = new URLSearchParams({ q: this.#input.value }).toString();
    history.replaceState(null, "", this.#input.value === "" ? location.pathname : `?${query}`);
  }

  #ask(): void {
    const query = this.#input.value.trim();
    this.#asked++;
    this.toggleAttribute("data-asked", query !== "");
    if (query === "") this.#show([]);
    const question: Question = { query, id: this.#asked, ...(this.#all ? { all: this.#all } : {}) };
    if (query !== "") this.#worker?.postMessage(question);
  }

  #hear(answer: Answer): void {
    if (answer.type === "failed") this.#say(this.#status.dataset.failed ?? "");
    else if (answer.type === "loaded") {
      this.#isLoaded = answer.isAll;
      this.toggleAttribute("data-loaded", answer.isAll);
      // Who moves among the hits keeps them as they are.
      if (!this.#results.contains(document.activeElement)) this.#ask();
    } else if (answer.id === this.#asked) this.#show(answer.groups);
  }

  #say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  #show(groups: readonly HitGroup[]): void {
    const query = this.#input.value.trim();
    this.#results.replaceChildren(...groups.map((group) => this.#drawGroup(group)));
    const count = groups.reduce((sum, group) => sum + group.count, 0);
    const { found = "", none = "", loading = "" } = this.#status.dataset;
    if (query === "") this.#say("");
    else if (count > 0) this.#say(found.replace("{n}", String(count)));
    else this.#say(this.#isLoaded ? none.replace("{q}", () => query) : loading);
  }

  #drawGroup({ id, label, count, hits }: HitGroup): HTMLElement {
    const section = document.createElement("section");
    const heading = section.appendChild(document.createElement("h2"));
    heading.id = `found-${id}`;
    heading.textContent = `${label} (${count})`;
    section.setAttribute("aria-labelledby", heading.id);
    const list = section.appendChild(document.createElement("ul"));
    list.append(...hits.map(drawHit));
    if (hits.length < count && id !== this.#all) {
      const more = section.appendChild(document.createElement("button"));
      more.type = "button";
      more.textContent = (this.#results.dataset.all ?? "").replace("{n}", String(count));
      more.addEventListener("click", () => {
        this.#all = id;
        this.#input.focus();
        this.#ask();
      });
    }
    return section;
  }

  #onKey(event: KeyboardEvent): void {
    const { key } = event;
    if (key !== "ArrowDown" && key !== "ArrowUp" && key !== "Escape" && key !== "Enter") return;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const links = [...this.#results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const isInBox = document.activeElement === this.#input;
    if (key === "Enter") {
      if (isInBox) links[0]?.click();
    } else if (key === "Escape") {
      if (at < 0) return;
      event.preventDefault();
      this.#input.focus();
    } else if (isInBox || at >= 0) {
      const next = at + (key === "ArrowDown" ? 1 : -1);
      if (isInBox && key === "ArrowUp") return;
      event.preventDefault();
      if (next < 0) this.#input.focus();
      else links[Math.min(next, links.length - 1)]?.focus();
    }
  }

  /** A key of one character must be one that can be turned off (WCAG 2.1.4). */
  #offerKey(): void {
    const box = this.querySelector<HTMLInputElement>("input[name=key]");
    if (!box) return;
    box.checked = isSlashKeyOn();
    box.addEventListener("change", () => turnSlashKey(box.checked));
  }
}

function drawHit({ address, title, beside, passage }: Hit): HTMLElement {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = new URL(`../../${address}`, HERE).href;
  link.append(...title.map(drawPiece));
  if (beside.length > 0) {
    const unit = document.createElement("span");
    unit.className = "unit";
    unit.append(...beside.map(drawPiece));
    item.append(" ", unit);
  }
  if (passage.length > 0) {
    const text = item.appendChild(document.createElement("p"));
    text.append(...passage.map(drawPiece));
  }
  return item;
}

function drawPiece([text, isMatch]: Piece): Node {
  if (!isMatch) return document.createTextNode(text);
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

customElements.define("site-search", SiteSearch);
