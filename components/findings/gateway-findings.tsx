import { FindingsSection } from "@/components/findings/findings-section";
import { RuleIndex } from "@/components/findings/rule-index";
import type { FindingList } from "@/lib/vpn/findings/list";
import { pages } from "@/lib/vpn/hrefs";
import type { InitialData } from "@/lib/vpn/initial-data";
import { type GatewayScope, gatewayFilterOf } from "@/lib/vpn/list-scope";

type Props = { scope: GatewayScope; first: InitialData<FindingList> };

/** What rules have found of a gateway and its connections, worst first, and how often. */
export function GatewayFindings({ scope, first }: Props) {
  const parameters = gatewayFilterOf(scope);
  return (
    <FindingsSection first={first} parameters={parameters} href={pages.list(scope)}>
      {({ facets }) => (
        <div className="border-t border-line px-4 py-3 md:px-6">
          <RuleIndex rules={facets.rules} parameters={parameters} />
        </div>
      )}
    </FindingsSection>
  );
}
