import isoCountries from "i18n-iso-countries";
import { cowNumber } from "./state-system.ts";

/** Codes by which other data know a place; a code that its system does not give is absent. */
export interface CountryCodes {
  /** ISO 3166-1 alpha-2; `XK` for Kosovo, which ISO leaves to its users. */
  readonly alpha2?: string;
  /** ISO 3166-1 alpha-3, only where ISO itself lists the place: not for Kosovo, nor for states that are no more. */
  readonly alpha3?: string;
  /** Correlates of War state number. */
  readonly cow?: number;
  /** Gleditsch–Ward state number. */
  readonly gw?: number;
  /** Code in the World Development Indicators. */
  readonly worldBank?: string;
}

/**
 * Where Gleditsch and Ward's number is not the Correlates of War's. Serbia since 2006 has one of its own; Yugoslavia and
 * Serbia and Montenegro stay 345. Source: Gleditsch and Ward, "Interstate System Membership: A Revised List of the
 * Independent States since 1816" (1999), list of states and of microstates; each of the seven is as published conversions
 * between the two lists have it.
 */
const OWN_GW_NUMBERS: Readonly<Record<string, number>> = {
  DEU: 260,
  KIR: 970,
  NRU: 971,
  SRB: 340,
  TON: 972,
  TUV: 973,
  YEM: 678,
};

/** Places of ISO 3166-1 for which the World Bank publishes no indicators; the Channel Islands are one economy, CHI. */
const NOT_IN_WORLD_BANK = new Set(
  (
    "AIA ALA ATA ATF BES BLM BVT CCK COK CXR ESH FLK GGY GLP GUF HMD IOT JEY MSR MTQ MYT NFK NIU PCN REU SGS SHN SJM SPM " +
    "TKL TWN UMI VAT WLF"
  ).split(" "),
);

/** The World Bank's codes of the Channel Islands and of Kosovo, which are not those of ISO 3166-1. */
const OWN_WORLD_BANK_CODES: Readonly<Record<string, string>> = { GGY: "CHI", JEY: "CHI", XKX: "XKX" };

/** The package gives Kosovo a code, XKK, that no data have; to Demarche it is XKX, where a casebook declares it. */
const { XKK: _pseudoCode, ...ALPHA2_OF }: Readonly<Record<string, string>> = isoCountries.getAlpha3Codes();

/** The alpha-3 codes of ISO 3166-1. */
export const ISO_IDS: readonly string[] = Object.keys(ALPHA2_OF);

/** Returns the id of the place with an alpha-2 code, or undefined where none has it. A casebook need not have that place. */
export function idOfAlpha2(alpha2: string): string | undefined {
  return alpha2 === "XK" ? "XKX" : isoCountries.alpha2ToAlpha3(alpha2);
}

/** Returns a place's codes in other systems, by the id that Demarche knows it by. */
export function codesOf(id: string): CountryCodes {
  const isListed = id in ALPHA2_OF;
  const alpha2 = id === "XKX" ? "XK" : isListed ? ALPHA2_OF[id] : undefined;
  const cow = cowNumber(id);
  const gw = OWN_GW_NUMBERS[id] ?? cow;
  const worldBank = OWN_WORLD_BANK_CODES[id] ?? (isListed && !NOT_IN_WORLD_BANK.has(id) ? id : undefined);
  return {
    ...(alpha2 === undefined ? {} : { alpha2 }),
    ...(isListed ? { alpha3: id } : {}),
    ...(cow === undefined ? {} : { cow }),
    ...(gw === undefined ? {} : { gw }),
    ...(worldBank === undefined ? {} : { worldBank }),
  };
}
