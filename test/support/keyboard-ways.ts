/** How a kind of control is operated by keyboard, and how one sees that it was. */
export interface KeyboardWay {
  /** Which controls, as a selector. */
  readonly controls: string;
  /** The key that does something; absent where there is nothing to do. */
  readonly key?: string;
  /** The key that undoes it, where one does: then the page reads as before. */
  readonly back?: string;
  /** Reads in the page what the key changes. */
  readonly read?: (control: HTMLElement) => unknown;
}

/** Whether the browser has set out to where a link leads, which is noted in the page. Links of drawings are other elements. */
const isFollowed = (control: HTMLElement): unknown =>
  (window as unknown as { followed?: string }).followed ===
  new URL(control.getAttribute("href") ?? "", document.baseURI).href;

/** Whether a dialog is there, and whether the control has the focus, which it loses to the dialog and gets back. */
const dialog = (control: HTMLElement): unknown => [
  document.querySelectorAll("dialog[open], .figure-dialog").length,
  document.activeElement === control,
];

/** By what a table is sorted, which the address says, too. */
const sorting = (control: HTMLElement): unknown => [control.parentElement?.ariaSort, location.search];

/** All kinds of control that pages have. The first way whose selector a control matches is its own. */
export const KEYBOARD_WAYS: readonly KeyboardWay[] = [
  {
    controls: "summary",
    key: "Enter",
    back: "Space",
    read: (control) => (control.parentElement as HTMLDetailsElement).open,
  },
  // Regions before the links in them, to which they scroll.
  { controls: ".year-facts", key: "ArrowDown", back: "ArrowUp", read: (control) => control.scrollTop > 0 },
  {
    controls: "[dir=rtl] [tabindex='0']",
    key: "ArrowLeft",
    back: "ArrowRight",
    read: (control) => control.scrollLeft < 0,
  },
  {
    controls: "[tabindex='0']",
    key: "ArrowRight",
    back: "ArrowLeft",
    read: (control) => control.scrollLeft > 0,
  },
  {
    controls: ".theme-switch select",
    key: "ArrowDown",
    back: "ArrowUp",
    read: (control) => [
      (control as HTMLSelectElement).value,
      document.documentElement.dataset.theme,
      getComputedStyle(document.documentElement).colorScheme,
    ],
  },
  { controls: "body:not(:has(main site-search)) a.search-link", key: "Enter", back: "Escape", read: dialog },
  { controls: "button.figure-open", key: "Enter", back: "Enter", read: dialog },
  {
    controls: "a.pilcrow",
    key: "Enter",
    back: "Enter",
    read: (control) => control.closest("p")?.nextElementSibling?.className === "cite-card",
  },
  {
    controls: "a[href^='#']",
    key: "Enter",
    read: (control) => {
      const { hash, href } = control as HTMLAnchorElement;
      const target = document.getElementById(decodeURIComponent(hash.slice(1)));
      const { top = -1, bottom = -1 } = target?.getBoundingClientRect() ?? {};
      return (
        (window as unknown as { followed?: string }).followed === href && top < innerHeight && bottom > 0
      );
    },
  },
  { controls: "a[href]", key: "Enter", read: isFollowed },
  {
    controls: ".copies button",
    key: "Enter",
    read: (control) => control.closest(".copies")?.querySelector("[role=status]")?.textContent,
  },
  {
    controls: ".check-page button",
    key: "Enter",
    read: () => document.querySelector(".check-result")?.textContent,
  },
  {
    controls: "button[aria-pressed]",
    key: "Enter",
    back: "Space",
    read: (control) => [control.ariaPressed, document.documentElement.className],
  },
  // By name, and so already.
  { controls: "thead th[data-sort=''][aria-sort] button" },
  { controls: "thead th:not([aria-sort]) button", key: "Enter", read: sorting },
  { controls: "thead button", key: "Enter", read: sorting },
  { controls: "button[type=reset]", key: "Enter", read: () => location.search },
  {
    controls: ".explore-form select",
    key: "ArrowDown",
    back: "ArrowUp",
    read: (control) => [(control as HTMLSelectElement).value, location.search],
  },
  {
    controls: "#choose select",
    key: "ArrowDown",
    back: "ArrowUp",
    read: () => [location.search, document.getElementById("chosen")?.textContent],
  },
  {
    controls: ".explore-form input[type=search]",
    key: "j",
    read: (control) => [
      location.search,
      control.closest("form")?.querySelector("[role=status]")?.textContent,
    ],
  },
  {
    controls: "site-search input[type=search]",
    key: "j",
    read: () => document.querySelectorAll(".search-results a").length > 0,
  },
  {
    controls: ".search-results button",
    key: "Enter",
    read: () => document.querySelectorAll(".search-results a").length,
  },
  {
    controls: "input[type=checkbox]",
    key: "Space",
    back: "Space",
    read: (control) => (control as HTMLInputElement).checked,
  },
  {
    controls: "year-reader input, map-player input",
    key: "ArrowDown",
    back: "ArrowUp",
    read: (control) => [
      control.closest("year-reader, map-player")?.querySelector(".year-shown")?.textContent,
    ],
  },
  {
    controls: "map-player button",
    key: "Enter",
    read: () => [document.querySelector("map-player .year-shown")?.textContent, location.pathname],
  },
];
