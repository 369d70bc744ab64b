import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { installPackages } from "./apt-get.mjs";
import { installed } from "./executables.mjs";

const PACKAGES = [
  "strongswan-charon",
  "strongswan-swanctl",
  "libstrongswan-standard-plugins",
  "libstrongswan-extra-plugins",
  "libcharon-extra-plugins",
  "iproute2",
  "iputils-ping",
];

const COMMANDS = ["swanctl", "ip", "ping", "unshare", "nsenter"];

/** Debian keeps these out of the way of commands. Without the plugins ESP needs the kernel, and DES is not known. */
const FILES = [
  "/usr/lib/ipsec/charon",
  "/usr/lib/ipsec/plugins/libstrongswan-kernel-libipsec.so",
  "/usr/lib/ipsec/plugins/libstrongswan-gcrypt.so",
];

/** A network of its own with a TUN device, and its own view of the file system. */
const PROBE = "mount -t tmpfs tmpfs /run && ip tuntap add mode tun name probe0";

/**
 * Installs Debian's strongSwan (it starts nothing) where it is missing and that is
 * root's to do. Returns what stands in the way of bringing up tunnels here, null where nothing does.
 */
export async function ensureStrongswan() {
  if (process.platform !== "linux") return "this is no Linux";
  if (process.getuid?.() !== 0) return "only root may make networks for them";
  if (!isInstalled() && !(await install())) {
    return `these packages of Debian are missing and cannot be installed: ${PACKAGES.join(" ")}`;
  }
  const flags = ["--net", "--mount", "--pid", "--fork", "--mount-proc"];
  const { status, stderr } = spawnSync("unshare", [...flags, "sh", "-c", PROBE], {
    encoding: "utf8",
  });
  return status === 0 ? null : `networks or TUN devices cannot be made (${stderr.trim()})`;
}

function isInstalled() {
  return COMMANDS.every((name) => installed([name]) !== null) && FILES.every(existsSync);
}

async function install() {
  await installPackages(PACKAGES, "strongSwan for the tests that bring up tunnels");
  return isInstalled();
}
