import "server-only";
import type { NextRequest, NextResponse } from "next/server";
import { COLUMN_LISTS, columnCookie } from "@/lib/i18n/column-preference";
import { cookieOptions, YEAR_SECONDS } from "@/lib/server/auth/cookies";
import { isSameOrigin, pageOf } from "@/lib/server/auth/same-origin";
import { columnsText, knownColumns } from "@/lib/vpn/columns";

/**
 * Columns that were chosen on a page of ours are those of the next list. Who opens a link that somebody has
 * sent sees its columns and keeps their own, also while they walk on from there: only a step that changes them
 * is a choice.
 */
export function rememberColumns({ nextUrl, headers }: NextRequest, response: NextResponse): void {
  const { pathname, searchParams } = nextUrl;
  if (!searchParams.has("columns") || !isSameOrigin(headers)) return;
  const list = keysOf(COLUMN_LISTS).find((name) => COLUMN_LISTS[name].paths.test(pathname));
  if (list === undefined) return;
  const chosen = columnsIn(searchParams, COLUMN_LISTS[list].columns);
  const from = new URL(pageOf(headers) ?? "/", nextUrl);
  const before = columnsIn(from.searchParams, COLUMN_LISTS[list].columns);
  if (chosen === "" || chosen === before) return;
  response.cookies.set(columnCookie(list), chosen, cookieOptions(YEAR_SECONDS));
}

function columnsIn(searchParams: URLSearchParams, known: readonly string[]): string {
  return columnsText(knownColumns(known, columnsText(searchParams.getAll("columns"))));
}

function keysOf<Key extends string>(of: Record<Key, unknown>): Key[] {
  const isKey = (key: string): key is Key => key in of;
  return Object.keys(of).filter(isKey);
}
