import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isPublicFile, isPublicPath } from "@/lib/server/http/public-paths";
import { duringRequest, signInBy } from "@/lib/server/testing/sign-in";

beforeEach(() => void signInBy({}));
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

/** Whether a path is open, as Next tells it of a request that was sent so. */
const isOpen = (pathname: string, path = pathname) =>
  duringRequest({ path }, () => isPublicPath(pathname));

const FOLDER = "public";
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" });

type Icon = { src: string; type: string; sizes: string; purpose?: string };
const manifest: { icons: Icon[]; start_url: string } = JSON.parse(
  readFileSync(`${FOLDER}/manifest.webmanifest`, "utf8"),
);

/** Width and height stand at this place of every PNG. */
function sizeOf(png: Buffer): string {
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

describe("the files of public/", () => {
  it.each(files)("include %s, which answers without a session", (file) => {
    expect(isOpen(`/${file}`)).toBe(true);
    expect(isOpen(`/${file}`, `/${file}?x=1`)).toBe(true);
  });

  it.each([
    "/icon-999.png",
    "/icon.svg/",
    "/icon.svg/regions",
    "/ICON.SVG",
    "/%69con.svg",
    "/iconXsvg",
    "//robots.txt",
    "/regions/robots.txt",
    "/robots.txt.rsc",
    "/public/robots.txt",
    "/",
  ])("do not open %s", (path) => expect(isOpen(path)).toBe(false));

  it.each(["/robots.txt.rsc", "/x/../robots.txt", "/robots.txt.segments/_tree.segment.rsc"])(
    "do not open what Next takes for one of them: %s",
    (sent) => expect(isOpen("/robots.txt", sent)).toBe(false),
  );

  it("keep crawlers away", () => {
    expect(readFileSync(`${FOLDER}/robots.txt`, "utf8")).toBe("User-agent: *\nDisallow: /\n");
  });
});

describe("the web manifest", () => {
  it.each(manifest.icons)("names an icon that is there, in its size: $src", ({ src, sizes }) => {
    expect(isPublicFile(src)).toBe(true);
    const icon = readFileSync(FOLDER + src);
    expect(src.endsWith(".png") ? sizeOf(icon) : "any").toBe(sizes);
  });

  it("has an icon that a system may cut into its own shape", () => {
    expect(manifest.icons.filter(({ purpose }) => purpose === "maskable")).toHaveLength(1);
  });
});
