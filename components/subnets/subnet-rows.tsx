import { clsx } from "clsx";
import { SubnetCarriers } from "@/components/subnets/subnet-carriers";
import { SubnetHead } from "@/components/subnets/subnet-head";
import type { Subnet, SubnetParameters } from "@/lib/vpn/subnet-list";

type Props = { subnets: Subnet[]; parameters: SubnetParameters; label: string };

/** Networks in order, each within the closest one above it that is less indented. */
export function SubnetRows({ subnets, parameters, label }: Props) {
  return (
    <ol
      aria-label={label}
      className="mb-4 overflow-clip rounded-lg border border-line bg-surface shadow-raised print:shadow-none"
    >
      {subnets.map((subnet) => (
        <li
          key={subnet.cidr}
          className={clsx(
            "grid border-t border-line break-inside-avoid first:border-t-0 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]",
            subnet.longestMatchOf.length > 0 && !subnet.isCatchAll && "bg-up-wash",
          )}
        >
          <div className="flex min-w-0">
            <Guides depth={depthOf(subnet)} />
            <div className="min-w-0 px-3 pt-3 pb-1 sm:px-4 lg:pb-3">
              <SubnetHead subnet={subnet} parameters={parameters} />
            </div>
          </div>
          <div className="flex min-w-0">
            <Guides depth={depthOf(subnet)} isNarrowOnly />
            <div className="min-w-0 px-3 pb-3 sm:px-4 lg:pt-3">
              <SubnetCarriers subnet={subnet} />
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Everything is within a catch-all: that is no depth. */
function depthOf({ within }: Subnet): number {
  return within.filter((cidr) => !cidr.endsWith("/0")).length;
}

/** Deeper ones are told by their words alone, so that a narrow window has room for them. */
const MAX_GUIDES = 6;

type GuidesProps = {
  depth: number;
  /** Where what stands beside the network in a wide window stands below it. */
  isNarrowOnly?: boolean;
};

function Guides({ depth, isNarrowOnly = false }: GuidesProps) {
  return Array.from({ length: Math.min(depth, MAX_GUIDES) }, (_, level) => (
    <span
      key={`level-${level + 1}`}
      aria-hidden
      className={clsx(
        "w-2.5 shrink-0 border-r border-line-strong sm:w-5",
        isNarrowOnly && "lg:hidden",
      )}
    />
  ));
}
