import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { completeChat } from '../../lib/model/complete-chat'
import type { ModelServer } from './model-server'
import { startRecordedModel } from './recorded-model'

let server: ModelServer | undefined
afterEach(() => server?.close())

async function ask(content: string) {
  const folder = mkdtempSync(join(tmpdir(), 'replies-'))
  writeFileSync(join(folder, 'ddbc60e9687bca8f.reply.txt'), 'Yes.')
  server = await startRecordedModel(folder)
  const connection = { name: 'recorded', baseUrl: server.url, apiKey: () => null, isRemoteAllowed: false }
  const request = { messages: [{ role: 'user' as const, content }], schema: null, mostTokens: 5 }
  return completeChat(connection, request, { documentId: 'a', mayLeave: false })
}

it('answers with the file that is named by the hash of the model, the messages and the response format', async () => {
  expect(await ask('Is this recorded?')).toMatchObject({ kind: 'replied', content: 'Yes.' })
})

it('answers 404 to what is not recorded', async () => {
  expect(await ask('Is that recorded?')).toMatchObject({ kind: 'failed', reason: 'not-found' })
})
