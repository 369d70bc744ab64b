import "server-only";
import { cookies } from "next/headers";
import { type ColumnList, columnCookie } from "@/lib/i18n/column-preference";
import {
  chosenOf,
  type Preference,
  preferenceCookie,
  PREFERENCES,
  type Preferences,
} from "@/lib/i18n/preferences";
import { knownColumns } from "@/lib/vpn/columns";

export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  const kept = (name: Preference) => jar.get(preferenceCookie(name))?.value;
  return {
    locale: chosenOf(PREFERENCES.locale, kept("locale")),
    theme: chosenOf(PREFERENCES.theme, kept("theme")),
    shortcuts: chosenOf(PREFERENCES.shortcuts, kept("shortcuts")),
    density: chosenOf(PREFERENCES.density, kept("density")),
    vendor: chosenOf(PREFERENCES.vendor, kept("vendor")),
  };
}

/** Of a list that has been chosen from before; null where it has not. */
export async function readColumns<Name extends string>(
  list: ColumnList,
  known: readonly Name[],
): Promise<Name[] | null> {
  const kept = (await cookies()).get(columnCookie(list))?.value;
  const columns = kept === undefined ? [] : knownColumns(known, kept);
  return columns.length > 0 ? columns : null;
}
