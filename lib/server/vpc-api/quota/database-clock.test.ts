import { describe, expect, it } from "vitest";
import { createDatabaseClock } from "@/lib/server/vpc-api/quota/database-clock";

describe("the database's clock", () => {
  it("is known from the question that was answered soonest", () => {
    const clock = createDatabaseClock();
    clock.set(1_000_050, 0, 100);
    expect(clock.local(1_000_050)).toBe(50);
    // The way back took longer than the way there.
    clock.set(1_001_002, 1_000, 1_030);
    expect(clock.local(1_001_015)).toBe(1_028);
    clock.set(1_002_040, 2_000, 2_400);
    expect(clock.local(1_001_015)).toBe(1_028);
  });

  it("is looked at again after a minute, since clocks drift", () => {
    const clock = createDatabaseClock();
    clock.set(1_000_001, 0, 2);
    clock.set(1_061_010, 61_000, 61_008);
    expect(clock.local(1_061_010)).toBe(61_004);
  });

  it("may be set, back and forth", () => {
    const clock = createDatabaseClock();
    clock.set(1_000_001, 0, 2);
    clock.set(500_050, 1_000, 1_100);
    expect(clock.local(500_050)).toBe(1_050);
    clock.set(9_000_100, 2_000, 2_200);
    expect(clock.local(9_000_100)).toBe(2_100);
  });

  it("gives notice only where the database is far", () => {
    const clock = createDatabaseClock();
    clock.set(0, 0, 5);
    expect(clock.leadMs()).toBe(0);
    clock.set(0, 0, 80);
    expect(clock.leadMs()).toBe(80);
  });
});
