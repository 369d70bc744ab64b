import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { ensureBrowser } from "./browser.mjs";
import { ROOT } from "./process.mjs";

/** Draws the icons of public/ from icon.svg; look at them before they are committed. */
const FOLDER = join(ROOT, "public");
const ROUNDED = readFileSync(join(FOLDER, "icon.svg"), "utf8");
/** Systems that cut icons into a shape of their own want the square whole. */
const SQUARE = ROUNDED.replace(' rx="8"', "");
/** The sizes that browsers ask a favicon.ico for. */
const FAVICON_SIZES = [16, 32, 48];

const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage();

async function drawn(svg, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin:0">${svg.replace("<svg", '<svg display="block"')}`);
  return page.screenshot({ omitBackground: true });
}

async function draw(name, svg, size) {
  writeFileSync(join(FOLDER, name), await drawn(svg, size));
}

/** The container of a favicon.ico: a header, an entry of 16 bytes for each picture, then the pictures. */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    header.writeUInt8(size, entry);
    header.writeUInt8(size, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

await draw("apple-touch-icon.png", SQUARE, 180);
await draw("icon-192.png", ROUNDED, 192);
await draw("icon-512.png", ROUNDED, 512);
await draw("icon-maskable-512.png", SQUARE, 512);
const pictures = [];
for (const size of FAVICON_SIZES) pictures.push({ size, png: await drawn(ROUNDED, size) });
writeFileSync(join(FOLDER, "favicon.ico"), ico(pictures));
await browser.close();
