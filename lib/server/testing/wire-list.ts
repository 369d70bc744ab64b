import "server-only";
import { z } from "zod";
import type { ListKind } from "@/lib/server/vpc-api/list-page";

export type Thing = { id: string; seenIn: number };

const raw = z.object({ id: z.string(), seenIn: z.number().default(0) });

/** A list of things with nothing but an id. */
export const THINGS: ListKind<typeof raw, Thing> = {
  action: "DescribeThings",
  page: z.object({ TotalCount: z.number().nullable(), items: z.array(z.unknown()) }),
  item: raw,
  toItem: (_regionId, thing) => thing,
  idOf: ({ id }) => id,
  wireId: "id",
};

export const things = (from: number, to: number, seenIn = 0): Thing[] =>
  Array.from({ length: to - from }, (_, index) => ({ id: `thing-${from + index}`, seenIn }));

/** The page of 50 of a list that is all of this. */
export const pageOf = (all: unknown[], pageNumber: number): unknown[] =>
  all.slice((pageNumber - 1) * 50, pageNumber * 50);
