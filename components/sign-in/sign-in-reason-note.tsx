import { clsx } from "clsx";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { api } from "@/lib/vpn/hrefs";
import type { SignInReason } from "@/lib/vpn/sign-in-reason";

type Props = { reason: SignInReason; wait: number };

/** Why the user is here: what went wrong, or that they have left. */
export function SignInReasonNote({ reason, wait }: Props) {
  const t = useTranslations("signIn");
  const isGood = reason === "signedOut" || reason === "leaving";
  const Icon = isGood ? CircleCheck : TriangleAlert;
  return (
    <div
      role={isGood ? "status" : "alert"}
      className={clsx(
        "mt-5 flex gap-3 rounded-md border px-4 py-3 text-sm",
        isGood ? "border-up/40 bg-up-wash" : "border-down/40 bg-down-wash",
      )}
    >
      <Icon
        aria-hidden
        className={clsx("mt-0.5 size-4 shrink-0", isGood ? "text-up" : "text-down")}
      />
      <div className="space-y-3">
        <p>{t(`reasons.${reason}`, { seconds: wait })}</p>
        {reason === "leaving" && (
          <>
            {/* Goes on by itself; not from the form, whose answers the policy keeps on this site. */}
            <meta httpEquiv="refresh" content={`0; url=${api.signOut}`} />
            <a href={api.signOut} className={buttonClass("quiet")}>
              {t("leave")}
            </a>
          </>
        )}
      </div>
    </div>
  );
}
