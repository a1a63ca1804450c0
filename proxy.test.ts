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
})
