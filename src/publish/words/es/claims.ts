import { html } from "../../site/html.ts";
import type { claims as english } from "../en/claims.ts";
import { createCount, createNumberFormat } from "../plural.ts";

const count = createCount("es");
const number = createNumberFormat("es");

/** Spanish words of the checked statements. */
export const claims: Partial<typeof english> = {
  claimsDescription: (n, title) =>
    `${title}: ${count(n, { one: "afirmación comparada con los datos, con su veredicto", other: "afirmaciones comparadas con los datos, con sus veredictos" })}.`,
  claimsHeld: (n) =>
    `${count(n, { one: "afirmación de los casos se comparó", other: "afirmaciones de los casos se compararon" })} con los datos. Cada una concuerda, contradice los datos o no figura en ellos.`,
  asData: (links) => html`Como datos: ${links}.`,
  contradictedByRecord: "Contradicen los datos",
  inAgreement: "Concuerdan con los datos",
  asSaidBy: (by) => `según ${by}`,

  checkedAgainst: (verdict) => `Comparada con los datos: ${verdict}.`,
  recordGives: (verdict, answer) => html`${verdict}: los datos dan ${answer}.`,
  reportedAsWordsOf: (by) => `La obra recoge la afirmación como palabras de ${by}.`,
  whereItIsSaid: "Dónde se dice",
  whatIsAsked: "Qué se pregunta",
  resultAsked: (name, analysis) => html`El número ${name} del análisis ${analysis}.`,
  sameAsQuery: "Lo mismo como consulta:",
  theQuery: "La consulta",
  expected: (words) => html`Se espera: ${words}`,
  below: (value) => `menos de ${value}`,
  notInRecordWhere: "No figura en los datos cuando esto da filas:",
  whatItGives: "Lo que da",
  resultOfQuery: "Resultado de la consulta",
  firstRows: (shown, all, areMore) =>
    `Las primeras ${number(shown)} filas de ${areMore ? "más de " : ""}${number(all)}.`,
  cellsThatDecided: "Las celdas que decidieron",
  cellsTable: "Celdas que decidieron",
  cell: "Celda",
  says: "Dice",
  itsRow: "Su fila",
  firstCells: (shown, all) => `Las primeras ${number(shown)} celdas de ${number(all)}.`,
};
