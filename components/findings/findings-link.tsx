import { ShieldAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";

/** To what has been found in a region, or in all with null. */
export function FindingsLink({ regionId }: { regionId: string | null }) {
  const t = useTranslations("findings");
  return (
    <Link
      prefetch={false}
      href={pages.findings({ regionId })}
      className="link mt-1 inline-flex w-fit items-center gap-1.5 text-sm print:hidden"
    >
      <ShieldAlert aria-hidden className="size-4" />
      {regionId === null ? t("onOverview.all") : t("link")}
    </Link>
  );
}
