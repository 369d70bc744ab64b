import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AppFrame } from "@/components/layout/app-frame";
import { BrowserWords } from "@/components/layout/browser-words";
import { FirstRegions } from "@/components/layout/first-regions";
import { Providers } from "@/components/layout/providers";
import type { SignedIn } from "@/components/layout/user-menu";
import { currentReaderOrNull } from "@/lib/server/access/current-reader";
import type { Reader } from "@/lib/server/access/reader";
import { regionsSoon } from "@/lib/server/data/regions";
import { env } from "@/lib/server/env";
import { readPreferences } from "@/lib/server/preferences";
import "@/app/globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  const [name, description] = [t("name"), t("description")];
  return {
    title: { default: name, template: `%s · ${name}` },
    description,
    // What a chat shows of a pasted link: the product, and nothing of what the page holds.
    openGraph: { title: name, description, siteName: name, type: "website" },
    twitter: { card: "summary", title: name, description },
    robots: { index: false, follow: false },
  };
}

export default async function RootLayout({ children }: LayoutProps<"/">) {
  const locale = await getLocale();
  // Null on the sign-in page, for which nobody has to be anybody.
  const reader = await currentReaderOrNull();
  const [preferences, regions] = await Promise.all([
    readPreferences(),
    reader && regionsSoon(reader),
  ]);
  const { TUNNELBOARD_DEMO, access } = env();
  return (
    <html lang={locale} data-theme={preferences.theme}>
      <body>
        <BrowserWords>
          <Providers>
            <FirstRegions regions={regions}>
              <AppFrame
                isDemo={TUNNELBOARD_DEMO}
                isStranger={reader === null}
                user={reader && signedInOf(reader, access.by === "session")}
                preferences={preferences}
              >
                {children}
              </AppFrame>
            </FirstRegions>
          </Providers>
        </BrowserWords>
      </body>
    </html>
  );
}

/** Null where nobody has to sign in. */
function signedInOf({ name, role, places }: Reader, hasSession: boolean): SignedIn | null {
  return name === null ? null : { name, role, places, hasSession };
}
