/** How far down the window a heading counts as reached, as a share of its height. */
const READING_LINE = 0.3;

/** Marks in the contents the section that is being read, and keeps the mark in view where the contents scroll. */
function followReader(contents: HTMLElement): void {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
  const sections = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  let current: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const line = innerHeight * READING_LINE;
    const reached = sections.filter(({ heading }) => heading.getBoundingClientRect().top <= line);
    const next = reached.at(-1)?.link;
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
