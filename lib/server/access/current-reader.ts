import "server-only";
import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { isAccessError } from "@/lib/server/access/access-error";
import { askingOf } from "@/lib/server/access/asking";
import { type Identity, identify } from "@/lib/server/access/identify";
import { Reader } from "@/lib/server/access/reader";

/**
 * Who asks for the page or the data that is being made: found out again from the request itself,
 * whatever the proxy in front has done. Throws AccessError.
 */
export const currentReader = cache(async (): Promise<Reader> => {
  const { name, grant } = await currentIdentity();
  return new Reader(name, grant, await getLocale());
});

/** Null where it may not be anybody; for what a stranger sees too. */
export async function currentReaderOrNull(): Promise<Reader | null> {
  try {
    return await currentReader();
  } catch (error) {
    if (isAccessError(error)) return null;
    throw error;
  }
}

/** With the session it comes from, where there is one. Throws AccessError. */
async function currentIdentity(): Promise<Identity> {
  return identify(askingOf({ headers: await headers(), cookies: await cookies() }));
}
