import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./process.mjs";

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const manifest = JSON.parse(read("package.json"));
const { packages } = JSON.parse(read("package-lock.json"));
/** What comes inside another package is covered by that one's hash. */
const downloaded = Object.entries(packages).filter(
  ([path, { link, inBundle }]) => path !== "" && !link && !inBundle,
);

/** Packages that bring an install script, and why the app is whole without it. */
const WITHOUT_THEIR_SCRIPT = {
  "@parcel/watcher": "compiles itself where no binary of it is on offer; the binary is a package",
  "@swc/core": "tries its binary, which is a package of its own",
  esbuild: "puts its binary in place of a JavaScript launcher, which finds it as well",
};

it("the lockfile has a strong hash of each package, and no other place to take it from", () => {
  const unhashed = downloaded.filter(
    ([, { integrity = "" }]) => !/^sha512-\S{88}$/.test(integrity),
  );
  expect(unhashed).toEqual([]);
  // Without a place it is the registry that npm is set up with.
  const elsewhere = downloaded.filter(
    ([, { resolved = "https://registry.npmjs.org/" }]) =>
      !resolved.startsWith("https://registry.npmjs.org/"),
  );
  expect(elsewhere).toEqual([]);
});

it("direct dependencies and overrides are pinned to one version", () => {
  const { dependencies, devDependencies, overrides } = manifest;
  const ranges = Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(ranges).toEqual([]);
});

it("install scripts do not run, and only packages that do without bring one", () => {
  expect(read(".npmrc").split("\n")).toContain("ignore-scripts=true");
  const scripted = downloaded
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
  expect(scripted.toSorted()).toEqual(Object.keys(WITHOUT_THEIR_SCRIPT).toSorted());
});
