import { describe, expect, it } from "vitest";
import { isLoopbackAddress, isLoopbackName, nameOfHost } from "@/lib/server/runtime/loopback";

describe("an address of this machine", () => {
  it.each([
    ["127.0.0.1", true],
    ["127.255.255.254", true],
    ["::1", true],
    ["::ffff:127.0.0.1", true],
    ["::FFFF:127.8.8.8", true],
    ["", false],
    ["localhost", false],
    ["10.0.0.1", false],
    ["128.0.0.1", false],
    ["12.7.0.1", false],
    ["0.0.0.0", false],
    ["::", false],
    ["127.1", false],
    ["127.0.0.1.example", false],
    ["127.0.0.256", false],
    ["1127.0.0.1", false],
    ["::ffff:10.0.0.1", false],
    ["::1%eth0", false],
    ["::12", false],
  ])("%s: %j", (address, expected) => {
    expect(isLoopbackAddress(address)).toBe(expected);
  });
});

describe("a name of this machine", () => {
  it.each([
    ["localhost", true],
    ["LocalHost", true],
    ["127.0.0.1", true],
    ["[::1]", true],
    ["::1", true],
    ["localhost.example", false],
    ["notlocalhost", false],
    ["app.localhost", false],
    ["[::2]", false],
    ["[127.0.0.1", false],
    ["127.0.0.1.nip.io", false],
    ["0.0.0.0", false],
    ["", false],
  ])("%s: %j", (name, expected) => {
    expect(isLoopbackName(name)).toBe(expected);
  });
});

describe("the name in a Host header", () => {
  it.each([
    ["localhost", "localhost"],
    ["localhost:3000", "localhost"],
    ["app.example:65535", "app.example"],
    ["127.0.0.1:80", "127.0.0.1"],
    ["[::1]", "[::1]"],
    ["[::1]:3000", "[::1]"],
    ["::1", null],
    ["", null],
    [null, null],
    ["localhost:", null],
    ["localhost:123456", null],
    ["localhost:3000:3000", null],
    ["localhost,evil.example", null],
    ["localhost evil.example", null],
    ["evil.example#localhost", null],
    ["evil.example/localhost", null],
    ["user@localhost", null],
    ["localhost\n", null],
    ["[::1]evil.example", null],
  ])("%j is %j", (host, name) => {
    expect(nameOfHost(host)).toBe(name);
  });
});
