import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { PasswordForm } from "@/components/sign-in/password-form";
import { SignInReasonNote } from "@/components/sign-in/sign-in-reason-note";
import { buttonClass } from "@/components/ui/button";
import { api } from "@/lib/vpn/hrefs";
import type { SignInReason } from "@/lib/vpn/sign-in-reason";

type Props = {
  /** What is configured. */
  hasProvider: boolean;
  hasPasswords: boolean;
  /** A path of this site. */
  returnTo: string;
  /** The name that has just been tried; empty before a try. */
  user: string;
  reason: SignInReason | null;
  /** Seconds until the next try, where there is to be a wait. */
  wait: number;
};

export function SignInCard({ hasProvider, hasPasswords, returnTo, user, reason, wait }: Props) {
  const t = useTranslations("signIn");
  return (
    <section
      aria-labelledby="sign-in"
      className="mx-auto mt-6 max-w-md rounded-lg border border-line bg-surface px-6 py-8 shadow-raised sm:mt-12 sm:px-8"
    >
      <h1 id="sign-in" className="text-2xl font-semibold tracking-tight">
        {t("title")}
      </h1>
      <p className="mt-1 text-ink-soft">{t("subtitle")}</p>
      {reason !== null && <SignInReasonNote reason={reason} wait={wait} />}
      <div className="mt-6 space-y-6">
        {hasProvider && (
          <a
            href={api.signIn(returnTo)}
            className={`${buttonClass("primary")} min-h-11! w-full justify-center`}
          >
            <KeyRound aria-hidden className="size-4" />
            {t("withProvider")}
          </a>
        )}
        {hasProvider && hasPasswords && (
          <p className="flex items-center gap-3 text-sm text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t("or")}
          </p>
        )}
        {hasPasswords && <PasswordForm returnTo={returnTo} user={user} isMain={!hasProvider} />}
      </div>
      {returnTo !== "/" && <p className="mt-6 text-sm text-ink-soft">{t("returning")}</p>}
    </section>
  );
}
