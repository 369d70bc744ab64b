import { useFormatter, useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import type { SecretPresence, Tag } from "@/lib/vpn/types";

/** Absent is not the same as off: what the API did not send is said to be so. */
export function NotReported() {
  const t = useTranslations("values");
  return <span className="text-ink-soft italic">{t("notReported")}</span>;
}

/** A word or number as the API spells it. */
export function Data({ value }: { value: string | number | null }) {
  return value === null ? <NotReported /> : <span className="data">{value}</span>;
}

/** An id, with a button that copies it, and a link where it has a page. */
export function Copyable({ value, href }: { value: string | null; href?: string }) {
  if (value === null) return <NotReported />;
  return (
    <span className="inline-flex items-center gap-1">
      {href === undefined ? (
        <span className="data">{value}</span>
      ) : (
        <a href={href} className="link data">
          {value}
        </a>
      )}
      <CopyButton text={value} what={value} />
    </span>
  );
}

type ListProps = { values: string[]; hrefOf?: (value: string) => string };

export function DataList({ values, hrefOf }: ListProps) {
  if (values.length === 0) return <NotReported />;
  return (
    <ul>
      {values.map((value) => (
        <li key={value} className="flex min-h-6">
          <Copyable value={value} href={hrefOf?.(value)} />
        </li>
      ))}
    </ul>
  );
}

export function YesNo({ value }: { value: boolean | null }) {
  const t = useTranslations("values");
  if (value === null) return <NotReported />;
  return value ? t("yes") : t("no");
}

/** Seconds in the largest unit that fits evenly, with the seconds at hand. */
export function Lifetime({ seconds }: { seconds: number | null }) {
  const t = useTranslations("values");
  const format = useFormatter();
  if (seconds === null) return <NotReported />;
  const exact = t("seconds", { value: format.number(seconds) });
  if (seconds === 0 || seconds % 60 !== 0) return exact;
  const isHours = seconds % 3600 === 0;
  const value = format.number(seconds / (isHours ? 3600 : 60));
  return (
    <>
      {isHours ? t("hours", { value }) : t("minutes", { value })}{" "}
      <span className="text-ink-soft">({exact})</span>
    </>
  );
}

/** The mask has one width for every secret, and there is no secret behind it. */
export function Secret({ secret }: { secret: SecretPresence }) {
  const t = useTranslations("values");
  if (!secret.configured) return t("pskNotSet");
  return (
    <>
      <span aria-hidden className="data mr-2 tracking-widest text-ink-soft">
        ••••••••
      </span>
      {t("pskConfigured")}
    </>
  );
}

/** The API's word for a failed session is `false`. */
export function BgpStatus({ status }: { status: string | null }) {
  const t = useTranslations("values");
  if (status === null) return <NotReported />;
  return status === "false" ? (
    <>
      {t("bgpFailed")} <span className="data text-ink-soft">({status})</span>
    </>
  ) : (
    <span className="data">{status}</span>
  );
}

export function OnOff({ value }: { value: boolean | null }) {
  const t = useTranslations("values");
  if (value === null) return <NotReported />;
  return value ? t("healthOn") : t("healthOff");
}

export function TagList({ tags }: { tags: Tag[] }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag.key} className="data rounded-sm border border-line bg-sunken px-1.5">
          {tag.value === "" ? tag.key : `${tag.key}: ${tag.value}`}
        </li>
      ))}
    </ul>
  );
}
