import type { Words } from "./en.ts";

/**
 * Keys that put signs alone around what stands in them, so that English signs do for a language that has none of its own
 * and are not marked as English.
 */
export const PUNCTUATION: ReadonlySet<keyof Words> = new Set([
  "actorOfKind",
  "bookCitation",
  "captionOfCountry",
  "cityIn",
  "claimPicture",
  "dateKnownTo",
  "datedLaw",
  "figureTitle",
  "fullStop",
  "groupMembers",
  "groupOfLanes",
  "joinedIn",
  "joinedMapCounts",
  "lawAt",
  "lawLabel",
  "lawOn",
  "listSeparator",
  "movedThese",
  "noteOfCase",
  "notesOfCase",
  "otherLetters",
  "partSeparator",
  "pointAt",
  "progressIn",
  "quotation",
  "reasonOfYears",
  "sentenceSeparator",
  "subjectOfYears",
  "termOf",
  "tierWithCount",
  "tierWithShare",
  "titleOfEntry",
  "withColon",
]);
