import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isPublicFile, isPublicPath } from "@/lib/server/http/public-paths";

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
    expect(isPublicFile(`/${file}`)).toBe(true);
    expect(isPublicPath(`/${file}`)).toBe(true);
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
  ])("do not open %s", (path) => expect(isPublicPath(path)).toBe(false));

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
