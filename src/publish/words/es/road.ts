import { html } from "../../site/html.ts";
import type { road as english } from "../en/road.ts";
import { createCount, createList } from "../plural.ts";

const count = createCount("es");
const list = createList("es");
const STAYS = { one: "permanencia", other: "permanencias" };
const EDITIONS = { one: "edición", other: "ediciones" };

/** Spanish words of the letter on the road to the next grade. */
export const road: Partial<typeof english> = {
  roadTitle: (country, tier) => `${country}: el camino hacia ${tier}`,
  roadDescription: (country, present, next) =>
    `${country}: lo que dicen los datos entre ${present} y ${next}: pedido, hecho, ausente, y cómo les fue a otros.`,
  whatWasAsked: "Lo que se pidió",
  whatWasDone: "Lo que se hizo",
  whatIsNotSaid: "Lo que los datos no dicen",
  howOthersLeft: (tier) => `Cómo salieron otros de ${tier}`,

  wasGraded: (scorecard, year, country, tier) => `${scorecard}, ${year}: ${country}, ${tier}.`,
  hasHadGrade: (editions, since) =>
    `Tiene esta calificación desde hace ${count(editions, EDITIONS)} seguidas, desde ${since}.`,
  beforeThat: (stays) => `Antes tuvo ${stays}.`,
  tierInYears: (tier, years) => `${tier} en ${years}`,
  nextGradeIs: (tier) => `La siguiente calificación mejor es ${tier}.`,
  describedSo: (words) => `La obra la describe así: «${words}»`,
  noCriteria: (grader) =>
    `Esta obra no declara los criterios con los que el evaluador (${grader}) decide entre las dos, así que esta carta no puede decir qué bastaría. Dice lo que contienen los datos, y cada número se calcula a partir de ellos.`,

  noRecommendation: (country) => `Los datos de esta obra no contienen ninguna recomendación a ${country}.`,
  recommendationsAre: ({ all, open, answered, complete }) => {
    const parts = [
      open > 0 && count(open, { one: "abierta", other: "abiertas" }),
      answered > 0 &&
        `${count(answered, { one: "respondida", other: "respondidas" })} por un resultado, sin decir hasta dónde`,
      complete > 0 && count(complete, { one: "cumplida", other: "cumplidas" }),
    ].filter((part) => part !== false);
    return `Los datos contienen ${count(all, { one: "recomendación", other: "recomendaciones" })}: ${list(parts)}. Una cuenta como cumplida cuando su último avance declarado lo dice.`;
  },
  recommendation: "Recomendación",
  asked: "Pedida",
  progress: "Avance",
  answeredBy: "Respondida por",
  progressIn: (year, progress) => `${year}: ${progress}`,
  notStated: "no consta",
  nothingInRecord: "nada en los datos",

  outcomesAndLaws: (outcomes, laws, country) =>
    `${country}: los datos contienen ${outcomes === 0 ? "ningún resultado" : count(outcomes, { one: "resultado", other: "resultados" })} y ${laws === 0 ? "ninguna ley" : count(laws, { one: "ley", other: "leyes" })}.`,
  whatTestsAsk:
    "La secuencia pregunta si un resultado vino después de la presión; la congruencia, si coincide con lo que se pidió; el testimonio, si hay testigos que unan ambas cosas. Lo que no se puede decidir o no figura en los datos no ha fallado.",
  lawOn: (law, date, level) => html`${law}, ${date}: ${level}.`,
  testVerdicts: {
    holds: "se cumple",
    partly: "en parte",
    fails: "falla",
    undecidable: "no se puede decidir",
    "not-in-record": "no figura en los datos",
  },

  theCriteria: "Los criterios de la siguiente calificación mejor.",
  whatWasAskedOf: (country) => `Lo que se pidió a ${country}.`,
  howFarTheyWent: (n, all) =>
    `Hasta dónde ${n === 1 ? "llegó" : "llegaron"} ${n} de las ${count(all, { one: "recomendación", other: "recomendaciones" })}.`,
  whenRecommended: (n) =>
    `Cuándo se ${n === 1 ? "hizo" : "hicieron"} ${count(n, { one: "recomendación", other: "recomendaciones" })}.`,
  whenOutcomes: (n) =>
    `Cuándo ${n === 1 ? "se produjo" : "se produjeron"} ${count(n, { one: "resultado", other: "resultados" })}.`,
  anyOutcome: "Algún resultado.",
  anyLaw: "Alguna ley.",
  lookedForNotFound: (gap) => html`Buscado y no encontrado: ${gap}`,

  noOtherHad: (tier) => `Ningún otro país de esta obra ha recibido ${tier}.`,
  othersNote: (countries, years) =>
    `Calculado con las calificaciones de ${count(countries, { one: "país", other: "países" })}, ${years}. Una permanencia es una serie de ediciones con una misma calificación; la que empezó antes de la primera calificación conocida cuenta desde esta.`,
  othersHad: ({ countries, stays, tier }) =>
    `${count(countries, { one: "otro país ha recibido", other: "otros países han recibido" })} ${tier}, en ${count(stays, STAYS)}.`,
  noneRose: "Ninguna terminó con una calificación mejor.",
  someRose: (stays, countries, { median, shortest, longest }) => {
    const editions =
      shortest === longest
        ? count(shortest, EDITIONS)
        : `una mediana de ${count(median, EDITIONS)} (de ${shortest} a ${longest})`;
    return `${count(stays, STAYS)} de ${count(countries, { one: "país", other: "países" })} ${stays === 1 ? "terminó" : "terminaron"} con una calificación mejor, tras ${editions}.`;
  },
  withLaw: (n, all) =>
    `En ${n} de las ${all} los datos contienen una ley de ese país anterior a la edición que la trajo.`,
  othersEnded: (worse, rest) =>
    `${worse} ${worse === 1 ? "terminó" : "terminaron"} con una calificación peor; ${rest} ${rest === 1 ? "duró" : "duraron"} hasta la última edición o hasta un año sin calificación.`,
  yearsAt: (tier) => `Años en ${tier}`,
  afterwards: "Después",
  latestLaw: "Última ley anterior",
  tierThen: (tier, year) => `${tier} en ${year}`,
  noLawInRecord: "ninguna en los datos",
  theseAreLatest: (more) =>
    `Estas son las últimas; ${count(more, { one: "más vino", other: "más vinieron" })} antes.`,
  tableOf: (what) => `Tabla: ${what}`,
};
