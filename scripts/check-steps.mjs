import { run, runBinary } from "./process.mjs";

export const CHECKS = [
  ["formatting", () => runBinary("oxfmt", ["--check"])],
  ["lint", () => runBinary("oxlint", ["--type-aware", "--deny-warnings"])],
  ["laws of the house", () => run(process.execPath, ["scripts/laws.mjs"])],
  ["messages", () => run(process.execPath, ["scripts/messages.mjs"])],
  ["route types", () => runBinary("next", ["typegen"])],
  ["types", () => runBinary("typescript", ["--noEmit"], { command: "tsc" })],
  ["unused code", () => runBinary("knip", [])],
];
