import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { proxy } from './proxy'

const policyOf = () => proxy(new NextRequest('http://localhost/')).headers.get('Content-Security-Policy') ?? ''

describe('the content security policy', () => {
  it('lets only scripts with the nonce of this answer run', () => {
    const [first, second] = [policyOf(), policyOf()]
    const nonceOf = (policy: string) => /script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1]
    expect(nonceOf(first)).toMatch(/^[\w+/=]{20,}$/)
    expect(nonceOf(first)).not.toBe(nonceOf(second))
    expect(/script-src ([^;]*)/.exec(first)?.[1]).not.toContain('unsafe-inline')
  })

  it('lets nobody frame the app and asks for no https where there is none', () => {
    expect(policyOf()).toContain("frame-ancestors 'none'")
    expect(policyOf()).not.toContain('upgrade-insecure-requests')
  })

  it('knows the style sheet of the toasts that is installed', () => {
    const source = readFileSync('node_modules/sonner/dist/index.mjs', 'utf8')
    const literal = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1]
    const hash = createHash('sha256')
      .update(JSON.parse(literal ?? '""'))
      .digest('base64')
    expect(policyOf()).toContain(`'sha256-${hash}'`)
  })
})
