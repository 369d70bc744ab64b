import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
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
});

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` looks at the types of everything, tests included; a build need not do so again.
  typescript: { ignoreBuildErrors: true },
  // A streamed title arrives in the body; links unfurl and pages read without JavaScript by the head.
  htmlLimitedBots: /.*/,
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "same-origin" },
        ],
      },
    ];
  },
};

export default withNextIntl(nextConfig);
