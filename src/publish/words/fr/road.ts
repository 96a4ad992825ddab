import { html } from "../../site/html.ts";
import type { road as english } from "../en/road.ts";
import { createCount, createList } from "../plural.ts";

const count = createCount("fr");
const list = createList("fr");
const STAYS = { one: "séjour", other: "séjours" };
const EDITIONS = { one: "édition", other: "éditions" };

/** French words of the letter on the road to the next grade. */
export const road: Partial<typeof english> = {
  roadTitle: (country, tier) => `${country}\u00a0: le chemin vers ${tier}`,
  roadDescription: (country, present, next) =>
    `${country}\u00a0: ce que disent les données entre ${present} et ${next}\u00a0: demandé, fait, manquant, et le parcours des autres.`,
  whatWasAsked: "Ce qui a été demandé",
  whatWasDone: "Ce qui a été fait",
  whatIsNotSaid: "Ce que les données ne disent pas",
  howOthersLeft: (tier) => `Comment d’autres ont quitté ${tier}`,

  wasGraded: (scorecard, year, country, tier) => `${scorecard}, ${year}\u00a0: ${country}, ${tier}.`,
  hasHadGrade: (editions, since) =>
    `Cette note est la même depuis ${count(editions, EDITIONS)} de suite, depuis ${since}.`,
  beforeThat: (stays) => `Auparavant\u00a0: ${stays}.`,
  tierInYears: (tier, years) => `${tier} en ${years}`,
  nextGradeIs: (tier) => `La note immédiatement meilleure est ${tier}.`,
  describedSo: (words) => `Le recueil la décrit ainsi\u00a0: «\u00a0${words}\u00a0»`,
  noCriteria: (grader) =>
    `Ce recueil ne déclare pas les critères selon lesquels l’évaluateur (${grader}) tranche entre les deux\u00a0; cette lettre ne peut donc pas dire ce qui suffirait. Elle dit ce que contiennent les données, et chaque nombre en est calculé.`,

  noRecommendation: (country) =>
    `Les données de ce recueil ne contiennent aucune recommandation\u00a0: ${country}.`,
  recommendationsAre: ({ all, open, answered, complete }) => {
    const parts = [
      open > 0 && count(open, { one: "ouverte", other: "ouvertes" }),
      answered > 0 &&
        `${count(answered, { one: "suivie", other: "suivies" })} d’un résultat, sans indication de son étendue`,
      complete > 0 && count(complete, { one: "accomplie", other: "accomplies" }),
    ].filter((part) => part !== false);
    return `Les données contiennent ${count(all, { one: "recommandation", other: "recommandations" })}\u00a0: ${list(parts)}. Une recommandation compte comme accomplie quand son dernier avancement déclaré le dit.`;
  },
  recommendation: "Recommandation",
  asked: "Demandée",
  progress: "Avancement",
  answeredBy: "Suivie de",
  progressIn: (year, progress) => `${year}\u00a0: ${progress}`,
  notStated: "non indiqué",
  nothingInRecord: "rien dans les données",

  outcomesAndLaws: (outcomes, laws, country) =>
    `${country}\u00a0: les données contiennent ${outcomes === 0 ? "aucun résultat" : count(outcomes, { one: "résultat", other: "résultats" })} et ${laws === 0 ? "aucune loi" : count(laws, { one: "loi", other: "lois" })}.`,
  whatTestsAsk:
    "L’enchaînement demande si un résultat est venu après la pression, la congruence s’il correspond à ce qui était demandé, le témoignage si des témoins lient les deux. Ce qui est indécidable ou absent des données n’a pas échoué.",
  lawOn: (law, date, level) => html`${law}, ${date}\u00a0: ${level}.`,
  testVerdicts: {
    holds: "vérifié",
    partly: "en partie",
    fails: "échoue",
    undecidable: "indécidable",
    "not-in-record": "absent des données",
  },

  theCriteria: "Les critères de la note immédiatement meilleure.",
  whatWasAskedOf: (country) => `Ce qui a été demandé\u00a0: ${country}.`,
  howFarTheyWent: (n, all) =>
    `Où en ${n === 1 ? "est" : "sont"} ${n} des ${count(all, { one: "recommandation", other: "recommandations" })}.`,
  whenRecommended: (n) =>
    `Quand ${count(n, { one: "recommandation a été faite", other: "recommandations ont été faites" })}.`,
  whenOutcomes: (n) =>
    `Quand ${count(n, { one: "résultat est survenu", other: "résultats sont survenus" })}.`,
  anyOutcome: "Un résultat quelconque.",
  anyLaw: "Une loi quelconque.",
  lookedForNotFound: (gap) => html`Cherché et non trouvé\u00a0: ${gap}`,

  noOtherHad: (tier) => `Aucun autre pays de ce recueil n’a reçu la note ${tier}.`,
  othersNote: (countries, years) =>
    `Calculé à partir des notes de ${count(countries, { other: "pays" })}, ${years}. Un séjour est une suite d’éditions avec une même note\u00a0; celui qui a commencé avant la première note connue compte à partir d’elle.`,
  othersHad: ({ countries, stays, tier }) =>
    `${count(countries, { one: "autre pays a reçu", other: "autres pays ont reçu" })} la note ${tier}, en ${count(stays, STAYS)}.`,
  noneRose: "Aucun ne s’est terminé par une meilleure note.",
  someRose: (stays, countries, { median, shortest, longest }) => {
    const editions =
      shortest === longest
        ? count(shortest, EDITIONS)
        : `une médiane de ${count(median, EDITIONS)} (de ${shortest} à ${longest})`;
    return `${count(stays, { one: "séjour", other: "séjours" })} de ${count(countries, { other: "pays" })} ${stays === 1 ? "s’est terminé" : "se sont terminés"} par une meilleure note, après ${editions}.`;
  },
  withLaw: (n, all) =>
    `Dans ${n} de ces ${all} cas, les données contiennent une loi de ce pays antérieure à l’édition qui l’a apportée.`,
  othersEnded: (worse, rest) =>
    `${worse} ${worse === 1 ? "s’est terminé" : "se sont terminés"} par une moins bonne note\u00a0; ${rest} ${rest === 1 ? "a duré" : "ont duré"} jusqu’à la dernière édition ou jusqu’à une année sans note.`,
  yearsAt: (tier) => `Années en ${tier}`,
  afterwards: "Ensuite",
  latestLaw: "Dernière loi avant",
  tierThen: (tier, year) => `${tier} en ${year}`,
  noLawInRecord: "aucune dans les données",
  theseAreLatest: (more) =>
    `Ce sont les plus récents\u00a0; ${count(more, { one: "autre est venu", other: "autres sont venus" })} avant.`,
  tableOf: (what) => `Tableau\u00a0: ${what}`,
};
