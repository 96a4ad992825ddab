/** Loads the script that checks the page when the reader asks for it; each press checks anew. */
function loadCheck(button: HTMLButtonElement): void {
  const script = document.createElement("script");
  script.src = button.dataset.script ?? "";
  script.addEventListener("load", () => script.remove());
  document.head.append(script);
}

document
  .querySelector<HTMLButtonElement>(".check-page button")
  ?.addEventListener("click", (event) => loadCheck(event.currentTarget as HTMLButtonElement));

export {};
