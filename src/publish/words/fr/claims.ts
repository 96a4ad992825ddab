import { html } from "../../site/html.ts";
import type { claims as english } from "../en/claims.ts";
import { createCount, createNumberFormat } from "../plural.ts";

const count = createCount("fr");
const number = createNumberFormat("fr");

/** French words of the checked statements. */
export const claims: Partial<typeof english> = {
  claimsDescription: (n, title) =>
    `${title}\u00a0: ${count(n, { one: "affirmation confrontée aux données, avec son verdict", other: "affirmations confrontées aux données, avec leurs verdicts" })}.`,
  claimsHeld: (n) =>
    `${count(n, { one: "affirmation des études de cas a été confrontée", other: "affirmations des études de cas ont été confrontées" })} aux données. Chacune est exacte, contredite ou absente des données.`,
  asData: (links) => html`Sous forme de données\u00a0: ${links}.`,
  contradictedByRecord: "Contredites par les données",
  inAgreement: "Conformes aux données",
  asSaidBy: (by) => `d’après ${by}`,

  checkedAgainst: (verdict) => `Confrontée aux données\u00a0: ${verdict}.`,
  recordGives: (verdict, answer) => html`${verdict}\u00a0: les données indiquent ${answer}.`,
  reportedAsWordsOf: (by) => `Le recueil rapporte cette affirmation comme les paroles de ${by}.`,
  whereItIsSaid: "Où cela est dit",
  whatIsAsked: "Ce qui est demandé",
  resultAsked: (name, analysis) => html`Le nombre ${name} de l’analyse ${analysis}.`,
  sameAsQuery: "La même question sous forme de requête\u00a0:",
  theQuery: "La requête",
  expected: (words) => html`Attendu\u00a0: ${words}`,
  below: (value) => `inférieur à ${value}`,
  notInRecordWhere: "Absente des données si cette requête donne des lignes\u00a0:",
  whatItGives: "Ce qu’elle donne",
  resultOfQuery: "Résultat de la requête",
  firstRows: (shown, all, areMore) =>
    `Les ${number(shown)} premières lignes sur ${areMore ? "plus de " : ""}${number(all)}.`,
  cellsThatDecided: "Les cellules qui ont décidé",
  cellsTable: "Cellules qui ont décidé",
  cell: "Cellule",
  says: "Contenu",
  itsRow: "Sa ligne",
  firstCells: (shown, all) => `Les ${number(shown)} premières cellules sur ${number(all)}.`,
};
