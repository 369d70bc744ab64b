import { useFormatter, useTranslations } from "next-intl";
import { panelNameOf } from "@/components/compare/groups";
import type { Comparison } from "@/lib/vpn/comparison";
import { MIN_CONNECTIONS, type Unusual } from "@/lib/vpn/usual-fields";

/** Settings that nine tenths of the connections have otherwise. */
export function UnusualFields({ usual }: { usual: Comparison["usual"] }) {
  const t = useTranslations("compare.unusual");
  return (
    <section aria-labelledby="unusual" className="mb-8">
      <h2 id="unusual" className="mb-1 text-lg font-semibold">
        {t("title")}
      </h2>
      {usual === null ? (
        <p className="text-ink-soft">{t("tooFew", { count: MIN_CONNECTIONS })}</p>
      ) : (
        <>
          <p className="mb-3 max-w-[75ch] text-ink-soft">
            {t("explain", { count: usual.connectionCount })} {!usual.isComplete && t("incomplete")}
          </p>
          {usual.unusual.length === 0 ? (
            <p>{t("none")}</p>
          ) : (
            <ul className="max-w-3xl overflow-clip rounded-lg border border-line bg-surface">
              {usual.unusual.map((one) => (
                <li
                  key={`${one.group} ${one.field} ${one.tunnel ?? ""}`}
                  className="border-t border-line px-4 py-2.5 first:border-t-0"
                >
                  <UnusualField unusual={one} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

function UnusualField({ unusual }: { unusual: Unusual }) {
  const t = useTranslations("compare.unusual");
  const format = useFormatter();
  const { group, field, tunnel, own, value, count, reportedCount } = unusual;
  return (
    <>
      <p className="font-medium">
        <FieldName {...{ group, field }} />
        {tunnel !== null && (
          <span className="ml-2 font-normal text-ink-soft">{t("tunnel", { number: tunnel })}</span>
        )}
      </p>
      <p className="text-sm wrap-anywhere">
        {t.rich("values", {
          own: () => <Value {...{ field }} text={own} />,
          usual: () => <Value {...{ field }} text={value} />,
          // Never "100 %" of something that this one is not.
          share: format.number(Math.floor((count / reportedCount) * 1000) / 1000, {
            style: "percent",
            maximumFractionDigits: 1,
          }),
          count: format.number(reportedCount),
        })}
      </p>
    </>
  );
}

function FieldName({ group, field }: Pick<Unusual, "group" | "field">) {
  const tPanel = useTranslations("connections.panel");
  const tFields = useTranslations("connections.fields");
  const t = useTranslations("compare");
  const name = panelNameOf(field);
  if (name === null) return <span className="data">{field}</span>;
  if (name === "tunnelMode") return t("tunnelMode.label");
  const label = tFields(`${name}.label`);
  if (group === "connection") return label;
  const groupName = tPanel(group === "tunnel" ? "tunnelOne" : group);
  return t("field", { group: groupName, field: label });
}

/** Words for what is no word of the API; the rest as it spells it. */
function Value({ field, text }: { field: string; text: string }) {
  const t = useTranslations("values");
  const isSecret = field === "psk" || field === "authKey" || field === "remoteCaCertificate";
  if (text === "true") return isSecret ? t("pskConfigured") : t("yes");
  if (text === "false") return isSecret ? t("pskNotSet") : t("no");
  return <bdi className="data">{text}</bdi>;
}
