/** Words and signs by which a number is multiplied in other languages than English, where they follow it. */
const MAGNITUDE =
  /\d\s?(?:(?:mil|mille|cents?|тыс|млн|млрд|ألف|مليون)(?!\p{L})|mil[lj](?:i|on|ón)|bil[lj](?:i|on|ón)|tril[lj]|tausend|hundert|dut?zend|prozent|procent|pour cent|por cien|per cento|[万萬億亿兆千百十割만억조천백])/iu;

const decimals = new Map<string, string>();

/**
 * Returns a text with its number as English writes it: "1.234,5" in German and "1 234,5" in French become "1234.5".
 * Undefined where the number is not written as the language does, or where a word follows that multiplies it: "82 Millionen", "82万".
 * English is returned as it is.
 */
export function toEnglishNumber(text: string, language: string): string | undefined {
  if (/^en\b/i.test(language)) return text;
  if (MAGNITUDE.test(text)) return undefined;
  if (decimalOf(language) !== ",") return text;
  const whole = text.replace(/(?<=\d)[.\s\u00a0\u2009\u202f’'](?=\d{3}(?!\d))/g, "");
  return /\d\.\d/.test(whole) ? undefined : whole.replace(/(?<=\d),(?=\d)/g, ".");
}

/** Returns the decimal sign of a language, a BCP 47 tag; a point for one that is not known. */
function decimalOf(language: string): string {
  let known = decimals.get(language);
  if (known === undefined) {
    try {
      const parts = new Intl.NumberFormat(language, { numberingSystem: "latn" }).formatToParts(1.5);
      known = parts.find(({ type }) => type === "decimal")?.value ?? ".";
    } catch {
      known = ".";
    }
    decimals.set(language, known);
  }
  return known;
}
