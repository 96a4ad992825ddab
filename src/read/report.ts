import type { Code, Finding } from "../base/diagnostic.ts";

/** Takes a finding. Its severity comes from the catalogue of checks. */
export type Report = (code: Code, finding: Finding) => void;
