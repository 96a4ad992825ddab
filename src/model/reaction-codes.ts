/** A way in which the graded react, as a codebook defines it. */
export interface ReactionCode {
  readonly code: string;
  readonly label: string;
  readonly group?: string;
  readonly definition?: string;
}

/** The codes that entries of a casebook may have. By code, in the codebook's order. */
export type ReactionCodebook = ReadonlyMap<string, ReactionCode>;

const LIST: readonly (readonly [code: string, label: string, group: string, definition: string])[] = [
  ["funding", "Funding", "funding", "Worry about losing aid, trade or money, or about sanctions"],
  ["comparison", "Comparison", "image", "Own grade called unfair beside the grades of other countries"],
  [
    "public-face-saving",
    "Public face saving",
    "image",
    "Denial or publicity that protects the picture at home or abroad",
  ],
  ["embarrassment", "Embarrassment", "image", "Shame, humiliation, loss of standing"],
  ["objection", "Objection", "negative", "Facts, method or definition are disputed"],
  ["anger", "Anger or frustration", "negative", "Open anger or frustration"],
  ["other", "Other negative reaction", "negative", "Any other negative response"],
  ["arrogance", "Arrogance of the grader", "negative", "The grader is said to have no right to judge"],
  ["moving-goal", "Moving goal", "negative", "The criteria are said to shift"],
  ["harming-relations", "Harming relations", "negative", "Warning or threat that relations will suffer"],
  ["cooperative", "Cooperative", "concern about the rating", "Offers work on what is demanded"],
  ["disappointment", "Disappointment", "concern about the rating", "Regret that the grade is not better"],
  [
    "appreciation-or-bragging",
    "Appreciation or bragging",
    "concern about the rating",
    "Thanks for, or boasting about, the grade or own efforts",
  ],
  ["how-to-improve", "How to improve", "concern about the rating", "Asks what a better grade takes"],
];

/** The codes of a casebook without `codebooks/reactions.csv`: fourteen, in four groups. */
export const DEFAULT_REACTION_CODES: ReactionCodebook = new Map(
  LIST.map(([code, label, group, definition]) => [code, { code, label, group, definition }]),
);
