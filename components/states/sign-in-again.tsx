"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { pages } from "@/lib/vpn/hrefs";
import type { Problem } from "@/lib/vpn/problem";
import { queryStringOf } from "@/lib/vpn/query-string";

/** Back to this very page by way of the sign-in page, where the session has ended meanwhile. */
export function SignInAgain({ problem }: { problem: Problem | null }) {
  const t = useTranslations("states");
  const path = usePathname();
  const search = useSearchParams();
  if (problem?.code !== "sign_in_required") return null;
  const here = path + queryStringOf(new URLSearchParams(search));
  return (
    <a href={pages.signIn(here)} className={buttonClass("primary")}>
      {t("signIn")}
    </a>
  );
}
