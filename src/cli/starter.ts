/** Returns the files of a casebook to begin with: one country, three grades, one source, one case. All checks pass. */
export function starterFiles(title: string): Readonly<Record<string, string>> {
  return {
    "casebook.yaml": `title: "${title}"
description: One sentence on what the casebook is about.
authors: [Your Name]
licence: CC-BY-4.0
years: 2001-2015

scorecard:
  name: Trafficking in Persons Report
  short: TIP Report
  grader: US Department of State
  since: 2001
  tiers: # best first
    - {id: 1, label: Tier 1}
    - {id: 2, label: Tier 2}
    - {id: 2WL, label: Tier 2 Watch List, short: WL, since: 2004, aliases: [Watch List, watch list]}
    - {id: 3, label: Tier 3}
`,
    "grades.csv": `country,year,tier,source,note
JPN,2003,2,tip-report,
JPN,2004,2WL,tip-report,
JPN,2005,2,tip-report,
`,
    "governments.csv": `country,person,family_name,office,start,end,source
JPN,Junichiro Koizumi,Koizumi,Prime Minister,2001-04-26,2006-09-26,
`,
    "sources.json": `[
  {
    "id": "tip-report",
    "type": "report",
    "title": "Trafficking in Persons Report",
    "author": [{ "literal": "US Department of State" }]
  }
]
`,
    "cases/japan.md": `---
title: Japan
country: JPN
---

In 2004 Japan was moved down to the :grade[Watch List]{year=2004}; a year later it was back on
:grade[Tier 2]{year=2005}, as :ref[]{to=timeline} shows.[^tip-report]

::figure{timeline}

[^tip-report]: US Department of State, *Trafficking in Persons Report*, 2003–2005.
`,
  };
}
