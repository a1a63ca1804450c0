import { type NextRequest, NextResponse } from 'next/server'
import { env } from './lib/env'

// Decides nothing about who may see what: `lib/data` does. This only says what a page may load and run.
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  // Next reads the nonce from the request's header and puts it on its own scripts.
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

export const config = {
  matcher: [
    {
      // Pages only: an answer of the API and a file of the build run nothing.
      source: '/((?!api/|_next/static|_next/image|icon|apple-icon|manifest.webmanifest|sw.js).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
}

function contentSecurityPolicy(nonce: string): string {
  const development = env.NODE_ENV === 'development'
  // Signing in elsewhere sends a form of ours on to the provider.
  const provider = env.OIDC_ISSUER ? ` ${new URL(env.OIDC_ISSUER).origin}` : ''
  return [
    "default-src 'self'",
    // React's development build explains errors by eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // The development server puts styles into the page by script.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // A width or a place on an element; it can run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    // The service worker is a file without a nonce.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${provider}`,
    // No `upgrade-insecure-requests`: on a school's network the app is served over plain http.
    "frame-ancestors 'none'",
  ].join('; ')
}
