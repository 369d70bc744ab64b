import "server-only";
import type { NextResponse } from "next/server";
import { z } from "zod";
import { cookieName, dropCookie, setCookie } from "@/lib/server/auth/cookies";
import { inSeconds, seal, unseal } from "@/lib/server/auth/sealed";

const SECONDS = 300;
/** As long as the field of the form. */
const MAX_NAME = 100;

const shape = z.object({ user: z.string() });

/**
 * Keeps the name of a sign-in that failed, so that it need not be typed again. Sealed, since it may be
 * a password in the wrong field; and not in the address, where it would be written down on the way.
 */
export async function rememberUserName(response: NextResponse, user: string): Promise<void> {
  const claims = { user: user.slice(0, MAX_NAME) };
  const sealed = await seal("last-user-name", claims, inSeconds(SECONDS));
  if (sealed !== null) setCookie(response, "last-user-name", sealed, SECONDS);
}

export function forgetUserName(response: NextResponse): void {
  dropCookie(response, "last-user-name");
}

type Cookies = { get: (name: string) => { value: string } | undefined };

/** The name that was tried last in this browser; empty where there is none. */
export async function lastUserName(cookies: Cookies): Promise<string> {
  const cookie = cookies.get(cookieName("last-user-name"))?.value ?? "";
  const read = shape.safeParse(await unseal("last-user-name", cookie));
  return read.success ? read.data.user : "";
}
