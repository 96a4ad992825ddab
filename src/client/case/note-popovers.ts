/** How long the pointer rests before a note opens, and how long it may be away before it closes, in ms. */
const OPEN_DELAY = 120;
const CLOSE_DELAY = 250;

/** Least distance of an open note from the window's edges and from its reference, in px. */
const MARGIN = 8;

const POPOVER_ID = "note-popover";

interface OpenNote {
  readonly link: HTMLAnchorElement;
  readonly note: HTMLElement;
  /** Absent where the note stands in the margin and is only marked there. */
  readonly popover: HTMLElement | undefined;
}

/**
 * Opens notes beside their references: on pointing at one, on reaching it with the keyboard, on tapping it. Escape, a
 * tap elsewhere or leaving closes it. The open note follows its reference in reading order, so its links are next.
 * Without the script the references are plain links to the notes.
 */
class NotePopovers {
  #open: OpenNote | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pointerType = "mouse";
  #isDismissing = false;
  readonly #article: HTMLElement;

  constructor(article: HTMLElement) {
    this.#article = article;
    for (const link of article.querySelectorAll<HTMLAnchorElement>(".note-reference > a")) {
      link.addEventListener("pointerenter", (event) => this.#onEnter(event, link));
      link.addEventListener("pointerleave", (event) => this.#onLeave(event));
      link.addEventListener("focus", () => this.#onFocus(link));
      link.addEventListener("focusout", (event) => this.#onFocusOut(event));
      link.addEventListener("click", (event) => this.#onClick(event, link));
    }
    document.addEventListener("pointerdown", (event) => this.#onPointerDown(event), true);
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#dismiss());
    addEventListener("resize", () => this.#close());
  }

  #onEnter(event: PointerEvent, link: HTMLAnchorElement): void {
    if (event.pointerType !== "touch") this.#plan(() => this.#show(link), OPEN_DELAY);
  }

  #onLeave(event: PointerEvent): void {
    if (event.pointerType !== "touch") this.#plan(() => this.#close(), CLOSE_DELAY);
  }

  #onFocus(link: HTMLAnchorElement): void {
    if (link.matches(":focus-visible") && !this.#isDismissing) this.#show(link);
  }

  #onPointerDown(event: PointerEvent): void {
    this.#pointerType = event.pointerType;
    const target = event.target as Node;
    if (!this.#open || this.#open.link.contains(target) || this.#open.popover?.contains(target)) return;
    this.#close();
  }

  /** A tap opens and closes the note; a click with the mouse follows the link, since the note is open already. */
  #onClick(event: MouseEvent, link: HTMLAnchorElement): void {
    if (this.#pointerType !== "touch" || event.detail === 0) return;
    event.preventDefault();
    if (this.#open?.link === link) this.#close();
    else this.#show(link);
  }

  #onFocusOut(event: FocusEvent): void {
    const next = event.relatedTarget as Node | null;
    const { link, popover } = this.#open ?? {};
    if (next && (link?.contains(next) || popover?.contains(next))) return;
    this.#plan(() => this.#close(), 0);
  }

  #dismiss(): void {
    const { link, popover } = this.#open ?? {};
    const wasInside = popover?.contains(document.activeElement);
    this.#close();
    this.#isDismissing = true;
    if (wasInside) link?.focus();
    this.#isDismissing = false;
    clearTimeout(this.#timer);
  }

  #plan(action: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, delay);
  }

  #show(link: HTMLAnchorElement): void {
    clearTimeout(this.#timer);
    if (this.#open?.link === link) return;
    this.#close();
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!note) return;
    const isBeside = this.#article.classList.contains("has-sidenotes") && isInView(note);
    note.classList.toggle("is-active", isBeside);
    const popover = isBeside ? undefined : this.#createPopover(link, note);
    link.setAttribute("aria-describedby", popover ? POPOVER_ID : note.id);
    this.#open = { link, note, popover };
  }

  #createPopover(link: HTMLAnchorElement, note: HTMLElement): HTMLElement {
    const popover = document.createElement("div");
    popover.id = POPOVER_ID;
    popover.className = "note-popover";
    popover.dataset.passing = "";
    popover.popover = "manual";
    popover.setAttribute("role", "note");
    popover.setAttribute("aria-label", link.getAttribute("aria-label") ?? "");
    for (const child of note.childNodes) popover.append(child.cloneNode(true));
    for (const marked of popover.querySelectorAll("[id]")) marked.removeAttribute("id");
    for (const back of popover.querySelectorAll(".note-back")) back.remove();
    popover.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    popover.addEventListener("pointerleave", (event) => this.#onLeave(event));
    popover.addEventListener("focusout", (event) => this.#onFocusOut(event));
    link.parentElement?.after(popover);
    popover.showPopover();
    place(popover, link);
    return popover;
  }

  #close(): void {
    if (!this.#open) return;
    const { link, note, popover } = this.#open;
    this.#open = undefined;
    link.removeAttribute("aria-describedby");
    note.classList.remove("is-active");
    popover?.remove();
  }
}

/** Puts an open note below its reference, or above where there is more room. */
function place(popover: HTMLElement, link: HTMLElement): void {
  const anchor = link.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = popover;
  const isAbove = anchor.bottom + offsetHeight + MARGIN > clientHeight && anchor.top > offsetHeight + MARGIN;
  const top = isAbove ? anchor.top - offsetHeight - MARGIN : anchor.bottom + MARGIN;
  const middle = anchor.left + anchor.width / 2 - offsetWidth / 2;
  const left = Math.max(MARGIN, Math.min(middle, clientWidth - offsetWidth - MARGIN));
  popover.style.top = `${top + scrollY}px`;
  popover.style.left = `${left + scrollX}px`;
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

const article = document.querySelector<HTMLElement>("[data-notes]");
if (article && "showPopover" in article) new NotePopovers(article);

export {};
