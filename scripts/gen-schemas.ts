/** Writes the JSON Schemas of the YAML files, for editors, from the schemas that read them. With --check it compares. */
import { z } from "zod";
import { analysisSchema } from "../src/model/read-analyses.ts";
import { claimListSchema } from "../src/model/read-claims.ts";
import { casebookSchema } from "../src/model/read-config.ts";
import { entryListSchema } from "../src/model/read-entry-list.ts";
import { hypothesesSchema } from "../src/model/read-hypotheses.ts";
import { seriesSchema } from "../src/model/read-series.ts";
import { themeSchema } from "../src/model/read-theme.ts";
import { check } from "./generated.ts";

const FILES: readonly (readonly [name: string, title: string, schema: z.ZodType])[] = [
  ["casebook", "casebook.yaml", casebookSchema],
  ["series", "series/<id>.yaml: the codebook of a series", seriesSchema],
  ["claims", "claims.yaml: named claims", claimListSchema],
  ["hypotheses", "hypotheses.yaml: hypotheses and their evidence", hypothesesSchema],
  ["analysis", "analyses/<id>.yaml: an analysis", analysisSchema],
  ["theme", "theme/tokens.yaml: colours, type and spacing of a casebook", themeSchema],
  ["entries", "record/<name>.yaml: entries of the record", entryListSchema],
];

for (const [name, title, schema] of FILES) {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (isText(zodSchema)) jsonSchema.type = ["string", "number"];
    },
  });
  check(`schemas/${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, undefined, 2)}\n`);
}

/** Tells whether a schema takes numbers for texts, as `text` of from-zod does before it looks at the value. */
function isText(schema: z.core.$ZodType): boolean {
  return schema instanceof z.core.$ZodPipe && schema._zod.def.in instanceof z.core.$ZodTransform;
}
