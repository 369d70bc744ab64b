import { NotHere } from "@/components/states/not-here";
import { DeletedConnectionPage } from "@/components/vpn-connections/deleted-connection-page";
import type { History, Range } from "@/lib/vpn/history";
import { answerOf, type InitialData } from "@/lib/vpn/initial-data";

type Props = {
  regionId: string;
  regionName: string;
  vpnConnectionId: string;
  range: Range;
  history: InitialData<History | null>;
};

/** A connection that the account does not have: history may know that it had it. */
export function MissingConnection({ history: first, ...place }: Props) {
  const history = answerOf(first);
  if (history !== null) return <DeletedConnectionPage {...place} history={history} />;
  return <NotHere of="vpnConnection" id={place.vpnConnectionId} regionName={place.regionName} />;
}
