import { clsx } from "clsx";
import { Download, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { followInPlace } from "@/components/ui/follow-in-place";
import { DOWNLOAD_FORMATS, type DownloadFormat } from "@/lib/vpn/list-parameters";

type Props = {
  /** The page's own address: reading it again is what the button does without JavaScript. */
  href: string;
  isRefreshing?: boolean;
  /** Left out where the page has no view that reads by itself. */
  onRefresh?: () => void;
  downloadHref: (format: DownloadFormat) => string;
};

/** Ways to have a list newer, to pass it on, and to take it along. */
export function ListActions({ href, isRefreshing = false, onRefresh, downloadHref }: Props) {
  const t = useTranslations("connections.list");
  return (
    <>
      <a
        href={href}
        onClick={onRefresh && followInPlace(onRefresh)}
        className={clsx(buttonClass("quiet"), "print:hidden")}
      >
        <RefreshCw aria-hidden className={clsx("size-4", isRefreshing && "animate-spin")} />
        {t("refresh")}
      </a>
      <CopyLink href={href} />
      {DOWNLOAD_FORMATS.map((format) => (
        <a
          key={format}
          href={downloadHref(format)}
          download
          aria-label={t("download", { format: format.toUpperCase() })}
          className={clsx(buttonClass("quiet"), "print:hidden")}
        >
          <Download aria-hidden className="size-4" />
          {format.toUpperCase()}
        </a>
      ))}
    </>
  );
}
