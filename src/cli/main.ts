#!/usr/bin/env node
import { createProgram } from "./program.ts";

try {
  await createProgram().parseAsync();
} catch (error) {
  const isCommander = error instanceof Error && "exitCode" in error && "code" in error;
  if (!isCommander) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
