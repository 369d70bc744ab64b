import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { serve, serveAll, things, THINGS } from "@/lib/server/testing/wire-list";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import { readWholeList } from "@/lib/server/vpc-api/walk";

vi.mock("@/lib/server/vpc-api/call", () => ({ callVpcApi: vi.fn<typeof callVpcApi>() }));

const called = vi.mocked(callVpcApi);

const read = () => readWholeList(THINGS, "eu-central-1", {});
const ids = async () => (await read()).items.map(({ id }) => id);
const idsOf = (from: number, to: number) => things(from, to).map(({ id }) => id);
const pages = () => called.mock.calls.map(([{ parameters }]) => Number(parameters.PageNumber));
/** Of each walk. */
const sizes = () =>
  called.mock.calls
    .filter(([{ parameters }]) => parameters.PageNumber === 1)
    .map(([{ parameters }]) => Number(parameters.PageSize));
const badAnswer = { name: "VpcApiError", code: "bad_answer" };

beforeEach(() => {
  called.mockReset();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("a list without an end", () => {
  it("is given up", async () => {
    serve(({ pageNumber }) => ({
      TotalCount: null,
      items: things(pageNumber * 50, pageNumber * 50 + 50),
    }));
    await expect(read()).rejects.toMatchObject(badAnswer);
    expect(pages()).toHaveLength(400);
  });

  it("that repeats its one page is that page, where no total says otherwise", async () => {
    serve(() => ({ TotalCount: null, items: things(0, 50) }));
    expect(await ids()).toEqual(idsOf(0, 50));
    expect(pages().length).toBeLessThan(10);
  });

  it.each([60, 120, 100_000])("that repeats its one page of %i is a bad answer", async (total) => {
    serve(() => ({ TotalCount: total, items: things(0, 50) }));
    await expect(read()).rejects.toMatchObject(badAnswer);
    expect(pages().length).toBeLessThanOrEqual(1_200);
  });

  it("of things that make no sense, which have no ids, is given up as well", async () => {
    serve(() => ({ TotalCount: null, items: Array.from({ length: 50 }, () => "odd") }));
    await expect(read()).rejects.toMatchObject(badAnswer);
    expect(pages()).toHaveLength(400);
  });

  it("does not end with a full page of things that make no sense", async () => {
    const odd = Array.from({ length: 50 }, (_, index) => ({ id: `odd-${index}`, seenIn: "x" }));
    const all = [...things(0, 50), ...odd, ...things(50, 60)];
    serveAll(all, null);
    const { items, unreadable } = await read();
    expect([items.length, unreadable.length]).toEqual([60, 50]);
  });
});

describe("a list that moves while it is read", () => {
  it("is read again until it stands still", async () => {
    // In the first walk what comes after has slipped to the second page.
    serve(({ pageNumber, walk, of }) => ({
      TotalCount: 120,
      items: walk === 1 && pageNumber === 2 ? things(49, 99) : of(things(0, 120)),
    }));
    expect(await ids()).toEqual(idsOf(0, 120));
    expect(pages()).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it("is read again where its total changes between pages", async () => {
    serve(({ pageNumber, walk, of }) => ({
      TotalCount: walk === 1 && pageNumber === 2 ? 121 : 120,
      items: of(things(0, 120)),
    }));
    expect(await ids()).toEqual(idsOf(0, 120));
    expect(pages()).toHaveLength(6);
  });

  it("without an end is after three times what the last two have seen, as last seen", async () => {
    // Each walk misses one of the first page, and shows one of the second twice.
    serve(({ walk, of }) => {
      const all = things(0, 120, walk).filter((_, index) => index !== walk);
      return { TotalCount: 120, items: of([...all.slice(0, 60), ...all.slice(59)]) };
    });
    const { items } = await read();
    expect(sizes()).toEqual([50, 47, 43]);
    expect(items.map(({ id }) => id).toSorted()).toEqual(idsOf(0, 120).toSorted());
    const seen = new Map(items.map(({ id, seenIn }) => [id, seenIn]));
    expect([seen.get("thing-2"), seen.get("thing-3"), seen.get("thing-90")]).toEqual([3, 2, 3]);
  });

  it("that shows one thing twice for good is that without it, after a second look", async () => {
    serveAll([...things(0, 60), ...things(30, 31), ...things(60, 119)], 120);
    expect((await ids()).toSorted()).toEqual(idsOf(0, 119).toSorted());
    expect(sizes()).toEqual([50, 47]);
  });
});

it("of a list that moved and then stood still nothing is kept that has gone", async () => {
  const left = things(1, 60);
  serve(({ walk, of }) =>
    walk === 1
      ? { TotalCount: 61, items: of(things(0, 60)) }
      : { TotalCount: left.length, items: of(left) },
  );
  expect(await ids()).toEqual(idsOf(1, 60));
});

/** One list for the first walk, another for those after it. */
const serveEach = (first: object[], second: object[]) =>
  serve(({ walk, of }) => {
    const all = walk === 1 ? first : second;
    return { TotalCount: all.length, items: of(all) };
  });

describe("a list in which something known is missing", () => {
  const known = new Set(idsOf(10, 11));
  const readKnown = async () =>
    (await readWholeList(THINGS, "eu-central-1", {}, known)).items.map(({ id }) => id);
  const without = [...things(0, 10), ...things(11, 60)];
  it("is read again, since it may have slipped between two pages", async () => {
    serveEach(without, things(0, 60));
    expect((await readKnown()).toSorted()).toEqual(idsOf(0, 60).toSorted());
    expect(sizes()).toEqual([50, 47]);
  });

  it("is without it where it is missing twice", async () => {
    serveEach(without, without);
    expect(await readKnown()).not.toContain([...known][0]);
    expect(sizes()).toEqual([50, 47]);
  });
});
