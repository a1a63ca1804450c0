import createNextIntlPlugin from 'next-intl/plugin'
import { MOST_DOCUMENT_BYTES } from './scripts/shared/bound-body.mjs'

// What every answer says, pages and files alike. The policy with its nonce is made for each page in proxy.ts.
const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Loaded from node_modules at run time: WASM, native code and language models do not survive bundling.
  serverExternalPackages: ['@electric-sql/pglite', '@node-rs/argon2', 'pg', 'pino', 'piscina'],
  // As much as the form of New document sends without scripts. Elsewhere the server takes far less: scripts/serve.mjs.
  experimental: { serverActions: { bodySizeLimit: MOST_DOCUMENT_BYTES }, proxyClientMaxBodySize: MOST_DOCUMENT_BYTES },
  headers: async () => [{ source: '/:path*', headers: HEADERS }],
  // Browsers ask for this by themselves on pages that name no icon.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }],
  // `npm run check` holds the types with the same compiler; the build does not do it twice.
  typescript: { ignoreBuildErrors: true },
}

export default createNextIntlPlugin('./i18n/request.ts')(config)
