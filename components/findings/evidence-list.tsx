import { FieldLabel } from "@/components/fields/field-label";
import type { ListedFinding } from "@/lib/vpn/findings/list";
import { pages } from "@/lib/vpn/hrefs";

/** What was seen; of a connection each a link that marks the field on its page. */
export function EvidenceList({ finding }: { finding: ListedFinding }) {
  const { regionId, vpnConnectionId, tunnel, evidence } = finding;
  return (
    <ul className="text-sm/6">
      {evidence.map(({ field, value }) => (
        <li key={`${field} ${value}`} className="wrap-anywhere">
          {vpnConnectionId === null ? (
            <FieldLabel path={field} />
          ) : (
            // Not by script: browsers mark the target of an address that they have read themselves.
            <a
              href={pages.connectionField(regionId, vpnConnectionId, field, tunnel)}
              className="link"
            >
              <FieldLabel path={field} />
            </a>
          )}{" "}
          <bdi className="data">{value}</bdi>
        </li>
      ))}
    </ul>
  );
}
