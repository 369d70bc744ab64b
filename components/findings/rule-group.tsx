import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Advice } from "@/components/findings/advice";
import { EvidenceList } from "@/components/findings/evidence-list";
import { FindingSubject } from "@/components/findings/finding-subject";
import type { RegionNames } from "@/components/findings/region-names";
import { SeverityLabel } from "@/components/findings/severity-label";
import { TunnelNames } from "@/components/findings/tunnel-names";
import {
  Cell,
  ColumnHeader,
  Row,
  RowHeader,
  Table,
  TableBody,
  TableHead,
} from "@/components/ui/table";
import { findingRows } from "@/lib/vpn/findings/finding-rows";
import { adviceGroups, detailGroups, type FindingGroup } from "@/lib/vpn/findings/finding-groups";
import type { ListedFinding } from "@/lib/vpn/findings/list";
import type { FindingPageParameters } from "@/lib/vpn/findings/parameters";
import { pages } from "@/lib/vpn/hrefs";

type Props = {
  group: FindingGroup;
  /** Of this rule and severity on all pages. */
  count: number;
  parameters: FindingPageParameters;
  regionNames: RegionNames;
};

/** What a rule has found: why it matters and what to do once, then where. */
export function RuleGroup({ group, count, parameters, regionNames }: Props) {
  const t = useTranslations("findings");
  const { first, findings } = group;
  const { rule, severity, title } = first;
  const id = `${severity}-${rule}`;
  const groups = adviceGroups(findings);
  return (
    <section aria-labelledby={id} className="finding-group">
      <header className="space-y-2 px-4 py-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <SeverityLabel severity={severity} />
          <h2 id={id} className="text-base font-semibold wrap-anywhere">
            {title}
          </h2>
          <p className="text-sm text-ink-soft">
            {t("group.findings", { count })}
            {count > findings.length && ` · ${t("list.onThisPage", { count: findings.length })}`}
          </p>
          {parameters.rule.length !== 1 && (
            <a
              href={pages.findings({
                ...parameters,
                pageNumber: 1,
                rule: [rule],
                severity: [severity],
              })}
              className="link ml-auto text-sm print:hidden"
            >
              {t("group.all")}
              <span className="sr-only">: {title}</span>
            </a>
          )}
        </div>
        {groups.length === 1 && <Words findings={findings} />}
      </header>
      {groups.map((group) => (
        <Fragment key={group.key}>
          {groups.length > 1 && (
            <div className="space-y-2 border-t border-line px-4 pt-3 pb-2">
              <Words findings={group.findings} />
            </div>
          )}
          <Details findings={group.findings} labelledBy={id} regionNames={regionNames} />
        </Fragment>
      ))}
    </section>
  );
}

/** What to do about these, and what was seen where that is the same of all. */
function Words({ findings }: { findings: ListedFinding[] }) {
  const [first] = findings;
  const { shared, single } = detailGroups(findings);
  if (first === undefined) return null;
  return (
    <>
      {single.length === 0 && shared.length === 1 && <Detail>{first.detail}</Detail>}
      <Advice finding={first} />
    </>
  );
}

function Detail({ children }: { children: string }) {
  return <p className="max-w-[80ch] text-sm/6">{children}</p>;
}

/** Where details differ, one that several share stands over their rows, any other in its row. */
function Details({ findings, ...table }: RowsProps) {
  const { shared, single } = detailGroups(findings);
  if (single.length === 0 && shared.length === 1) {
    return (
      <div className="border-t border-line">
        <Rows findings={findings} {...table} />
      </div>
    );
  }
  return (
    <>
      {single.length > 0 && (
        <div className="border-t border-line">
          <Rows findings={single} {...table} hasDetails />
        </div>
      )}
      {shared.map(({ key, first, findings: these }) => (
        <div key={key} className="border-t border-line">
          <div className="px-4 pt-3 pb-2">
            <Detail>{first.detail}</Detail>
          </div>
          <Rows findings={these} {...table} />
        </div>
      ))}
    </>
  );
}

type RowsProps = {
  findings: ListedFinding[];
  labelledBy: string;
  regionNames: RegionNames;
  /** Whether each row says what was seen. */
  hasDetails?: boolean;
};

function Rows({ findings, labelledBy, regionNames, hasDetails = false }: RowsProps) {
  const t = useTranslations("findings.row");
  return (
    <Table aria-labelledby={labelledBy} className="finding-table">
      <TableHead className="finding-heads">
        <Row>
          <ColumnHeader className="w-[42%]">{t("connection")}</ColumnHeader>
          <ColumnHeader className="w-[14%]">{t("tunnel")}</ColumnHeader>
          <ColumnHeader>{t("evidence")}</ColumnHeader>
        </Row>
      </TableHead>
      <TableBody className="max-md:block">
        {findingRows(findings).map((row) => (
          <Row key={row.key} className="finding-row">
            <RowHeader className="wrap-anywhere">
              <FindingSubject finding={row.finding} regionNames={regionNames} />
              {hasDetails && <Detail>{row.finding.detail}</Detail>}
            </RowHeader>
            <Cell>
              <TunnelNames row={row} />
            </Cell>
            <Cell>
              <EvidenceList finding={row.finding} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
