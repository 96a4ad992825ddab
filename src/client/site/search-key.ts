import { isSlashKeyOn } from "../search/slash-key.ts";

/** Where this script lies, beside that of search. */
const HERE = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;

let dialog: HTMLDialogElement | undefined;

/**
 * Opens search over the page, by its link in the header or the key /. The dialog is the search page's own element; where
 * that cannot be had, the link leads there as any link does.
 */
function startSearchKey(link: HTMLAnchorElement): void {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !canOpen()) return;
    event.preventDefault();
    void open(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !isSlashKeyOn()) return;
    if (
      event.target instanceof HTMLElement &&
      event.target.closest("input, textarea, select, [contenteditable]")
    )
      return;
    event.preventDefault();
    const box = document.querySelector<HTMLInputElement>("main site-search input[type=search]");
    if (box) box.focus();
    else link.click();
  });
}

/** A page that was opened from the disk may ask for nothing. */
function canOpen(): boolean {
  return location.protocol !== "file:" && !document.querySelector("main site-search");
}

async function open(link: HTMLAnchorElement): Promise<void> {
  try {
    dialog ??= await makeDialog(link);
  } catch {
    location.assign(link.href);
    return;
  }
  dialog.showModal();
  dialog.querySelector<HTMLInputElement>("input[type=search]")?.select();
}

async function makeDialog(link: HTMLAnchorElement): Promise<HTMLDialogElement> {
  const response = await fetch(link.href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const search = page.querySelector("site-search");
  if (!search) throw new Error("There is no search.");
  const made = document.createElement("dialog");
  made.className = "search-dialog";
  made.setAttribute("aria-label", link.textContent ?? "");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "search-close";
  close.textContent = "×";
  close.setAttribute("aria-label", link.dataset.close ?? "");
  close.addEventListener("click", () => made.close());
  made.addEventListener("click", (event) => {
    if (event.target === made || (event.target as Element).closest(".search-results a")) made.close();
  });
  made.append(document.adoptNode(search), close);
  document.body.append(made);
  const script = document.createElement("script");
  script.src = new URL("search.js", HERE).href;
  document.head.append(script);
  return made;
}

const link = document.querySelector<HTMLAnchorElement>("a.search-link");
if (link) startSearchKey(link);
