import { expect, it } from "vitest";
import { type Change, foundBy, single } from "@/lib/server/testing/findings";
import { describeRules, type RuleCase, V1 } from "@/lib/server/testing/rule-cases";

describeRules([
  [
    "ike-version-1",
    "medium",
    [{ ike: V1 }, { ike: { IkeVersion: "IKEv1" } }, { ike: { IkeVersion: " IKEV1 " } }],
    [{ ike: { IkeVersion: "ikev2" } }, { ike: { IkeVersion: "" } }, { ike: { IkeVersion: null } }],
  ],
  [
    "ike-aggressive-mode",
    "high",
    [
      { ike: { ...V1, IkeMode: "aggressive" } },
      { ike: { IkeVersion: "IKEV1", IkeMode: "AGGRESSIVE" } },
    ],
    [
      { ike: { IkeVersion: "ikev2", IkeMode: "aggressive" } },
      { ike: { IkeVersion: "", IkeMode: "aggressive" } },
      { ike: { ...V1, IkeMode: "" } },
    ],
  ],
  [
    "encryption-des",
    "critical",
    [{ ike: { IkeEncAlg: "des" } }, { ipsec: { IpsecEncAlg: "DES" } }],
    [{ ike: { IkeEncAlg: "3des" } }, { ipsec: { IpsecEncAlg: "" } }, { ike: { IkeEncAlg: "sm4" } }],
  ],
  [
    "encryption-3des",
    "high",
    [{ ike: { IkeEncAlg: "3DES" } }, { ipsec: { IpsecEncAlg: "3des" } }],
    [
      { ike: { IkeEncAlg: "des" } },
      { ipsec: { IpsecEncAlg: "aes" } },
      { ike: { IkeEncAlg: "aes192" } },
    ],
  ],
  [
    "integrity-md5",
    "critical",
    [{ ike: { IkeAuthAlg: "md5" } }, { ipsec: { IpsecAuthAlg: "MD5" } }],
    [{ ike: { IkeAuthAlg: "sm3" } }, { ipsec: { IpsecAuthAlg: null } }],
  ],
  [
    "integrity-sha1",
    "medium",
    [{ ike: { IkeAuthAlg: "sha1" } }, { ipsec: { IpsecAuthAlg: "SHA1" } }],
    [
      { ike: { IkeAuthAlg: "sha384" } },
      { ipsec: { IpsecAuthAlg: "sha512" } },
      { ike: { IkeAuthAlg: "sha1024" } },
    ],
  ],
  ...(["1", "2", "5", "24"] as const).map((group): RuleCase => [
    `dh-group-${group}`,
    group === "1" ? "critical" : "high",
    [{ ike: { IkePfs: `group${group}` } }, { ipsec: { IpsecPfs: `GROUP${group}` } }],
    [
      { ike: { IkePfs: "group14" } },
      { ipsec: { IpsecPfs: "disabled" } },
      { ipsec: { IpsecPfs: "" } },
      { ike: { IkePfs: `group${group}0` } },
    ],
  ]),
  [
    "pfs-disabled",
    "high",
    [
      { ipsec: { IpsecPfs: "disabled" } },
      { ipsec: { IpsecPfs: "Disabled" } },
      { ipsec: { IpsecPfs: "disable" } },
      { ipsec: { IpsecPfs: false } },
    ],
    [
      { ipsec: { IpsecPfs: "" } },
      { ipsec: { IpsecPfs: "group2" } },
      { ike: { IkePfs: "disabled" } },
    ],
  ],
  [
    "ike-lifetime-long",
    "low",
    [{ ike: { IkeLifetime: 28_801 } }, { ike: { IkeLifetime: "86400" } }],
    [
      { ike: { IkeLifetime: 28_800 } },
      { ike: { IkeLifetime: "" } },
      { ike: { IkeLifetime: "24h" } },
    ],
  ],
  [
    "ipsec-lifetime-long",
    "low",
    [{ ipsec: { IpsecLifetime: 86_400 } }, { ipsec: { IpsecLifetime: "28801" } }],
    [{ ipsec: { IpsecLifetime: "28800" } }, { ipsec: { IpsecLifetime: null } }],
  ],
  [
    "ipsec-lifetime-not-shorter",
    "info",
    [
      { ipsec: { IpsecLifetime: "28800" } },
      { ike: { IkeLifetime: 3600 }, ipsec: { IpsecLifetime: "3601" } },
    ],
    [
      { ipsec: { IpsecLifetime: "28799" } },
      { ike: { IkeLifetime: "" }, ipsec: { IpsecLifetime: 86_400 } },
      { ike: { IkeLifetime: 0 }, ipsec: { IpsecLifetime: 3600 } },
    ],
  ],
]);

const phasesOf = (change: Change) =>
  foundBy("encryption-des", [single(change)]).map(({ values }) => values.phases);

it("an algorithm is told with the phasesOf in which it is weak", () => {
  expect(phasesOf({ ike: { IkeEncAlg: "des" } })).toEqual(["ike"]);
  expect(phasesOf({ ipsec: { IpsecEncAlg: "des" } })).toEqual(["ipsec"]);
  expect(phasesOf({ ike: { IkeEncAlg: "des" }, ipsec: { IpsecEncAlg: "DES" } })).toEqual(["both"]);
});
