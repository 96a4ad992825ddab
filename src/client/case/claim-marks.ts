/**
 * Adds a button that makes the marks of checked statements plain to see, and remembers what the reader chose. Without
 * it the marks are quiet, and the list of checked statements leads to each.
 */
function addClaimSwitch(): void {
  const section = document.querySelector<HTMLElement>(".checked");
  const heading = section?.querySelector("h2");
  if (!section || !heading) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "claim-switch";
  button.textContent = section.dataset.switch ?? "";
  const show = (isOn: boolean): void => {
    document.documentElement.classList.toggle("shows-claims", isOn);
    button.setAttribute("aria-pressed", String(isOn));
  };
  button.addEventListener("click", () => {
    const isOn = button.getAttribute("aria-pressed") !== "true";
    show(isOn);
    remember(isOn);
  });
  show(recall());
  heading.after(button);
}

const KEY = "demarche-shows-claims";

/** Storage may be forbidden; then nothing is remembered. */
function remember(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? "1" : "0");
  } catch {}
}

function recall(): boolean {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return false;
  }
}

addClaimSwitch();

export {};
