import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";
import { type Vendor, VENDOR_FACTS, VENDORS } from "@/lib/vpn/peer-config/vendors";

type Props = { regionId: string; vpnConnectionId: string; vendor: Vendor };

/** Links, so that an address says whose configuration it shows; the last one that was followed is remembered. */
export function VendorLinks({ regionId, vpnConnectionId, vendor }: Props) {
  const t = useTranslations("peerConfig");
  return (
    <nav aria-label={t("vendors")} className="mb-6 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {VENDORS.map((one) => (
          <li key={one}>
            <a
              href={pages.peerConfig(regionId, vpnConnectionId, one)}
              aria-current={one === vendor ? "true" : undefined}
              className={clsx(
                "inline-flex min-h-9 items-center rounded-md border px-3 text-sm font-medium",
                one === vendor
                  ? "border-accent bg-accent text-on-accent"
                  : "border-line-strong bg-surface hover:bg-sunken",
              )}
            >
              {VENDOR_FACTS[one].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
