import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { messageOf, outbox, textOf } from "@/lib/server/replicas/answers/messages";

const subject = (key: string, isUrgent = false) => ({ kind: "vpn_connections", key, isUrgent });

it("a message is what was sent; what another version sends is nothing", () => {
  const text = textOf("wanted", [subject("cn-hangzhou", true)]);
  expect(messageOf(text)).toEqual({ type: "wanted", about: [subject("cn-hangzhou", true)] });
  for (const other of ["", "{", "null", '{"type":"later","about":[]}', '{"type":"wanted"}']) {
    expect(messageOf(other)).toBeNull();
  }
});

it("what is said in one turn goes in one message, as urgent as it was said to be", async () => {
  const sent: string[] = [];
  const post = outbox((text) => sent.push(text));
  post("wanted", subject("a", true));
  post("wanted", subject("a"));
  post("reading", subject("b"));
  await nextTurn();
  expect(sent).toEqual([textOf("wanted", [subject("a", true)]), textOf("reading", [subject("b")])]);
});

it("no message is longer than PostgreSQL takes", async () => {
  const sent: string[] = [];
  const post = outbox((text) => sent.push(text));
  const keys = Array.from({ length: 1_000 }, (_, index) => `region-${index}`);
  for (const key of keys) post("wanted", subject(key));
  await nextTurn();
  expect(Math.max(...sent.map((text) => text.length))).toBeLessThan(8_000);
  expect(sent.flatMap((text) => messageOf(text)?.about.map(({ key }) => key))).toEqual(keys);
});
