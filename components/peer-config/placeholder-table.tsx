import { useTranslations } from "next-intl";
import {
  Cell,
  ColumnHeader,
  Row,
  RowHeader,
  Table,
  TableBody,
  TableHead,
} from "@/components/ui/table";
import type { PeerConfigAnswer } from "@/lib/vpn/peer-config/answer";

/** What is to be filled in by hand. There is always the key. */
export function PlaceholderTable({ placeholders }: Pick<PeerConfigAnswer, "placeholders">) {
  const t = useTranslations("peerConfig");
  return (
    <section className="rounded-lg border border-line bg-surface shadow-raised">
      <h2 id="placeholders-title" className="border-b border-line px-4 py-3 font-semibold md:px-6">
        {t("placeholdersTitle")}
      </h2>
      <Table aria-labelledby="placeholders-title" className="w-full text-left text-sm max-sm:block">
        <TableHead className="max-sm:sr-only">
          <Row className="border-b border-line text-ink-soft">
            <ColumnHeader className="px-4 py-2 font-medium md:px-6">
              {t("placeholder")}
            </ColumnHeader>
            <ColumnHeader className="px-4 py-2 font-medium">{t("meaning")}</ColumnHeader>
          </Row>
        </TableHead>
        <TableBody className="max-sm:block">
          {placeholders.map(({ name, meaning }) => (
            <Row key={name} className="border-line not-last:border-b max-sm:block max-sm:py-2">
              <RowHeader className="px-4 py-2 align-top font-normal max-sm:block max-sm:py-0 md:px-6">
                <code className="data break-normal sm:whitespace-nowrap">{name}</code>
              </RowHeader>
              <Cell className="px-4 py-2 align-top max-sm:block max-sm:py-0">{meaning}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}
