import {
  Cell,
  ColumnHeader,
  Row,
  RowHeader,
  Table,
  TableBody,
  TableHead,
} from "@/components/ui/table";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { OddValue } from "@/lib/vpn/types";

/** A row of a panel over one or more subjects of a kind: tunnels, or one connection. */
export type Field<Subject, Name extends string = string> = {
  name: Name;
  /** What Alibaba's API calls it, so that what is seen here can be looked up there. */
  apiName: string;
  show: (subject: Subject) => ReactNode;
  /** Fields that only some connections have are left out where no subject has them. */
  isThere?: (subject: Subject) => boolean;
};

type Subjected = { oddValues: OddValue[] };

type Props<Subject extends Subjected, Name extends string> = {
  title: string;
  subjects: Subject[];
  /** Names a subject at the head of its column; needed where there are several. */
  head: (subject: Subject, index: number) => ReactNode;
  fields: Field<Subject, Name>[];
  /** A field's label, and what it means. */
  words: (name: Name) => { label: string; explain: string };
  /** The id of a field, or of one subject's value where there are several, on a page that links lead into. */
  idOf?: (name: Name, subject: number | null) => string | undefined;
};

/** A panel: a row per field, a column per subject; each label explains itself when it is opened. */
export function FieldTable<Subject extends Subjected, Name extends string>(
  props: Props<Subject, Name>,
) {
  const { title, subjects, head, fields, words, idOf } = props;
  const t = useTranslations("values");
  const shown = fields.filter(
    ({ apiName, isThere }) =>
      isThere === undefined ||
      subjects.some((subject) => isThere(subject) || oddValueOf(subject, apiName) !== null),
  );
  const id = useId();
  return (
    // Padding keeps its distance to the next: a margin at the end of a column begins the next one in WebKit.
    <div className="break-inside-avoid pb-4">
      <div className="rounded-md border border-line bg-surface">
        <h2 id={id} className="border-b border-line px-4 py-2 text-sm font-semibold">
          {title}
        </h2>
        <Table aria-labelledby={id} className="w-full text-left text-sm max-sm:block">
          {subjects.length > 1 && (
            <TableHead className="max-sm:block">
              <Row className="border-b border-line max-sm:grid max-sm:grid-cols-2">
                <ColumnHeader className="max-sm:hidden">
                  <span className="sr-only">{t("field")}</span>
                </ColumnHeader>
                {subjects.map((subject, index) => (
                  <ColumnHeader
                    // Tunnels keep their order within a connection.
                    key={`column-${index + 1}`}
                    className="px-4 py-1.5 font-medium text-ink-soft"
                  >
                    {head(subject, index)}
                  </ColumnHeader>
                ))}
              </Row>
            </TableHead>
          )}
          <TableBody className="max-sm:block">
            {shown.map(({ name, apiName, show }) => (
              <Row
                key={name}
                id={idOf?.(name, null)}
                className="border-line not-last:border-b max-sm:grid max-sm:grid-cols-2 max-sm:py-1.5"
              >
                <RowHeader className="w-[13rem] px-4 py-1.5 align-top font-normal text-ink-soft max-sm:col-span-2 max-sm:w-auto max-sm:py-0">
                  <ExplainedLabel {...words(name)} apiName={apiName} />
                </RowHeader>
                {subjects.map((subject, index) => (
                  <Cell
                    key={`value-${index + 1}`}
                    id={subjects.length > 1 ? idOf?.(name, index + 1) : undefined}
                    className="px-4 py-1.5 align-top max-sm:py-0.5 max-sm:only-of-type:col-span-2"
                  >
                    {valueOf(subject, apiName, show)}
                  </Cell>
                ))}
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}

/** A value that means nothing is shown as it was sent, so that nobody takes it for one that is absent. */
function valueOf<Subject extends Subjected>(
  subject: Subject,
  apiName: string,
  show: (subject: Subject) => ReactNode,
): ReactNode {
  const odd = oddValueOf(subject, apiName);
  return odd === null ? show(subject) : <Odd value={odd} />;
}

/** What was sent for a field and means nothing; null where that is not so. */
function oddValueOf({ oddValues }: Subjected, apiName: string): string | null {
  if (oddValues.length === 0) return null;
  const name = apiName.charAt(0).toLowerCase() + apiName.slice(1);
  return oddValues.find(({ field }) => field === name)?.value ?? null;
}

function Odd({ value }: { value: string }) {
  const t = useTranslations("values");
  return (
    <>
      <span className="data">{value}</span>{" "}
      <span className="text-ink-soft italic">{t("notUnderstood")}</span>
    </>
  );
}

type LabelProps = { label: string; explain: string; apiName: string };

/** Native disclosure: works by keyboard, by touch and without JavaScript. */
function ExplainedLabel({ label, explain, apiName }: LabelProps) {
  return (
    <details>
      <summary className="cursor-help underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-ink">
        {label}
      </summary>
      <p className="mt-1 mb-1 max-w-[34ch] text-[0.8125rem]/5">
        {explain} <code className="data block break-normal">{apiName}</code>
      </p>
    </details>
  );
}
