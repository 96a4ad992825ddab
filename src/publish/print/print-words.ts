/** Words that a print adds to those of its pages. */
export const PRINT_WORDS = {
  contents: "Contents",
  cite: "How to cite",
  verdicts: "Checked statements",
  columns: ["", "Statement", "Verdict", "How it was decided"],
  unreferenced: "Notes without a reference",
  colophon: "About this print",
} as const;
