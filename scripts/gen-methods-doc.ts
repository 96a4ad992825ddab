/** Writes docs/methods.md and docs/analyses.md from the methods' and the variables' definitions. With --check it compares. */
import { METHOD_BOOK, type MethodEntry } from "../src/compute/analysis/method-book.ts";
import { NAMED_VARIABLES } from "../src/compute/analysis/named-variables.ts";
import { VARIABLE_FUNCTIONS } from "../src/model/variable.ts";
import { check } from "./generated.ts";

const NOTICE = "<!-- Written by scripts/gen-methods-doc.ts. Do not edit. -->";

function methodSection(one: MethodEntry): string {
  return `## ${one.title}

\`method: ${one.id}\`. ${one.answers}

- **Formula.** ${one.formula}
- **Missing values.** ${one.missing}
- **Needs.** ${one.needs}
- **Source.** ${one.source}
- **How it is known to be right.** ${one.checked}

To know before believing a result:

${one.caveats.map((caveat) => `- ${caveat}`).join("\n")}
`;
}

check(
  "docs/methods.md",
  `${NOTICE}

# Statistical methods

What Demarche computes with, where each formula comes from, and what missing values do. An analysis of the casebook names one
of these methods ([docs/analyses.md](analyses.md)). The functions stand in
\`src/compute/methods/\` and \`src/compute/correlation.ts\`; their docstrings say more.

For all: rows with missing values are left out before and counted; the order of rows never matters; an estimate that does
not exist is missing with a reason (\`too-few-rows\`, \`no-variation\`, \`no-events\`, \`collinear\`, \`separation\`, \`no-convergence\`).

${METHOD_BOOK.map(methodSection).join("\n")}
## Reading an event study

A country is downgraded after a bad year, and bad years pass. In the companion's data the policy index falls by 0.69 in the
year before a first downgrade, so that a recovery measured from then is overstated; with fixed effects the next year's change
after a downgrade is 0.27, and nothing of it is left once the present index is held. The method's output shows the years before,
and its note says these numbers for the data at hand.
`,
);

function exampleSection({ id, title, keys, example }: MethodEntry): string {
  const rows = keys.map(([key, meaning]) => `| \`${key}\` | ${meaning} |`);
  const table = rows.length > 0 ? `| key | meaning |\n|---|---|\n${rows.join("\n")}\n\n` : "";
  return `### ${id}: ${title.toLowerCase()}

${table}\`\`\`yaml
${example}\`\`\`
`;
}

check(
  "docs/analyses.md",
  `${NOTICE}

# Analyses

\`analyses/<id>.yaml\` declares an analysis: a question, a sample, variables and a method. It is computed with every build, has a
page \`/analyses/<id>/\` with its result, sample, data and declaration, and stands in a case where its prose says so:

    ::figure{analysis=downgrade}
    ::table[The year after a downgrade]{analysis=downgrade}
    The index rises by :value[0.32]{analysis=downgrade of=downgrade} points (p :value[< 0.001]{analysis=downgrade of=downgrade.p}).

Figures and tables say below them on how many rows, countries and years they rest, what was left out and why, and of when the
numbers are. A \`:value\` is held against the result to its printed precision. \`of=\` names a row of a table (\`downgrade\`: its
first number), a cell of it (\`downgrade.lower\`, \`downgrade.se\`, \`downgrade.p\`), a cell of a further table
(\`groups.yes.median\`), or a number beside them (\`n\`, \`events\`, \`r2\`); the names are those in \`result.json\` on the analysis' page.

## Keys of every analysis

| key | meaning |
|---|---|
| \`title\` | of the analysis, its figure and its table |
| \`question\` | what it asks; optional |
| \`note\` | what is to be said beside the result; optional |
| \`method\` | one of those below |
| \`sample\` | \`countries\`, \`groups\` (of countries.csv, by year), \`except\`, \`years\` (\`2001-2014\`); the whole casebook where absent |
| \`tier-codes\` | numbers for tiers, by id, where \`tier\` is not to be 1, 2, 3 …: \`{1: 1, 2: 2, 2WL: 2.5, 3: 3}\` |
| \`level\` | share of intervals that cover the true value; 0.95 where absent |

## Variables

A variable is a number for each country and year: a name, or a function of variables. Where a variable stands, a mapping may
stand too: \`{is: lag(downgrade), name: downgraded, label: downgraded the year before}\`; \`name\` is for prose, \`label\` for readers.

| name | gives |
|---|---|
${NAMED_VARIABLES.map(([name, gives]) => `| \`${name}\` | ${gives} |`).join("\n")}

| function | gives |
|---|---|
${Object.entries(VARIABLE_FUNCTIONS)
  .map(([name, { gives }]) => `| \`${name}\` | ${gives} |`)
  .join("\n")}

Functions nest: \`or-zero(lag(downgrade))\`, \`lead(change(policy-index.p))\`, \`at-least(minus(year, year-joined), 0)\`. What is missing stays
missing with its reason, unless \`or-zero\` says that nothing there means none. \`lag\` and \`lead\` look beyond the sample's
years, not beyond the casebook's. \`ever\` and \`lead\` look ahead: among the variables that explain, that is a finding.

## Methods

${METHOD_BOOK.map(exampleSection).join("\n")}`,
);
