import { useTranslations } from "next-intl";

type Props = {
  place: string;
  /** Of a region that has a name besides. */
  id?: string;
};

export function ListHeading({ place, id }: Props) {
  const t = useTranslations("pages");
  return (
    <header className="mb-2 flex flex-wrap md:-mt-4 items-baseline gap-x-3">
      <h1 className="text-xl font-semibold tracking-tight text-balance">{t("list")}</h1>
      <p className="break-words text-ink-soft">
        {place}
        {id !== undefined && id !== place && <span className="data ml-2">{id}</span>}
      </p>
    </header>
  );
}
