import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AppFrame } from "@/components/layout/app-frame";
import { BrowserWords } from "@/components/layout/browser-words";
import { InitialRegions } from "@/components/layout/initial-regions";
import { PageFrame } from "@/components/layout/page-frame";
import { LinkArea } from "@/components/layout/link-area";
import { Providers } from "@/components/layout/providers";
import type { SignedIn } from "@/components/layout/user-menu";
import { currentUserOrNull } from "@/lib/server/auth/current-user";
import type { User } from "@/lib/server/auth/user";
import { regionsSoon } from "@/lib/server/inventory/regions";
import { env } from "@/lib/server/runtime/settings";
import { whileOthersRender } from "@/lib/server/http/render-slots";
import { readPreferences } from "@/lib/server/http/preferences";
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
    icons: {
      icon: [
        { url: "/favicon.ico", sizes: "32x32" },
        { url: "/icon.svg", type: "image/svg+xml", sizes: "any" },
      ],
      apple: "/apple-touch-icon.png",
    },
    robots: { index: false, follow: false },
  };
}

/** What a browser colours its own frame with: the header of the page, which is `--surface`. */
const THEME_COLORS = { light: "#ffffff", dark: "#161c21" };

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await readPreferences();
  if (theme !== "system") return { themeColor: THEME_COLORS[theme] };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: THEME_COLORS.light },
      { media: "(prefers-color-scheme: dark)", color: THEME_COLORS.dark },
    ],
  };
}

export default async function RootLayout({ children }: LayoutProps<"/">) {
  const locale = await getLocale();
  // Null on the sign-in page, for which nobody has to be anybody.
  const user = await currentUserOrNull();
  const [preferences, regions] = await Promise.all([
    readPreferences(),
    user && whileOthersRender(regionsSoon(user)),
  ]);
  const { TUNNELBOARD_DEMO, access } = env();
  return (
    <html lang={locale} data-theme={preferences.theme} data-density={preferences.density}>
      <head>
        {/* With cookies, which a proxy that authenticates in front of the app asks for. */}
        <link rel="manifest" href="/manifest.webmanifest" crossOrigin="use-credentials" />
      </head>
      <body>
        <BrowserWords>
          <Providers>
            <InitialRegions regions={regions}>
              <LinkArea>
                <PageFrame wall={<main id="content">{children}</main>}>
                  <AppFrame
                    isDemo={TUNNELBOARD_DEMO}
                    isSignedOut={user === null}
                    user={user && signedInOf(user, access.by === "session")}
                    preferences={preferences}
                  >
                    {children}
                  </AppFrame>
                </PageFrame>
              </LinkArea>
            </InitialRegions>
          </Providers>
        </BrowserWords>
      </body>
    </html>
  );
}

/** Null where nobody has to sign in. */
function signedInOf({ name, role, places }: User, hasSession: boolean): SignedIn | null {
  return name === null ? null : { name, role, places, hasSession };
}
