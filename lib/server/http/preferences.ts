import "server-only";
import { cookies } from "next/headers";
import {
  chosenOf,
  type Preference,
  preferenceCookie,
  PREFERENCES,
  type Preferences,
} from "@/lib/i18n/preferences";

export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  const kept = (name: Preference) => jar.get(preferenceCookie(name))?.value;
  return {
    locale: chosenOf(PREFERENCES.locale, kept("locale")),
    theme: chosenOf(PREFERENCES.theme, kept("theme")),
    shortcuts: chosenOf(PREFERENCES.shortcuts, kept("shortcuts")),
    vendor: chosenOf(PREFERENCES.vendor, kept("vendor")),
  };
}
