import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Loaded from node_modules at run time: WASM, native code and language models do not survive bundling.
  serverExternalPackages: ['@electric-sql/pglite', '@node-rs/argon2', 'pg', 'pino'],
  // `npm run check` holds the types with the same compiler; the build does not do it twice.
  typescript: { ignoreBuildErrors: true },
}

export default createNextIntlPlugin('./i18n/request.ts')(config)
