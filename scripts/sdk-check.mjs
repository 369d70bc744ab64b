// Run by hand: node scripts/sdk-check.mjs
// Lists the simulator's whole account with Alibaba's own SDK and compares it with the plain wire, so
// that names, nesting and signatures are those that the SDK knows. Needs the npm registry.
import { spawn, spawnSync } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const sdkPackage = "@alicloud/vpc20160428@7.3.2";
const expectedTotal = 700;
const pageSize = 50;
const root = fileURLToPath(new URL("..", import.meta.url));

function installSdk(folder) {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const flags = ["--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--prefix", folder];
  const result = spawnSync(npm, ["install", ...flags, sdkPackage], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) throw new Error(`npm could not install ${sdkPackage}.`);
  return createRequire(join(folder, "index.js"));
}

async function startSimulator() {
  const flags = ["--port", "0", "--no-drift", "--connections", String(expectedTotal)];
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(root, "lib/simulator/cli.ts"), ...flags],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("export ")) continue;
    const variables = new Map(
      line
        .slice("export ".length)
        .split(" ")
        .map((word) => {
          const equals = word.indexOf("=");
          return [word.slice(0, equals), word.slice(equals + 1)];
        }),
    );
    return {
      child,
      url: variables.get("VPC_ENDPOINT"),
      accessKeyId: variables.get("ALIBABA_CLOUD_ACCESS_KEY_ID"),
      accessKeySecret: variables.get("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
    };
  }
  throw new Error("The simulator ended before it was ready.");
}

