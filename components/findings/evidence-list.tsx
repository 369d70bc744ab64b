import Link from "next/link";
import { useTranslations } from "next-intl";
import { FieldLabel } from "@/components/fields/field-label";
import type { ListedFinding } from "@/lib/vpn/findings/list";
import { pages } from "@/lib/vpn/hrefs";

/** What was seen; of a connection each a link that marks the field on its page. */
export function EvidenceList({ finding }: { finding: ListedFinding }) {
  return (
    <ul className="text-sm/6">
      {finding.evidence.map(({ field, value }) => (
        <li key={`${field} ${value}`} className="wrap-anywhere">
          {field === "vpnConnectionId" ? (
            <OtherConnection id={value} />
          ) : (
            <>
              <FieldLink finding={finding} field={field} />{" "}
              <bdi className="font-mono text-xs/5 tabular-nums">{value}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** One that a finding is about as well, in whatever region. */
function OtherConnection({ id }: { id: string }) {
  const t = useTranslations("findings.row");
  return (
    <>
      {t("other")}{" "}
      <Link prefetch={false} href={pages.go(id)} className="link data">
        {id}
      </Link>
    </>
  );
}

function FieldLink({ finding, field }: { finding: ListedFinding; field: string }) {
  const { regionId, vpnConnectionId, tunnel } = finding;
  if (vpnConnectionId === null) return <FieldLabel path={field} />;
  // Not by script: browsers mark the target of an address that they have read themselves.
  return (
    <a href={pages.connectionField(regionId, vpnConnectionId, field, tunnel)} className="link">
      <FieldLabel path={field} />
    </a>
  );
}
