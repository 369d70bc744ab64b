import { readSources } from "./sources.mjs";

/** The laws of the house that no lint rule can say. Each names the file that breaks it. */
const MAX_LINES = 200;

const isOfTests = (path) => path.startsWith("lib/server/testing/") || /\.test\.tsx?$/.test(path);

const LAWS = [
  {
    law: 'A file of lib/server imports "server-only" first',
    applies: (path) => path.startsWith("lib/server/") && path.endsWith(".ts"),
    isBroken: (text) => !text.startsWith('import "server-only";\n'),
  },
  {
    law: "A User is made in lib/server/auth/current-user.ts, or for work behind answers in background-user.ts, only",
    applies: (path) =>
      !/^lib\/server\/auth\/(current|background)-user\.ts$/.test(path) && !isOfTests(path),
    isBroken: (text) => /\bnew User\(/.test(text),
  },
  {
    law: "Addresses are made in lib/vpn/hrefs.ts only",
    applies: (path) => !path.startsWith("lib/simulator/") && path !== "lib/vpn/hrefs.ts",
    isBroken: (text) =>
      /["'`]\/(api|regions|vpn-connections|vpn-gateways|customer-gateways|events|subnets|go|sign-in|metrics)\b/.test(
        withoutRouteTypes(text),
      ),
  },
  {
    law: "Query keys are made in lib/vpn/queries.ts only",
    applies: (path) => path !== "lib/vpn/queries.ts",
    isBroken: (text) => /queryKey:\s*\[/.test(text),
  },
  {
    law: "Search parameters are parsed in lib/vpn/search-params*.ts only",
    applies: (path) => !/^lib\/vpn\/search-params[\w-]*\.ts$/.test(path),
    isBroken: (text) =>
      /\b(createParser|createLoader|createSerializer|parseAs[A-Z]\w+)\b/.test(text),
  },
  {
    law: "zod stays on the server",
    applies: (path) => !path.startsWith("lib/server/"),
    isBroken: (text) => /from "zod(\/|")/.test(text),
  },
  {
    law: "A raw object is never spread into ours",
    applies: (path) => path.startsWith("lib/server/vpc-api/mappers/"),
    isBroken: (text) => /\{\s*\.\.\.raw/.test(text),
  },
  {
    law: "No style attribute: the policy of the pages refuses it",
    applies: (path) => path.endsWith(".tsx"),
    isBroken: (text) => /\bstyle=\{/.test(text),
  },
  {
    law: "No check is switched off in a comment",
    applies: () => true,
    isBroken: (text) => /(lint-disable|@ts-(ignore|expect-error|nocheck))/.test(text),
  },
  {
    law: "A page.tsx has at most 40 lines: it parses its address, starts the reads and renders one view",
    applies: (path) => path.endsWith("/page.tsx"),
    isBroken: (text) => text.trimEnd().split("\n").length > 40,
  },
  {
    law: `A file has at most ${MAX_LINES} lines`,
    applies: () => true,
    isBroken: (text) => text.split("\n").length > MAX_LINES + 1,
  },
];

/** `PageProps<"/regions/…">` names a route's type; it is no address. */
function withoutRouteTypes(text) {
  return text.replaceAll(/(PageProps|LayoutProps|RouteContext)<[^>]*>/g, "");
}

const sources = Object.entries(readSources());
const broken = sources.flatMap(([path, text]) =>
  LAWS.filter(({ applies, isBroken }) => applies(path) && isBroken(text)).map(
    ({ law }) => `${path}: ${law}.`,
  ),
);
for (const line of broken) console.error(line);
console.log(`${LAWS.length} laws, ${sources.length} files, ${broken.length} broken`);
process.exitCode = broken.length === 0 ? 0 : 1;
