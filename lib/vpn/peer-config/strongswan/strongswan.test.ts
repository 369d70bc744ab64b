import { describe, expect, it } from "vitest";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import {
  bgp,
  EVERYTHING,
  inputOf,
  settled,
  settledPair,
} from "@/lib/vpn/testing/peer-config/inputs";

/** All that is written, as it stands in the files beside this one. */
function writtenOf(input: PeerConfigInput): string {
  const config = peerConfigOf("strongswan", input);
  if (config.kind === "refused") throw new Error(JSON.stringify(config.refusals));
  const { files, placeholders, notes } = config;
  return [
    ...files.map(({ name, text }) => `===== ${name}\n${text}`),
    `===== placeholders\n${placeholders.map(({ name, meaning }) => `${name} ${meaning}\n`).join("")}`,
    `===== notes\n${notes.map(({ note }) => `${note}\n`).join("")}`,
  ].join("\n");
}

const refusedOf = (input: PeerConfigInput) => {
  const config = peerConfigOf("strongswan", input);
  return config.kind === "refused" ? config.refusals : "written";
};

const notesOf = (input: PeerConfigInput) => {
  const config = peerConfigOf("strongswan", input);
  return config.kind === "written" ? config.notes : [];
};

const optionsOf = (text: string) =>
  [...text.matchAll(/(\w+) =/g)].map(([, option = ""]) => option).toSorted();

const [active = settled(), standby = settled()] = settledPair();
const withBgp = [
  { ...active, bgpConfig: bgp(1, { authKey: { configured: true } }) },
  { ...standby, bgpConfig: bgp(2) },
];

