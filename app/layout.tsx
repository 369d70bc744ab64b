import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AppFrame } from "@/components/layout/app-frame";
import { BrowserWords } from "@/components/layout/browser-words";
import { FirstRegions } from "@/components/layout/first-regions";
import { Providers } from "@/components/layout/providers";
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
  const [preferences, regions] = await Promise.all([readPreferences(), regionsSoon(locale)]);
  return (
    <html lang={locale} data-theme={preferences.theme}>
      <body>
        <BrowserWords>
          <Providers>
            <FirstRegions regions={regions}>
              <AppFrame isDemo={env().TUNNELBOARD_DEMO} preferences={preferences}>
                {children}
              </AppFrame>
            </FirstRegions>
          </Providers>
        </BrowserWords>
      </body>
    </html>
  );
}
