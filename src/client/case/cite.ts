/** Copies a text; browsers offer their clipboard to pages from a safe host alone, so there is an older way, too. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = document.createElement("textarea");
  box.value = text;
  box.className = "visually-hidden";
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
}

/** Makes the buttons of citations copy what the block shows, or what its links hold for download. */
async function onCopy(button: HTMLButtonElement): Promise<void> {
  const block = button.closest(".cite");
  const label = button.textContent ?? "";
  const link = [...(block?.querySelectorAll<HTMLAnchorElement>("a[download]") ?? [])].find(
    (one) => one.textContent === label,
  );
  const { href = "" } = link ?? {};
  const text = link
    ? decodeURIComponent(href.slice(href.indexOf(",") + 1))
    : (block?.querySelector(".citation")?.textContent ?? "");
  await copy(text);
  const line = button.closest<HTMLElement>(".copies");
  const status = line?.querySelector("[role=status]");
  if (status) status.textContent = `${line?.dataset.copied}: ${label}`;
}

/** Shows the citation of a paragraph below it, or takes it away again, and puts its anchor into the address. */
function toggleParagraph(link: HTMLAnchorElement): void {
  const template = document.querySelector<HTMLTemplateElement>("template.cite-paragraph");
  const paragraph = link.closest("p");
  if (!template || !paragraph) return;
  const open = document.querySelector(".cite-card");
  const isSame = open?.previousElementSibling === paragraph;
  open?.remove();
  if (isSame) return;
  history.replaceState(null, "", link.hash);
  const { id = "", number = "" } = template.dataset;
  const card = document.createElement("div");
  card.className = "cite-card";
  card.dataset.passing = "";
  card.innerHTML = template.innerHTML
    .replaceAll(id, link.hash.slice(1))
    .replaceAll(number, link.dataset.number ?? "");
  const details = card.querySelector("details");
  if (details) details.open = true;
  card.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    card.remove();
    link.focus();
  });
  paragraph.after(card);
}

document.addEventListener("click", (event) => {
  const target = event.target as Element;
  const button = target.closest<HTMLButtonElement>(".copies button");
  if (button) void onCopy(button);
  const link = target.closest<HTMLAnchorElement>(".pilcrow");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  toggleParagraph(link);
});

export {};
