import { describe, expect, it } from "vitest";
import { alibabaEnd, alibabaTunnel } from "@/e2e/strongswan/alibaba-end";
import { accountOf, keyOf, networksOf } from "@/e2e/strongswan/connections";
import { type Changes, usual } from "@/e2e/strongswan/factors";
import { addNetworks, type Lab, LINK, PEER_ADDRESSES, withLab } from "@/e2e/strongswan/lab";
import { configurePeer, knownValues } from "@/e2e/strongswan/peer-end";
import { initiate, installed, load, rekey } from "@/e2e/strongswan/swanctl";
import { bringUp } from "@/e2e/strongswan/tunnels";
import { explainLine } from "@/lib/vpn/logs/explain-line";
import { LINE_MEANINGS, type LineMeaning } from "@/lib/vpn/logs/line-meanings";

type Fault = {
  what: string;
  /** What differs at the customer's end. */
  changes?: Changes;
  key?: string;
  isSilent?: boolean;
  /** What the lines with errors in the log of Alibaba's end say, in alphabetical order. */
  said: LineMeaning[];
};

const ANOTHER_KEY = { what: "another key", key: "another-key" };
const ANOTHER_GROUP = { what: "another DH group", changes: { IkePfs: "group5" } };
const OTHER_SUBNETS = { what: "other subnets", changes: { networks: "others" } };
const ANOTHER_ID = { what: "another identity", changes: { RemoteId: "stranger.example" } };
const ANOTHER_ALIBABA_ID = {
  what: "another identity of Alibaba's",
  changes: { LocalId: "stranger.example" },
};
const ANOTHER_CIPHER = { what: "another cipher in phase 2", changes: { IpsecEncAlg: "aes" } };
const NO_ANSWER = { what: "no answer", isSilent: true };

describe.each<{ exchange: string; initiator: string; faults: Fault[] }>([
  {
    exchange: "ikev2",
    initiator: "peer",
    faults: [
      { ...ANOTHER_KEY, said: ["authentication", "key"] },
      { ...ANOTHER_GROUP, said: ["proposal"] },
      { ...OTHER_SUBNETS, said: ["phase2Failed", "subnets"] },
      { ...ANOTHER_ID, said: ["authentication", "identity"] },
      { ...ANOTHER_ALIBABA_ID, said: ["authentication", "identity"] },
      { ...ANOTHER_CIPHER, said: ["phase2Failed", "proposal", "proposalPhase2"] },
      {
        what: "another version",
        changes: { exchange: "ikev1 main" },
        said: ["noConfiguration", "proposal"],
      },
    ],
  },
  {
    exchange: "ikev2",
    initiator: "Alibaba",
    faults: [
      { ...ANOTHER_KEY, said: ["authentication"] },
      { ...ANOTHER_GROUP, said: ["proposal"] },
      { ...OTHER_SUBNETS, said: ["phase2Failed", "subnets"] },
      { ...ANOTHER_ID, said: ["authentication"] },
      { ...NO_ANSWER, said: ["noResponse"] },
    ],
  },
  {
    exchange: "ikev1 main",
    initiator: "peer",
    faults: [
      { ...ANOTHER_KEY, said: ["decryption", "key"] },
      { ...ANOTHER_GROUP, said: ["proposal"] },
      { ...OTHER_SUBNETS, said: ["subnets"] },
      { ...ANOTHER_ID, said: ["authentication", "identity"] },
      {
        what: "another PFS group",
        changes: { IpsecPfs: "group5" },
        said: ["proposalPhase2"],
      },
      {
        what: "another mode",
        changes: { exchange: "ikev1 aggressive" },
        said: ["authentication", "mode"],
      },
      {
        what: "another version",
        changes: { exchange: "ikev2" },
        said: ["noConfiguration", "proposal"],
      },
    ],
  },
])("a tunnel of $exchange that $initiator begins", ({ exchange, initiator, faults }) => {
  it.concurrent.each(faults)("fails with $what, and the log says why", async (fault) => {
    const ofAlibaba = { exchange, initiator };
    const seen = await withLab((lab) => fail(lab, ofAlibaba, fault));
    expect(seen).toEqual({ said: fault.said, up: [] });
  });
});

it.concurrent("a tunnel of IKEv2 with another PFS group cannot renew its keys, and the log says why", async () => {
  const said = await withLab(async (lab) => {
    const { names } = await bringUp(lab, usual(), usual({ IpsecPfs: "group5" }));
    await rekey(lab.peer, names[0] ?? "");
    await lab.alibaba.logged(saying("proposal"));
    return errorsIn(lab.alibaba.log);
  });
  expect(said).toEqual(["phase2Failed", "proposal", "proposalPhase2"]);
});

/** Lets one end begin, and resolves when Alibaba's has logged why there is no tunnel. */
async function fail({ alibaba, peer }: Lab, ofAlibaba: Changes, fault: Fault) {
  const [right, wrong] = [usual(ofAlibaba), usual({ ...ofAlibaba, ...fault.changes })];
  await addNetworks(alibaba, networksOf(right).alibaba);
  await addNetworks(peer, networksOf(wrong).peer);
  await load(alibaba, "alibaba.conf", alibabaEnd(accountOf(right)));
  const values = knownValues([fault.key ?? keyOf(right, 1)]);
  const { connections } = await configurePeer(peer, accountOf(wrong), values);
  if (fault.isSilent) await peer.ip([`address del ${PEER_ADDRESSES[0]}/32 dev ${LINK}`]);
  const isPeers = right("initiator") === "peer";
  // It fails as well, sooner or later: the customer's end goes on trying where it gets no clear answer.
  const trying = isPeers
    ? initiate(peer, connections[0] ?? "")
    : initiate(alibaba, alibabaTunnel(1));
  trying.catch(() => {});
  for (const meaning of fault.said) {
    await alibaba.logged(saying(meaning));
  }
  const up = [...(await installed(alibaba)), ...(await installed(peer))];
  return { said: errorsIn(alibaba.log), up };
}

function saying(meaning: LineMeaning) {
  return { source: meaning, test: (line: string) => explainLine(line) === meaning };
}

function errorsIn(log: string[]): LineMeaning[] {
  const meanings = log.map(explainLine).filter((meaning) => meaning !== null);
  const errors = meanings.filter((meaning) => LINE_MEANINGS[meaning] === "error");
  return [...new Set(errors)].toSorted();
}
