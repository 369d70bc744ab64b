import { describe, expect, it } from "vitest";
import { isWallScreen } from "@/lib/vpn/display";
import { pages } from "@/lib/vpn/hrefs";
import { readDisplay } from "@/lib/vpn/search-params-display";

const { pathname, searchParams } = new URL(pages.wall, "http://localhost");

describe("how the overview is asked to be shown", () => {
  it("is read on the server and in the browser alike", () => {
    expect(readDisplay(Object.fromEntries(searchParams))).toBe("wall");
    expect(isWallScreen(pathname, searchParams)).toBe(true);
  });

  it.each([{}, { display: "" }, { display: "ceiling" }, { display: ["x", "wall"] }])(
    "falls back to the page for %j",
    (given) => {
      expect(readDisplay(given)).toBeNull();
    },
  );

  it("is of the overview's address only", () => {
    expect(isWallScreen("/events", searchParams)).toBe(false);
  });
});
