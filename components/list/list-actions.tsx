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
  /** With the columns that are seen, where those may be other than the reader's own. */
  linkHref?: string;
  /** Whether signs say enough: the words are at hand. */
  isIconOnly?: boolean;
};

/** Ways to have a list newer, to pass it on, and to take it along. */
export function ListActions(props: Props) {
  const { href, isRefreshing = false, onRefresh, downloadHref, isIconOnly = false } = props;
  const t = useTranslations("connections.list");
  return (
    <>
      <a
        href={href}
        title={isIconOnly ? t("refresh") : undefined}
        onClick={onRefresh && followInPlace(onRefresh)}
        className={clsx(buttonClass("quiet"), "print:hidden")}
      >
        <RefreshCw aria-hidden className={clsx("size-4", isRefreshing && "animate-spin")} />
        {isIconOnly ? <span className="sr-only">{t("refresh")}</span> : t("refresh")}
      </a>
      <CopyLink href={props.linkHref ?? href} isIconOnly={isIconOnly} />
      {DOWNLOAD_FORMATS.map((format) => (
        <a
          key={format}
          href={downloadHref(format)}
          download
          aria-label={t("download", { format: format.toUpperCase() })}
          className={clsx(buttonClass("quiet"), "print:hidden")}
        >
          {!isIconOnly && <Download aria-hidden className="size-4" />}
          {format.toUpperCase()}
        </a>
      ))}
    </>
  );
}
