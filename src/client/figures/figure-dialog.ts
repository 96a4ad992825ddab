/**
 * Opens a figure as large as the window: the figure itself moves into a dialog and back, so that it goes on doing what it
 * does on the page. Escape and a button close it; browsers return the focus to the button that opened it.
 */
function openFigure(button: HTMLButtonElement): void {
  const exhibit = button.closest<HTMLElement>(".exhibit-figure");
  const figure = exhibit?.querySelector<HTMLElement>("figure");
  if (!exhibit || !figure) return;
  const parts = [figure, ...exhibit.querySelectorAll<HTMLElement>("year-reader, map-player")];
  const place = document.createElement("div");
  const dialog = document.createElement("dialog");
  dialog.className = "figure-dialog exhibit";
  dialog.setAttribute("aria-label", button.dataset.name ?? "");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = button.dataset.close ?? "";
  close.addEventListener("click", () => dialog.close());
  const height = exhibit.offsetHeight;
  place.style.height = "1px";
  figure.before(place);
  dialog.append(close, ...parts);
  place.style.height = `${1 + height - exhibit.offsetHeight}px`;
  dialog.addEventListener("close", () => {
    const [first, ...rest] = parts;
    if (first) place.replaceWith(first);
    exhibit.querySelector(".figure-tools")?.after(...rest);
    dialog.remove();
    button.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>(".figure-open");
  if (button) openFigure(button);
});

export {};
