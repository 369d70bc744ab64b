import { Map } from "lucide-react";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { pageReader } from "@/lib/server/access/page-reader";
import { noteOutcome } from "@/lib/server/request-context";
import { pages } from "@/lib/vpn/hrefs";

/** An ordinary page, since what `notFound()` renders arrives blank without JavaScript. */
export default async function UnknownPage({ params }: PageProps<"/[...path]">) {
  // What asks for a file that is not there has no use for a page; nor has a stranger to sign in for it.
  if ((await params).path[0] === "_next") notFound();
  await pageReader();
  noteOutcome("not_found");
  const t = await getTranslations("pages.notFound");
  return (
    <Notice level={1} icon={Map} title={t("title")} detail={t("detail")}>
      <Link prefetch={false} href={pages.home} className={buttonClass("primary")}>
        {t("action")}
      </Link>
    </Notice>
  );
}
