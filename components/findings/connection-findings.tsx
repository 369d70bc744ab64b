import { FindingRows } from "@/components/findings/finding-rows";
import { FindingsSection } from "@/components/findings/findings-section";
import type { FindingList } from "@/lib/vpn/findings/list";
import { pages } from "@/lib/vpn/hrefs";
import type { InitialData } from "@/lib/vpn/initial-data";

type Props = { regionId: string; vpnConnectionId: string; first: InitialData<FindingList> };

/** What has been found of a connection, worst first. */
export function ConnectionFindings({ regionId, vpnConnectionId, first }: Props) {
  return (
    <FindingsSection
      first={first}
      parameters={{ regionId, vpnConnectionId }}
      href={pages.vpnConnection(regionId, vpnConnectionId)}
    >
      {({ findings }) => (
        <FindingRows
          findings={findings.filter(({ waiver }) => waiver === null)}
          labelledBy="findings-title"
        />
      )}
    </FindingsSection>
  );
}
