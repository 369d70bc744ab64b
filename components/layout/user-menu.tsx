import { CircleUser, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { api } from "@/lib/vpn/hrefs";

/** Who is signed in, as the frame shows it. */
export type SignedIn = {
  name: string;
  role: "viewer" | "operator";
  isLimited: boolean;
  /** Whether this dashboard can sign them out. */
  hasSession: boolean;
};

/** Who the reader is here, and the way out. */
export function UserMenu({ user }: { user: SignedIn }) {
  const t = useTranslations("user");
  return (
    <>
      <button
        type="button"
        popoverTarget="user-menu"
        className="inline-flex h-9 max-w-48 shrink-0 items-center justify-center gap-2 rounded-md border border-line-strong bg-surface px-2 hover:bg-sunken"
      >
        <CircleUser aria-hidden className="size-4 shrink-0" />
        <span className="sr-only">{t("label")}</span>
        <span aria-hidden className="truncate text-sm max-lg:hidden">
          {user.name}
        </span>
      </button>
      <div
        popover="auto"
        id="user-menu"
        role="group"
        aria-label={t("label")}
        className="fixed inset-x-4 top-16 bottom-auto m-0 w-auto space-y-4 rounded-lg border border-line bg-surface p-4 text-ink shadow-raised sm:left-auto sm:w-80 md:right-[max(1.5rem,calc(50vw-43.5rem))]"
      >
        <dl className="space-y-3">
          <div>
            <dt className="text-sm text-ink-soft">{t("signedInAs")}</dt>
            <dd className="font-medium wrap-anywhere">{user.name}</dd>
          </div>
          <div>
            <dt className="text-sm text-ink-soft">{t("role")}</dt>
            <dd>
              {t(`roles.${user.role}`)}
              {user.isLimited && <span className="block text-sm">{t("limited")}</span>}
            </dd>
          </div>
        </dl>
        {user.hasSession ? (
          <form method="post" action={api.signOut}>
            <button type="submit" className={buttonClass("quiet")}>
              <LogOut aria-hidden className="size-4" />
              {t("signOut")}
            </button>
          </form>
        ) : (
          <p className="text-sm text-ink-soft">{t("byProxy")}</p>
        )}
      </div>
    </>
  );
}