describe("a swanctl configuration", () => {
  it.each<[string, PeerConfigInput]>([
    ["one CIDR on each side", inputOf([settled()])],
    [
      "several CIDRs, idle until there is traffic, without PFS and DPD",
      inputOf([settled({ ipsec: { ipsecPfs: "disabled" }, more: { enableDpd: false } })], {
        localSubnets: ["10.1.0.0/16", "10.2.0.1/16", "fd00:1::/48"],
        remoteSubnets: ["192.168.1.0/24", "192.168.2.0/24", "fd00:2::/48"],
        effectImmediately: false,
      }),
    ],
    [
      "IKEv1 in aggressive mode with domain names",
      inputOf([
        settled({
          ike: {
            ikeVersion: "ikev1",
            ikeMode: "aggressive",
            ikeEncAlg: "3des",
            ikeAuthAlg: "md5",
            ikePfs: "group2",
            localId: "ali.example.com",
            remoteId: "works.example.com",
          },
        }),
      ]),
    ],
    ["a pair with CIDRs", inputOf(settledPair())],
    ["a pair with BGP", inputOf(withBgp, EVERYTHING)],
    ["a pair to the default route", inputOf(settledPair(), { localSubnets: ["0.0.0.0/0"] })],
    [
      "a device behind NAT, and findings",
      inputOf(
        [settled({ ike: { remoteId: "10.0.0.5" }, more: { enableNatTraversal: false } })],
        {},
        {
          findings: [
            { rule: "integrity-sha1", severity: "low", title: "SHA-1 protects the traffic" },
          ],
        },
      ),
    ],
    [
      "gateways that could not be read, and routes by destination",
      inputOf(
        [settled({ ike: { localId: null, remoteId: null }, more: { internetIp: null } })],
        { ...EVERYTHING, internetIp: null },
        { vpnGateway: null, customerGateways: [] },
      ),
    ],
  ])("is as it should be: %s", async (name, input) => {
    const file = `golden/${name.replaceAll(/[^A-Za-z0-9]+/g, "-")}.txt`;
    await expect(writtenOf(input)).toMatchFileSnapshot(file);
  });

  it.each([
    ["des", "notSupported", { ikeEncAlg: "des" }],
    ["sm4", "unknownValue", { ikeEncAlg: "sm4" }],
    ["sm3", "unknownValue", { ikeAuthAlg: "sm3" }],
    ["group15", "unknownValue", { ikePfs: "group15" }],
    ["", "absent", { ikePfs: null }],
    ["ikev3", "unknownValue", { ikeVersion: "ikev3" }],
  ])("is refused in words for %j", (value, refusal, ike) => {
    expect(refusedOf(inputOf([settled({ ike })]))).toEqual([
      {
        refusal,
        setting: Object.keys(ike)[0],
        values: { tunnel: 1, ...(value !== "" && { value }) },
      },
    ]);
  });

  it("is refused for several networks on IKEv1, and for certificates", () => {
    const ikev1 = settled({ ike: { ikeVersion: "ikev1" } });
    const several = { remoteSubnets: ["192.168.1.0/24", "192.168.2.0/24"] };
    expect(refusedOf(inputOf([ikev1], several))).toEqual([
      { refusal: "severalSubnets", values: {} },
    ]);
    expect(refusedOf(inputOf([settled()], several))).toBe("written");
    const certified = settled({ more: { remoteCaCertificate: { configured: true } } });
    expect(refusedOf(inputOf([certified]))).toEqual([
      { refusal: "certificates", values: { tunnel: 1 } },
    ]);
  });

  it("has each option where the daemon takes it: in the connection, or in its child", () => {
    const [, inConnection = "", inChild = ""] =
      /connections \{\n {2}[^\n]+\n([\s\S]*?)children \{([\s\S]*?)\n {4}\}/.exec(
        writtenOf(inputOf(settledPair())),
      ) ?? [];
    expect(optionsOf(inConnection)).toEqual([
      "auth",
      "auth",
      "dpd_delay",
      "id",
      "id",
      "keyingtries",
      "local_addrs",
      "mobike",
      "proposals",
      "rekey_time",
      "remote_addrs",
      "unique",
      "version",
    ]);
    expect(optionsOf(inChild)).toEqual([
      "close_action",
      "dpd_action",
      "esp_proposals",
      "if_id_in",
      "if_id_out",
      "life_time",
      "local_ts",
      "rekey_time",
      "remote_ts",
      "start_action",
      "updown",
    ]);
  });

  it("renews never more often than once a minute, where 0 would mean never, and says so", () => {
    const short = { ike: { ikeLifetime: 1 }, ipsec: { ipsecLifetime: 1 } };
    const config = peerConfigOf("strongswan", inputOf([settled(short)]));
    const [text = "", notes] =
      config.kind === "written" ? [config.files[0]?.text, config.notes] : [];
    expect(text.match(/(?:rekey|life)_time = .*/g)).toEqual([
      "rekey_time = 54s",
      "rekey_time = 54s",
      "life_time = 60s",
    ]);
    expect(notes?.map(({ note }) => note)).not.toContain("lifetimes");
    const values = { tunnel: 1, seconds: 1, written: 60, min: 60 };
    expect(notes).toContainEqual({
      note: "lifetimeLimited",
      values: expect.objectContaining({ ...values, phase: 2 }),
    });
  });

  it("says which script to save where, and what was not run, for routes only", () => {
    const path = "/etc/swanctl/vco-bp1works-routes.sh";
    expect(notesOf(inputOf(settledPair()))).toEqual(
      expect.arrayContaining([
        { note: "strongswanRoutes", values: { path } },
        { note: "strongswanRun", values: { routes: "yes", bgp: "no" } },
      ]),
    );
    const ofPolicy = notesOf(inputOf([settled()])).map(({ note }) => note);
    expect(ofPolicy).not.toContain("strongswanRoutes");
    expect(ofPolicy).toEqual(expect.arrayContaining(["permitTraffic", "strongswanForwarding"]));
  });

  it("has balanced blocks, and a section of its own for each connection and secret", () => {
    const [file = ""] = writtenOf(inputOf(settledPair())).split("=====").slice(1);
    expect(file.match(/\{/g)?.length).toBe(file.match(/\}/g)?.length);
    const sections = [...file.matchAll(/^ {2}(\S+) \{/gm)].map(([, name]) => name);
    expect(sections).toEqual([
      "vco-bp1works-1",
      "vco-bp1works-2",
      "ike-vco-bp1works-1",
      "ike-vco-bp1works-2",
    ]);
  });
});
