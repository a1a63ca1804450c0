import { describe, expect, it } from 'vitest'
import { isJson, isSameOrigin } from './same-origin'

const post = (headers: Record<string, string>) =>
  new Request('http://bilim.test/api/study-events', { method: 'POST', headers: { host: 'bilim.test', ...headers } })

describe('who may write', () => {
  it('is a page of this app', () => {
    expect(isSameOrigin(post({ origin: 'http://bilim.test' }))).toBe(true)
    expect(isSameOrigin(post({ origin: 'https://bilim.test' }))).toBe(true)
  })

  it('is no page of another host, of another port, or of nowhere', () => {
    for (const origin of ['http://evil.test', 'http://bilim.test:81', 'http://bilim.test.evil.test', 'null', '']) {
      expect(isSameOrigin(post({ origin })), origin).toBe(false)
    }
  })

  it('is a program that names no origin, but no browser that says it comes from elsewhere', () => {
    expect(isSameOrigin(post({}))).toBe(true)
    expect(isSameOrigin(post({ 'sec-fetch-site': 'cross-site' }))).toBe(false)
  })

  it('speaks JSON and says so', () => {
    expect(isJson(post({ 'content-type': 'application/json; charset=utf-8' }))).toBe(true)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      expect(isJson(post({ 'content-type': type })), type).toBe(false)
    }
  })
})
