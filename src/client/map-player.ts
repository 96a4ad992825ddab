/** Milliseconds that a year is shown for while the years run. */
const PACE = 1200;

/** What changes on the page with the year; all else, the controls and what is open among it, stays. */
const PARTS = ["h1", ".map-years", ".year-map", "#map .downloads", "#map .embed code", ".map-lists"];

/**
 * Shows the map of another year in the place of the one that the page was opened with: by a slider, or one after the
 * other. Each year is a page of its own, from which the parts are taken and whose address the page then has, so that
 * links, files and code are those of the year that is seen. Where a page cannot be had, e.g. of a site on the disk, the
 * browser goes there.
 */
class MapPlayer extends HTMLElement {
  #slider: HTMLInputElement | null = null;
  #button: HTMLButtonElement | null = null;
  #timer = 0;
  readonly #pages = new Map<number, Promise<Document>>();
  /** The year that was asked for last; an earlier one that comes late is not shown. */
  #wanted = 0;
  readonly #stepsOnly = matchMedia("(prefers-reduced-motion: reduce)");

  connectedCallback(): void {
    if (this.#slider) return;
    this.#slider = this.querySelector("input");
    this.#button = this.querySelector("button");
    this.#slider?.addEventListener("input", () => {
      this.#pause();
      void this.#show(this.#year);
    });
    this.#button?.addEventListener("click", () => this.#press());
    this.#stepsOnly.addEventListener("change", () => this.#pause());
    document.addEventListener("visibilitychange", () => document.hidden && this.#pause());
    this.#label();
  }

  get #year(): number {
    return Number(this.#slider?.value);
  }

  get #isPlaying(): boolean {
    return this.#timer !== 0;
  }

  #press(): void {
    if (this.#isPlaying) {
      this.#pause();
      return;
    }
    const isLast = this.#year === Number(this.#slider?.max);
    void this.#show(isLast ? Number(this.#slider?.min) : this.#year + 1);
    if (!this.#stepsOnly.matches) this.#schedule();
    this.#label();
  }

  #schedule(): void {
    this.#timer = window.setTimeout(() => void this.#step(), PACE);
  }

  async #step(): Promise<void> {
    if (this.#year >= Number(this.#slider?.max)) {
      this.#pause();
      return;
    }
    await this.#show(this.#year + 1);
    if (!this.#isPlaying) return;
    if (this.#year < Number(this.#slider?.max)) this.#schedule();
    else this.#pause();
  }

  #pause(): void {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    this.#label();
  }

  /** Says on the button what it will do; who wants less motion goes on by one year at a press. */
  #label(): void {
    const { play = "", pause = "", next = "" } = this.dataset;
    if (this.#button) {
      this.#button.textContent = this.#isPlaying ? pause : this.#stepsOnly.matches ? next : play;
    }
  }

  async #show(year: number): Promise<void> {
    this.#wanted = year;
    if (this.#slider) this.#slider.value = String(year);
    const shown = this.querySelector(".year-shown");
    if (shown) shown.textContent = String(year);
    const address = new URL(`../${year}/`, location.href);
    try {
      const page = await this.#load(year, address);
      if (this.#wanted !== year) return;
      this.#replace(page);
      history.replaceState(history.state, "", address);
      if (year < Number(this.#slider?.max)) void this.#load(year + 1, new URL(`../${year + 1}/`, address));
    } catch {
      location.href = address.href;
    }
  }

  #load(year: number, address: URL): Promise<Document> {
    const known = this.#pages.get(year);
    if (known) return known;
    const loaded = fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    loaded.catch(() => this.#pages.delete(year));
    this.#pages.set(year, loaded);
    return loaded;
  }

  #replace(page: Document): void {
    for (const selector of PARTS) {
      const from = page.querySelector(selector);
      document
        .querySelector(selector)
        ?.replaceChildren(...[...(from?.childNodes ?? [])].map((node) => document.importNode(node, true)));
    }
    document.title = page.title;
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = document.querySelector("h1")?.textContent ?? "";
  }
}

customElements.define("map-player", MapPlayer);

export {};
