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

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['203.0.113.7', '203.0.113.7'],
    ['::1', '::1'],
  ])('of %s counts as %s', (socket, counted) => {
    expect(addressOf(socket, null)).toBe(counted)
    expect(addressOf('127.0.0.1', socket)).toBe(counted)
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
