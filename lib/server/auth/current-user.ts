import "server-only";
import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { isAccessError } from "@/lib/server/auth/access-error";
import { type RequestIdentity, requestIdentityOf } from "@/lib/server/auth/request-identity";
import { type Identity, identify } from "@/lib/server/auth/identify";
import { identifyForMetrics } from "@/lib/server/auth/identify-metrics";
import { User } from "@/lib/server/auth/user";

/**
 * Who asks for the page or the data that is being made: found out again from the request itself,
 * whatever the proxy in front has done. Throws AccessError.
 */
export const currentUser = cache(async (): Promise<User> => {
  return userOf(await identify(await currentRequest()));
});

/** The same for metrics, which a program may ask for with a token. Throws AccessError. */
export async function currentMetricsUser(): Promise<User> {
  return userOf(await identifyForMetrics(await currentRequest()));
}

/** Null where it may not be anybody; for what a stranger sees too. */
export async function currentUserOrNull(): Promise<User | null> {
  try {
    return await currentUser();
  } catch (error) {
    if (isAccessError(error)) return null;
    throw error;
  }
}

async function userOf({ name, grant }: Identity): Promise<User> {
  return new User(name, grant, await getLocale());
}

async function currentRequest(): Promise<RequestIdentity> {
  return requestIdentityOf({ headers: await headers(), cookies: await cookies() });
}
