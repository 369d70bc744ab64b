import { describe, expect, it } from "vitest";
import { toCsv } from "@/lib/server/export/csv";
import { FORMULA_START, withoutFormulasInside } from "@/lib/server/export/formulas";
import { listOfBodies, readCsv } from "@/lib/server/export/test-lists";

const csvOf = (...bodies: object[]) => [...toCsv(listOfBodies(...bodies))].join("");
const nameOf = (name: string) => readCsv(csvOf({ VpnConnectionId: "vco-1", Name: name }))[0]?.name;

const SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "−"];
const HIDING = [" ", "\t", "\r\n", "\u00A0", "\u3000", "\u200B", "\uFEFF", "\u202E", "\u0000"];
const QUOTES = ['"', "'", "`", "“", "「"];

/** The same numbers each time, so that a failure can be looked at. */
function* names(count: number) {
  const alphabet = [...SIGNS, ...HIDING, ...QUOTES, ",", ";", "|", "\n", "\v", "\u2028", "a", "1"];
  let seed = 7;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647);
  for (let made = 0; made < count; made += 1) {
    const length = 1 + (next() % 8);
    yield Array.from({ length }, () => alphabet[next() % alphabet.length]).join("");
  }
}

const bare = (text: string) => text.replaceAll("'", "");

describe("a cell", () => {
  it.each(SIGNS)("that begins with %s is text", (sign) => {
    expect(nameOf(`${sign}SUM(A1)`)).toBe(`'${sign}SUM(A1)`);
    expect(nameOf(`${sign}SUM(A1)\nline`)).toBe(`'${sign}SUM(A1)\nline`);
    expect(nameOf(sign)).toBe(`'${sign}`);
  });

  it.each([...HIDING, ...QUOTES, ' \u200B"\uFEFF'])(
    "that begins with %j and a sign is text",
    (text) => {
      expect(nameOf(`${text}=1+1`)?.startsWith(`'${text}`)).toBe(true);
    },
  );

  it.each(["\tname", "\rname", "\nname", " \tname", "\u0000name"])(
    "that begins with a control character is text: %j",
    (name) => expect(nameOf(name)).toBe(`'${name}`),
  );

  it.each([",", ";", "|", "\t", "\n", "\r\n", "\u2028"])(
    "that %j may split is text in both parts",
    (separator) => {
      expect(nameOf(`a${separator}=1+1`)).toBe(`a${separator}'=1+1`);
      expect(nameOf(`a${separator} "=1+1`)).toBe(`a${separator}' "=1+1`);
    },
  );

  it.each([
    "hz-prod-to-frankfurt-dc1",
    "HQ - Berlin (a=b, c; d)",
    "10.0.0.0/8",
    "user@example.com",
    "'quoted'",
    " leading space",
    "杭州—法兰克福",
  ])("that is no formula stays as it is: %j", (name) => expect(nameOf(name)).toBe(name));
});

describe("a whole file", () => {
  it("holds no formula wherever a program splits it, quotes or no quotes", () => {
    const bodies = [...names(3_000)].map((name) => ({
      VpnConnectionId: name,
      Name: name,
      Tag: { Tag: [{ Key: name, Value: name }] },
    }));
    const csv = csvOf(...bodies);
    const pieces = csv.split(/[,;|\t\r\n\v\0\u2028]/);
    const begins = /^(?:(?!')[\s\p{Cc}\p{Cf}"`“「])*[=+\-@＝＋－＠﹢−]/u;
    expect(pieces.filter((piece) => begins.test(piece))).toEqual([]);
    expect(readCsv(csv)).toHaveLength(3_000);
  });

  it("is the same name again once the apostrophes are taken out", () => {
    for (const name of names(500)) expect(bare(nameOf(name) ?? "")).toBe(bare(name));
  });
});

describe("the rules themselves", () => {
  it("take long runs of what is hidden in their stride", () => {
    const long = `${" ".repeat(100_000)}a`;
    expect(FORMULA_START.test(long)).toBe(false);
    expect(withoutFormulasInside(`,${long}`)).toBe(`,${long}`);
  });
});
