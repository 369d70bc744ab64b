import { Columns2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";

type Props = { regionId: string; vpnConnectionId: string; hasTwoTunnels: boolean };

/** To the connection beside another one, or to its tunnels side by side; and to what is unusual about it. */
export function CompareLink({ regionId, vpnConnectionId, hasTwoTunnels }: Props) {
  const t = useTranslations("compare.link");
  return (
    <Link
      prefetch={false}
      href={pages.compare(regionId, vpnConnectionId)}
      className="link mt-1 inline-flex w-fit items-center gap-1.5 text-sm print:hidden"
    >
      <Columns2 aria-hidden className="size-4" />
      {hasTwoTunnels ? t("tunnels") : t("connection")}
    </Link>
  );
}
