import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { currentUserOrNull } from "@/lib/server/auth/current-user";
import { signOutUrl } from "@/lib/server/auth/oidc";
import { requireSameOrigin } from "@/lib/server/auth/require-same-origin";
import { unseal } from "@/lib/server/auth/sealed";
import { redirectTo } from "@/lib/server/http/redirect";
import { endSession, openSession } from "@/lib/server/auth/session";
import { cookieName, dropCookie } from "@/lib/server/auth/cookies";
import { audit } from "@/lib/server/runtime/audit-log";
import { reply, replyToForm } from "@/lib/server/http/reply";
import { pages } from "@/lib/vpn/hrefs";

const hintShape = z.object({ idToken: z.string() });

/** Ends the session, here and, by way of the page it leads to, at the provider. */
export function signOut(request: NextRequest): Promise<Response> {
  return replyToForm(request, async () => {
    requireSameOrigin(request);
    const session = await openSession(request.cookies.get(cookieName("session"))?.value);
    if (session !== null) {
      // For the trail: with a role, unless they have lost it meanwhile.
      await currentUserOrNull();
      await endSession(session);
      audit("sign-out", { user: session.name, by: session.by, result: "ok" });
    }
    const isLeaving = request.cookies.has(cookieName("provider-sign-out"));
    const response = redirectTo(pages.signIn("/", isLeaving ? "leaving" : "signedOut"));
    dropCookie(response, "session");
    return response;
  });
}

/** To the provider's sign-out, for who has signed out here. */
export function leaveProvider(request: NextRequest): Promise<Response> {
  return reply(async () => {
    const session = await openSession(request.cookies.get(cookieName("session"))?.value);
    // Else a link on another site could sign users out.
    if (session !== null) return redirectTo(pages.home);
    const url = await urlFor(request.cookies.get(cookieName("provider-sign-out"))?.value);
    const response = redirectTo(url?.href ?? pages.signIn("/", "signedOut"));
    dropCookie(response, "provider-sign-out");
    return response;
  });
}

/** Null where there is nothing to sign out of, or the provider cannot be asked. */
async function urlFor(cookie: string | undefined): Promise<URL | null> {
  const hint = hintShape.safeParse(await unseal("provider-sign-out", cookie ?? ""));
  if (!hint.success) return null;
  return signOutUrl(hint.data.idToken).catch(() => null);
}
