import { html } from "../../site/html.ts";
import type { record as english } from "../en/record.ts";
import { createCount } from "../plural.ts";
import { TERMS } from "./terms.ts";

const count = createCount("fr");
const FACTS = { one: "fait", other: "faits" };

const DETAILS: Readonly<Record<string, string>> = {
  level: "Rang",
  progress: "Avancement",
  by: "Pression exercée par",
  code: "Réaction",
  compared_country: "Comparé à",
  compared_tier: "Niveau de l’autre",
  claim: "But de la comparaison",
  type: "Type",
  attributed: "Attribué à l’évaluateur",
  direction: "Sens",
  class: "Classe",
  witness: "Témoin",
  attributes: "Attribue le résultat à l’évaluation",
  override_sequencing: "Verdict de l’auteur\u00a0: enchaînement",
  override_congruence: "Verdict de l’auteur\u00a0: congruence",
  override_testimony: "Verdict de l’auteur\u00a0: témoignage",
  override_reason: "Raison de ce verdict",
  override_by: "Verdict de",
};

/** French words of the record. */
export const record: Partial<typeof english> = {
  theRecord: "La chronologie",
  recordDescription: (n, title) => `${title}\u00a0: ${count(n, FACTS)}, avec leurs sources.`,
  noEntries: "Le recueil ne contient aucun fait.",
  recordOf: (n, countries) => html`${count(n, FACTS)}, par étape et par année. Pays\u00a0: ${countries}.`,
  recordOfCountry: (n, all) =>
    html`${count(n, FACTS)}, avec leurs sources\u00a0; <a href="${all}">tous les faits du recueil</a>.`,
  undated: "Sans date",
  stages: {
    grading: "Notation",
    diplomacy: "Diplomatie et assistance",
    "indirect-pressure": "Pression indirecte",
    concern: "Préoccupation",
    outcome: "Résultat",
    context: "Contexte",
  },
  entryKinds: {
    grading: "Notation",
    contact: "Contact",
    recommendation: "Recommandation",
    pressure: "Pression",
    reaction: "Réaction",
    comparison: "Comparaison",
    outcome: "Résultat",
    factor: "Facteur conditionnant",
    testimony: "Témoignage",
    alternative: "Explication rivale",
    gap: "Lacune",
    context: "Contexte",
  },
  precisions: {
    day: "connue au jour près",
    month: "connue au mois près",
    year: "connue à l’année près",
    interval: "un intervalle",
  },
  approximate: (precision) => `${precision}, approximative`,
  actors: "Acteurs",
  kindOfActor: (kind) => TERMS[kind] ?? kind,
  detailName: (name) => DETAILS[name] ?? name,
  detailValue: (value) => TERMS[value] ?? value.replaceAll("-", " "),
  links: "Liens",
  relations: {
    answers: ["Répond à", "Suivi d’une réponse"],
    follows: ["Fait suite à", "Suivi de"],
    "attributed-by": ["Attribué par", "Indique la cause de"],
    restates: ["Reformule", "Reformulé par"],
    about: ["Porte sur", "Commenté par"],
  },
  theGradeOf: (country, year) => `La note ${year}\u00a0: ${country}`,
};
