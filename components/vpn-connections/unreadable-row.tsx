import { Cell, Row } from "@/components/ui/table";
import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { UnreadableConnection } from "@/lib/vpn/types";

type Props = { connection: UnreadableConnection; columnCount: number };

/** A connection whose body made no sense keeps its place in the list. */
export function UnreadableRow({ connection, columnCount }: Props) {
  const t = useTranslations("connections.table");
  return (
    <Row className="border-y border-line bg-unknown-wash narrow:block">
      <Cell colSpan={columnCount} className="px-4 py-3 narrow:block">
        <p className="flex items-center gap-2 font-medium">
          <CircleHelp aria-hidden className="size-5 shrink-0 text-unknown" />
          {t("unreadable")}
        </p>
        <p className="data ml-7">{connection.vpnConnectionId ?? t("unreadableNoId")}</p>
        <p className="ml-7 text-sm">
          {t("unreadableDetail", { fields: connection.fields.join(", ") || "–" })}
        </p>
      </Cell>
    </Row>
  );
}
