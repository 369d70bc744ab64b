import { expect, it } from "vitest";
import { createNonceMemory, timestampWindowMs } from "./nonces";

it("remembers a nonce as long as its time stamp could still pass, and no longer", () => {
  const nonces = createNonceMemory();
  expect(nonces.use("a", 0)).toBe(true);
  expect(nonces.use("a", 2 * timestampWindowMs)).toBe(false);
  expect(nonces.use("b", 2 * timestampWindowMs + 1)).toBe(true);
  expect(nonces.size()).toBe(1);
  expect(nonces.use("a", 2 * timestampWindowMs + 1)).toBe(true);
});
