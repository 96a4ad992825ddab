/**
 * Puts the reader's choice of colours on the page before anything is painted, and marks the page as one with scripts, so
 * that controls which need them are laid out from the start. The only script that is not deferred.
 */
type Theme = "light" | "dark";

const KEY = "demarche-theme";

function isTheme(value: string | null): value is Theme {
  return value === "light" || value === "dark";
}

function applyTheme(value: string | null): void {
  const root = document.documentElement;
  if (isTheme(value)) root.dataset.theme = value;
  else delete root.dataset.theme;
}

/** Storage may be forbidden; then the page follows the system. */
function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(value: string): void {
  try {
    if (isTheme(value)) localStorage.setItem(KEY, value);
    else localStorage.removeItem(KEY);
  } catch {}
}

document.documentElement.dataset.scripts = "";
applyTheme(recall());

document.addEventListener("DOMContentLoaded", () => {
  const select = document.querySelector<HTMLSelectElement>(".theme-switch select");
  if (!select) return;
  const show = (value: string | null): void => {
    applyTheme(value);
    select.value = isTheme(value) ? value : "system";
  };
  select.addEventListener("change", () => {
    remember(select.value);
    applyTheme(select.value);
  });
  addEventListener("storage", (event) => (event.key === KEY || event.key === null) && show(recall()));
  addEventListener("pageshow", () => show(recall()));
  show(recall());
});

export {};
