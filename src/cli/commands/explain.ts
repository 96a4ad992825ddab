import { Failure } from "../../base/effects.ts";
import { suggest } from "../../base/nearest.ts";
import { ALL_CHECKS, findCheck } from "../../check/all-checks.ts";
import type { Check } from "../../check/define-check.ts";
import { print } from "../console.ts";

/** Prints why a check exists and how to mend what it finds; without a code, all codes. */
export async function explainCommand(code: string | undefined): Promise<number> {
  if (code === undefined) {
    const width = Math.max(...ALL_CHECKS.map((check) => check.code.length));
    for (const check of ALL_CHECKS) {
      print(`${check.code.padEnd(width)}  ${check.severity.padEnd(7)}  ${check.rule}\n`);
    }
    return 0;
  }
  const check = findCheck(code);
  if (!check) {
    throw new Failure(`There is no check ${code}.`, {
      hint: suggest(
        code,
        ALL_CHECKS.map((one) => one.code),
        "`demarche explain` lists all codes.",
      ),
      exitCode: 2,
    });
  }
  print(explanationOf(check));
  return 0;
}

function explanationOf(check: Check): string {
  const firing = check.examples.find((example) => example.expect.length > 0);
  const lines = [
    `${check.code} (${check.severity})`,
    "",
    check.rule,
    "",
    `Why:  ${check.why}`,
    `Mend: ${check.mend}`,
    ...(firing ? ["", `For example: ${firing.name}`, ...firing.expect.map((line) => `  ${line}`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}
