import { SearchX, Split } from "lucide-react";
import { useTranslations } from "next-intl";
import { RetryLink } from "@/components/states/retry-link";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FailedRegion, IdLookup } from "@/lib/vpn/id-lookup";
import { pages } from "@/lib/vpn/hrefs";

/** What a search for an id has come to, where it did not lead to one page. */
export function IdLookupNotice({ lookup }: { lookup: IdLookup }) {
  const t = useTranslations("go");
  const id = lookup.id.slice(0, 100);
  if (lookup.kind === "noId") {
    return (
      <Notice level={1} icon={SearchX} title={t("noId.title")} detail={t("noId.detail", { id })}>
        <a href={pages.home} className={buttonClass("quiet")}>
          {t("home")}
        </a>
      </Notice>
    );
  }
  const { kind, found, failed } = lookup;
  if (found.length > 0) {
    return (
      <Notice
        level={1}
        icon={Split}
        title={t("several.title")}
        detail={t("several.detail", { id })}
      >
        {found.map(({ regionId, localName }) => (
          <a
            key={regionId}
            href={pages.of(kind, regionId, lookup.id)}
            className={buttonClass("quiet")}
          >
            {localName}
          </a>
        ))}
      </Notice>
    );
  }
  return (
    <Notice
      level={1}
      icon={SearchX}
      title={t("nowhere.title")}
      detail={t(failed.length > 0 ? "nowhere.partly" : "nowhere.detail", { id })}
    >
      {failed.length > 0 && <FailedRegions failed={failed} />}
      {failed.length > 0 && <RetryLink href={pages.go(lookup.id)} />}
      <a href={pages.home} className={buttonClass("quiet")}>
        {t("home")}
      </a>
    </Notice>
  );
}

function FailedRegions({ failed }: { failed: FailedRegion[] }) {
  const t = useTranslations("problems");
  return (
    <ul className="mb-2 basis-full space-y-1 text-sm">
      {failed.map(({ region, problemCode }) => (
        <li key={region.regionId}>
          {region.localName}: {t(`${problemCode}.title`)}
        </li>
      ))}
    </ul>
  );
}
