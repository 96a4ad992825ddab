const names = new Map<string, string>();

/** Returns a language's name in itself, e.g. "日本語", "Français"; its tag where Unicode has no name of it. */
export function languageName(language: string): string {
  const known = names.get(language);
  if (known !== undefined) return known;
  const name = findName(language);
  names.set(language, name);
  return name;
}

function findName(language: string): string {
  try {
    const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return language;
  }
}
