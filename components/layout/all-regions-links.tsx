import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";

/** The pages that are about all regions. */
export const ALL_REGIONS_PAGES = [
  ["overview", pages.home],
  ["connections", pages.vpnConnections(null)],
  ["events", pages.events()],
  ["findings", pages.findings()],
  ["subnets", pages.subnets()],
] as const;

export function AllRegionsLinks() {
  const t = useTranslations("regions.all");
  const path = usePathname();
  return (
    <ul className="mb-2 grid gap-0.5 border-b border-line pb-2 sm:grid-cols-2">
      {ALL_REGIONS_PAGES.map(([name, href]) => (
        <li key={name}>
          <Link
            prefetch={false}
            href={href}
            aria-current={path === href ? "page" : undefined}
            className="block rounded-md px-3 py-1.5 text-sm font-medium hover:bg-sunken aria-[current]:bg-sunken aria-[current]:font-semibold"
          >
            {t(name)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
