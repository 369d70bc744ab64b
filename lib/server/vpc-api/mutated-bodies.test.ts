import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectTo, forgetAll } from "@/lib/server/testing/account";
import { DIAGNOSES, LINES, type List, LISTS, REGIONS } from "@/lib/server/testing/lists";
import { mutated, mutatedWithSecrets } from "@/lib/server/testing/mutations";
import { wireResponse } from "@/lib/server/testing/wire-responses";
import { send } from "@/lib/server/vpc-api/client";
import { isVpcApiError } from "@/lib/server/vpc-api/errors";

vi.mock("p-retry", () => import("@/lib/server/testing/swift-retry"));
vi.mock("@/lib/server/vpc-api/client", () => ({ send: vi.fn<typeof send>() }));

const RUNS = { numRuns: 50 };

let lines: string[] = [];

beforeEach(() => {
  connectTo({ url: "http://127.0.0.1:1", accessKeyId: "id", accessKeySecret: "secret" });
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const pageOf = ({ wrap }: List, items: unknown[]) => ({
  RequestId: "R-1",
  Code: "",
  TotalCount: items.length,
  ...wrap(items),
});

/** The first page has everything, whatever its total says; the others are empty. */
function answerWith(page: unknown, empty: unknown): void {
  // Nor is the quota of the calls before remembered.
  lines = forgetAll();
  vi.mocked(send).mockImplementation(async (_endpoint, _action, { PageNumber }) =>
    wireResponse((PageNumber ?? 1) === 1 ? page : empty),
  );
}

/** Everything that can be seen of what was read, or of the failure, which must be one of ours. */
async function seen({ read }: List): Promise<string> {
  try {
    const { result } = await read();
    return [JSON.stringify(result), ...lines].join("\n");
  } catch (error) {
    if (!isVpcApiError(error)) throw error;
    return [error.stack, JSON.stringify(error), ...lines].join("\n");
  }
}

/** Part of each of the secrets. */
const SECRET = /never-?show-?this/;

describe.each([...LISTS, REGIONS, DIAGNOSES, LINES])("$name, mutated", (list) => {
  const bodies = fc.constantFrom(...list.bodies);
  const secretItems = fc.array(bodies.chain(mutatedWithSecrets), { minLength: 1, maxLength: 4 });
  const secretPage = bodies.chain((body) => mutatedWithSecrets(pageOf(list, [body, body])));

  it("are read or fail with an error of ours, and show no secret", async () => {
    await fc.assert(
      fc.asyncProperty(secretItems, async (items) => {
        answerWith(pageOf(list, items), pageOf(list, []));
        expect(await seen(list)).not.toMatch(SECRET);
      }),
      RUNS,
    );
  });

  it("together with the page around them are read or fail so too", async () => {
    await fc.assert(
      fc.asyncProperty(secretPage, async (page) => {
        answerWith(page, pageOf(list, []));
        expect(await seen(list)).not.toMatch(SECRET);
      }),
      RUNS,
    );
  });
});

describe.each(LISTS)("$name with mutated ones between", (list) => {
  const { bodies, idKey } = list;
  const good = bodies.map((body, index) => ({ ...body, [idKey]: `good-${index}` }));
  const goodIds = good.map((_, index) => `good-${index}`);

  /** The good ones in their order, with the others anywhere between them. */
  const between = (others: fc.Arbitrary<unknown>) => {
    const fixed = good.map((one: unknown, index) => ({ one, place: index + 0.5 }));
    const placed = fc.record({ one: others, place: fc.nat({ max: good.length }) });
    return fc
      .array(placed, { maxLength: 5 })
      .map((all) => fixed.concat(all).toSorted((a, b) => a.place - b.place))
      .map((all) => all.map(({ one }) => one));
  };

  /** What is read of a page of these; the ids of the good ones in it. */
  async function readPage(items: unknown[]) {
    answerWith(pageOf(list, items), pageOf(list, []));
    const read = await list.read();
    return { ...read, good: read.items.filter(([id]) => goodIds.includes(id)) };
  }

  it("has every good one as ever, in its order", async () => {
    const alone = await readPage(good);
    expect(alone.good).toHaveLength(good.length);
    const others = fc.constantFrom(...bodies).chain(mutated);
    await fc.assert(
      fc.asyncProperty(between(others), async (items) => {
        expect((await readPage(items)).good).toEqual(alone.good);
      }),
      RUNS,
    );
  });

  it("has each id once, a mutated good one's too", async () => {
    const others = fc.constantFrom(...good).chain(mutated);
    await fc.assert(
      fc.asyncProperty(between(others), async (items) => {
        const read = await readPage(items);
        const ids = [...read.items.map(([id]) => id), ...read.unreadableIds];
        const known = ids.filter((id) => id !== null);
        expect(new Set(known).size).toBe(known.length);
        expect(read.good.map(([id]) => id).toSorted()).toEqual(goodIds);
      }),
      RUNS,
    );
  });
});
