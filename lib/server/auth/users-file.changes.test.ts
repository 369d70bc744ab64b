import * as fs from "node:fs";
import { chmodSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isOpenToAll, usersOf } from "@/lib/server/auth/users-file";
import { forgetAll } from "@/lib/server/testing/account";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";

vi.mock("node:fs", { spy: true });

const HASH = `$scrypt$ln=15,r=8,p=3$c2FsdHNhbHRzYWx0c2FsdA$${"a".repeat(43)}`;

let folder: string;
let file: string;
let lines: string[];

beforeEach(() => {
  stopClock();
  folder = mkdtempSync(path.join(tmpdir(), "users-"));
  file = path.join(folder, "users");
  lines = forgetAll();
  write("ada", "bob");
});
afterEach(() => {
  startClock();
  rmSync(folder, { recursive: true });
  globalThis.__tunnelboard = undefined;
});

const textOf = (names: string[]) => names.map((name) => `${name} viewer ${HASH}\n`).join("");
const write = (...names: string[]) => writeFileSync(file, textOf(names));
/** As careful editors do: the file is another one afterwards. */
function replace(...names: string[]) {
  writeFileSync(`${file}.new`, textOf(names));
  renameSync(`${file}.new`, file);
}

const names = () => [...usersOf(file).keys()];
const logged = () => lines.map((line): unknown => JSON.parse(line)).map((line) => expectLine(line));
function expectLine(line: unknown) {
  expect(line).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
  return line;
}

describe("the users of a file", () => {
  it("are the same object until it changes", async () => {
    const users = usersOf(file);
    expect(names()).toEqual(["ada", "bob"]);
    await pass(5_000);
    expect(usersOf(file)).toBe(users);
    expect(lines).toEqual([]);
  });

  it.each([
    ["written anew", write],
    ["replaced", replace],
  ])(
    "are seen within a second when it is %s, and who is out of it is out",
    async (_how, change) => {
      expect(names()).toEqual(["ada", "bob"]);
      await pass(1_000);
      change("bob", "carol", "dan");
      expect(names()).toEqual(["bob", "carol", "dan"]);
      expect(logged()).toMatchObject([{ level: 40, users: 3 }]);
      change("dan", "erin", "fay", "gus");
      expect(names()).toEqual(["bob", "carol", "dan"]);
      await pass(1_000);
      expect(names()).toEqual(["dan", "erin", "fay", "gus"]);
    },
  );

  it("are seen when it is another file that is as long", async () => {
    expect(names()).toEqual(["ada", "bob"]);
    await pass(1_000);
    replace("bob", "ada");
    expect(names()).toEqual(["bob", "ada"]);
  });

  it("are those of its good lines while one is broken, which is said once, without what is in it", async () => {
    names();
    await pass(1_000);
    writeFileSync(file, `${textOf(["ada"])}hunter2`);
    for (let times = 0; times < 3; times += 1) {
      expect(names()).toEqual(["ada"]);
      await pass(1_000);
    }
    expect(logged()).toMatchObject([
      { level: 40, users: 1 },
      { level: 50, msg: expect.stringContaining("line 2") },
    ]);
    expect(lines.join("")).not.toContain("hunter2");
    write("ada", "carol");
    expect(names()).toEqual(["ada", "carol"]);
  });

  it("are nobody while it is away, and are read when it is back", async () => {
    names();
    await pass(1_000);
    renameSync(file, `${file}.away`);
    expect(names()).toEqual([]);
    expect(logged()).toMatchObject([
      { level: 40, users: 0 },
      { level: 50, msg: expect.stringContaining("ENOENT") },
    ]);
    await pass(1_000);
    renameSync(`${file}.away`, file);
    write("ada");
    expect(names()).toEqual(["ada"]);
  });

  it("are nobody while it may not be read, and are back when it may: neither changes the file", async () => {
    names();
    await pass(1_000);
    // Whoever runs the tests as root may read everything.
    const access = vi.mocked(fs.accessSync).mockImplementation(() => {
      throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    });
    const reading = vi.mocked(fs.readFileSync).mockImplementation(() => {
      throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    });
    expect(names()).toEqual([]);
    await pass(1_000);
    expect(names()).toEqual([]);
    expect(logged()).toMatchObject([
      { level: 40, users: 0 },
      { level: 50, msg: expect.stringContaining("EACCES") },
    ]);
    access.mockRestore();
    reading.mockRestore();
    await pass(1_000);
    expect(names()).toEqual(["ada", "bob"]);
  });

  it("are seen when it is the same file again, as long and with the old time", async () => {
    names();
    const { atime, mtime } = fs.statSync(file);
    await pass(1_000);
    write("bob", "ada");
    fs.utimesSync(file, atime, mtime);
    expect(names()).toEqual(["bob", "ada"]);
  });

  it("are nobody where it never was one", async () => {
    writeFileSync(file, "hunter2");
    expect(names()).toEqual([]);
    await pass(1_000);
    write("ada");
    expect(names()).toEqual(["ada"]);
  });

  it("are nobody where its name leads round in a circle", async () => {
    names();
    await pass(1_000);
    rmSync(file);
    symlinkSync(file, file);
    expect(names()).toEqual([]);
  });

  it("are not missed when they change while they are first read", async () => {
    vi.mocked(fs.readFileSync).mockImplementationOnce(() => {
      write("ada");
      return textOf(["ada", "bob"]);
    });
    names();
    await pass(1_000);
    expect(names()).toEqual(["ada"]);
  });
});

it.each([
  [0o600, false],
  [0o640, false],
  [0o644, true],
  [0o604, true],
])("a file with mode %o is open to all: %s", (mode, isOpen) => {
  chmodSync(file, mode);
  expect(isOpenToAll(file)).toBe(isOpen);
});

it("a file that is gone is open to nobody", () => {
  rmSync(file);
  expect(isOpenToAll(file)).toBe(false);
});
