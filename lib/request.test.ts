import { describe, expect, it } from 'vitest'
import { addressOf, safePath } from './request'

describe('the address of a request', () => {
  it('is the socket’s, whatever a client says', () => {
    expect(addressOf('192.168.1.20', '127.0.0.1')).toBe('192.168.1.20')
    expect(addressOf('unknown', '127.0.0.1')).toBe('unknown')
    expect(addressOf('127.0.0.1', null)).toBe('127.0.0.1')
  })

  it('is the last that a proxy on this machine names, not what stood before it', () => {
    expect(addressOf('::ffff:127.0.0.1', '127.0.0.1, 203.0.113.7')).toBe('203.0.113.7')
    expect(addressOf('::1', '::1')).toBe('::1')
  })
})

describe('a place to go back to', () => {
  it.each(['/', '/decks/1?tab=text#fact', '/sign-in/merge?from=%2F'])('keeps %s', (path) => {
    expect(safePath(path)).toBe(path)
  })

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    'javascript:alert(1)',
    'decks',
    '',
    null,
    undefined,
  ])('is the first screen for %j', (path) => {
    expect(safePath(path)).toBe('/')
  })

  it('never leads out of the app', () => {
    expect(new URL(safePath('/.//evil.example'), 'http://here').host).toBe('here')
  })
})
