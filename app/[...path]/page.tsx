import { Map } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { pageReader } from "@/lib/server/access/page-reader";
import { pages } from "@/lib/vpn/hrefs";

/** An ordinary page, since what `notFound()` renders arrives blank without JavaScript. */
export default async function UnknownPage() {
  await pageReader();
  const t = await getTranslations("pages.notFound");
  return (
    <Notice level={1} icon={Map} title={t("title")} detail={t("detail")}>
      <Link prefetch={false} href={pages.home} className={buttonClass("primary")}>
        {t("action")}
      </Link>
    </Notice>
  );
}
