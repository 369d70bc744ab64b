import { CircleMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { BrowserWords } from "@/components/layout/browser-words";
import { SubjectHeading } from "@/components/layout/subject-heading";
import { ConnectionHistory } from "@/components/timeline/connection-history";
import { Time } from "@/components/ui/time";
import type { History, Range } from "@/lib/vpn/history";
import { pages } from "@/lib/vpn/hrefs";

type Props = {
  regionId: string;
  regionName: string;
  vpnConnectionId: string;
  range: Range;
  history: History;
};

/** A connection that history knows and the API does not find: since its deletion, or for now. */
export function DeletedConnectionPage({ regionName, history, ...place }: Props) {
  const t = useTranslations("history.gone");
  const tPages = useTranslations("pages");
  const tNotHere = useTranslations("notHere.vpnConnection");
  const { regionId, vpnConnectionId, range } = place;
  const { name, deletedAt } = history;
  return (
    <BrowserWords>
      <SubjectHeading
        section="vpnConnections"
        kind={deletedAt === null ? tPages("vpnConnection") : t("kind")}
        name={name}
        id={vpnConnectionId}
        regionId={regionId}
        regionName={regionName}
        href={pages.vpnConnection(regionId, vpnConnectionId, range)}
      />
      <div className="mb-6 flex gap-3 rounded-lg border border-line-strong bg-surface px-4 py-3">
        <CircleMinus aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
        <div className="min-w-0">
          <p className="font-semibold">
            {deletedAt === null
              ? tNotHere("title", { region: regionName })
              : t.rich("deleted", { time: () => <Time value={deletedAt} /> })}
          </p>
          <p className="text-sm text-ink-soft">
            {t("detail")}{" "}
            <a href={pages.go(vpnConnectionId)} className="link">
              {t("search")}
            </a>
          </p>
        </div>
      </div>
      <ConnectionHistory {...place} first={{ kind: "answer", answer: history }} />
    </BrowserWords>
  );
}
