/** Letters that Unicode does not take apart into a plain one and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ø: "o",
  œ: "oe",
  ß: "ss",
  þ: "th",
};

/**
 * Returns a text as it is searched and put in order: lower case, without accents, Arabic vowel signs and differences of
 * width and of apostrophes. Marks that make another letter, as in Japanese and Korean, are kept.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[æđðħıłøœßþ]/g, (letter) => LETTERS[letter] ?? letter);
}
