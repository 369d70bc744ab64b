import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInCard } from "@/components/sign-in/sign-in-card";
import { currentUserOrNull } from "@/lib/server/auth/current-user";
import { safeReturnPath } from "@/lib/server/auth/safe-return-path";
import { lastUserName } from "@/lib/server/auth/last-user-name";
import { env } from "@/lib/server/runtime/settings";
import { readSignInParameters } from "@/lib/vpn/search-params-sign-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { returnTo: asked, reason, wait } = readSignInParameters(await searchParams);
  const returnTo = safeReturnPath(asked);
  const { access } = env();
  if (access.by !== "session" || (await currentUserOrNull()) !== null) redirect(returnTo);
  const isTried = reason === "password" || reason === "wait";
  return (
    <SignInCard
      hasProvider={access.oidc !== null}
      hasPasswords={access.usersFile !== null}
      user={isTried ? await lastUserName(await cookies()) : ""}
      returnTo={returnTo}
      reason={reason}
      wait={wait ?? 0}
    />
  );
}
