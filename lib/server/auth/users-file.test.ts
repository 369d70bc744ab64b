import { describe, expect, it } from "vitest";
import { parseUsers, readUsers, USER_NAME, UsersFileError } from "@/lib/server/auth/users-file";

const HASH = `$scrypt$ln=15,r=8,p=3$c2FsdHNhbHRzYWx0c2FsdA$${"a".repeat(43)}`;

function failureOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

describe("a users file", () => {
  it("has a line for each user", () => {
    const text = `# who may look
ada operator ${HASH}

  bob\tviewer:cn-hangzhou,viewer:eu-central-1/vpn-1   ${HASH}\r
carol@example.org viewer -
   # the end`;
    expect(parseUsers(text).wrong).toEqual([]);
    expect([...parseUsers(text).users]).toEqual([
      ["ada", { name: "ada", roles: ["operator"], passwordHash: HASH }],
      [
        "bob",
        {
          name: "bob",
          roles: ["viewer:cn-hangzhou", "viewer:eu-central-1/vpn-1"],
          passwordHash: HASH,
        },
      ],
      ["carol@example.org", { name: "carol@example.org", roles: ["viewer"], passwordHash: null }],
    ]);
  });

  it.each(["", "\n\n", "# nobody", "\uFEFF# from an editor"])("may name nobody: %j", (text) => {
    expect(parseUsers(text)).toEqual({ users: new Map(), wrong: [] });
  });

  it("lets nobody in by a name that is there twice: the old password would stay good", () => {
    const lines = ["ada", "bob", "ada", "ada"].map((name) => `${name} viewer ${HASH}`);
    const { users, wrong } = parseUsers(lines.join("\n"));
    expect([...users.keys()]).toEqual(["bob"]);
    expect(wrong.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^line 3: the name is there twice/),
      expect.stringMatching(/^line 4: the name is there twice/),
    ]);
  });

  it.each([
    ["a name alone", "hunter2", "must be a name, roles"],
    ["no hash", "hunter2 viewer", "must be a name, roles"],
    ["a word too many", `hunter2 viewer ${HASH} hunter2`, "must be a name, roles"],
    ["roles with blanks between", `hunter2 viewer, operator ${HASH}`, "must be a name, roles"],
    ["a name with a colon in front", `:hunter2 viewer ${HASH}`, "the name is not one"],
    ["a path for a name", `/hunter2 viewer ${HASH}`, "the name is not one"],
    ["a name with a comma", `hunter2,x viewer ${HASH}`, "the name is not one"],
    ["a name with a control character", `hunter2\u0007 viewer ${HASH}`, "the name is not one"],
    ["a name too long", `${"hunter2".repeat(15)} viewer ${HASH}`, "the name is not one"],
    ["no role", `bob , ${HASH}`, "roles are operator, viewer"],
    ["an unknown role", `bob hunter2 ${HASH}`, "roles are operator, viewer"],
    ["an unknown role among others", `bob viewer,hunter2 ${HASH}`, "roles are operator, viewer"],
    ["a comma too many", `bob viewer, ${HASH}`, "roles are operator, viewer"],
    ["a role of no region", `bob viewer:HUNTER2 ${HASH}`, "roles are operator, viewer"],
    ["a plain password", "bob viewer hunter2", "the password hash is not one"],
    [
      "a cheap hash",
      `bob viewer ${HASH.replace("ln=15", "ln=10")}`,
      "the password hash is not one",
    ],
  ])("with %s is refused by its line, which is not repeated", (_name, line, why) => {
    const { users, wrong } = parseUsers(`# hunter2\nada viewer ${HASH}\n${line}\nzoe viewer -`);
    // The others are as they should be.
    expect([...users.keys()]).toEqual(["ada", "zoe"]);
    expect(wrong).toHaveLength(1);
    const [error] = wrong;
    expect(error).toBeInstanceOf(UsersFileError);
    expect(String(error)).toMatch(new RegExp(`^UsersFileError: line 3: ${why}`));
    expect(String(error)).not.toContain("hunter2");
    expect(String(error)).not.toContain("$scrypt");
  });

  it.each([
    ["/nowhere/hunter2", "ENOENT"],
    ["/", "EISDIR"],
  ])("that cannot be read is told without its path: %s", (path, code) => {
    const error = failureOf(() => readUsers(path));
    expect(error).toEqual(new UsersFileError(`cannot be read (${code})`));
  });
});

describe("a user's name", () => {
  it.each(["ada", "Ada", "ada.l@example.org", "a", "用户", "x".repeat(100), "a:b", "a#b", "a/b"])(
    "may be %s",
    (name) => expect(USER_NAME.test(name)).toBe(true),
  );

  it.each([
    "",
    " ada",
    "ada ",
    "a b",
    "a\tb",
    "ada\n",
    "#ada",
    "-,-",
    "a,b",
    "<ada>",
    'a"b',
    "a'b",
    "\\ada",
    "ada\u202E",
    "ada\u200B",
    "x".repeat(101),
  ])("is never %j", (name) => expect(USER_NAME.test(name)).toBe(false));
});
