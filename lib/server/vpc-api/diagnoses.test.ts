import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectTo } from "@/lib/server/testing/account";
import { wireResponse } from "@/lib/server/testing/wire-responses";
import { send } from "@/lib/server/vpc-api/client";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { type DiagnosisOf, diagnoseVpnConnections } from "@/lib/server/vpc-api/diagnoses";
import { presenceOf } from "@/lib/server/vpc-api/secret-fingerprints";

vi.mock("@/lib/server/vpc-api/client", () => ({ send: vi.fn<typeof send>() }));

const ASKED: DiagnosisOf = {
  regionId: "eu-central-1",
  vpnConnectionId: "vco-1",
  vpnGatewayId: "vpn-1",
  tunnelIds: [],
};

beforeEach(() => {
  connectTo({ url: "http://127.0.0.1:1", accessKeyId: "id", accessKeySecret: "secret" });
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (more: Partial<DiagnosisOf> = {}) => diagnoseVpnConnections({ ...ASKED, ...more });
const answerWith = (body: unknown) => vi.mocked(send).mockResolvedValue(wireResponse(body));
const listOf = (...VpnConnections: unknown[]) => ({
  RequestId: "R-1",
  TotalCount: 1,
  VpnConnections,
});

const ENTRY = {
  VpnConnectionId: "vco-1",
  TunnelId: "tun-1",
  FailedReasonCode: "DhGroupMismatch",
  FailedReason: "DH group mismatch",
  FailedTime: 1_673_581_161_000,
  Severity: "critical",
  MismatchLocalParam: "group2",
  MismatchRemoteParam: "group14",
  SourceLog: "2023-01-13 11:39:21 vco-1 [PROTO_ERR]: x",
};

describe("a diagnosis", () => {
  it("is asked for by connection, or by the tunnels of a pair, with the gateway where there is one", async () => {
    answerWith(listOf());
    await ask();
    await ask({ vpnGatewayId: null, tunnelIds: ["tun-1", "tun-2"] });
    const [first, second] = vi.mocked(send).mock.calls.map(([, , parameters]) => parameters);
    const paging = { RegionId: "eu-central-1", PageNumber: 1, PageSize: 50 };
    expect(first).toEqual({ ...paging, VpnGatewayId: "vpn-1", "VpnConnectionIds.1": "vco-1" });
    expect(second).toEqual({ ...paging, "TunnelIds.1": "tun-1", "TunnelIds.2": "tun-2" });
  });

  it("has eight seconds, which no throttling outlasts", async () => {
    const throttled = new VpcApiError("throttled", { retryable: true, retryAfterMs: 9_000 });
    vi.mocked(send).mockRejectedValue(throttled);
    await expect(ask()).rejects.toMatchObject({ code: "throttled" });
    await expect(ask()).rejects.toMatchObject({ code: "throttled" });
  });

  it("is read whole", async () => {
    answerWith(listOf(ENTRY));
    expect(await ask()).toEqual([
      {
        vpnConnectionId: "vco-1",
        tunnelId: "tun-1",
        code: "DhGroupMismatch",
        severity: "Critical",
        failedReason: "DH group mismatch",
        failedTime: 1_673_581_161_000,
        mismatch: { local: "group2", remote: "group14" },
        sourceLog: "2023-01-13 11:39:21 vco-1 [PROTO_ERR]: x",
      },
    ]);
  });

  it.each([
    [
      "one value of two",
      { MismatchLocalParam: "" },
      { mismatch: { local: null, remote: "group14" } },
    ],
    ["no values", { MismatchLocalParam: null, MismatchRemoteParam: "" }, { mismatch: null }],
    [
      "a number for a value",
      { MismatchLocalParam: 14 },
      { mismatch: { local: "14", remote: "group14" } },
    ],
    ["seconds as text", { FailedTime: "1673581161" }, { failedTime: 1_673_581_161_000 }],
    ["no time", { FailedTime: "soon" }, { failedTime: null }],
    ["a code that nobody knows", { FailedReasonCode: "New.Code_1" }, { code: "New.Code_1" }],
    ["no code", { FailedReasonCode: undefined }, { code: null }],
    ["a severity that nobody knows", { Severity: "Fatal" }, { severity: "Fatal" }],
  ])("with %s", async (_name, more, wanted) => {
    answerWith(listOf({ ...ENTRY, ...more }));
    expect((await ask())[0]).toMatchObject(wanted);
  });

  it("of another connection is left out, whatever the API sends", async () => {
    answerWith(
      listOf({ ...ENTRY, VpnConnectionId: "vco-other" }, { ...ENTRY, VpnConnectionId: "" }),
    );
    expect((await ask()).map(({ vpnConnectionId }) => vpnConnectionId)).toEqual([null]);
  });

  it("never shows the two keys that differ, nor a key in its texts", async () => {
    const psk = "Zk7-never/show";
    answerWith(
      listOf(
        {
          ...ENTRY,
          FailedReasonCode: "PskMismatch",
          MismatchLocalParam: "short",
          MismatchRemoteParam: "other",
        },
        {
          ...ENTRY,
          FailedReasonCode: `Code ${psk}`,
          FailedReason: `psk ${psk} is wrong`,
          SourceLog: `psk=${psk}`,
          Severity: psk,
          MismatchRemoteParam: psk,
        },
      ),
    );
    presenceOf(psk);
    const read = await ask();
    expect(read[0]?.mismatch).toBeNull();
    expect(JSON.stringify(read)).not.toMatch(/never|short|other/);
  });

  it.each([
    ["an empty list", listOf()],
    ["an empty object", { TotalCount: 0, VpnConnections: {} }],
    ["a wrapper", { TotalCount: 0, VpnConnections: { VpnConnection: [] } }],
    ["none and a total of none", { TotalCount: "0" }],
    ["absent", { RequestId: "R-1" }],
    ["null", { TotalCount: null, VpnConnections: null }],
    ["absent with everything else", {}],
  ])("that is %s finds nothing", async (_name, body) => {
    answerWith(body);
    expect(await ask()).toEqual([]);
  });

  it.each([
    ["counted and not sent", { TotalCount: 2 }],
    ["a text", { VpnConnections: "none" }],
    ["rubbish", listOf(null, 7, "x")],
  ])("that is %s is none", async (_name, body) => {
    answerWith(body);
    await expect(ask()).rejects.toMatchObject({ code: "bad_answer" });
  });
});
