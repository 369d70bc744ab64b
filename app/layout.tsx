import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { AppFrame } from "@/components/layout/app-frame";
import { Providers } from "@/components/layout/providers";
import { regionsSoon } from "@/lib/server/data/regions";
import { env } from "@/lib/server/env";
import { regionsQuery } from "@/lib/vpn/queries";
import "@/app/globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

export default async function RootLayout({ children }: LayoutProps<"/">) {
  const locale = await getLocale();
  const [{ connections, copy, pages, regions: picker, states }, regions] = await Promise.all([
    getMessages(),
    regionsSoon(locale),
  ]);
  // The browser gets the words of what it draws, not those of the server's problems.
  const messages = { connections, copy, pages, regions: picker, states };
  const queryClient = new QueryClient();
  if (regions !== null) queryClient.setQueryData(regionsQuery().queryKey, { regions });
  return (
    <html lang={locale}>
      <body>
        <NextIntlClientProvider messages={messages}>
          <Providers>
            <HydrationBoundary state={dehydrate(queryClient)}>
              <AppFrame isDemo={env().TUNNELBOARD_DEMO}>{children}</AppFrame>
            </HydrationBoundary>
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
