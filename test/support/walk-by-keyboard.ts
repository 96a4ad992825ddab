import type { CDPSession, Page } from "playwright-core";

interface Walk {
  readonly expected: readonly string[];
  readonly reached: readonly string[];
  /** Stops on which the page does not show that they have the focus. */
  readonly unmarked: readonly string[];
}

/** As many keys as are pressed before the page is asked how far they led. */
const PRESSES_AT_ONCE = 25;

/**
 * Walks a page with the Tab key alone, from its beginning until the focus leaves the page or comes to a place where it
 * was, and returns what is wrong: the links and controls that are shown and were not reached, or not in the order of the
 * page, and those that do not show that they have the focus. `[]` where nothing is.
 *
 * A link is passed over where the page says so and another one leads to the same place, as the dots of a figure do beside
 * its table. What is shown only for a moment beside its reference, as a note is, is no stop of the page.
 */
export async function walkByKeyboard(page: Page): Promise<string[]> {
  await page.evaluate(beginWalk);
  const session = await page.context().newCDPSession(page);
  try {
    for (let isUnderWay = true; isUnderWay; ) {
      await pressTab(session, PRESSES_AT_ONCE);
      isUnderWay = await page.evaluate(() => !(window as unknown as { walk: { ended: boolean } }).walk.ended);
    }
  } finally {
    await session.detach();
  }
  const walk = await page.evaluate(() => (window as unknown as { walk: Walk }).walk);
  return [...compareWalk(walk), ...walk.unmarked.map((stop) => `keyboard: no mark of the focus on ${stop}`)];
}

function compareWalk({ expected, reached }: Walk): string[] {
  const first = expected.findIndex((stop, i) => stop !== reached[i]);
  if (first >= 0) {
    return [`keyboard: stop ${first} is ${reached[first] ?? "out of reach"}, not ${expected[first]}`];
  }
  return reached.slice(expected.length).map((stop) => `keyboard: a stop too many, ${stop}`);
}

/** Keys are sent in a row, without waiting for the answer to each, as they would be if the key is held. */
async function pressTab(session: CDPSession, times: number): Promise<void> {
  const key = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < times; i++) {
    sent.push(session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key }));
    sent.push(session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key }));
  }
  await Promise.all(sent);
}

/** Runs in the page: numbers and names the stops that are shown, and notes where the focus goes from now on. */
function beginWalk(): void {
  const all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const shown = [...document.querySelectorAll<HTMLElement>(all)].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
  const isRepeated = (one: Element): boolean =>
    one.matches("a[tabindex='-1']") &&
    shown.some((other) => other.tabIndex >= 0 && other.getAttribute("href") === one.getAttribute("href"));
  const stops = new Map(
    shown
      .filter((one) => !isRepeated(one))
      .map((one, i) => {
        const name = (one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 60);
        return [one as Element, `${i} ${one.localName} ${name}`] as const;
      }),
  );
  const walk = {
    expected: [...stops.values()],
    reached: [] as string[],
    unmarked: [] as string[],
    ended: false,
  };
  Object.assign(window, { walk });
  const end = (): void => {
    walk.ended = true;
  };
  // Marks of a drawing have a thick line in place of an outline.
  const isMarked = (one: Element): boolean =>
    getComputedStyle(one).outlineStyle !== "none" ||
    [...one.children].some((part) => getComputedStyle(part).strokeWidth === "3px");
  const root = document.documentElement;
  root.tabIndex = -1;
  root.focus();
  root.removeAttribute("tabindex");
  document.addEventListener("focusin", ({ target }) => {
    const one = target as Element;
    if (walk.ended || one.closest(".note-popover")) return;
    const stop = stops.get(one) ?? `${one.localName}.${one.getAttribute("class")}, which is none`;
    if (walk.reached.includes(stop)) return end();
    walk.reached.push(stop);
    if (!isMarked(one)) walk.unmarked.push(stop);
  });
  document.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget === null) end();
  });
}
