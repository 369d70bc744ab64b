import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EnvError } from "@/lib/server/runtime/settings";
import { checkDataFolder } from "@/lib/server/runtime/data-folder";

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "tunnelboard-folder-"));
});
afterEach(() => rmSync(place, { recursive: true }));

describe("the folder of the database", () => {
  it("is made where it is missing, for this user alone", () => {
    const folder = join(place, "deep", "data");
    checkDataFolder({ TUNNELBOARD_DATA_DIR: folder });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("stops the start where it is a file", () => {
    const file = join(place, "file");
    writeFileSync(file, "");
    expect(() => checkDataFolder({ TUNNELBOARD_DATA_DIR: file })).toThrow(EnvError);
    expect(() => checkDataFolder({ TUNNELBOARD_DATA_DIR: join(file, "data") })).toThrow(
      /^TUNNELBOARD_DATA_DIR must be a folder/,
    );
  });

  it("does not matter where it was not named, or where a server holds the data", () => {
    chmodSync(place, 0o500);
    checkDataFolder({});
    const folder = "/dev/null/data";
    checkDataFolder({ TUNNELBOARD_DATA_DIR: folder, DATABASE_URL: "postgres://db/t" });
    expect(existsSync(folder)).toBe(false);
  });
});