function encode(text) {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

async function call(simulator, action, parameters) {
  const all = {
    ...parameters,
    Action: action,
    Version: "2016-04-28",
    Format: "JSON",
    AccessKeyId: simulator.accessKeyId,
    SignatureMethod: "HMAC-SHA1",
    SignatureVersion: "1.0",
    SignatureNonce: randomUUID(),
    Timestamp: new Date().toISOString().replace(/\.\d+/, ""),
  };
  const query = Object.keys(all)
    .sort()
    .map((name) => `${encode(name)}=${encode(String(all[name]))}`)
    .join("&");
  const signature = createHmac("sha1", `${simulator.accessKeySecret}&`)
    .update(`GET&%2F&${encode(query)}`)
    .digest("base64");
  const response = await fetch(`${simulator.url}/?${query}&Signature=${encode(signature)}`);
  const body = await response.json();
  if (!response.ok) throw new Error(`${action}: ${body.Code}`);
  return body;
}

async function everyPage(readPage) {
  const items = [];
  for (let page = 1; ; page += 1) {
    const { found, totalCount } = await readPage(page);
    items.push(...found);
    if (found.length < pageSize) return { items, totalCount };
  }
}

/** Paths of the wire that the SDK's model lost or changed; list indexes are left out. */
function lost(wire, model, path, into) {
  if (Array.isArray(wire)) {
    wire.forEach((item, index) => lost(item, model?.[index], `${path}[]`, into));
  } else if (typeof wire === "object" && wire !== null) {
    for (const [key, value] of Object.entries(wire))
      lost(value, model?.[key], `${path}.${key}`, into);
  } else if (String(wire) !== String(model)) {
    into.set(path, (into.get(path) ?? 0) + 1);
  }
}

// The list call does not declare this one, only the call for a single connection does.
const undeclared = new Set(["VpnConnection.VpnBgpConfig.EnableBgp"]);

const tunnelOf = (one) => one.TunnelOptionsSpecification?.TunnelOptions[0].TunnelId;

/** The log and the diagnosis of the region's first connection with one tunnel, and of its first pair. */
async function compareLogs({ sdk, models, simulator, regionId, lostPaths }, connections) {
  const some = [
    connections.find((one) => tunnelOf(one) === undefined),
    connections.find((one) => tunnelOf(one) !== undefined),
  ].filter((one) => one !== undefined);
  const to = Math.floor(Date.now() / 1000);
  for (const connection of some) {
    const vpnConnectionId = connection.VpnConnectionId;
    const tunnelId = tunnelOf(connection);
    const log = { regionId, vpnConnectionId, tunnelId, from: to - 600, to, pageSize };
    const request = new models.DescribeVpnConnectionLogsRequest(log);
    const bySdk = (await sdk.describeVpnConnectionLogs(request)).body.toMap();
    const byWire = await call(simulator, "DescribeVpnConnectionLogs", {
      RegionId: regionId,
      VpnConnectionId: vpnConnectionId,
      ...(tunnelId !== undefined && { TunnelId: tunnelId }),
      From: to - 600,
      To: to,
      PageSize: pageSize,
    });
    lost({ ...byWire, RequestId: bySdk.RequestId }, bySdk, "Logs", lostPaths);
    const ids =
      tunnelId === undefined ? { vpnConnectionIds: [vpnConnectionId] } : { tunnelIds: [tunnelId] };
    const asked = new models.DiagnoseVpnConnectionsRequest({ regionId, ...ids });
    const { vpnConnections } = (await sdk.diagnoseVpnConnections(asked)).body;
    const [found] = (
      await call(simulator, "DiagnoseVpnConnections", {
        RegionId: regionId,
        ...(tunnelId === undefined
          ? { "VpnConnectionIds.1": vpnConnectionId }
          : { "TunnelIds.1": tunnelId }),
      })
    ).VpnConnections;
    const { FailedTime: _time, SourceLog: _line, ...lasting } = found;
    lost(lasting, vpnConnections[0]?.toMap(), "Diagnosis", lostPaths);
  }
}

async function compare(require, simulator) {
  const { default: Client, ...models } = require("@alicloud/vpc20160428");
  const { $OpenApiUtil } = require("@alicloud/openapi-core");
  // "v2" makes the SDK speak signature version 1 of RPC; it would take version 3 otherwise.
  const sdk = new Client(
    new $OpenApiUtil.Config({
      protocol: "http",
      endpoint: new URL(simulator.url).host,
      accessKeyId: simulator.accessKeyId,
      accessKeySecret: simulator.accessKeySecret,
      signatureVersion: "v2",
      signatureAlgorithm: "v2",
    }),
  );
  const problems = [];
  const lostPaths = new Map();
  const regions = await sdk.describeRegions(new models.DescribeRegionsRequest({}));
  const regionIds = regions.body.regions.region.map(({ regionId }) => regionId);
  let total = 0;
  const ids = new Set();
  for (const regionId of regionIds) {
    const bySdk = await everyPage(async (pageNumber) => {
      const request = new models.DescribeVpnConnectionsRequest({ regionId, pageNumber, pageSize });
      const { body } = await sdk.describeVpnConnections(request);
      return { found: body.vpnConnections.vpnConnection ?? [], totalCount: body.totalCount };
    });
    const byWire = await everyPage(async (pageNumber) => {
      const parameters = { RegionId: regionId, PageNumber: pageNumber, PageSize: pageSize };
      const body = await call(simulator, "DescribeVpnConnections", parameters);
      return { found: body.VpnConnections.VpnConnection, totalCount: body.TotalCount };
    });
    const sdkIds = bySdk.items.map(({ vpnConnectionId }) => vpnConnectionId);
    const wireIds = byWire.items.map(({ VpnConnectionId }) => VpnConnectionId);
    console.log(`${regionId}: ${sdkIds.length} by the SDK, ${wireIds.length} on the wire`);
    if (sdkIds.join() !== wireIds.join()) problems.push(`${regionId}: the ids differ.`);
    if (bySdk.totalCount !== sdkIds.length) problems.push(`${regionId}: TotalCount is wrong.`);
    byWire.items.forEach((wire, index) =>
      lost(wire, bySdk.items[index]?.toMap(), "VpnConnection", lostPaths),
    );
    await compareLogs({ sdk, models, simulator, regionId, lostPaths }, byWire.items);
    for (const id of sdkIds) ids.add(id);
    total += sdkIds.length;
  }
  if (total !== expectedTotal) problems.push(`${total} connections, not ${expectedTotal}.`);
  if (ids.size !== total) problems.push(`${total - ids.size} ids are there twice.`);
  for (const [path, count] of lostPaths) {
    if (!undeclared.has(path))
      problems.push(`${path}: lost or changed by the SDK, ${count} times.`);
  }
  return { problems, total, regions: regionIds.length };
}

const folder = mkdtempSync(join(tmpdir(), "tunnelboard-sdk-"));
let simulator;
try {
  console.log(`Installing ${sdkPackage}`);
  const require = installSdk(folder);
  simulator = await startSimulator();
  const { problems, total, regions } = await compare(require, simulator);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`OK: ${total} connections in ${regions} regions, the same by SDK and wire.`);
} finally {
  simulator?.child.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
