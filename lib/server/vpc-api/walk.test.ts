import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { serve, serveAll, things, THINGS } from "@/lib/server/testing/wire-list";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { readWholeList } from "@/lib/server/vpc-api/walk";

vi.mock("@/lib/server/vpc-api/call", () => ({ callVpcApi: vi.fn<typeof callVpcApi>() }));

const called = vi.mocked(callVpcApi);

const read = () => readWholeList(THINGS, "eu-central-1", {});
const ids = async () => (await read()).items.map(({ id }) => id);
const idsOf = (from: number, to: number) => things(from, to).map(({ id }) => id);
const pages = () => called.mock.calls.map(([{ parameters }]) => Number(parameters.PageNumber));
/** Those that queue together when the first of them fails, and the next ones. */
const FEW = 150;
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
    serve(({ pageNumber }) =>
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
    expect(sizes()).toEqual([50, 47, 43]);
  });

  it("that was too high for a moment is read again, and no more", async () => {
    serve(({ walk, of }) => ({ TotalCount: walk === 1 ? 130 : 120, items: of(things(0, 120)) }));
    expect(await ids()).toEqual(idsOf(0, 120));
    expect(pages()).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it.each([1_000_000_000, 21_000])("of %i costs a bounded number of calls", async (total) => {
    serveAll(things(0, 120), total);
    await expect(read()).rejects.toMatchObject(badAnswer);
    expect(pages().length).toBeLessThan(FEW);
  });
});
