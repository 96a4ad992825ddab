import type { FigureWords } from "../../../draw/figure-words.ts";
import { formatYearRange, type YearRange } from "../../../model/year-range.ts";
import { createCount } from "../plural.ts";
import { TERMS } from "./terms.ts";

const count = createCount("es");
const FACTS = { one: "hecho", other: "hechos" };
const LAWS: Readonly<Record<string, string>> = {
  "Partial criminalization": "Tipificación parcial",
  "Full criminalization": "Tipificación completa",
  Strengthened: "Ley reforzada",
};
const VERBS = { down: "rebajado", up: "elevado" };

/** Spanish words of figures. */
export const figures: Partial<FigureWords> = {
  missingReasons: {
    "not-in-report": "no figura en el informe",
    "special-case": "caso especial",
    "not-coded": "sin codificar",
    "not-available": "no disponible",
    "not-applicable": "no procede",
  },
  tiersSubject: (scorecard) => `niveles (${scorecard})`,
  indexSubject: (label) => label,
  lawsSubject: "leyes",
  governmentsSubject: "gobiernos",
  cycleSubjects: {
    diplomacy: "contactos",
    pressure: "presión",
    concern: "reacciones",
    outcome: "resultados",
    law: "leyes",
  },

  hasNoTier: (country, scorecard, years) => `${country}: ningún nivel (${scorecard}), ${years}.`,
  wasInTier: (country, { tier, year }) => `${country}: ${tier} en ${year}.`,
  stayedInTier: (country, { tier, year }, last) =>
    `${country}: ${tier} en ${year} y todavía en ${last}, sin cambio de nivel.`,
  wentToTier: (country, first, last, changes) =>
    `${country}: ${first.tier} en ${first.year} y ${last.tier} en ${last.year}; nivel ${changes}.`,
  changedIn: (direction, years) => `${VERBS[direction]} en ${years}`,
  changedTimes: (direction, times) => `${VERBS[direction]} ${times} veces`,
  tiersOverTime: (country, scorecard, runs) => `${country}, nivel (${scorecard}): ${runs}.`,
  inSpell: (value, years) => `${value} ${formatSpell(years)}`,
  reasonInSpell: (reason, years) => `${formatSpell(years)} (${reason})`,
  spell: formatSpell,
  hasNoGrade: (country) => `${country}: sin calificación en estos años.`,
  noTierInSpells: (spells) => `Sin nivel ${spells}.`,
  movesAre: (direction, times, moves) =>
    `Nivel ${VERBS[direction]} ${times === 1 ? "una vez" : `${times} veces`}: ${moves}.`,
  moveIn: ({ from, to, before, after }) =>
    `${to - from > 1 ? `entre ${from} y ${to}` : `en ${to}`} (de ${before} a ${after})`,

  indexScale: (label, low, high, unit) => `${label} (de ${low} a ${high}${unit ? ` ${unit}` : ""})`,
  indexWithoutValues: (index) => `${index}: sin valores en estos años.`,
  indexOnce: (index, { value, when }) => `${index}: ${value} en ${when}.`,
  indexSame: (index, first, last, years) =>
    `${index}: de ${first.value} en ${first.when} a ${last.value} en ${last.when}, el mismo valor en ${count(years, { one: "año con valor", other: "años con valor" })}.`,
  indexCourse: (index, { first, last, high, low }) =>
    `${index}: de ${first.value} en ${first.when} a ${last.value} en ${last.when}; máximo ${high.value} en ${high.when}, mínimo ${low.value} en ${low.when}.`,
  noValueInSpells: (spells) => `Sin valor ${spells}.`,
  yearAndOthers: (year, others) => `${year} y ${count(others, { one: "año más", other: "años más" })}`,

  lawName: (name) => LAWS[name] ?? name,
  noLaws: "Leyes: ninguna registrada en estos años.",
  lawsAre: (laws) => `Leyes: ${laws}.`,
  governmentsAre: (terms) => `Gobiernos: ${terms}.`,
  termFrom: (person, from) => `${person} (desde ${from})`,
  documentsAre: (none, uncounted) =>
    `Documentos disponibles: ${none === undefined ? "alguno en cada año contado" : `ninguno ${none}`}${uncounted === undefined ? "" : `; sin contar ${uncounted}`}.`,

  laws: "Leyes",
  governments: "Gobiernos",
  tierPanel: (scorecard) => `Nivel (${scorecard})`,
  outsideOfYears: (laws) => `Fuera de estos años: ${laws}`,
  noneRecorded: "Ninguna registrada en estos años",
  noGradesHere: "Sin calificaciones en estos años",
  hatchedAre: (years) => `Rayado: ${years}`,
  noValueIn: (years) => `Sin valor: ${years}`,
  noValuesHere: "Sin valores en estos años",
  fromYear: (year) => `desde ${year}`,
  downgraded: "rebajado",
  upgraded: "elevado",
  noDocuments: (years) => `sin documentos: ${years}`,

  year: "Año",
  documents: "Documentos disponibles",
  noEntry: "sin entrada",
  notCounted: "sin contar",

  cycleGroups: {
    diplomacy: "Contactos por rango",
    pressure: "Presión por clase de actor",
    concern: "Reacciones por código",
    outcome: "Resultados por tipo",
    law: "Leyes",
  },
  laneName: (name) => {
    const word = TERMS[name.toLowerCase().replaceAll(" ", "-")];
    return word === undefined ? name : word.charAt(0).toUpperCase() + word.slice(1);
  },
  dayOrMonthKnown: "día o mes conocido",
  yearOrLonger: "año o más",
  approximateMark: "aproximado",
  notDrawn: (parts) => `Sin dibujar: ${parts}.`,
  notDrawnGroup: "Sin dibujar",
  outsideOfTheYears: "fuera de los años",
  withoutDate: "sin fecha",
  entriesWithoutDate: (n) => `${count(n, FACTS)} sin fecha`,
  entriesOutside: (n, years) => `${n} fuera de ${years}`,
  laneWithEntries: (lane, entries, years) => `${lane}: ${count(entries, FACTS)} (${years})`,

  scatterTitle: (y, x) => `${y} frente a ${x}`,
  noCorrelation: (reason) => `Sin correlación: ${reason}.`,
  correlation: (r, countries, p) =>
    `r de Pearson = ${r} en ${count(countries, { one: "país", other: "países" })}, p ${p ?? "no definido"}.`,
  pointAt: (name, x, y) => `${name}: ${x}; ${y}`,
  axisEnds: (axis, low, high) => `${axis}: de ${low.value} (${low.when}) a ${high.value} (${high.when}).`,
  withoutScore: (countries) => `Sin puntuación: ${countries}.`,

  country: "País",
  tierKey: "Leyenda",
  tierSince: (tier, year) => `${tier} (desde ${year})`,
  noTierKey: "sin nivel; cada celda indica la razón",
};

function formatSpell({ first, last }: YearRange): string {
  return last - first >= 3 ? `de ${first} a ${last}` : `en ${formatYearRange({ first, last })}`;
}
