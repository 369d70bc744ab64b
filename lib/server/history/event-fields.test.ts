import { describe, expect, it } from "vitest";
import { configOf } from "@/lib/server/history/config-fields";
import { pair, UP } from "@/lib/server/testing/history";
import { eventFieldOf } from "@/lib/vpn/event-fields";

describe("each field that history keeps of a configuration", () => {
  const config = configOf(pair(UP, UP));
  const fields = new Set(Object.values(config).flatMap((part) => Object.keys(part)));
  const secrets = ["ikeConfig.psk", "bgpConfig.authKey", "remoteCaCertificate"];

  it.each([...fields, ...secrets])("has words: %s", (field) => {
    expect(eventFieldOf(field)).not.toBeNull();
  });

  it("tells its group, and panels' other names for it", () => {
    expect(eventFieldOf("ipsecConfig.ipsecLifetime")).toEqual({
      group: "ipsec",
      word: { panel: "ipsecLifetime" },
    });
    expect(eventFieldOf("healthCheck.enable")).toEqual({
      group: "healthCheck",
      word: { panel: "healthEnable" },
    });
    expect(eventFieldOf("name")).toEqual({ group: null, word: { own: "name" } });
    expect(eventFieldOf("toString")).toBeNull();
  });
});
