import { html } from "../../site/html.ts";
import type { record as english } from "../en/record.ts";
import { createCount } from "../plural.ts";
import { TERMS } from "./terms.ts";

const count = createCount("es");
const FACTS = { one: "hecho", other: "hechos" };

const DETAILS: Readonly<Record<string, string>> = {
  level: "Rango",
  progress: "Avance",
  by: "Presión de",
  code: "Reacción",
  compared_country: "Comparado con",
  compared_tier: "Nivel del otro",
  claim: "Propósito de la comparación",
  type: "Tipo",
  attributed: "Atribuido al evaluador",
  direction: "Sentido",
  class: "Clase",
  witness: "Testigo",
  attributes: "Atribuye el resultado a la evaluación",
  override_sequencing: "Veredicto del autor: secuencia",
  override_congruence: "Veredicto del autor: congruencia",
  override_testimony: "Veredicto del autor: testimonio",
  override_reason: "Razón de ese veredicto",
  override_by: "Veredicto de",
};

/** Spanish words of the record. */
export const record: Partial<typeof english> = {
  theRecord: "La cronología",
  recordDescription: (n, title) => `${title}: ${count(n, FACTS)}, con sus fuentes.`,
  noEntries: "La obra no contiene hechos.",
  recordOf: (n, countries) => html`${count(n, FACTS)}, por etapa y año. Países: ${countries}.`,
  recordOfCountry: (n, all) =>
    html`${count(n, FACTS)}, con sus fuentes; <a href="${all}">todos los hechos de la obra</a>.`,
  undated: "Sin fecha",
  stages: {
    grading: "Calificación",
    diplomacy: "Diplomacia y asistencia",
    "indirect-pressure": "Presión indirecta",
    concern: "Preocupación",
    outcome: "Resultado",
    context: "Contexto",
  },
  entryKinds: {
    grading: "Calificación",
    contact: "Contacto",
    recommendation: "Recomendación",
    pressure: "Presión",
    reaction: "Reacción",
    comparison: "Comparación",
    outcome: "Resultado",
    factor: "Factor condicionante",
    testimony: "Testimonio",
    alternative: "Explicación rival",
    gap: "Laguna",
    context: "Contexto",
  },
  precisions: {
    day: "se conoce el día",
    month: "se conoce el mes",
    year: "se conoce el año",
    interval: "un intervalo",
  },
  approximate: (precision) => `${precision}, aproximada`,
  actors: "Actores",
  kindOfActor: (kind) => TERMS[kind] ?? kind,
  detailName: (name) => DETAILS[name] ?? name,
  detailValue: (value) => TERMS[value] ?? value.replaceAll("-", " "),
  links: "Vínculos",
  relations: {
    answers: ["Responde a", "Respondido por"],
    follows: ["Sigue a", "Seguido de"],
    "attributed-by": ["Atribuido por", "Señala la causa de"],
    restates: ["Reitera", "Reiterado por"],
    about: ["Trata de", "Comentado por"],
  },
  theGradeOf: (country, year) => `La calificación de ${country} en ${year}`,
};
