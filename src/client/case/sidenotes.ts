/** The least width of a window in which notes stand in the margin; `site-notes.css` has the same number. */
const ROOM = "(min-width: 75rem)";

/** Space between two notes in the margin, in px. */
const GAP = 10;

interface Sidenote {
  readonly item: HTMLElement;
  readonly reference: HTMLElement | null;
}

/**
 * Moves the items of the list of notes into the margin, each beside its first reference or as far below as the notes
 * before it need. They stay the same elements in the same order, so links to them and readers' tools go on working.
 */
function enableSidenotes(article: HTMLElement): void {
  const room = matchMedia(ROOM);
  const notes = [...article.querySelectorAll<HTMLElement>(".notes > ol > li")].map((item): Sidenote => {
    const label = item.id.slice("fn:".length);
    return { item, reference: document.getElementById(`fnref:${label}`) };
  });
  const layOut = (): void => {
    article.classList.toggle("has-sidenotes", room.matches);
    if (room.matches) placeNotes(article, notes);
    else clearNotes(article, notes);
  };
  let isPlanned = false;
  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      layOut();
    });
  };
  // Before each frame until all has come: a typeface moves references without a change in any block's size, and is
  // only told of after the frame that shows it.
  const follow = (): void => {
    layOut();
    if (document.readyState !== "complete" || document.fonts.status === "loading")
      requestAnimationFrame(follow);
  };
  follow();
  room.addEventListener("change", plan);
  addEventListener("load", plan);
  document.addEventListener("toggle", plan, true);
  document.fonts.ready.then(plan);
  const prose = article.querySelector(".prose");
  if (prose) new ResizeObserver(plan).observe(prose);
}

function placeNotes(article: HTMLElement, notes: readonly Sidenote[]): void {
  const origin = article.getBoundingClientRect().top;
  const measured = notes.map(({ item, reference }) => {
    const isShown = reference !== null && reference.getClientRects().length > 0;
    const wish = isShown ? reference.getBoundingClientRect().top - origin : 0;
    return { item, wish, height: item.offsetHeight };
  });
  let bottom = 0;
  for (const { item, wish, height } of measured) {
    const top = Math.max(wish, bottom);
    item.style.top = `${Math.round(top)}px`;
    bottom = Math.ceil(top + height + GAP);
  }
  article.style.setProperty("--notes-bottom", `${bottom}px`);
}

function clearNotes(article: HTMLElement, notes: readonly Sidenote[]): void {
  for (const { item } of notes) item.style.top = "";
  article.style.removeProperty("--notes-bottom");
}

const article = document.querySelector<HTMLElement>("[data-notes]");
if (article) enableSidenotes(article);

export {};
