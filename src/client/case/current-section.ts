/** How far down the window a heading counts as reached, as a share of its height. */
const READING_LINE = 0.3;

interface Section {
  readonly link: HTMLAnchorElement;
  readonly heading: HTMLElement;
}

/**
 * Returns the section whose heading was reached last; of headings that follow each other without a word between them, the
 * first that is in view, which is the one that a reader who went there asked for.
 */
function findCurrent(sections: readonly Section[]): Section | undefined {
  const line = innerHeight * READING_LINE;
  const topOf = ({ heading }: Section): number => heading.getBoundingClientRect().top;
  let at = sections.filter((section) => topOf(section) <= line).length - 1;
  for (; at > 0; at--) {
    const [above, here] = [sections[at - 1], sections[at]];
    if (!above || above.heading.nextElementSibling !== here?.heading || topOf(above) < 0) break;
  }
  return sections[at];
}

/** Marks in the contents the section that is being read, and keeps the mark in view where the contents scroll. */
function followReader(contents: HTMLElement): void {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
  const sections = links.flatMap((link): Section[] => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  let current: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const next = findCurrent(sections)?.link;
    if (next === current) return;
    current?.removeAttribute("aria-current");
    next?.setAttribute("aria-current", "location");
    current = next;
    if (next) scrollWithin(contents.querySelector("details"), next);
  };
  let isPlanned = false;
  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      mark();
    });
  };
  addEventListener("scroll", plan, { passive: true });
  addEventListener("resize", plan);
  mark();
}

function scrollWithin(box: HTMLElement | null, link: HTMLElement): void {
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const above = link.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (above < 0 || above > box.clientHeight - link.offsetHeight)
    box.scrollTop += above - box.clientHeight / 3;
}

const contents = document.querySelector<HTMLElement>(".contents");
if (contents) followReader(contents);

export {};
