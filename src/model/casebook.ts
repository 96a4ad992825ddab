import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";
import type { BibliographicSource } from "./bibliography.ts";
import type { Case } from "./case.ts";
import type { NamedClaim } from "./claim.ts";
import type { Config } from "./config.ts";
import type { Country } from "./country.ts";
import type { Entry } from "./entry.ts";
import type { Government } from "./government.ts";
import type { Grade } from "./grade.ts";
import type { TracedHypothesis } from "./hypothesis.ts";
import type { Library } from "./library.ts";
import type { ReactionCodebook } from "./reaction-codes.ts";
import type { DeclaredActor } from "./read-actors.ts";
import type { Grant, Law, QuotedStatistic } from "./record.ts";
import type { Series } from "./series.ts";
import type { Theme } from "./theme.ts";

/** Everything that the user's folder says, read, typed and frozen. */
export interface Casebook {
  readonly config: Config;
  /** Of `theme/`; absent where pages look as usual. */
  readonly theme?: Theme;
  /** All places known: ISO 3166-1 and those declared. By id, in id order. */
  readonly countries: ReadonlyMap<string, Country>;
  /** In file order. */
  readonly grades: readonly Grade[];
  readonly series: ReadonlyMap<string, Series>;
  readonly governments: readonly Government[];
  readonly laws: readonly Law[];
  readonly grants: readonly Grant[];
  /** `record/aid.csv`, which has a series' shape. */
  readonly aid: Series | undefined;
  /** Of `hypotheses.yaml`, in file order. */
  readonly hypotheses: readonly TracedHypothesis[];
  /** Of `analyses/`, by id, in id order. */
  readonly analyses: ReadonlyMap<string, Analysis>;
  readonly quoted: readonly QuotedStatistic[];
  /** The record: tables in the order of kinds, then lists. */
  readonly entries: readonly Entry[];
  /** Of `actors.csv`, by id. */
  readonly actors: ReadonlyMap<string, DeclaredActor>;
  readonly codebook: ReactionCodebook;
  readonly sources: ReadonlyMap<string, BibliographicSource>;
  /** Serials of cables, posts, counts of documents, and texts of sources. */
  readonly library: Library;
  /** In order of file name. */
  readonly cases: readonly Case[];
  /** Of `claims.yaml` and of the cases' headers, in that order. */
  readonly claims: readonly NamedClaim[];
  /** Paths of the files below `assets/`, e.g. `assets/map.png`. */
  readonly assets: ReadonlySet<string>;
  /** Every text file read, by path; for code frames. */
  readonly files: ReadonlyMap<string, Source>;
}
