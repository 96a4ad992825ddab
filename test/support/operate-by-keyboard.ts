import type { Page } from "playwright-core";
import { KEYBOARD_WAYS } from "./keyboard-ways.ts";

/** How long a key may take to show its effect: that of search is an index that is loaded first. */
const EFFECT_MS = 5000;

/** A control that is next to be operated; it has the focus, and is kept in the page. */
interface NextControl {
  /** Its place among the ways; −1 where there is none for it. */
  readonly way: number;
  /** Which of the controls that are operated so, e.g. the second choice of a form. */
  readonly kind: string;
  /** For people, e.g. `button.figure-open Open Figure 1 large`. */
  readonly name: string;
}

/**
 * Operates by keyboard one control of each kind that a page shows, in the window in which it is, and returns which of
 * them did nothing, or did not undo what they did, and of which there is no {@link KEYBOARD_WAYS way} to tell. What shows
 * only once another control was used is operated, too. `done` holds the kinds that are passed over; those of the page are
 * added to it.
 *
 * Links are followed up to the moment in which the browser leaves the page; those within it lead there.
 */
export async function operateByKeyboard(page: Page, done: Set<string>): Promise<string[]> {
  const wrong: string[] = [];
  await page.evaluate(holdLinks);
  for (;;) {
    const next: NextControl | undefined = await page.evaluate(findNext, {
      ways: KEYBOARD_WAYS.map(({ controls }) => controls),
      done: [...done],
    });
    if (!next) return wrong;
    done.add(next.kind);
    const trouble = await operate(page, next);
    if (trouble !== undefined) wrong.push(`keyboard: ${trouble} (${next.name})`);
  }
}

async function operate(page: Page, { way: place }: NextControl): Promise<string | undefined> {
  const way = KEYBOARD_WAYS[place];
  if (!way) return "nothing tells what this control does";
  const { key, back, read } = way;
  if (key === undefined) return undefined;
  const reading = `JSON.stringify((${read})(window.operated) ?? null)`;
  const before = JSON.stringify(await page.evaluate<string>(reading));
  await page.keyboard.press(key);
  if (!(await waitFor(page, `${reading} !== ${before}`))) return `${key} does nothing`;
  if (back === undefined) return undefined;
  await page.keyboard.press(back);
  return (await waitFor(page, `${reading} === ${before}`)) ? undefined : `${back} does not undo ${key}`;
}

/**
 * Looks in every frame whether something is so, and tells whether it came to be. The page's policy forbids the browser
 * driver's own way of waiting, which makes the condition in the page.
 */
function waitFor(page: Page, condition: string): Promise<boolean> {
  return page.evaluate<boolean>(`(async () => {
    const end = performance.now() + ${EFFECT_MS};
    while (!(${condition})) {
      if (performance.now() > end) return false;
      await new Promise(requestAnimationFrame);
    }
    return true;
  })()`);
}

/** Runs in the page: notes which link the browser sets out to follow, and stays on the page. */
function holdLinks(): void {
  const note = (event: Event, url: string): void => {
    event.preventDefault();
    Object.assign(window, { followed: url });
  };
  // The types of the DOM do not know `navigation` yet.
  const { navigation } = window as unknown as { navigation: EventTarget };
  navigation.addEventListener("navigate", (event) => {
    const { destination, hashChange, userInitiated } = event as Event & {
      readonly destination: { readonly url: string };
      readonly hashChange: boolean;
      readonly userInitiated: boolean;
    };
    if (hashChange) Object.assign(window, { followed: destination.url });
    else if (userInitiated) note(event, destination.url);
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    const target = link?.target || document.querySelector("base")?.target;
    if (link && target === "_blank" && !event.defaultPrevented) note(event, link.href);
  });
}

/** Runs in the page: gives the focus to the first control of a kind that is not done, the kinds in the order of the ways. */
function findNext({
  ways,
  done,
}: {
  readonly ways: readonly string[];
  readonly done: readonly string[];
}): NextControl | undefined {
  const all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  let found: (NextControl & { readonly control: HTMLElement }) | undefined;
  for (const control of document.querySelectorAll<HTMLElement>(all)) {
    const way = ways.findIndex((selector) => control.matches(selector));
    if (found && way >= found.way) continue;
    const part = control.closest("header, footer, nav, main")?.localName;
    const parent = control.closest("[class]:not(a, button, input, select, summary)");
    const className = control.getAttribute("class") ?? "";
    const names = [className, parent?.getAttribute("class") ?? "", control.getAttribute("name") ?? ""];
    const kind = [way, part, control.localName, ...names].join(" ");
    if (done.includes(kind) || !control.checkVisibility({ visibilityProperty: true })) continue;
    const isRegion = control.matches("[tabindex='0']");
    if (
      isRegion &&
      control.scrollWidth <= control.clientWidth + 1 &&
      control.scrollHeight <= control.clientHeight + 1
    )
      continue;
    const label = (control.getAttribute("aria-label") ?? control.textContent).trim().slice(0, 60);
    found = { way, kind, name: `${control.localName}.${className} ${label}`, control };
  }
  if (!found) return undefined;
  const { control, ...next } = found;
  control.focus();
  if (control.matches("[tabindex='0']")) control.scrollTo({ top: 0, left: 0, behavior: "instant" });
  Object.assign(window, { operated: control, followed: undefined });
  return next;
}
