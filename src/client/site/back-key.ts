/** A place that a reader left by a link of this site. */
interface Place {
  /** Path and query of the page. */
  readonly page: string;
  readonly scrollY: number;
  /** Which of the page's links was followed, from 0. */
  readonly link: number;
  /** Path of the page to which it led: only there does the key lead back. */
  readonly to: string;
}

const TRAIL_KEY = "demarche-trail";
const RETURN_KEY = "demarche-return";

/** Most places that are remembered. */
const MAX_PLACES = 50;

/** Storage may be forbidden; then the key leads back within the page alone. */
function read<T>(key: string): T | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {}
}

const here = (): string => location.pathname + location.search;

/** Links of the page's own, in the order of its HTML: open notes repeat some of them. */
function pageLinks(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("main a[href]")].filter(
    (link) => !link.closest("[data-passing]"),
  );
}

/** Leads back with Backspace to where the last link was followed, and says where that is. */
class BackKey {
  #trail: Place[] = read<Place[]>(TRAIL_KEY) ?? [];
  readonly #status: HTMLElement;
  readonly #words: string;

  constructor(words: string) {
    this.#words = words;
    this.#status = document.createElement("p");
    this.#status.className = "visually-hidden";
    this.#status.setAttribute("role", "status");
    document.body.append(this.#status);
    document.addEventListener("click", (event) => this.#onClick(event));
    document.addEventListener("keydown", (event) => this.#onKey(event));
    addEventListener("pageshow", () => this.#arrive());
  }

  #onClick(event: MouseEvent): void {
    const clicked = (event.target as Element).closest<HTMLAnchorElement>("main a[href]");
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!clicked || !isPlain || event.defaultPrevented || clicked.target || clicked.hasAttribute("download"))
      return;
    const url = new URL(clicked.href);
    if (url.protocol !== location.protocol || url.host !== location.host) return;
    const passing = clicked.closest<HTMLElement>("[data-passing]");
    const link = passing?.previousElementSibling?.querySelector("a") ?? clicked;
    const place = {
      page: here(),
      scrollY,
      link: pageLinks().indexOf(link as HTMLAnchorElement),
      to: url.pathname,
    };
    this.#trail = [...this.#trail, place].slice(-MAX_PLACES);
    write(TRAIL_KEY, this.#trail);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Backspace" || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = event.target as HTMLElement;
    if (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)) return;
    if (document.querySelector("dialog[open]")) return;
    const place = this.#trail.at(-1);
    if (place?.to === location.pathname) {
      event.preventDefault();
      this.#trail = this.#trail.slice(0, -1);
      write(TRAIL_KEY, this.#trail);
      if (place.page === here()) this.#goTo(place);
      else {
        write(RETURN_KEY, place);
        location.assign(place.page);
      }
      return;
    }
    const item = target.closest(".notes li") ?? document.querySelector(".notes li:target");
    const back = item?.querySelector<HTMLAnchorElement>(".note-back");
    if (!back) return;
    event.preventDefault();
    const reference = document.getElementById(decodeURIComponent(back.hash.slice(1)));
    const link = reference?.querySelector<HTMLAnchorElement>("a");
    if (link) this.#show(link);
  }

  #goTo(place: Place): void {
    history.replaceState(null, "", place.page);
    scrollTo({ top: place.scrollY, behavior: "instant" });
    const link = pageLinks()[place.link];
    if (link) this.#show(link);
  }

  #show(link: HTMLAnchorElement): void {
    for (let box = link.closest("details"); box; box = box.parentElement?.closest("details") ?? null)
      box.open = true;
    link.focus({ preventScroll: true });
    const { top, bottom } = link.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) link.scrollIntoView({ block: "center", behavior: "instant" });
    this.#status.textContent = `${this.#words}: ${link.getAttribute("aria-label") ?? link.textContent}`;
  }

  #arrive(): void {
    this.#trail = read<Place[]>(TRAIL_KEY) ?? this.#trail;
    const place = read<Place>(RETURN_KEY);
    if (place?.page !== here()) return;
    write(RETURN_KEY, null);
    this.#goTo(place);
  }
}

const help = document.querySelector<HTMLElement>("[data-back-at]");
if (help) new BackKey(help.dataset.backAt ?? "");

export {};
