import { describe, expect, it } from "vitest";
import { createCallQuota, type CallQuota } from "@/lib/server/vpc-api/quota/call-quota";
import { createCallQueue, type Place } from "@/lib/server/vpc-api/quota/call-queue";

const quotaOf = (regionId: string) => createCallQuota({ action: "DescribeX", regionId });
const [A, B, C] = [quotaOf("a"), quotaOf("b"), quotaOf("c")];
const anyone = () => true;

/** A room, and the names of those who were let in. */
function roomOf(...waiting: [name: string, quota: CallQuota, isBackground?: boolean][]) {
  const room = createCallQueue();
  const names = new Map<Place, string>();
  for (const [name, quota, isBackground = false] of waiting) {
    const place: Place = { quota, isBackground, hasLeft: false, enter: () => undefined };
    names.set(place, name);
    room.join(place);
  }
  const letIn = (mayGo: (place: Place) => boolean = anyone): string[] => {
    const place = room.next(mayGo);
    return place === null ? [] : [names.get(place) ?? "", ...letIn(mayGo)];
  };
  return { room, places: [...names.keys()], letIn };
}

const many = (name: string, quota: CallQuota, count: number, isBackground = false) =>
  Array.from(
    { length: count },
    (_, index) =>
      [`${name}${index + 1}`, quota, isBackground] satisfies [string, CallQuota, boolean],
  );

describe("a waiting room", () => {
  it("lets quotas take turns, and every other turn is for the shortest", () => {
    const { letIn, room } = roomOf(...many("a", A, 60), ["b1", B], ["c1", C], ["b2", B]);
    expect(letIn().slice(0, 6)).toEqual(["a1", "c1", "b1", "b2", "a2", "a3"]);
    expect(room.isEmpty()).toBe(true);
  });

  it("goes past a quota that may not go on, which then keeps its turn", () => {
    const { letIn } = roomOf(...many("a", A, 2), ...many("b", B, 2));
    expect(letIn(({ quota }) => quota !== A)).toEqual(["b1", "b2"]);
    expect(letIn(() => false)).toEqual([]);
    expect(letIn()).toEqual(["a1", "a2"]);
  });

  it("gives one turn in four to the background, and the others to whoever is waited for", () => {
    const { letIn } = roomOf(...many("b", B, 3, true), ...many("a", A, 9));
    expect(letIn()).toEqual([
      "a1",
      "a2",
      "a3",
      "b1",
      "a4",
      "a5",
      "a6",
      "b2",
      "a7",
      "a8",
      "a9",
      "b3",
    ]);
  });

  it("gives turns to whoever there is", () => {
    expect(roomOf(...many("b", B, 3, true)).letIn()).toEqual(["b1", "b2", "b3"]);
    expect(roomOf(...many("a", A, 5)).letIn()).toEqual(["a1", "a2", "a3", "a4", "a5"]);
  });

  it("is left by whoever gives up, and by no other", () => {
    const { room, places, letIn } = roomOf(["a1", A], ["a2", A], ["b1", B, true]);
    for (const place of [places[0], places[2]]) if (place !== undefined) room.leave(place);
    expect(letIn()).toEqual(["a2"]);
    for (const place of places) room.leave(place);
    expect(room.isEmpty()).toBe(true);
  });

  it("knows the shortest wait of those that wait for time", () => {
    const { room } = roomOf(["a1", A], ["b1", B, true], ["c1", C]);
    const waits = new Map([
      [A, 900],
      [B, 300],
      [C, 0],
    ]);
    expect(room.soonest(({ quota }) => waits.get(quota) ?? 0)).toBe(300);
    expect(room.soonest(() => 0)).toBe(Infinity);
  });
});

it("lets one in first that had been taken out and could not go on", () => {
  const { room, places, letIn } = roomOf(["a1", A], ["a2", A], ["b1", B]);
  const [first] = places;
  expect(room.next(anyone)).toBe(first);
  if (first !== undefined) room.joinFirst(first);
  expect(letIn().filter((name) => name.startsWith("a"))).toEqual(["a1", "a2"]);
});
