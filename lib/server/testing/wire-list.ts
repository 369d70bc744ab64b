import "server-only";
import { vi } from "vitest";
import { z } from "zod";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import { defineLastPages, type ListKind } from "@/lib/server/vpc-api/list-page";

export type Thing = { id: string; seenIn: number };

const raw = z.object({ id: z.string(), seenIn: z.number().default(0) });

/** A list of things with nothing but an id. */
export const THINGS: ListKind<typeof raw, Thing> = {
  action: "DescribeThings",
  lastPages: defineLastPages("DescribeThings"),
  page: z.object({ TotalCount: z.number().nullable(), items: z.array(z.unknown()) }),
  item: raw,
  toItem: (_regionId, thing) => thing,
  idOf: ({ id }) => id,
  wireId: "id",
};

export const things = (from: number, to: number, seenIn = 0): Thing[] =>
  Array.from({ length: to - from }, (_, index) => ({ id: `thing-${from + index}`, seenIn }));

/** A page of a list that is all of this. */
const pageOf = (all: unknown[], pageNumber: number, pageSize: number): unknown[] =>
  all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);

type Page = { TotalCount: number | null; items: unknown[] };

type Asked = {
  pageNumber: number;
  /** How often the list has been begun, from 1. */
  walk: number;
  /** The page of a list that is all of this. */
  of: (all: unknown[]) => unknown[];
};

/** The API's answers by page, for tests that mock `vpc-api/call`. */
export function serve(answer: (asked: Asked) => Page | Error): void {
  let walk = 0;
  vi.mocked(callVpcApi).mockImplementation(async ({ parameters, schema }) => {
    const pageNumber = Number(parameters.PageNumber);
    if (pageNumber === 1) walk += 1;
    const of = (all: unknown[]) => pageOf(all, pageNumber, Number(parameters.PageSize));
    const page = answer({ pageNumber, walk, of });
    if (page instanceof Error) throw page;
    return {
      answer: schema.parse(page),
      requestId: `R-${pageNumber}`,
      digest: JSON.stringify(page),
    };
  });
}

export const serveAll = (all: unknown[], TotalCount: number | null) =>
  serve(({ of }) => ({ TotalCount, items: of(all) }));
