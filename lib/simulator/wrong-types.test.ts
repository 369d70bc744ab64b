import { expect, it } from "vitest";
import { withWrongTypes } from "./wrong-types";

it("twists scalars either way and leaves names, ids and shapes alone", () => {
  const twisted = withWrongTypes({
    TotalCount: 1,
    List: [{ Name: "4711", EffectImmediately: false, IkeLifetime: "86400", EnableDpd: "true" }],
    Health: { Enable: "false", Interval: 3, BgpStatus: "false", Nothing: null },
  });
  expect(twisted).toEqual({
    TotalCount: "1",
    List: [{ Name: "4711", EffectImmediately: "false", IkeLifetime: 86400, EnableDpd: true }],
    Health: { Enable: false, Interval: "3", BgpStatus: "false", Nothing: null },
  });
});
