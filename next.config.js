import { PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from "next/constants.js";

const nextIntl = {
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    // Compiled at build time, so that the browser needs no message parser.
    messages: {
      path: "./lib/i18n/messages",
      format: "json",
      locales: ["en", "zh-CN"],
      precompile: true,
    },
  },
};

/** Of a build: besides it a folder that runs without node_modules (scripts/standalone.mjs). */
const standalone = {
  output: "standalone",
  // The resizer of pictures, which is switched off below: half of the folder's size.
  outputFileTracingExcludes: { "**": ["node_modules/sharp/**", "node_modules/@img/**"] },
};

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // No picture needs it, and its resizer would take pictures from strangers and write to the disk.
  images: { unoptimized: true, maximumDiskCacheSize: 0 },
  reactStrictMode: true,
  // They load a binary, or one another, by names that a bundler cannot follow.
  serverExternalPackages: ["libsql", "pg", "kysely"],
  // `npm run check` looks at the types of everything, tests included; a build need not do so again.
  typescript: { ignoreBuildErrors: true },
  // A streamed title arrives in the body; links unfurl and pages read without JavaScript by the head.
  htmlLimitedBots: /.*/,
  // Of each body Next keeps so much in memory before the gate has looked at it; by default 10 MB.
  experimental: { proxyClientMaxBodySize: "16kb" },
};

/**
 * `next start` has no use for the plugin, whose compiler unpacks itself into a folder at each start, and warns
 * where it is told that there is a standalone folder too. The build that it runs is the same.
 */
export default async function config(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return nextConfig;
  const { default: createNextIntlPlugin } = await import("next-intl/plugin");
  const isBuild = phase === PHASE_PRODUCTION_BUILD;
  return createNextIntlPlugin(nextIntl)({ ...nextConfig, ...(isBuild && standalone) });
}
