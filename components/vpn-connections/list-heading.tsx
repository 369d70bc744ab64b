import { useTranslations } from "next-intl";

type Props = { regionId: string; regionName: string };

export function ListHeading({ regionId, regionName }: Props) {
  const t = useTranslations("pages");
  return (
    <header className="mb-6">
      <h1 className="text-2xl font-semibold tracking-tight text-balance">{t("list")}</h1>
      <p className="mt-0.5 break-words text-ink-soft">
        {regionName}
        {regionName !== regionId && <span className="data ml-2">{regionId}</span>}
      </p>
    </header>
  );
}
