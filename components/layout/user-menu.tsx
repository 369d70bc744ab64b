import { CircleUser, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { HeaderMenu } from "@/components/layout/header-menu";
import { buttonClass } from "@/components/ui/button";
import { api } from "@/lib/vpn/hrefs";

/** Who is signed in, as the frame shows it. */
export type SignedIn = {
  name: string;
  role: "viewer" | "operator";
  /** What they are limited to; empty where they see everything. */
  places: string[];
  /** Whether this dashboard can sign them out. */
  hasSession: boolean;
};

/** Who the user is here, and the way out. */
export function UserMenu({ user }: { user: SignedIn }) {
  const t = useTranslations("user");
  return (
    <HeaderMenu
      id="user-menu"
      label={t("label")}
      size="h-9 max-w-48 gap-2 px-2"
      button={
        <>
          <CircleUser aria-hidden className="size-4 shrink-0" />
          <span aria-hidden className="truncate text-sm max-lg:hidden">
            {user.name}
          </span>
        </>
      }
    >
      <dl className="space-y-3">
        <div>
          <dt className="text-sm text-ink-soft">{t("signedInAs")}</dt>
          <dd className="font-medium wrap-anywhere">{user.name}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{t("role")}</dt>
          <dd>{t(`roles.${user.role}`)}</dd>
        </div>
        {user.places.length > 0 && (
          <div>
            <dt className="text-sm text-ink-soft">{t("limited")}</dt>
            {user.places.map((place) => (
              <dd key={place} className="font-mono text-sm wrap-anywhere">
                {place}
              </dd>
            ))}
          </div>
        )}
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
    </HeaderMenu>
  );
}
