import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { REPLY_CHARACTERS } from '../lib/core/shared/input-limits'
import { BoundedMessage, boundBody } from './shared/bound-body.mjs'

const server = createServer({ IncomingMessage: BoundedMessage }, (request, response) => {
  if (!boundBody(request, response)) return
  request.resume().on('end', () => response.end())
})

beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)))
afterAll(() => new Promise((done) => server.close(done)))

async function post(body: FormData | string, path = '/decks'): Promise<number> {
  const { port } = server.address() as AddressInfo
  const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body })
  return status
}

it('lets a bulk decision on a thousand items through, and no more than that needs', async () => {
  const form = new FormData()
  for (let at = 0; at < 1_000; at += 1) form.append('item', `${randomUUID()} ${randomUUID()}`)
  expect(await post(form)).toBe(200)
  expect(await post('a'.repeat(250_000))).toBe(413)
})

it('lets a pasted reply of 100,000 letters through in any script, to its own page alone', async () => {
  const reply = '蜂'.repeat(REPLY_CHARACTERS)
  expect(await post(reply, '/decks/1/items/assistant')).toBe(200)
  expect(await post(reply, '/decks/1/items')).toBe(413)
})
