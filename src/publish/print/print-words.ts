/** Words that a print adds to those of its pages. */
export const PRINT_WORDS = {
  contents: "Contents",
  cite: "How to cite",
  verdicts: "Checked statements",
  sources: "Sources",
  signs:
    "Signs in the margin number the statements that were held against the record: ✓ holds, ✗ fails, ? not in the record. They are listed from page {page}.",
  columns: ["", "Statement", "Verdict", "How it was decided"],
  arrows: "→ in the margin names the page on which what the line refers to stands.",
  unreferenced: "Notes without a reference",
  colophon: "About this print",
} as const;
