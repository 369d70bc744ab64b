import { FindingRows } from "@/components/findings/finding-rows";
import { FindingSubject } from "@/components/findings/finding-subject";
import type { RegionNames } from "@/components/findings/region-names";
import type { FindingGroup } from "@/lib/vpn/findings/finding-groups";

type Props = { group: FindingGroup; regionNames: RegionNames };

/** What has been found of one connection or gateway, worst first. */
export function SubjectGroup({ group: { key, first, findings }, regionNames }: Props) {
  const id = `of-${key.replaceAll(/[^\w-]/g, "-")}`;
  return (
    <section aria-labelledby={id} className="finding-group">
      <h2 id={id} className="px-4 py-3 wrap-anywhere">
        <FindingSubject finding={first} regionNames={regionNames} />
      </h2>
      <FindingRows findings={findings} labelledBy={id} />
    </section>
  );
}
