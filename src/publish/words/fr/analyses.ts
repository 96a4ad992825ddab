import { html } from "../../site/html.ts";
import type { analyses as english } from "../en/analyses.ts";
import { createCount, createNumberFormat } from "../plural.ts";

const count = createCount("fr");
const number = createNumberFormat("fr");

const ROWS: Readonly<Record<string, string>> = {
  countries: "pays",
  "country-years": "années-pays",
  "country-years at risk": "années-pays à risque",
};

/** French words of the pages of analyses. */
export const analyses: Partial<typeof english> = {
  analysesDescription: (n, title) =>
    `${title}\u00a0: ${count(n, { one: "analyse", other: "analyses" })}, avec échantillons, résultats et données.`,
  analysesLead:
    "Chacune a été déclarée dans le recueil et calculée à partir de lui lors de la construction de ce site. Sa page indique sur quelles lignes elle repose, et ce qu’elle ne peut pas montrer.",
  analysis: "Analyse",
  method: "Méthode",
  result: "Résultat",
  noResult: (reason) => html`Pas de résultat\u00a0: ${reason}.`,
  thereIsNoResult: (reason) => html`Il n’y a pas de résultat\u00a0: ${reason}.`,
  nothingToShow: "rien à montrer",
  whatToKnow: "Ce qu’il faut savoir avant d’y croire",
  theResult: "Le résultat",
  wholeResult: "Le résultat complet",
  theSample: "L’échantillon",
  sampleCounts: (considered, rows, rowsAre) =>
    `${number(considered)} examinés\u00a0; ${number(rows)} ${rowsAre} retenus.`,
  rowsAre: (rows) => ROWS[rows] ?? rows,
  leftOut: "Écartés",
  leftOutBecause: "Raison de l’exclusion",
  restsOn: (data) => html`Elle repose sur ${data}.`,
  rowsAsTaken: "Les lignes telles que la méthode les a prises\u00a0:",
  howDeclared: "Comment elle a été déclarée",
  shownAs: (exhibits) => html`Montrée ici\u00a0: ${exhibits}.`,
  exhibitIn: (label, title) => `${label} dans «\u00a0${title}\u00a0»`,
  allAnalyses: "Toutes les analyses",
  accountRows: ({ rows, rowsAre }, countries, years) => {
    const of = countries === undefined ? "" : ` de ${number(countries)} pays`;
    return `${number(rows)} ${rowsAre}${of}${years === undefined ? "" : `, ${years}`}.`;
  },
  accountLeftOut: (n, reasons, areMore) =>
    html`Écartés\u00a0: ${number(n)} (${reasons}${areMore && " et d’autres"}).`,
  leftOutFor: (n, reason) => html`${number(n)}\u00a0: ${reason}`,
  accountData: (data) => `Données\u00a0: ${data}.`,
  asOf: (label, vintage) => `${label}, état du ${vintage}`,
};
