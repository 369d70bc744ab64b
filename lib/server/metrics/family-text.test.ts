import { afterEach, describe, expect, it, vi } from "vitest";
import { familyText, type Sample } from "@/lib/server/metrics/family-text";
import { SECRET, signInBy, BY_PROVIDER } from "@/lib/server/testing/sign-in";

afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const HEAD = "# HELP some_metric What it is.\n# TYPE some_metric gauge\n";

function family(samples: Iterable<Sample<"name">>) {
  return familyText({
    name: "some_metric",
    help: "What it is.",
    labelNames: ["name"] as const,
    samples,
  });
}

const named = (name: string, value = 1) => ({ labels: { name }, value });

function* many(count: number) {
  for (let index = 0; index < count; index += 1) yield named(String(index), index);
}

describe("the text of a family", () => {
  it("is its head and a line for each sample", async () => {
    const [text] = await family([named("a"), named("b", 0.5)]);
    expect(text).toBe(`${HEAD}some_metric{name="a"} 1\nsome_metric{name="b"} 0.5\n`);
  });

  it("is its head where there are none", async () => {
    expect((await family([])).join("")).toBe(HEAD);
  });

  it.each([
    ['quotes " and "', 'quotes \\" and \\"'],
    ["back\\slash\\", "back\\\\slash\\\\"],
    ["line\nbreak", "line\\nbreak"],
    ['"} 1\n# TYPE x counter\nx{a="', '\\"} 1\\n# TYPE x counter\\nx{a=\\"'],
    ["上海-专线 🚇", "上海-专线 🚇"],
    ["", ""],
  ])("has the name %j in one line, escaped", async (name, written) => {
    const text = (await family([named(name)])).join("");
    expect(text).toBe(`${HEAD}some_metric{name="${written}"} 1\n`);
  });

  it("comes in portions with one head, all samples in order, and turns for others in between", async () => {
    let turns = 0;
    const otherWork = () => {
      turns += 1;
      next = setImmediate(otherWork);
    };
    let next = setImmediate(otherWork);
    const texts = await family(many(5_000));
    clearImmediate(next);
    const lines = texts.join("").trimEnd().split("\n");
    expect(lines.slice(0, 2).join("\n")).toBe(HEAD.trimEnd());
    expect(lines.slice(2)).toEqual(
      Array.from({ length: 5_000 }, (_, index) => `some_metric{name="${index}"} ${index}`),
    );
    expect(texts.length).toBeGreaterThan(10);
    expect(turns).toBeGreaterThan(10);
  });

  it("is refused where a name holds a secret of the server", async () => {
    signInBy(BY_PROVIDER);
    await expect(family([named(`a ${SECRET}`)])).rejects.toThrow("a key of the server");
  });
});
