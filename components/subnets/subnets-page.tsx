import { useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import { NotAnAddress } from "@/components/subnets/not-an-address";
import { SubnetChips } from "@/components/subnets/subnet-chips";
import { SubnetForm } from "@/components/subnets/subnet-form";
import { SubnetsView } from "@/components/subnets/subnets-view";
import { pages } from "@/lib/vpn/hrefs";
import type { InitialData } from "@/lib/vpn/initial-data";
import type { SubnetList, SubnetParameters } from "@/lib/vpn/subnet-list";

type Props = {
  parameters: SubnetParameters;
  /** What was typed to look up and is no address. */
  mistaken: string | null;
  first: InitialData<SubnetList>;
};

/** All networks, which of them meet, and who carries an address. */
export function SubnetsPage({ parameters, mistaken, first }: Props) {
  const t = useTranslations("subnets");
  return (
    <>
      <header className="mb-6">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        <p className="mt-0.5 max-w-[75ch] text-balance text-ink-soft">{t("subtitle")}</p>
      </header>
      <SubnetForm parameters={parameters} mistaken={mistaken} />
      {mistaken !== null && <NotAnAddress text={mistaken} />}
      <SubnetChips parameters={parameters} />
      <Content {...{ parameters, first }} />
    </>
  );
}

function Content({ parameters, first }: Omit<Props, "mistaken">) {
  const href = pages.subnets(parameters);
  if (first.kind === "answer") return <SubnetsView parameters={parameters} list={first.answer} />;
  if (first.kind === "reading") return <ReadingNotice href={href} />;
  return (
    <ProblemNotice problem={first.problem}>
      <RetryLink href={href} />
    </ProblemNotice>
  );
}
