import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DisplayMenu } from "@/components/layout/display-menu";
import { Logo } from "@/components/layout/logo";
import { LimitedScopeNote } from "@/components/layout/limited-scope-note";
import { MainMenu, MainMenuButton } from "@/components/layout/main-menu";
import { RegionPicker } from "@/components/layout/region-picker";
import { Shortcuts } from "@/components/layout/shortcuts";
import { ShortcutsHelp } from "@/components/layout/shortcuts-help";
import { type SignedIn, UserMenu } from "@/components/layout/user-menu";
import type { Preferences } from "@/lib/i18n/preferences";
import { pages } from "@/lib/vpn/hrefs";

type Props = {
  isDemo: boolean;
  /** Whether nobody is known to be there, as on the sign-in page. */
  isSignedOut: boolean;
  /** Null for a stranger, and where nobody has to sign in. */
  user: SignedIn | null;
  preferences: Preferences;
  children: ReactNode;
};

const WIDTH = "mx-auto w-full max-w-[90rem] px-4 md:px-6 min-[120rem]:max-w-[112rem]";

/** What stands around every page. */
export function AppFrame({ isDemo, isSignedOut, user, preferences, children }: Props) {
  const t = useTranslations("app");
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3"
      >
        {t("skip")}
      </a>
      <header className="top-0 z-10 border-b border-line bg-surface tall:sticky print:static">
        <div
          className={`${WIDTH} flex min-h-14 items-center gap-x-3 py-2 ${isSignedOut ? "" : "md:flex-wrap md:gap-y-1 md:pb-0 lg:gap-x-5 print:py-2"}`}
        >
          <a
            href={pages.home}
            aria-label={t("home")}
            className="flex shrink-0 items-center gap-2.5 font-semibold tracking-tight"
          >
            <Logo className="size-7 text-accent" />
            <span className="max-lg:sr-only print:not-sr-only">{t("name")}</span>
          </a>
          {!isSignedOut && (
            <>
              <RegionPicker />
              <MainMenu />
            </>
          )}
          <div className="ml-auto flex shrink-0 items-center gap-2">
            {isDemo && (
              <p
                title={t("demoHint")}
                className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full border border-degraded/40 bg-degraded-wash px-1.5 text-sm font-medium text-degraded sm:px-2.5 print:px-2.5"
              >
                <FlaskConical aria-hidden className="size-4" />
                <span className="max-sm:sr-only print:not-sr-only">{t("demo")}</span>
              </p>
            )}
            {!isSignedOut && (
              <>
                {user !== null && <UserMenu user={user} />}
                <DisplayMenu preferences={preferences} />
                <MainMenuButton />
              </>
            )}
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={`${WIDTH} flex-1 pt-4 pb-6 min-[90rem]:pt-2 outline-none md:pb-8`}
      >
        {user !== null && user.places.length > 0 && <LimitedScopeNote places={user.places} />}
        {children}
      </main>
      <footer
        className={`${WIDTH} flex flex-wrap justify-between gap-x-6 gap-y-2 py-6 text-sm text-ink-soft`}
      >
        <p>
          {t("footer")} {!isSignedOut && user === null && t("thisMachine")}
        </p>
        {!isSignedOut && preferences.shortcuts === "on" && (
          <>
            <Shortcuts />
            <ShortcutsHelp />
          </>
        )}
      </footer>
    </div>
  );
}
