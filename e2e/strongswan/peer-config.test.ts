import { describe, expect, it } from "vitest";
import { networksOf, tunnelsIn } from "@/e2e/strongswan/connections";
import { type Combination, combinations } from "@/e2e/strongswan/factors";
import { type Lab, withLab } from "@/e2e/strongswan/lab";
import { type IkeSa, installed, rekey, securityAssociations } from "@/e2e/strongswan/swanctl";
import { bringUp, type Exchange } from "@/e2e/strongswan/tunnels";

/** As strongSwan names them. */
const GROUPS: Record<string, string> = {
  group1: "MODP_768",
  group2: "MODP_1024",
  group5: "MODP_1536",
  group14: "MODP_2048",
  group24: "MODP_2048_256",
};

describe.concurrent("the configuration for strongSwan", () => {
  const all = combinations().map(({ title, of }) => [title, of] as const);
  it.each(all)("brings up %s", async (_, of) => {
    const seen = await withLab((lab) => useTunnels(lab, of));
    const passage = passageOf(of);
    const group = GROUPS[of("IpsecPfs")] ?? null;
    expect(seen).toEqual({
      passages: of("exchange") === "ikev2" ? [passage, passage] : [passage],
      untimely: [],
      groups: tunnelsIn(of).map(() => group),
    });
  });
});

/** Everything that a connection does in its life. */
async function useTunnels(lab: Lab, of: Combination) {
  const { names, exchange, end } = await bringUp(lab, of);
  const passages = [await exchange()];
  const untimely = (await securityAssociations(lab.peer)).filter((ike) => !isInTime(ike, of));
  // The first CHILD_SA of IKEv2 has no key exchange of its own; the next one needs the group (RFC 7296, 1.3.1).
  if (of("exchange") === "ikev2") {
    for (const name of names) {
      await rekey(lab.peer, name);
      await lab.peer.logged(new RegExp(`outbound CHILD_SA ${name}\\{\\d+\\} established`));
    }
    passages.push(await exchange());
  }
  const groups = (await installed(lab.peer)).map(({ group }) => group);
  await end();
  return { passages, untimely, groups };
}

/** The customer's end renews before Alibaba would, and not all the time. */
function isInTime({ rekeyIn, children }: IkeSa, of: Combination): boolean {
  const [ikeLifetime = 0, ipsecLifetime = 0] = of("lifetimes").split(" ").map(Number);
  return (
    isBetween(ikeLifetime / 2, rekeyIn, ikeLifetime) &&
    children.every(
      (child) =>
        isBetween(ipsecLifetime / 2, child.rekeyIn, child.endsIn) && child.endsIn < ipsecLifetime,
    )
  );
}

const isBetween = (least: number, value: number, most: number) => least < value && value < most;

/** One packet for each pair of networks, and its answer, are counted at both ends. */
function passageOf(of: Combination): Exchange {
  const { alibaba, peer } = networksOf(of);
  const packets = alibaba.length * peer.length;
  const counters = { up: tunnelsIn(of).length, in: packets, out: packets };
  return { unanswered: [], alibaba: counters, peer: counters };
}
