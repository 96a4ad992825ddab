import type { Code, Severity } from "../base/diagnostic.ts";
import {
  analysisCollinear,
  analysisEmptySample,
  analysisFewClusters,
  analysisLooksAhead,
  analysisNoEstimate,
  analysisNoEvents,
  analysisNotBinary,
  analysisNotShown,
  analysisUnknown,
  analysisUnknownSample,
  analysisUnknownVariable,
} from "./analysis/analysis.ts";
import {
  analysisDuplicateTerm,
  analysisInvalidValue,
  analysisMissingKey,
  analysisUnknownKey,
} from "./analysis/reading.ts";
import { cableDateDiffers, cableMalformed, cableOutsideIndex } from "./cable/cable.ts";
import { cableDateAgainstProse } from "./cable/prose.ts";
import { caseDuplicateId, caseDuplicateSlug, caseReservedSlug } from "./case/case.ts";
import {
  casebookDuplicateId,
  casebookInvalidValue,
  casebookMissingKey,
  casebookNotFound,
  casebookNoUrl,
  casebookUnknownKey,
  yamlDuplicateKey,
  yamlSyntax,
  yamlTooComplex,
} from "./casebook/casebook.ts";
import {
  claimContradiction,
  claimDuplicateId,
  claimFails,
  claimNotInRecord,
  claimNumberUncovered,
  claimReportedFails,
  claimUnknown,
  claimUnused,
} from "./claim/claims.ts";
import {
  claimInvalidValue,
  claimMissingKey,
  claimNotAllowed,
  claimQueryWrong,
  claimTooSlow,
  claimUnclear,
  claimUnknownKey,
} from "./claim/queries.ts";
import { countryNoState, countrySharedName, countryUndeclared, countryUnknown } from "./country/country.ts";
import {
  csvDuplicateColumn,
  csvEmpty,
  csvEmptyCell,
  csvFormula,
  csvMissingColumn,
  csvRaggedRow,
  csvSeparator,
  csvSyntax,
  csvTooManyColumns,
  csvTooManyRows,
  csvUnknownColumn,
} from "./csv/csv.ts";
import type { Check } from "./define-check.ts";
import { directiveUnknownAttribute } from "./directive/attributes.ts";
import {
  directiveMalformed,
  directiveUnclosed,
  directiveUnknown,
  figureTypedNumber,
  figureUnknown,
  referenceUnknown,
} from "./directive/directive.ts";
import { directiveMisplaced } from "./directive/places.ts";
import { coverageNoDocuments } from "./document/coverage.ts";
import { documentNoSource } from "./document/document.ts";
import { actorDuplicate, actorUnknown, actorUnknownCountry } from "./entry/actors.ts";
import {
  entryDateMissing,
  entryDuplicateId,
  entryNoSource,
  entryOverrideIncomplete,
  sourceNoDate,
} from "./entry/entry.ts";
import { entryDanglingLink, entryLinkCycle, entryOutcomeBeforeCause } from "./entry/links.ts";
import {
  entryBadId,
  entryInvalidValue,
  entryMissingKey,
  entryUnknownKey,
  entryUnknownKind,
  reactionDuplicateCode,
  reactionUnknownCode,
} from "./entry/reading.ts";
import {
  fileEncoding,
  fileNotRead,
  fileNul,
  fileOutside,
  fileTooLarge,
  fileUnpublishable,
  fileUnreadable,
} from "./file/file.ts";
import {
  gradeDiffers,
  gradeNotInRecord,
  gradeUnclear,
  valueDiffers,
  valueNotInRecord,
  valueUnclear,
} from "./grade/claims.ts";
import { gradeDuplicate, gradeNotOnScale, gradeTierTooEarly, yearOutOfRange } from "./grade/grade.ts";
import { hypothesisUnknownEntry } from "./hypothesis/hypothesis.ts";
import {
  headerMissingPdf,
  headingSkipsLevel,
  htmlDropped,
  imageMissing,
  imageNoAlt,
  linkBroken,
  textAttributes,
  textTooDeep,
} from "./link/link.ts";
import { noteDateAgainstProse } from "./note/dates.ts";
import {
  noteDanglingShortCitation,
  noteDateAgainstUrl,
  noteDuplicateSource,
  noteRepeated,
} from "./note/duplicates.ts";
import { noteDuplicate, noteUndefined, noteUnused } from "./note/note.ts";
import { printMissingGlyph, printNotAccessible, printNotSet } from "./print/print.ts";
import { quotationRepeated, quotationUnclosed } from "./quotation/marks.ts";
import { quotationDiffers, quotationNotInRecord } from "./quotation/quotation.ts";
import { captionAgainstRows } from "./record/captions.ts";
import {
  governmentOverlap,
  governmentReversed,
  quotedUnknownStatistic,
  recordDuplicateId,
  statisticUnknownData,
} from "./record/record.ts";
import {
  figureUnknownSeries,
  seriesDuplicate,
  seriesInvalidValue,
  seriesMissingKey,
  seriesNoCodebook,
  seriesNoVintage,
  seriesOutOfRange,
  seriesUnknownColumn,
  seriesUnknownKey,
} from "./series/series.ts";
import {
  jsonSyntax,
  sourceDuplicateId,
  sourceMalformed,
  sourceNotTaken,
  sourceUnknown,
  sourceUnused,
} from "./source/bibliography.ts";
import { cableSuffixVariant, sourceDateAgainstUrl, sourceDuplicate } from "./source/duplicate.ts";
import {
  headerBadSlug,
  headerDuplicateKey,
  headerMalformed,
  headerNoTitle,
  headerUnclosed,
  headerUnknownKey,
} from "./text/header.ts";
import { themeContrast, themeTiersAlike } from "./theme/colours.ts";
import {
  themeMisplacedPlaceholder,
  themeMissingLandmark,
  themeMissingPart,
  themeNotAllowed,
  themeUnclosed,
  themeUnknownPlaceholder,
} from "./theme/partials.ts";
import { themeInvalidValue, themeMissingFile, themeMissingKey, themeUnknownKey } from "./theme/tokens.ts";
import {
  translationLanguage,
  translationNoOriginal,
  translationStructure,
} from "./translation/translation.ts";
import { valueNotADate, valueNotAllowed, valueNotANumber, valueNotAYear } from "./value/value.ts";

