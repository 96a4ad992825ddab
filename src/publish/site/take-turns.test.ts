import { expect, test } from "vitest";
import { take, takeTurns } from "./take-turns.ts";

test("some are taken, and the others later", () => {
  const numbers = [1, 2, 3, 4, 5].values();
  expect([...take(numbers, 2)]).toEqual([1, 2]);
  expect([...take(numbers, 0)]).toEqual([]);
  expect([...take(numbers, 9)]).toEqual([3, 4, 5]);
  expect([...take(numbers, 1)]).toEqual([]);
});

test("whichever ends first, all are yielded in their order", () => {
  expect([...takeTurns(["a", "b"].values(), ["1", "2", "3", "4", "5"].values(), 2)]).toEqual([..."a12b345"]);
  expect([...takeTurns(["a", "b", "c"].values(), ["1"].values(), 2)]).toEqual([..."a1bc"]);
  expect([...takeTurns([].values(), ["1", "2"].values(), 1)]).toEqual(["1", "2"]);
});
