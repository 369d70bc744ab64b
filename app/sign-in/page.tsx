import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInCard } from "@/components/sign-in/sign-in-card";
import { currentReaderOrNull } from "@/lib/server/access/current-reader";
import { returnPathOf } from "@/lib/server/access/return-path";
import { triedUser } from "@/lib/server/access/tried-user";
import { env } from "@/lib/server/env";
import { readSignInParameters } from "@/lib/vpn/search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { returnTo: asked, reason, wait } = readSignInParameters(await searchParams);
  const returnTo = returnPathOf(asked);
  const { access } = env();
  if (access.by !== "session" || (await currentReaderOrNull()) !== null) redirect(returnTo);
  const isTried = reason === "password" || reason === "wait";
  return (
    <SignInCard
      hasProvider={access.oidc !== null}
      hasPasswords={access.usersFile !== null}
      user={isTried ? await triedUser(await cookies()) : ""}
      returnTo={returnTo}
      reason={reason}
      wait={wait ?? 0}
    />
  );
}
