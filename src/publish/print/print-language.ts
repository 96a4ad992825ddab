/** Returns language and region as the typesetter takes them; hyphenation follows the language. */
export function languageOf(tag: string): { lang: string; region: string | null } {
  const [lang = "", ...rest] = tag.split("-");
  const region = rest.find((part) => /^[a-z]{2}$/i.test(part));
  return {
    lang: /^[a-z]{2,3}$/i.test(lang) ? lang.toLowerCase() : "en",
    region: region?.toUpperCase() ?? null,
  };
}

const HEAD_LETTERS = 60;

/** Returns a title for the head of a page. */
export function shorten(title: string): string {
  if (title.length <= HEAD_LETTERS) return title;
  return `${title.slice(0, HEAD_LETTERS).replace(/\s+\S*$/, "")}…`;
}
