import { Failure } from "../base/effects.ts";

/** Prints to standard output. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** Prints to standard error: progress, summaries and failures. */
export function printError(text: string): void {
  process.stderr.write(text);
}

/** Tells whether a stream shows colours: a terminal, unless NO_COLOR is set; FORCE_COLOR overrides. */
export function hasColour(stream: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR) return false;
  return stream.isTTY === true || Boolean(process.env.FORCE_COLOR);
}

/** A line on the terminal that says how far long work is. Silent in a pipe and for work under a second. */
export interface Progress {
  update(text: string): void;
  clear(): void;
}

/** Returns a progress line on standard error. */
export function createProgress(): Progress {
  const stream = process.stderr;
  const begun = performance.now();
  let isShown = false;
  return {
    update: (text) => {
      if (!stream.isTTY || performance.now() - begun < 1000) return;
      stream.write(`\r\u001B[2K${text}`);
      isShown = true;
    },
    clear: () => {
      if (isShown) stream.write("\r\u001B[2K");
      isShown = false;
    },
  };
}

/** A reader that stops early, such as `head`, ends the program without a word. */
function endWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }
}

/** Runs a command and sets the exit code; an expected failure is printed in two lines, without a stack. */
export async function run(command: () => Promise<number>): Promise<void> {
  endWhenNobodyReads();
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    printError(`demarche: ${error.message}\n${error.hint ? `  hint: ${error.hint}\n` : ""}`);
    process.exitCode = error.exitCode;
  }
}