/** Every check, in order of code. */
export const ALL_CHECKS: readonly Check[] = [
  actorDuplicate,
  actorUnknown,
  actorUnknownCountry,
  entryBadId,
  entryDanglingLink,
  entryDateMissing,
  entryDuplicateId,
  entryInvalidValue,
  entryLinkCycle,
  entryMissingKey,
  entryNoSource,
  entryOverrideIncomplete,
  entryOutcomeBeforeCause,
  entryUnknownKey,
  entryUnknownKind,
  reactionDuplicateCode,
  reactionUnknownCode,
  sourceNoDate,
  analysisUnknown,
  analysisUnknownVariable,
  analysisUnknownSample,
  analysisEmptySample,
  analysisNoEvents,
  analysisCollinear,
  analysisNoEstimate,
  analysisFewClusters,
  analysisLooksAhead,
  analysisNotBinary,
  analysisNotShown,
  analysisDuplicateTerm,
  analysisInvalidValue,
  analysisMissingKey,
  analysisUnknownKey,
  cableMalformed,
  cableOutsideIndex,
  cableDateDiffers,
  cableDateAgainstProse,
  cableSuffixVariant,
  caseDuplicateId,
  caseDuplicateSlug,
  caseReservedSlug,
  casebookNotFound,
  casebookMissingKey,
  casebookInvalidValue,
  casebookUnknownKey,
  casebookDuplicateId,
  casebookNoUrl,
  yamlSyntax,
  yamlDuplicateKey,
  yamlTooComplex,
  claimContradiction,
  claimDuplicateId,
  claimFails,
  claimNotInRecord,
  claimNumberUncovered,
  claimReportedFails,
  claimUnknown,
  claimUnused,
  claimInvalidValue,
  claimMissingKey,
  claimNotAllowed,
  claimQueryWrong,
  claimTooSlow,
  claimUnclear,
  claimUnknownKey,
  coverageNoDocuments,
  documentNoSource,
  countryUndeclared,
  countrySharedName,
  countryUnknown,
  countryNoState,
  csvEmpty,
  csvSyntax,
  csvSeparator,
  csvTooManyColumns,
  csvTooManyRows,
  csvRaggedRow,
  csvUnknownColumn,
  csvMissingColumn,
  csvDuplicateColumn,
  csvEmptyCell,
  csvFormula,
  directiveUnknown,
  directiveUnknownAttribute,
  directiveMisplaced,
  directiveMalformed,
  directiveUnclosed,
  figureUnknown,
  figureTypedNumber,
  referenceUnknown,
  fileEncoding,
  fileNul,
  fileNotRead,
  fileUnpublishable,
  fileTooLarge,
  fileOutside,
  fileUnreadable,
  gradeDiffers,
  gradeNotInRecord,
  gradeUnclear,
  valueDiffers,
  valueNotInRecord,
  valueUnclear,
  gradeNotOnScale,
  gradeTierTooEarly,
  gradeDuplicate,
  yearOutOfRange,
  hypothesisUnknownEntry,
  linkBroken,
  imageMissing,
  imageNoAlt,
  headerMissingPdf,
  htmlDropped,
  textAttributes,
  textTooDeep,
  headingSkipsLevel,
  noteUndefined,
  noteUnused,
  noteDuplicate,
  noteDuplicateSource,
  noteRepeated,
  noteDanglingShortCitation,
  noteDateAgainstUrl,
  noteDateAgainstProse,
  quotationDiffers,
  quotationNotInRecord,
  quotationUnclosed,
  quotationRepeated,
  captionAgainstRows,
  governmentReversed,
  governmentOverlap,
  recordDuplicateId,
  statisticUnknownData,
  quotedUnknownStatistic,
  seriesNoCodebook,
  seriesNoVintage,
  seriesMissingKey,
  seriesInvalidValue,
  seriesUnknownKey,
  seriesUnknownColumn,
  seriesDuplicate,
  seriesOutOfRange,
  figureUnknownSeries,
  jsonSyntax,
  printMissingGlyph,
  printNotAccessible,
  printNotSet,
  sourceMalformed,
  sourceNotTaken,
  sourceDuplicateId,
  sourceUnknown,
  sourceUnused,
  sourceDuplicate,
  sourceDateAgainstUrl,
  headerUnclosed,
  headerMalformed,
  headerDuplicateKey,
  headerNoTitle,
  headerUnknownKey,
  headerBadSlug,
  themeContrast,
  themeTiersAlike,
  themeMisplacedPlaceholder,
  themeMissingLandmark,
  themeMissingPart,
  themeNotAllowed,
  themeUnclosed,
  themeUnknownPlaceholder,
  themeInvalidValue,
  themeMissingFile,
  themeMissingKey,
  themeUnknownKey,
  translationLanguage,
  translationNoOriginal,
  translationStructure,
  valueNotAYear,
  valueNotADate,
  valueNotANumber,
  valueNotAllowed,
].sort((a, b) => (a.code < b.code ? -1 : 1));

const byCode = new Map(ALL_CHECKS.map((check) => [check.code, check]));

/** Returns the check with a code, or undefined where there is none. */
export function findCheck(code: string): Check | undefined {
  return byCode.get(code as Code);
}

/** Returns a code's severity. Throws where the catalogue does not have the code, which is a mistake in Demarche. */
export function severityOf(code: Code): Severity {
  const check = byCode.get(code);
  if (!check) throw new Error(`no check is defined for the code ${code}`);
  return check.severity;
}
