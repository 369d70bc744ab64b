import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pageOf, things, THINGS } from "@/lib/server/testing/wire-list";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { readWholeList } from "@/lib/server/vpc-api/walk";

vi.mock("@/lib/server/vpc-api/call", () => ({ callVpcApi: vi.fn<typeof callVpcApi>() }));

const called = vi.mocked(callVpcApi);

type Page = { TotalCount: number | null; items: unknown[] };

/** The API's answers by page; `walk` counts from 1 how often the list has been begun. */
function serve(answer: (pageNumber: number, walk: number) => Page | Error): void {
  let walk = 0;
  called.mockImplementation(async ({ parameters }) => {
    const pageNumber = Number(parameters.PageNumber);
    if (pageNumber === 1) walk += 1;
    const page = answer(pageNumber, walk);
    if (page instanceof Error) throw page;
    return { answer: page, requestId: `R-${pageNumber}` };
  });
}

const serveAll = (all: unknown[], TotalCount: number | null) =>
  serve((pageNumber) => ({ TotalCount, items: pageOf(all, pageNumber) }));

const read = () => readWholeList(THINGS, "eu-central-1", {});
const ids = async () => (await read()).items.map(({ id }) => id);
const idsOf = (from: number, to: number) => things(from, to).map(({ id }) => id);
const pages = () => called.mock.calls.map(([{ parameters }]) => Number(parameters.PageNumber));
/** Those that stand in line together when the first of them fails, and the next ones. */
const FEW = 150;
const badAnswer = { name: "VpcApiError", code: "bad_answer" };

beforeEach(() => {
  called.mockReset();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("a whole list", () => {
  it("is read page by page, each once, and in its order", async () => {
    serveAll(things(0, 130), 130);
    expect(await ids()).toEqual(idsOf(0, 130));
    expect(pages()).toEqual([1, 2, 3]);
  });

  it("of one page keeps its RequestId, of several has none", async () => {
    serveAll(things(0, 49), 49);
    expect(await read()).toMatchObject({ requestId: "R-1" });
    expect(pages()).toEqual([1]);
    serveAll(things(0, 51), 51);
    expect(await read()).toMatchObject({ requestId: null });
  });

  it("is as old as its oldest page", async () => {
    let now = 5_000;
    vi.spyOn(Date, "now").mockImplementation(() => (now += 10));
    serveAll(things(0, 130), 130);
    expect((await read()).fetchedAt).toBe(5_010);
  });

  it("fails with a page that fails, and asks for no more of hundreds", async () => {
    serve((pageNumber) =>
      pageNumber === 3
        ? new VpcApiError("access_denied")
        : { TotalCount: 15_000, items: things(pageNumber * 50, pageNumber * 50 + 50) },
    );
    await expect(read()).rejects.toMatchObject({ code: "access_denied" });
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(pages().length).toBeLessThan(FEW);
  });
});

describe("a total", () => {
  it.each([
    ["absent", null],
    ["negative", -7],
    ["broken", 12.5],
    ["too low", 3],
    ["too low by a page", 100],
    ["true", 130],
  ])("that is %s does not matter: the list ends with a page that is not full", async (_, total) => {
    serveAll(things(0, 130), total);
    expect(await ids()).toEqual(idsOf(0, 130));
    expect(pages()).toEqual([1, 2, 3]);
  });

  it.each([null, 50, 100])(
    "of %j does not end a list that ends with a full page",
    async (total) => {
      serveAll(things(0, 100), total);
      expect(await ids()).toEqual(idsOf(0, 100));
      expect(pages()).toEqual([1, 2, 3]);
    },
  );

  it("that stays too high is a bad answer, after it has been read again", async () => {
    serveAll(things(0, 120), 130);
    await expect(read()).rejects.toMatchObject(badAnswer);
    expect(pages()).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it("that was too high for a moment is read again, and no more", async () => {
    serve((pageNumber, walk) => ({
      TotalCount: walk === 1 ? 130 : 120,
      items: pageOf(things(0, 120), pageNumber),
    }));
    expect(await ids()).toEqual(idsOf(0, 120));
    expect(pages()).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it.each([1_000_000_000, 21_000])("of %i costs a bounded number of calls", async (total) => {
    serveAll(things(0, 120), total);
    await expect(read()).rejects.toMatchObject(badAnswer);
    expect(pages().length).toBeLessThan(FEW);
  });
});

describe("a list without an end", () => {
  it("is given up", async () => {
    serve((pageNumber) => ({
      TotalCount: null,
      items: things(pageNumber * 50, pageNumber * 50 + 50),
    }));
    await expect(read()).rejects.toMatchObject(badAnswer);
    expect(pages()).toHaveLength(400);
  });

  it("that repeats its one page is that page, where no total says otherwise", async () => {
    serve(() => ({ TotalCount: null, items: things(0, 50) }));
    expect(await ids()).toEqual(idsOf(0, 50));
    expect(pages()).toEqual([1, 2, 1, 2]);
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
  const total = (items: unknown[], TotalCount = 120): Page => ({ TotalCount, items });

  it("is read again until it stands still", async () => {
    // In the first walk what comes after has slipped to the second page.
    serve((pageNumber, walk) =>
      total(walk === 1 && pageNumber === 2 ? things(49, 99) : pageOf(things(0, 120), pageNumber)),
    );
    expect(await ids()).toEqual(idsOf(0, 120));
    expect(pages()).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it("is read again where its total changes between pages", async () => {
    serve((pageNumber, walk) =>
      total(pageOf(things(0, 120), pageNumber), walk === 1 && pageNumber === 2 ? 121 : 120),
    );
    expect(await ids()).toEqual(idsOf(0, 120));
    expect(pages()).toHaveLength(6);
  });

  it("without an end is after three times what the last two have seen, as last seen", async () => {
    // Each walk misses one of the first page, and shows one of the second twice.
    serve((pageNumber, walk) => {
      const all = things(0, 120, walk).filter((_, index) => index !== walk);
      const moved = [...all.slice(0, 60), ...all.slice(59)];
      return total(pageOf(moved, pageNumber));
    });
    const { items } = await read();
    expect(pages()).toHaveLength(9);
    expect(items.map(({ id }) => id).toSorted()).toEqual(idsOf(0, 120).toSorted());
    const seen = new Map(items.map(({ id, seenIn }) => [id, seenIn]));
    expect([seen.get("thing-2"), seen.get("thing-3"), seen.get("thing-90")]).toEqual([3, 2, 3]);
  });

  it("that shows one thing on two pages for good is that without it, after a second look", async () => {
    serveAll([...things(0, 60), ...things(30, 31), ...things(60, 119)], 120);
    expect((await ids()).toSorted()).toEqual(idsOf(0, 119).toSorted());
    expect(pages()).toHaveLength(6);
  });
});
