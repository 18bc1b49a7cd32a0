/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // A second server beside the first (a test's, a developer's) builds into a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  // Types are checked by their own step of the test command, once and faster.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    '@node-rs/argon2',
    '@prisma/client',
    '@prisma/adapter-pg',
    'pino',
  ],
  turbopack: { root: import.meta.dirname },
  experimental: {
    serverActions: { bodySizeLimit: '4mb' },
    // A build from scratch is the rule here; writing its cache costs more than it saves.
    turbopackFileSystemCacheForBuild: false,
  },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
  ],
};

export default config;
