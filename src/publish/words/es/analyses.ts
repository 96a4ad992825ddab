import { html } from "../../site/html.ts";
import type { analyses as english } from "../en/analyses.ts";
import { createCount, createNumberFormat } from "../plural.ts";

const count = createCount("es");
const number = createNumberFormat("es");

const ROWS: Readonly<Record<string, string>> = {
  countries: "países",
  "country-years": "años-país",
  "country-years at risk": "años-país en riesgo",
};

/** Spanish words of the pages of analyses. */
export const analyses: Partial<typeof english> = {
  analysesDescription: (n, title) =>
    `${title}: ${count(n, { one: "análisis", other: "análisis" })}, con muestras, resultados y datos.`,
  analysesLead:
    "Cada uno se declaró en la obra y se calculó a partir de ella al construir este sitio. Su página dice en qué filas se apoya y qué no puede mostrar.",
  analysis: "Análisis",
  method: "Método",
  result: "Resultado",
  noResult: (reason) => html`Sin resultado: ${reason}.`,
  thereIsNoResult: (reason) => html`No hay resultado: ${reason}.`,
  nothingToShow: "nada que mostrar",
  whatToKnow: "Qué saber antes de creerlo",
  theResult: "El resultado",
  wholeResult: "El resultado completo",
  theSample: "La muestra",
  sampleCounts: (considered, rows, rowsAre) =>
    `Se examinaron ${number(considered)}; entraron ${number(rows)} ${rowsAre}.`,
  rowsAre: (rows) => ROWS[rows] ?? rows,
  leftOut: "Excluidas",
  leftOutBecause: "Motivo de la exclusión",
  restsOn: (data) => html`Se apoya en ${data}.`,
  rowsAsTaken: "Las filas tal como las tomó el método:",
  howDeclared: "Cómo se declaró",
  shownAs: (exhibits) => html`Se muestra como ${exhibits}.`,
  exhibitIn: (label, title) => `${label} en «${title}»`,
  allAnalyses: "Todos los análisis",
  accountRows: ({ rows, rowsAre }, countries, years) => {
    const of = countries === undefined ? "" : ` de ${number(countries)} países`;
    return `${number(rows)} ${rowsAre}${of}${years === undefined ? "" : `, ${years}`}.`;
  },
  accountLeftOut: (n, reasons, areMore) =>
    html`Excluidas: ${number(n)} (${reasons}${areMore && " y otras"}).`,
  leftOutFor: (n, reason) => html`${number(n)}: ${reason}`,
  accountData: (data) => `Datos: ${data}.`,
  asOf: (label, vintage) => `${label}, a fecha de ${vintage}`,
};
