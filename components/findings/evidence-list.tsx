import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { FieldLabel } from "@/components/fields/field-label";
import { FieldValue } from "@/components/fields/field-value";
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
              <EvidenceValue field={field} value={value} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where tunnels differ, what each has. */
function EvidenceValue({ field, value }: { field: string; value: string }) {
  const values = value.split(" / ");
  return values.map((one, index) => (
    <Fragment key={one}>
      {index > 0 && " / "}
      <bdi>
        <FieldValue field={field} value={one} />
      </bdi>
    </Fragment>
  ));
}

/** One that a finding is about as well, in whatever region. */
function OtherConnection({ id }: { id: string }) {
  const t = useTranslations("findings.row");
  return (
    <>
      {t("other")}{" "}
      <a href={pages.go(id)} className="link data">
        {id}
      </a>
    </>
  );
}

function FieldLink({ finding, field }: { finding: ListedFinding; field: string }) {
  const { regionId, vpnConnectionId, tunnel } = finding;
  if (vpnConnectionId === null) return <FieldLabel path={field} />;
  return (
    <a href={pages.connectionField(regionId, vpnConnectionId, field, tunnel)} className="link">
      <FieldLabel path={field} />
    </a>
  );
}
