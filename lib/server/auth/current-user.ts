import "server-only";
import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { isAccessError } from "@/lib/server/auth/access-error";
import { requestIdentityOf } from "@/lib/server/auth/request-identity";
import { type Identity, identify } from "@/lib/server/auth/identify";
import { User } from "@/lib/server/auth/user";

/**
 * Who asks for the page or the data that is being made: found out again from the request itself,
 * whatever the proxy in front has done. Throws AccessError.
 */
export const currentUser = cache(async (): Promise<User> => {
  const { name, grant } = await currentIdentity();
  return new User(name, grant, await getLocale());
});

/** Null where it may not be anybody; for what a stranger sees too. */
export async function currentUserOrNull(): Promise<User | null> {
  try {
    return await currentUser();
  } catch (error) {
    if (isAccessError(error)) return null;
    throw error;
  }
}

/** With the session it comes from, where there is one. Throws AccessError. */
async function currentIdentity(): Promise<Identity> {
  return identify(requestIdentityOf({ headers: await headers(), cookies: await cookies() }));
}
