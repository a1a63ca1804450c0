import { fc, it } from '@fast-check/vitest'
import { expect } from 'vitest'
import { DONE, event, part } from '../../test/model-servers/model-server'
import { readReply } from './read-reply'

async function* cut(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (const length of [...lengths, bytes.length]) {
    yield bytes.subarray(at, at + length)
    at += length
  }
}

const whole = (text: string) => cut(Buffer.from(text), [])
const lineEnds = fc.constantFrom('\n', '\r\n')
const contents = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 5 })

it.prop([contents, fc.array(fc.integer({ min: 1, max: 30 })), lineEnds])(
  'reads the same content wherever the bytes are cut',
  async (parts, lengths, lineEnd) => {
    const content = `[${parts.join('')}]`
    const stream = ['[', ...parts, ']'].map((text) => part(text)).join('') + part('', 'stop') + DONE
    const bytes = Buffer.from(stream.replaceAll('\n', lineEnd))
    expect(await readReply(cut(bytes, lengths))).toMatchObject({ kind: 'reply', content, finish: 'stop' })
  },
)

it.prop([fc.uint8Array({ maxLength: 200 })])('takes no bytes at random for a reply', async (bytes) => {
  expect(await readReply(cut(bytes, [7, 11]))).toMatchObject({ kind: 'failed' })
})

it('reads fields and comments that say nothing, and data without a space', async () => {
  const stream = `\n: waiting\n\nevent: message\nid: 1\n${part('yes').replace('data: ', 'data:')}${part('', 'stop')}`
  expect(await readReply(whole(stream))).toMatchObject({ kind: 'reply', content: 'yes' })
})

it('takes the last count of tokens, and none that is not a number', async () => {
  const count = (prompt_tokens: unknown) => event({ choices: [], usage: { prompt_tokens, completion_tokens: 2 } })
  const usage = { promptTokens: 5, completionTokens: 2 }
  expect(await readReply(whole(part('a') + count(1) + count(5) + count('x') + DONE))).toMatchObject({ usage })
  expect(await readReply(whole(part('a') + count('x') + DONE))).toMatchObject({ usage: null })
})

it('keeps a tag of thinking that is part of the JSON', async () => {
  const content = '{"key": "a </think> b"}'
  expect(await readReply(whole(part(content, 'stop')))).toMatchObject({ content })
})

it('says that the model refused', async () => {
  const refusal = event({ choices: [{ delta: { refusal: 'No.' }, finish_reason: 'stop' }] })
  expect(await readReply(whole(refusal))).toMatchObject({ reason: 'declined' })
})
